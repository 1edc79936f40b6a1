//! How measures weigh on an account, and how they differ between two runs.

use chrono::{NaiveDateTime as DateTime, TimeDelta};

use crate::compile::CompiledLedger;
use crate::simulate::answer::{Entry, MeasureChange, MeasureEntry};
use crate::simulate::time;

/// How heavily the measures of a run weigh: the more of them are without an end the heavier,
/// then the longer the others last.
#[derive(Clone, Copy, Debug, Default, Eq, Ord, PartialEq, PartialOrd)]
pub(super) struct Burden {
    without_end: i64,
    seconds: i64,
}

impl Burden {
    /// The burden of all measures that begin with these entries. What is done once does not last.
    pub(super) fn of(entries: &[Entry], ledger: &CompiledLedger) -> Self {
        let mut burden = Self::default();
        for measure in entries.iter().flat_map(|entry| &entry.measures) {
            let act = ledger.measures.values().any(|known| known.act && known.id == measure.code);
            let ends = measure.replaced.as_ref().or(measure.until.as_ref());
            if act {
                continue;
            }
            match ends {
                None => burden.without_end += 1,
                Some(until) => burden.seconds += seconds(&measure.from, until, ledger),
            }
        }
        burden
    }

    /// What is spared where this burden takes the place of another; less than nothing, where it
    /// is the heavier one.
    pub(super) fn spared_from(self, other: Self) -> Self {
        Self {
            without_end: other.without_end - self.without_end,
            seconds: other.seconds - self.seconds,
        }
    }
}

fn seconds(from: &str, until: &str, ledger: &CompiledLedger) -> i64 {
    let read = |text: &str| time::read(text, ledger);
    let span = |(from, until): (DateTime, DateTime)| until.signed_duration_since(from);
    read(from).zip(read(until)).map_or(0, |both| TimeDelta::num_seconds(&span(both)))
}

/// The measures that begin or end otherwise in another run of the same findings.
pub(super) fn changes(was: &[Entry], is: &[Entry]) -> Vec<MeasureChange> {
    let mut changes = Vec::new();
    for (was, is) in was.iter().zip(is) {
        let mut gone: Vec<&MeasureEntry> = Vec::new();
        let mut kept: Vec<bool> = vec![false; is.measures.len()];
        for measure in &was.measures {
            let same = |(other, kept): &(&MeasureEntry, &mut bool)| *other == measure && !**kept;
            match is.measures.iter().zip(&mut kept).find(same) {
                Some((_, kept)) => *kept = true,
                None => gone.push(measure),
            }
        }
        let begun = is.measures.iter().zip(&kept).filter(|(_, kept)| !**kept);
        let mut begun: Vec<&MeasureEntry> = begun.map(|(measure, _)| measure).collect();
        let mut note = |was_one: Option<&MeasureEntry>, is_one: Option<&MeasureEntry>| {
            let Some(code) = was_one.or(is_one).map(|measure| measure.code.clone()) else { return };
            let (was_one, is_one) = (was_one.cloned(), is_one.cloned());
            changes.push(MeasureChange { finding: was.id.clone(), code, was: was_one, is: is_one });
        };
        for measure in gone {
            let place = begun.iter().position(|other| other.code == measure.code);
            let instead = place.map(|place| begun.remove(place));
            note(Some(measure), instead);
        }
        begun.into_iter().for_each(|measure| note(None, Some(measure)));
    }
    changes
}
