//! Three truth values.

use serde::Serialize;

/// Whether something holds. What is unknown is neither taken for yes nor for no.
///
/// The connectives are Kleene's strong ones.
///
/// ```
/// use zhengpin::truth::Truth::{No, Unknown, Yes};
///
/// assert_eq!(No.and(Unknown), No);
/// assert_eq!(Yes.and(Unknown), Unknown);
/// assert_eq!(Yes.or(Unknown), Yes);
/// assert_eq!(Unknown.opposite(), Unknown);
/// ```
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "snake_case")]
pub enum Truth {
    /// It holds.
    Yes,
    /// It does not hold.
    No,
    /// Not known.
    Unknown,
}

impl Truth {
    /// Both hold: no, if either is no.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        match (self, other) {
            (Self::No, _) | (_, Self::No) => Self::No,
            (Self::Yes, Self::Yes) => Self::Yes,
            _ => Self::Unknown,
        }
    }

    /// At least one holds: yes, if either is yes.
    #[must_use]
    pub fn or(self, other: Self) -> Self {
        self.opposite().and(other.opposite()).opposite()
    }

    /// The opposite.
    #[must_use]
    pub fn opposite(self) -> Self {
        match self {
            Self::Yes => Self::No,
            Self::No => Self::Yes,
            Self::Unknown => Self::Unknown,
        }
    }
}

impl From<bool> for Truth {
    fn from(value: bool) -> Self {
        if value { Self::Yes } else { Self::No }
    }
}
