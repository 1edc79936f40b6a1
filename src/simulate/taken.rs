//! What a platform booked for a finding, as the request states it.

use serde_json::Value;

use crate::compile::{CompiledLedger, CompiledTier, MeasureId};
use crate::problem::{Code, Problem, child};
use crate::request::{self, Reader};
use crate::rulebook::Per;

/// What the platform booked. What is not stated is not known.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Sanction {
    /// The points, of all items together; those taken off, where the tier takes points off.
    pub(super) points: Option<u32>,
    /// Whether a strike was counted.
    pub(super) strike: Option<bool>,
    /// The measures that were said to begin, each once.
    pub(super) measures: Option<Vec<MeasureId>>,
}

impl Sanction {
    /// Whether nothing is stated after all.
    pub(super) fn is_empty(&self) -> bool {
        self.points.is_none() && self.strike.is_none() && self.measures.is_none()
    }
}

/// Reads what a finding states under `taken`.
pub(super) fn read(
    value: &Value,
    path: &str,
    ledger: &CompiledLedger,
    reader: &mut Reader,
) -> Option<Sanction> {
    let map = reader.fields::<request::Taken>(value, path)?;
    let at = |key| child(path, key);
    let points = map.get("points").map(|value| {
        let most = most_points(ledger);
        reader.integer(value, &at("points"), 0, most).and_then(|points| u32::try_from(points).ok())
    });
    let strike = map.get("strike").map(|value| reader.boolean(value, &at("strike")));
    let measures =
        map.get("measures").map(|value| measures(value, &at("measures"), ledger, reader));
    // A value that could not be read was reported, and is not taken for one left out.
    Some(Sanction {
        points: points.map_or(Some(None), |points| points.map(Some))?,
        strike: strike.map_or(Some(None), |strike| strike.map(Some))?,
        measures: measures.map_or(Some(None), |measures| measures.map(Some))?,
    })
}

/// The most points that a finding can cost in this ledger: more is a slip of the pen.
fn most_points(ledger: &CompiledLedger) -> i64 {
    let of_tier = |tier: &CompiledTier| {
        let points = tier.points.iter().map(|variant| i64::from(variant.is)).max().unwrap_or(0);
        let items = if tier.per == Per::Finding { 1 } else { i64::from(ledger.limits.items) };
        points.saturating_mul(items)
    };
    let of_tiers = ledger.tiers.values().map(of_tier).max().unwrap_or(0);
    of_tiers.max(i64::from(ledger.limits.items)).min(i64::from(u32::MAX))
}

fn measures(
    value: &Value,
    path: &str,
    ledger: &CompiledLedger,
    reader: &mut Reader,
) -> Option<Vec<MeasureId>> {
    let list = reader.list(value, path, ledger.measures.len())?;
    let mut known = Vec::with_capacity(list.len());
    for (index, value) in list.iter().enumerate() {
        let path = format!("{path}/{index}");
        let Some(id) = measure(value, &path, ledger, reader) else { continue };
        if known.contains(&id) {
            let problem = Problem::new(Code::RepeatedChoice, path);
            reader.report(problem.with("value", value.as_str().unwrap_or_default()));
        }
        known.push(id);
    }
    Some(known)
}

fn measure(
    value: &Value,
    path: &str,
    ledger: &CompiledLedger,
    reader: &mut Reader,
) -> Option<MeasureId> {
    let name = reader.text(value, path)?;
    let known = ledger.measures.find(|measure| measure.id == name);
    if known.is_none() {
        let names = ledger.measures.values().map(|known| known.id.as_str());
        let problem = Problem::new(Code::UnknownChoice, path).with("value", name);
        reader.report(problem.with_list("expected", names));
    }
    known
}
