//! The shape of a forecast.

use serde::Serialize;

use super::account::{Status, YearEndEntry};
use super::measure::MeasureEntry;

/// How far the account is from closure, and what may come.
///
/// Every hypothetical finding is issued at [`at`](Self::at) and has one item unless it says
/// otherwise, and states no circumstance, label or amount.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Forecast {
    /// Points that close the account; `null` where the rules name no number.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "number | null"))]
    pub points_limit: Option<u32>,
    /// Strikes that close the account; `null` where the rules name no number.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "number | null"))]
    pub strikes_limit: Option<u32>,
    /// Points still to lose before the account is closed; 0 once it is.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "number | null"))]
    pub points_left: Option<u32>,
    /// Strikes still to take before the account is closed; 0 once it is.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "number | null"))]
    pub strikes_left: Option<u32>,
    /// The moment for which it is made: the last minute of `until`, or the last finding.
    pub at: String,
    /// What one further finding of each tier would do, gravest first; none once the account
    /// is closed.
    pub next: Vec<NextFinding>,
    /// What leads to each further node and to closure.
    pub ways: Vec<Way>,
    /// What runs out if nothing more happens, in order of time.
    pub ends: Vec<Ending>,
    /// What the coming turns of the year will do if nothing more happens, as long as they
    /// change anything.
    pub year_ends: Vec<YearEndEntry>,
    /// What a successful appeal against each of the latest findings would restore.
    pub appeals: Vec<Appeal>,
}

/// What one further finding would do.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct NextFinding {
    /// The tier.
    pub tier: String,
    /// Points that it would book.
    pub points: u32,
    /// Points that would not be booked because a window's cap is used up.
    pub lost: u32,
    /// Whether it would be a strike of its own.
    pub strike: bool,
    /// The points in its book after it.
    pub ledger: u32,
    /// The strikes after it.
    pub strikes: u32,
    /// Whether it would close the account.
    pub closes: bool,
    /// The number of points at which measures are due that it would reach; `null` if none.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "number | null"))]
    pub node: Option<u32>,
    /// The measures that would begin with it.
    pub measures: Vec<MeasureEntry>,
}

/// What leads to a node or to closure.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Way {
    /// The rule, such as `closure/points` or `node/every_twelve`.
    pub rule: String,
    /// The number of points or strikes that would be reached.
    pub number: u32,
    /// The smallest combinations of further findings: none of its findings can be left out or
    /// replaced by a lighter one of its book, and it needs all of its items. Those that may
    /// come at once stand first, fewest findings first; then those that lead there only if
    /// they come apart, each when no window is open in which it would be counted together
    /// with others. Of items that several windows share, each window but the last is full.
    /// Empty where no combination of up to three findings leads there.
    pub findings: Vec<Vec<Further>>,
}

/// A further finding.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct Further {
    /// Its tier.
    pub tier: String,
    /// Its items, times or points, as the tier counts them.
    pub items: u32,
    /// When it is issued: at the forecast's moment, or as soon as it counts on its own, and not
    /// before the one before it.
    pub at: String,
}

/// Something that runs out.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct Ending {
    /// When.
    pub at: String,
    /// What.
    pub what: EndingOf,
    /// The measure, book or window; `null` for strikes.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "string | null"))]
    pub id: Option<String>,
    /// How many points or strikes; `null` for measures and windows.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "number | null"))]
    pub number: Option<u32>,
}

/// What runs out.
#[derive(Clone, Copy, Debug, Eq, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "snake_case")]
pub enum EndingOf {
    /// A measure is over.
    Measure,
    /// Points lapse.
    Points,
    /// Strikes lapse.
    Strikes,
    /// A window closes: what is found after it is counted on its own.
    Window,
}

/// What a successful appeal against a finding would restore.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct Appeal {
    /// The finding's id.
    pub finding: String,
    /// How many points fewer its book would hold.
    pub points: u32,
    /// How many strikes fewer there would be.
    pub strikes: u32,
    /// Whether it would open the account again.
    pub reopens: bool,
    /// The later findings that would cost something else, by id.
    pub entries: Vec<String>,
    /// The running measures that would end at another time, or at once.
    pub measures: Vec<Relief>,
    /// Where the account would stand.
    pub status: Status,
}

/// A running measure that would end at another time: earlier, as a rule, but later where what
/// sets it off moves.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct Relief {
    /// The measure.
    pub code: String,
    /// When it ends as things stand; `null` if never.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "string | null"))]
    pub until: Option<String>,
    /// When it would end instead; `null` if it would not run at all.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "string | null"))]
    pub instead: Option<String>,
}
