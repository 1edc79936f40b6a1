//! A request that was refused: the error of the Rust API.

use std::error::Error;
use std::fmt;

use crate::library::said;
use crate::problem::{Code, Problem};
use crate::problems::{ProblemIter, Problems};
use crate::text::Language;

/// Why a request was refused: everything that is wrong with it, at least one problem.
///
/// Nothing of an answer comes with it. It is told in English; [`told`](Self::told) tells it in
/// Chinese too.
///
/// ```
/// use zhengpin::request::DescribeRequest;
/// use zhengpin::text::Language;
/// use zhengpin::{describe::describe, library};
///
/// let day = zhengpin::day::parse("2018-12-31").ok_or("no day")?;
/// let request = DescribeRequest::new("cn/complaint").as_of(day);
/// let Err(refused) = describe(library::built_in(), &request) else {
///     return Err("these rules were not in force".into());
/// };
/// assert_eq!(refused.first().path, "/asOf");
/// assert!(refused.to_string().contains("not in force on `2018-12-31`"));
/// assert!(refused.told(Language::Zh).contains("2018-12-31"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Refused {
    problems: Problems,
}

impl Refused {
    /// The refusal for these problems. That there are none is a fault of whoever found them,
    /// and is told as one: nothing is refused without a reason.
    pub(crate) fn of(problems: Vec<Problem>) -> Self {
        let broken = || Problem::new(Code::Broken, "").into();
        Self { problems: Problems::of(problems).unwrap_or_else(broken) }
    }

    /// The first problem.
    #[must_use]
    pub fn first(&self) -> &Problem {
        self.problems.first()
    }

    /// Every problem.
    pub fn problems(&self) -> ProblemIter<'_> {
        self.problems.iter()
    }

    /// What is wrong, in one language: a line for each problem, with its path.
    #[must_use]
    pub fn told(&self, language: Language) -> String {
        let line = |problem: &Problem| {
            let said = said(problem);
            match problem.path.as_str() {
                "" => said.said_in(language).to_owned(),
                path => format!("{path}: {}", said.said_in(language)),
            }
        };
        self.problems().map(line).collect::<Vec<_>>().join("\n")
    }
}

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.told(Language::En))
    }
}

impl Error for Refused {}

impl From<Problem> for Refused {
    fn from(problem: Problem) -> Self {
        Self { problems: problem.into() }
    }
}

impl From<Problems> for Refused {
    fn from(problems: Problems) -> Self {
        Self { problems }
    }
}

impl IntoIterator for Refused {
    type Item = Problem;
    type IntoIter = <Problems as IntoIterator>::IntoIter;

    fn into_iter(self) -> Self::IntoIter {
        self.problems.into_iter()
    }
}
