//! A ledger with every name resolved.

use chrono::{FixedOffset, NaiveDate as Date, NaiveTime, Timelike};
use serde::{Deserialize, Serialize};

use crate::problem::{Code, Problem};
use crate::rulebook::{
    Confidence, Counted, Effect, Imposed, Ledger, Limits, Per, Rulebook, StrikeRule, Validity,
};

use super::Id;
use super::names::Names;

/// A ledger as the engine runs it.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct CompiledLedger {
    /// The offset from UTC in which days are counted, as written.
    pub offset: String,
    /// The same, in seconds.
    pub offset_seconds: i32,
    /// The time of day counted for a finding that names none, as written.
    pub time_of_day: String,
    /// The same, as hour and minute.
    pub hour_and_minute: (u32, u32),
    /// The largest admissible request.
    pub limits: Limits,
    /// The measures.
    pub measures: Vec<CompiledMeasure>,
    /// The windows.
    pub windows: Vec<CompiledWindow>,
    /// The tiers, gravest first.
    pub tiers: Vec<CompiledTier>,
    /// The circumstances.
    pub circumstances: Vec<CompiledCircumstance>,
    /// The nodes.
    pub nodes: Vec<CompiledNode>,
    /// What closes the account.
    pub closures: Vec<CompiledClosure>,
    /// What the turn of the year does.
    pub year_ends: Vec<CompiledYearEnd>,
}

/// A measure.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct CompiledMeasure {
    /// Its id.
    pub id: String,
    /// Whether it is done once rather than a state that lasts.
    pub act: bool,
}

/// A window.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct CompiledWindow {
    /// Its id.
    pub id: String,
    /// How many calendar days it has.
    pub days: u8,
    /// The most points that can be booked in it.
    pub cap: u32,
    /// The provisions behind it.
    pub cite: Vec<Id>,
    /// How well it is attested.
    pub confidence: Confidence,
    /// How well it is attested that it runs on across the turn of a year.
    pub across_years: Confidence,
}

/// A tier.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct CompiledTier {
    /// Its id.
    pub id: String,
    /// Points per finding, item or time.
    pub points: u32,
    /// What the points are taken for.
    pub per: Per,
    /// Its window.
    pub window: Option<Id>,
    /// Whether its findings are strikes.
    pub strike: StrikeRule,
    /// How well that is attested.
    pub strike_confidence: Confidence,
    /// The tier one higher, and how well that is attested.
    pub upgrade: Option<(Id, Confidence)>,
    /// The measures it carries.
    pub measures: Vec<CompiledImposed>,
    /// The provisions behind it.
    pub cite: Vec<Id>,
    /// How well it is attested.
    pub confidence: Confidence,
}

/// Measures that begin together.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct CompiledImposed {
    /// The measures.
    pub measures: Vec<Id>,
    /// How many days of 24 hours they run; final, if none.
    pub days: Option<u32>,
    /// The provisions behind them.
    pub cite: Vec<Id>,
    /// How well they are attested.
    pub confidence: Confidence,
}

/// A circumstance.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct CompiledCircumstance {
    /// Its id.
    pub id: String,
    /// What it does.
    pub effect: Effect,
    /// What begins in place of the tier's measures.
    pub imposes: Vec<CompiledImposed>,
    /// The provisions behind it.
    pub cite: Vec<Id>,
    /// How well it is attested.
    pub confidence: Confidence,
}

/// Measures at every multiple of points.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct CompiledNode {
    /// Its id.
    pub id: String,
    /// The number of points whose multiples count.
    pub every: u32,
    /// The tiers whose findings it applies to.
    pub tiers: Vec<Id>,
    /// What begins.
    pub imposes: CompiledImposed,
    /// When it is in force.
    pub in_force: Validity,
}

/// What closes the account.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct CompiledClosure {
    /// Its id.
    pub id: String,
    /// What is counted.
    pub counts: Counted,
    /// The number that closes the account.
    pub at: u32,
    /// What the ledger is raised to.
    pub books: Option<u32>,
    /// What begins.
    pub imposes: CompiledImposed,
    /// When it is in force.
    pub in_force: Validity,
}

/// What the turn of the year does.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct CompiledYearEnd {
    /// Its id.
    pub id: String,
    /// What is turned over.
    pub counts: Counted,
    /// From how many points of the year some are carried over.
    pub carry_from: Option<u32>,
    /// How many are carried over then.
    pub carry: Option<u32>,
    /// The provisions behind it.
    pub cite: Vec<Id>,
    /// How well it is attested.
    pub confidence: Confidence,
    /// When it is in force.
    pub in_force: Validity,
}

pub(super) fn compile(rulebook: &Rulebook, names: &mut Names<'_>) -> Option<CompiledLedger> {
    let ledger = rulebook.ledger.as_ref()?;
    Some(CompiledLedger {
        offset: ledger.offset.clone(),
        offset_seconds: offset(&ledger.offset, names),
        time_of_day: ledger.time_of_day.clone(),
        hour_and_minute: time_of_day(&ledger.time_of_day, names),
        limits: ledger.limits,
        measures: measures(ledger),
        windows: windows(ledger, names),
        tiers: tiers(ledger, names),
        circumstances: circumstances(ledger, names),
        nodes: nodes(ledger, names),
        closures: closures(ledger, names),
        year_ends: year_ends(ledger, names),
    })
}

fn measures(ledger: &Ledger) -> Vec<CompiledMeasure> {
    let measures = ledger.measures.iter();
    measures.map(|(id, measure)| CompiledMeasure { id: id.clone(), act: measure.act }).collect()
}

fn offset(written: &str, names: &mut Names<'_>) -> i32 {
    written.parse::<FixedOffset>().map_or_else(
        |_| {
            names.report(Problem::new(Code::NotAnInstant, "/ledger/offset").with("value", written));
            0
        },
        |offset| offset.local_minus_utc(),
    )
}

fn time_of_day(written: &str, names: &mut Names<'_>) -> (u32, u32) {
    match NaiveTime::parse_from_str(written, "%H:%M") {
        Ok(time) => (time.hour(), time.minute()),
        Err(_) => {
            let path = "/ledger/time_of_day";
            names.report(Problem::new(Code::NotAnInstant, path).with("value", written));
            (0, 0)
        }
    }
}

fn imposed(
    ledger: &Ledger,
    imposed: &Imposed,
    path: &str,
    names: &mut Names<'_>,
) -> CompiledImposed {
    let measures = imposed.measures.iter();
    CompiledImposed {
        measures: measures.map(|m| names.find(&ledger.measures, m, "measure", path)).collect(),
        days: imposed.days,
        cite: names.cite(&imposed.cite, path),
        confidence: imposed.confidence,
    }
}

fn windows(ledger: &Ledger, names: &mut Names<'_>) -> Vec<CompiledWindow> {
    let windows = ledger.windows.iter().map(|(id, window)| CompiledWindow {
        id: id.clone(),
        days: window.days,
        cap: window.cap,
        cite: names.cite(&window.cite, &format!("/ledger/windows/{id}")),
        confidence: window.confidence,
        across_years: window.across_years,
    });
    windows.collect()
}

fn tiers(ledger: &Ledger, names: &mut Names<'_>) -> Vec<CompiledTier> {
    let mut tiers = Vec::with_capacity(ledger.tiers.len());
    for (id, tier) in &ledger.tiers {
        let path = format!("/ledger/tiers/{id}");
        let window = tier.window.as_ref();
        let upgrade = tier.upgrade.as_ref();
        let window_path = format!("{path}/window");
        let upgrade_path = format!("{path}/upgrade");
        tiers.push(CompiledTier {
            id: id.clone(),
            points: tier.points,
            per: tier.per,
            window: window.map(|w| names.find(&ledger.windows, w, "window", &window_path)),
            strike: tier.strike,
            strike_confidence: tier.strike_confidence,
            upgrade: upgrade.map(|upgrade| {
                (names.find(&ledger.tiers, &upgrade.to, "tier", &upgrade_path), upgrade.confidence)
            }),
            measures: tier.measures.iter().map(|m| imposed(ledger, m, &path, names)).collect(),
            cite: names.cite(&tier.cite, &path),
            confidence: tier.confidence,
        });
    }
    tiers
}

fn circumstances(ledger: &Ledger, names: &mut Names<'_>) -> Vec<CompiledCircumstance> {
    let mut circumstances = Vec::with_capacity(ledger.circumstances.len());
    for (id, circumstance) in &ledger.circumstances {
        let path = format!("/ledger/circumstances/{id}");
        let imposes = circumstance.imposes.iter();
        circumstances.push(CompiledCircumstance {
            id: id.clone(),
            effect: circumstance.effect,
            imposes: imposes.map(|more| imposed(ledger, more, &path, names)).collect(),
            cite: names.cite(&circumstance.cite, &path),
            confidence: circumstance.confidence,
        });
    }
    circumstances
}

fn nodes(ledger: &Ledger, names: &mut Names<'_>) -> Vec<CompiledNode> {
    let mut nodes = Vec::with_capacity(ledger.nodes.len());
    for (id, node) in &ledger.nodes {
        let path = format!("/ledger/nodes/{id}");
        names.validity(node.in_force, &path, id);
        let tiers = node.tiers.iter();
        nodes.push(CompiledNode {
            id: id.clone(),
            every: node.every,
            tiers: tiers.map(|tier| names.find(&ledger.tiers, tier, "tier", &path)).collect(),
            imposes: imposed(ledger, &node.imposes, &path, names),
            in_force: node.in_force,
        });
    }
    nodes
}

fn closures(ledger: &Ledger, names: &mut Names<'_>) -> Vec<CompiledClosure> {
    let mut closures = Vec::with_capacity(ledger.closures.len());
    for (id, closure) in &ledger.closures {
        let path = format!("/ledger/closures/{id}");
        names.validity(closure.in_force, &path, id);
        closures.push(CompiledClosure {
            id: id.clone(),
            counts: closure.counts,
            at: closure.at,
            books: closure.books,
            imposes: imposed(ledger, &closure.imposes, &path, names),
            in_force: closure.in_force,
        });
    }
    closures
}

fn year_ends(ledger: &Ledger, names: &mut Names<'_>) -> Vec<CompiledYearEnd> {
    let mut year_ends = Vec::with_capacity(ledger.year_ends.len());
    for (id, year_end) in &ledger.year_ends {
        let path = format!("/ledger/year_ends/{id}");
        names.validity(year_end.in_force, &path, id);
        year_ends.push(CompiledYearEnd {
            id: id.clone(),
            counts: year_end.counts,
            carry_from: year_end.carry_from,
            carry: year_end.carry,
            cite: names.cite(&year_end.cite, &path),
            confidence: year_end.confidence,
            in_force: year_end.in_force,
        });
    }
    year_ends
}

impl CompiledLedger {
    /// The number of points or strikes that closes the account on `day`.
    #[must_use]
    pub fn limit(&self, counted: Counted, day: Date) -> Option<u32> {
        let closures = self.closures.iter().filter(|closure| closure.counts == counted);
        closures.filter(|closure| closure.in_force.holds_on(day)).map(|closure| closure.at).min()
    }
}
