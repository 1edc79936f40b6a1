//! Measures and the time they run.

use chrono::NaiveDateTime as DateTime;

use crate::compile::{CompiledImposed, CompiledLedger, MeasureId};
use crate::rulebook::{Exam, Overlap};

use super::answer::{Entry, ExamEntry, MeasureEntry};
use super::finding::{Passed, RunFinding};
use super::time;

/// The measures in force on an account.
#[derive(Clone, Debug, Default)]
pub(super) struct Running {
    states: Vec<State>,
    /// Measures whose place another took.
    replaced: Vec<Replaced>,
    /// When each measure that took effect and lasts began and ended.
    spans: Vec<MeasureSpan>,
}

/// The time that a measure lasts.
#[derive(Clone, Copy, Debug)]
pub(super) struct MeasureSpan {
    pub(super) from: DateTime,
    /// Its end, also where another took its place; none, if it never ends.
    pub(super) until: Option<DateTime>,
}

/// A measure whose place another took.
#[derive(Clone, Copy, Debug)]
struct Replaced {
    /// The entry it began with.
    entry: usize,
    /// The measure.
    id: MeasureId,
    /// When the other took its place.
    at: DateTime,
}

/// A measure that runs, or ran.
#[derive(Clone, Copy, Debug)]
struct State {
    /// The measure.
    id: MeasureId,
    /// From when its time is counted.
    from: DateTime,
    /// When it ends; final, if never.
    until: Option<DateTime>,
    /// The entry it began with.
    entry: usize,
    /// The place of its span.
    span: usize,
}

/// A measure that began.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct BegunMeasure {
    pub(super) id: MeasureId,
    from: DateTime,
    until: Option<DateTime>,
    exam: Option<ExamTimes>,
}

/// By when an exam has to be passed, and when the measure ends if it is not.
#[derive(Clone, Copy, Debug, PartialEq)]
struct ExamTimes {
    by: Option<DateTime>,
    otherwise: Option<DateTime>,
}

impl Running {
    /// Begins measures with the entry numbered `entry`, and returns those that take effect.
    ///
    /// Of measures of the same kind only the heaviest runs: one that would end no later
    /// than the one that runs already takes no effect, and one that would end later takes
    /// its place from its own beginning, or with its time counted from where the other's is.
    /// Where they run one after the other, it begins when the other has ended. An act is done
    /// each time.
    pub(super) fn begin(
        &mut self,
        imposed: &CompiledImposed,
        finding: &RunFinding<'_>,
        entry: usize,
        overlap: Overlap,
        ledger: &CompiledLedger,
    ) -> Vec<BegunMeasure> {
        let mut begun = Vec::with_capacity(imposed.measures.len());
        for id in &imposed.measures {
            let measure = &ledger.measures[*id];
            let mut from = finding.at;
            if !measure.act && overlap == Overlap::Successive && imposed.days.is_some() {
                from = from.max(self.runs_until(*id).unwrap_or(from));
            }
            let mut counted_from = from;
            if !measure.act && overlap == Overlap::HeaviestFromFirst {
                counted_from = self.runs_at(*id, from).map_or(from, |state| state.from);
            }
            let until = ending(imposed, counted_from, finding);
            let span = self.spans.len();
            let state = State { id: *id, from: counted_from, until, entry, span };
            if !measure.act && !self.replace(state, from) {
                continue;
            }
            if !measure.act {
                self.spans.push(MeasureSpan { from, until });
            }
            let exam = imposed.exam.map(|exam| ExamTimes::of(exam, counted_from));
            begun.push(BegunMeasure { id: *id, from, until, exam });
        }
        begun
    }

    /// The measures that run at `at`, each with its end; final, if none.
    pub(super) fn at(&self, at: DateTime) -> Vec<(MeasureId, Option<DateTime>)> {
        let running = self.states.iter().filter(|state| state.until.is_none_or(|end| at < end));
        running.map(|state| (state.id, state.until)).collect()
    }

    /// When each measure that took effect and lasts began and ended.
    pub(super) fn spans(&self) -> &[MeasureSpan] {
        &self.spans
    }

    fn runs_until(&self, id: MeasureId) -> Option<DateTime> {
        self.states.iter().find(|state| state.id == id)?.until
    }

    /// The measure of this kind that runs at `at`.
    fn runs_at(&self, id: MeasureId, at: DateTime) -> Option<&State> {
        let state = self.states.iter().find(|state| state.id == id)?;
        state.until.is_none_or(|until| at < until).then_some(state)
    }

    /// Whether a measure that begins at `from` goes beyond the one that runs.
    fn replace(&mut self, new: State, from: DateTime) -> bool {
        let Some(state) = self.states.iter_mut().find(|state| state.id == new.id) else {
            self.states.push(new);
            return true;
        };
        let heavier = match (state.until, new.until) {
            (None, _) => false,
            (Some(_), None) => true,
            (Some(running), Some(until)) => running < until,
        };
        if heavier {
            if state.until.is_some_and(|running| from < running) {
                self.replaced.push(Replaced { entry: state.entry, id: new.id, at: from });
                if let Some(span) = self.spans.get_mut(state.span) {
                    span.until = Some(from);
                }
            }
            *state = new;
        }
        heavier
    }

    /// Says of every measure whose place another took when that was. One that another took
    /// the place of when it began never ran. The first of the entries is the one numbered
    /// `first`.
    pub(super) fn note_replaced(
        &self,
        entries: &mut [Entry],
        first: usize,
        ledger: &CompiledLedger,
    ) {
        for replaced in &self.replaced {
            // Entries before the first were told before.
            let place = replaced.entry.checked_sub(first);
            let Some(entry) = place.and_then(|place| entries.get_mut(place)) else { continue };
            let measure = &ledger.measures[replaced.id];
            let at = time::write(replaced.at, ledger);
            let is_it = |begun: &MeasureEntry| begun.code == measure.id && begun.replaced.is_none();
            let Some(place) = entry.measures.iter().position(is_it) else { continue };
            if entry.measures.get(place).is_some_and(|begun| begun.from == at) {
                entry.measures.remove(place);
            } else if let Some(begun) = entry.measures.get_mut(place) {
                begun.replaced = Some(at);
            }
        }
    }
}

/// When a measure ends that begins at `from`; final, if never.
fn ending(imposed: &CompiledImposed, from: DateTime, finding: &RunFinding<'_>) -> Option<DateTime> {
    let until = time::after_days(from, imposed.days?);
    let Some(exam) = imposed.exam else { return Some(until) };
    let in_time = |passed: DateTime| {
        exam.within.is_none_or(|within| passed <= time::after_days(from, within))
    };
    match (finding.exam, exam.otherwise) {
        (Passed::Unknown, _) => Some(until),
        (Passed::On(passed), Some(_)) if in_time(passed) => Some(until),
        (_, Some(otherwise)) => Some(time::after_days(from, otherwise)),
        (Passed::On(passed), None) => Some(until.max(passed)),
        (Passed::Never, None) => None,
    }
}

impl ExamTimes {
    fn of(exam: Exam, from: DateTime) -> Self {
        let after = |days: Option<u32>| Some(time::after_days(from, days?));
        Self { by: after(exam.within), otherwise: after(exam.otherwise) }
    }
}

impl BegunMeasure {
    /// What is said of it.
    pub(super) fn told(&self, ledger: &CompiledLedger) -> MeasureEntry {
        let write = |at: DateTime| time::write(at, ledger);
        let exam = self
            .exam
            .map(|exam| ExamEntry { by: exam.by.map(write), otherwise: exam.otherwise.map(write) });
        MeasureEntry {
            code: ledger.measures[self.id].id.clone(),
            from: write(self.from),
            until: self.until.map(write),
            replaced: None,
            exam,
        }
    }
}
