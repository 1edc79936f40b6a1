//! The shape of a description: what a form needs to ask, and what a page needs to show.

use chrono::NaiveDate as Date;
use serde::Serialize;

use crate::compile::Listed;
use crate::request::Facts;
use crate::rulebook::{
    Alterable, AmountOf, Confidence, Counted, Docket, Kind, Party, Per, Rank, Typed, Value, Weight,
};

/// The answer to [`list`](crate::describe::list).
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Rulebooks {
    /// One entry per rulebook.
    pub rulebooks: Vec<Listed>,
}

/// A fact, as a form asks it.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct FactDescription {
    /// Its id.
    pub id: String,
    /// What may be stated.
    pub kind: Kind,
    /// The section that asks it.
    pub group: String,
    /// The possible answers of a choice or a set, in order.
    pub choices: Vec<String>,
    /// The smallest admissible number; `null` where there is none.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "number | null"))]
    pub min: Option<i64>,
    /// The largest admissible number; `null` where there is none.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "number | null"))]
    pub max: Option<i64>,
    /// Who bears its proof.
    pub proof: Party,
    /// Whether and how the user can change it.
    pub change: Alterable,
    /// What `presume` takes it to be; `null` where it presumes nothing.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "Value | null"))]
    pub undisputed: Option<Value>,
    /// The facts that the question presupposes, of those asked that day.
    pub after: Vec<String>,
    /// The issues whose verdict can depend on it.
    pub issues: Vec<String>,
    /// The alerts whose facts it is among.
    pub alerts: Vec<String>,
    /// The deadlines that count by it: those that run from its day, and those that it says
    /// were kept.
    pub deadlines: Vec<String>,
}

/// A paper that can be drafted.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct DocumentDescription {
    /// Its id in the rulebook.
    pub id: String,
    /// Who hands it in; `null` where anyone may.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "Party | null"))]
    pub who: Option<Party>,
    /// What can be typed into it, in order.
    pub fields: Vec<FieldDescription>,
}

/// Something to type into a document.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct FieldDescription {
    /// Its id.
    pub id: String,
    /// What may be typed.
    pub kind: Typed,
    /// Whether it may stay empty.
    pub optional: bool,
}

/// An issue and its verdicts.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct IssueDescription {
    /// Its id.
    pub id: String,
    /// Its verdicts, in order.
    pub verdicts: Vec<VerdictDescription>,
    /// Whose question it is; `null` where it is nobody's in particular.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "Party | null"))]
    pub who: Option<Party>,
    /// The name of the answer while it is open; `null` where it has none.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "string | null"))]
    pub open: Option<String>,
}

/// A verdict.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct VerdictDescription {
    /// Its id.
    pub id: String,
    /// What it means for the user who asks.
    pub weight: Weight,
    /// How well it is attested where its elements are met.
    pub confidence: Confidence,
}

/// An element.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct ElementDescription {
    /// Its id.
    pub id: String,
    /// How well it is attested.
    pub confidence: Confidence,
    /// Whether courts or texts disagree over it.
    pub split: bool,
    /// The provisions behind it, in force on the day.
    pub cite: Vec<String>,
    /// Cases that decided as it says.
    pub cases_for: Vec<String>,
    /// Cases that decided otherwise.
    pub cases_against: Vec<String>,
}

/// A provision.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct ProvisionDescription {
    /// Its id, `instrument/article/paragraph`.
    pub id: String,
    /// The instrument it stands in.
    pub instrument: String,
    /// What kind of authority it has.
    pub rank: Rank,
    /// How well it is attested.
    pub confidence: Confidence,
    /// Its first day in force; `null` where it is open.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "string | null"))]
    #[serde(with = "crate::day::maybe")]
    pub from: Option<Date>,
    /// Its last day in force; `null` where it is open.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "string | null"))]
    #[serde(with = "crate::day::maybe")]
    pub to: Option<Date>,
}

/// A decided case.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct CaseDescription {
    /// Its id.
    pub id: String,
    /// The year of the decision; `null` where it was not verified.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "number | null"))]
    pub year: Option<i16>,
    /// Its dockets, that of the decision itself first; empty where none was verified.
    pub dockets: Vec<Docket>,
    /// How it was read.
    pub confidence: Confidence,
    /// The case that overruled it; `null` where none did.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "string | null"))]
    pub overruled_by: Option<String>,
    /// What is known of it, by fact.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "Facts"))]
    pub facts: Facts,
}

/// The tables of a ledger.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct LedgerDescription {
    /// The offset from UTC in which days are counted.
    pub offset: String,
    /// The time of day counted for a finding that names none.
    pub time_of_day: String,
    /// The most findings in one request.
    pub max_findings: u32,
    /// The most items in one finding.
    pub max_items: u32,
    /// The largest sum of money, in units of the currency.
    pub max_yuan: u32,
    /// The currency of its sums, by the code of ISO 4217.
    pub currency: String,
    /// The books, the main one first.
    pub books: Vec<String>,
    /// The tiers in force on the day, gravest first.
    pub tiers: Vec<TierDescription>,
    /// The windows.
    pub windows: Vec<WindowDescription>,
    /// Circumstances that a finding can state on the day, by id.
    pub circumstances: Vec<String>,
    /// What a finding can name besides, by id.
    pub labels: Vec<String>,
    /// Sums of money that a request can state.
    pub amounts: Vec<AmountDescription>,
    /// The readings of ambiguous texts.
    pub readings: Vec<ReadingDescription>,
    /// The measures, by id.
    pub measures: Vec<String>,
    /// The numbers of points or strikes at which measures are due on the day.
    pub nodes: Vec<NumberDescription>,
    /// The numbers that close the account on the day.
    pub closures: Vec<NumberDescription>,
    /// Points that close the account; `null` where the rules name no number.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "number | null"))]
    pub points_limit: Option<u32>,
    /// Strikes that close the account; `null` where the rules name no number.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "number | null"))]
    pub strikes_limit: Option<u32>,
}

/// A tier of findings.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct TierDescription {
    /// Its id.
    pub id: String,
    /// The book in which its points are counted.
    pub book: String,
    /// Points per finding, item, time or point.
    pub points: u32,
    /// What the points are taken for.
    pub per: Per,
    /// The fewest items, times or points that one finding can have; 1, unless a published range
    /// begins above.
    pub least_booked: u32,
    /// The most of them; `maxItems`, unless a published range ends below.
    pub most_booked: u32,
    /// Whether a finding of it closes the account, whatever the points.
    pub closes: bool,
    /// Whether the points are taken off the book.
    pub credit: bool,
    /// The window in which its findings are counted together; `null` where there is none.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "string | null"))]
    pub window: Option<String>,
    /// The tier that takes its place one higher; `null` where there is none.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "string | null"))]
    pub upgrade: Option<String>,
}

/// A window.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct WindowDescription {
    /// Its id.
    pub id: String,
    /// How many calendar days it has; `null` where it is counted in hours.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "number | null"))]
    pub days: Option<u32>,
    /// How many hours it has; `null` where it is counted in days.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "number | null"))]
    pub hours: Option<u32>,
    /// The most points that can be booked in it; `null` where there is no such limit.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "number | null"))]
    pub cap: Option<u32>,
}

/// A number of points or strikes that sets something off.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct NumberDescription {
    /// The rule's id.
    pub id: String,
    /// What is counted.
    pub counts: Counted,
    /// The book, where points are.
    pub book: String,
    /// The number.
    pub at: u32,
    /// Whether its multiples count too.
    pub multiples: bool,
}

/// A sum of money that a request can state.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct AmountDescription {
    /// Its id.
    pub id: String,
    /// Whether it stands with the request or with a finding.
    pub of: AmountOf,
    /// What it is stated for: where not for the finding as a whole, it counts as often as the
    /// finding has items.
    pub per: Per,
    /// The amount counted in its place where it is not stated; `null` where there is none.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "string | null"))]
    pub or: Option<String>,
}

/// A reading of an ambiguous text.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct ReadingDescription {
    /// Its id.
    pub id: String,
    /// The ways of reading it, in order.
    pub choices: Vec<String>,
    /// The one taken by default.
    pub default: String,
    /// How well that is attested.
    pub confidence: Confidence,
}
