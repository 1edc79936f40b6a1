//! Several problems, at least one: the error of whatever looks for all of them.

use std::error::Error;
use std::fmt;
use std::slice;

use serde::Serialize;

use crate::problem::{Code, Problem};

/// What is wrong: at least one problem, in the order in which they were found.
///
/// ```
/// use zhengpin_law::problem::{Code, Problem};
/// use zhengpin_law::problems::Problems;
///
/// assert!(Problems::of(Vec::new()).is_none());
/// let problems = Problems::from(Problem::new(Code::MissingKey, "/facts").with("value", "facts"));
/// assert_eq!(problems.first().code, Code::MissingKey);
/// assert_eq!(problems.to_string(), "missing_key at /facts (value: facts)");
/// ```
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Problems {
    first: Problem,
    more: Vec<Problem>,
}

impl Problems {
    /// These problems, unless there are none.
    #[must_use]
    pub fn of(problems: Vec<Problem>) -> Option<Self> {
        let mut problems = problems.into_iter();
        Some(Self { first: problems.next()?, more: problems.collect() })
    }

    /// The first one.
    #[must_use]
    pub fn first(&self) -> &Problem {
        &self.first
    }

    /// All of them.
    pub fn iter(&self) -> ProblemIter<'_> {
        std::iter::once(&self.first).chain(&self.more)
    }
}

/// Problems, one after the other.
pub type ProblemIter<'a> = std::iter::Chain<std::iter::Once<&'a Problem>, slice::Iter<'a, Problem>>;

impl From<Problem> for Problems {
    fn from(first: Problem) -> Self {
        Self { first, more: Vec::new() }
    }
}

impl<'a> IntoIterator for &'a Problems {
    type Item = &'a Problem;
    type IntoIter = ProblemIter<'a>;

    fn into_iter(self) -> ProblemIter<'a> {
        self.iter()
    }
}

impl IntoIterator for Problems {
    type Item = Problem;
    type IntoIter = std::iter::Chain<std::iter::Once<Problem>, std::vec::IntoIter<Problem>>;

    fn into_iter(self) -> Self::IntoIter {
        std::iter::once(self.first).chain(self.more)
    }
}

/// Code and place of each, with what its message would name. The sentences stand in the tables
/// of messages, which this crate does not hold.
impl fmt::Display for Problems {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.first.fmt(f)?;
        self.more.iter().try_for_each(|problem| write!(f, "\n{problem}"))
    }
}

impl Error for Problems {}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.code)?;
        if !self.path.is_empty() {
            write!(f, " at {}", self.path)?;
        }
        if !self.params.is_empty() {
            let named = self.params.iter().map(|(name, value)| format!("{name}: {value}"));
            write!(f, " ({})", named.collect::<Vec<_>>().join(", "))?;
        }
        Ok(())
    }
}

/// As JSON writes it.
impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.serialize(f)
    }
}
