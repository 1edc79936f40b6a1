//! A page as written.

/// A page of the reference.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Page {
    /// Where it stands, relative to the folder of the reference.
    pub path: String,
    /// The page.
    pub html: String,
}
