//! Books, windows, repeats and turns of the year as the engine runs them.

use serde::{Deserialize, Serialize};

use crate::rulebook::{Confidence, Counted, LifeFrom, Shape, Turn};

use super::basis::{Basis, Conditional, When};
use super::ids::{BookId, LabelId, TierId};

/// A book.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct CompiledBook {
    /// Its id.
    pub id: String,
    /// How long points count in it; for good, where none holds.
    pub life: Vec<CompiledLife>,
}

/// How long strikes count, by a name.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct CompiledStrikeLife {
    /// Its id.
    pub id: String,
    /// How long they count.
    pub life: CompiledLife,
}

/// How long points or strikes count.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct CompiledLife {
    /// How long it is.
    pub length: LifeLength,
    /// What stands behind it.
    pub basis: Basis,
}

/// How long a life is.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub enum LifeLength {
    /// So many days of 24 hours.
    Days(u32, LifeFrom),
    /// Until the next turn.
    Until(Turn),
}

/// How long a window is.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub enum Length {
    /// So many calendar days.
    Days(u32),
    /// So many hours.
    Hours(u32),
}

/// A window.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct CompiledWindow {
    /// Its id.
    pub id: String,
    /// How long it is.
    pub length: Length,
    /// How it moves.
    pub shape: Shape,
    /// The most points that can be booked in it.
    pub cap: Option<u32>,
    /// Whether only the finding that opens it books points.
    pub opener_only: bool,
    /// Whether it opens only once.
    pub once: bool,
    /// The label that the findings in it share.
    pub by: Option<LabelId>,
    /// Whether a finding that does not name it stays outside.
    pub named_only: bool,
    /// What stands behind it. It has no time in force of its own: that of the tiers that use
    /// it counts.
    pub basis: Basis,
    /// How well it is attested that it runs on across the turn of a year.
    pub across_years: Confidence,
    /// When it ends with the year instead.
    pub ends_with_year: Option<When>,
}

/// A finding that is graver because it is not the first of its kind.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct CompiledRepeat {
    /// Its id.
    pub id: String,
    /// The labels that the findings share.
    pub by: Vec<LabelId>,
    /// Which finding it is.
    pub at: u32,
    /// The tiers whose findings are counted.
    pub tiers: Vec<TierId>,
    /// The tier it is judged under.
    pub becomes: TierId,
    /// What stands behind it.
    pub basis: Basis,
}

/// What the turn of the year does.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct CompiledYearEnd {
    /// Its id.
    pub id: String,
    /// What is turned over.
    pub counts: Counted,
    /// The book, where points are.
    pub book: BookId,
    /// From how many points of the year some are carried over.
    pub carry_from: Option<u32>,
    /// How many are carried over then.
    pub carry: Option<u32>,
    /// What stands behind it.
    pub basis: Basis,
}

impl Conditional for CompiledLife {
    fn when(&self) -> &When {
        &self.basis.when
    }
}

impl Conditional for CompiledStrikeLife {
    fn when(&self) -> &When {
        self.life.when()
    }
}

impl Conditional for CompiledRepeat {
    fn when(&self) -> &When {
        &self.basis.when
    }
}

impl Conditional for CompiledYearEnd {
    fn when(&self) -> &When {
        &self.basis.when
    }
}
