//! Measures and the time they run.

use chrono::NaiveDateTime as DateTime;

use crate::compile::{CompiledImposed, CompiledLedger, Id};

use super::MeasureEntry;
use super::time;

/// The measures in force on an account: each with its end, or final.
#[derive(Clone, Debug, Default)]
pub(super) struct Running(Vec<(Id, Option<DateTime>)>);

impl Running {
    /// Begins measures at `at`, and returns those that take effect.
    ///
    /// Of measures of the same kind only the heaviest runs: one that would end no later
    /// than the one that runs already takes no effect, and one that would end later takes
    /// its place from its own beginning. An act is done each time.
    pub(super) fn begin(
        &mut self,
        imposed: &CompiledImposed,
        at: DateTime,
        ledger: &CompiledLedger,
    ) -> Vec<MeasureEntry> {
        let until = imposed.days.map(|days| time::after_days(at, days));
        let mut begun = Vec::with_capacity(imposed.measures.len());
        for id in &imposed.measures {
            let Some(measure) = ledger.measures.get(usize::from(*id)) else { continue };
            if !measure.act && !self.replace(*id, until) {
                continue;
            }
            begun.push(MeasureEntry {
                code: measure.id.clone(),
                from: time::write(at, ledger),
                until: until.map(|until| time::write(until, ledger)),
            });
        }
        begun
    }

    /// Whether a measure until `until` goes beyond the one that runs.
    fn replace(&mut self, id: Id, until: Option<DateTime>) -> bool {
        let Some((_, running)) = self.0.iter_mut().find(|(known, _)| *known == id) else {
            self.0.push((id, until));
            return true;
        };
        let heavier = match (*running, until) {
            (None, _) => false,
            (Some(_), None) => true,
            (Some(running), Some(until)) => running < until,
        };
        if heavier {
            *running = until;
        }
        heavier
    }
}
