//! The shape of an audit.

use serde::Serialize;

use super::account::{Status, YearEndEntry};
use super::measure::MeasureEntry;
use crate::decide::Citation;

/// How what was booked stands to what the rules give.
#[derive(Clone, Copy, Debug, Eq, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "snake_case")]
pub enum Agreement {
    /// It is what the rules of the day give.
    Agrees,
    /// It is more than they give.
    More,
    /// It is less than they give.
    Less,
    /// It is not what they give, unless ambiguous texts are read in another way.
    Explained,
}

/// A reading of an ambiguous text, and how it is read.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct ReadSo {
    /// The reading's id in the rulebook.
    pub reading: String,
    /// The choice.
    pub choice: String,
}

/// What a platform booked for a finding, held against the rules of its day. What was not stated
/// is held against nothing.
///
/// By the rules, a finding that was reversed, or that does not count, costs nothing: whatever
/// still stands booked for it is more.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct EntryAudit {
    /// The points; `null` where they were not stated, or the rules' points are not known.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "PointsAudit | null"))]
    pub points: Option<PointsAudit>,
    /// The strike; `null` where nothing was stated of it.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "StrikeAudit | null"))]
    pub strike: Option<StrikeAudit>,
    /// The measures; `null` where they were not stated.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "MeasuresAudit | null"))]
    pub measures: Option<MeasuresAudit>,
    /// The provisions by which it was held against the rules, in force when it was issued; for
    /// one that was reversed, those by which it would count.
    pub citations: Vec<Citation>,
}

impl EntryAudit {
    /// How each of the things stated stands to the rules.
    pub fn verdicts(&self) -> impl Iterator<Item = Agreement> {
        let points = self.points.as_ref().map(|points| points.verdict);
        let strike = self.strike.as_ref().map(|strike| strike.verdict);
        let measures = self.measures.as_ref().map(|measures| measures.verdict);
        [points, strike, measures].into_iter().flatten()
    }
}

/// The points that a platform booked, held against the rules.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct PointsAudit {
    /// How they stand to the rules.
    pub verdict: Agreement,
    /// The points booked, of all items together; those taken off, where the tier does so.
    pub taken: u32,
    /// The points that the rules give: after any cap of a window, for all items together. Where
    /// the finding closes the account, those that the closure books in the same book may be
    /// among them or not: the number nearer to what was booked stands here.
    pub due: u32,
    /// The difference.
    pub by: u32,
    /// Whether the rules leave the number to the platform, so that what the finding itself
    /// states is all that it is held against.
    pub as_stated: bool,
    /// The ways of reading ambiguous texts under which what was booked is right: each a reading
    /// by itself or, where none is enough, two together.
    pub readings: Vec<Vec<ReadSo>>,
}

/// Whether a platform counted a strike, held against the rules.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct StrikeAudit {
    /// How it stands to the rules.
    pub verdict: Agreement,
    /// Whether one was counted.
    pub taken: bool,
    /// Whether one is due.
    pub due: bool,
    /// The ways of reading ambiguous texts under which it is right.
    pub readings: Vec<Vec<ReadSo>>,
}

/// The measures that a platform took, held against the rules. One that is due and takes no effect
/// because a graver one of its kind runs may be stated or not.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct MeasuresAudit {
    /// How they stand to the rules: more, as soon as one was taken that is not due.
    pub verdict: Agreement,
    /// Those that were taken and are not due.
    pub not_due: Vec<String>,
    /// Those that are due, take effect and were not taken.
    pub not_taken: Vec<String>,
    /// The ways of reading ambiguous texts under which they are right.
    pub readings: Vec<Vec<ReadSo>>,
}

/// An account by the platform's numbers, held against what the rules support.
///
/// The ledger runs once more with the points and strikes that were stated in place of those
/// that the rules give: windows hold what is booked in them, and nodes, closure, lapses and
/// turns of the year follow. Of what was not stated it books what the rules give on the account
/// as it stands then. Measures and money always follow the rules: their ends are not stated.
///
/// ```
/// use zhengpin::request::{Finding, SimulateRequest, Taken};
/// use zhengpin::{library, simulate::simulate};
///
/// // Source: Taobao's FAQ on its rule of 2017-02-21, question 8: findings in a window of three
/// // days are one strike together.
/// let taken = Taken::new().points(2).strike(true);
/// let of = |day: &str| Finding::new(day, day, "information").taken(taken.clone());
/// let request = SimulateRequest::new("taobao/counterfeit")
///     .finding(of("2019-04-01"))
///     .finding(of("2019-04-02"))
///     .finding(of("2019-04-03"));
/// let simulation = simulate(library::built_in(), &request)?;
/// let audit = simulation.audit.ok_or("nothing was stated")?;
/// assert!(simulation.status.open && !audit.status.open);
/// let first: Vec<&str> = audit.appeals.iter().map(|one| one.finding.as_str()).collect();
/// assert_eq!(first, ["2019-04-02", "2019-04-03"]);
/// assert!(audit.appeals.iter().all(|one| one.certain && one.reopens));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Audit {
    /// Of how many findings something is stated.
    pub stated: u32,
    /// Of these, how many agree in everything stated.
    pub agree: u32,
    /// How many differ in something that no reading tried explains.
    pub differ: u32,
    /// How many differ only in what some reading explains.
    pub explained: u32,
    /// Of how many findings the points are not stated, and taken as the rules give them.
    pub points_assumed: u32,
    /// Of how many findings it is not stated whether they were a strike.
    pub strikes_assumed: u32,
    /// Where the account stands by the platform's numbers.
    pub status: Status,
    /// What every turn of the year does by the platform's numbers.
    pub year_ends: Vec<YearEndEntry>,
    /// Whether the account is closed by the platform's numbers and not by the rules, or the
    /// other way round, or at another time or for another cause.
    pub closure: bool,
    /// The years whose turn leaves other points or strikes.
    pub turns: Vec<i32>,
    /// The measures that begin by the platform's numbers and not by the rules, or the other way
    /// round, or end at another time.
    pub measures: Vec<MeasureChange>,
    /// The findings for which more was taken than is due, that with the largest effect first.
    /// What weighs most is whether the account would be open again; then how many measures
    /// without an end are spared, then for how long other measures; then measures stated that
    /// are not due; then strikes, then points. Where all that is the same, the earlier day
    /// stands first, then the id.
    pub appeals: Vec<Correction>,
    /// Whether all pairs of readings and all findings for which more was taken were tried; if
    /// not, the ledger is too long for it, and what is missing are pairs, and earlier findings.
    pub exhaustive: bool,
}

/// A measure that begins or ends otherwise.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct MeasureChange {
    /// The finding with which it begins.
    pub finding: String,
    /// The measure.
    pub code: String,
    /// As it is by the platform's numbers; `null` where it does not begin by them.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "MeasureEntry | null"))]
    pub was: Option<MeasureEntry>,
    /// As it would be; `null` where it would not begin.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "MeasureEntry | null"))]
    pub is: Option<MeasureEntry>,
}

/// What it changes to put a finding right for which more was taken than is due.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct Correction {
    /// The finding's id.
    pub finding: String,
    /// Whether more was taken under every reading tried; otherwise it can be argued.
    pub certain: bool,
    /// Whether the account would be open again.
    pub reopens: bool,
    /// The measures that would begin or end otherwise.
    pub measures: Vec<MeasureChange>,
    /// How many strikes fewer there would be in the end.
    pub strikes: u32,
    /// How many points fewer its book would hold in the end.
    pub points: u32,
    /// Where the account would stand by the platform's other numbers.
    pub status: Status,
    /// Where it would stand with those before it in the list put right as well.
    pub together: Status,
}
