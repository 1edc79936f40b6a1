//! Whole numbers that every program holds exactly, JavaScript among them.

/// The greatest of them, 2^53 - 1; the smallest is its negative.
///
/// Source: RFC 8259, section 6.
pub const MOST_EXACT: i64 = 9_007_199_254_740_991;

/// Whether a whole number is one of them.
#[must_use]
pub fn is_exact(number: i64) -> bool {
    (-MOST_EXACT..=MOST_EXACT).contains(&number)
}
