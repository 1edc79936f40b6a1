//! How measures weigh on an account, and how they differ between two runs.

use chrono::NaiveDateTime as DateTime;

use crate::simulate::answer::{Entry, MeasureChange, MeasureEntry};
use crate::simulate::running::Running;

/// How heavily the measures of a run weigh: the more of them are without an end the heavier,
/// then the earlier these begin, then the longer the others last.
#[derive(Clone, Copy, Debug, Default, Eq, Ord, PartialEq, PartialOrd)]
pub(super) struct Burden {
    without_end: i64,
    /// How long those without an end last until a day that is the same for all.
    endless: i64,
    /// How long the others last.
    seconds: i64,
}

impl Burden {
    /// The burden of all measures that took effect. What is done once does not last. One without
    /// an end is counted to `end`, which has to be the same for all burdens that are compared:
    /// where as many are without an end, how much later one begins is then exactly how much
    /// shorter it lasts.
    pub(super) fn of(running: &Running, end: DateTime) -> Self {
        let mut burden = Self::default();
        for span in running.spans() {
            let last = |until: DateTime| until.signed_duration_since(span.from).num_seconds();
            match span.until {
                Some(until) => burden.seconds += last(until),
                None => {
                    burden.without_end += 1;
                    burden.endless += last(end);
                }
            }
        }
        burden
    }

    /// What is spared where this burden takes the place of another; less than nothing, where it
    /// is the heavier one.
    pub(super) fn spared_from(self, other: Self) -> Self {
        Self {
            without_end: other.without_end - self.without_end,
            endless: other.endless - self.endless,
            seconds: other.seconds - self.seconds,
        }
    }
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
