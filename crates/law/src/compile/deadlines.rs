//! Deadlines, with every name resolved.

use chrono::NaiveDate as Date;
use serde::{Deserialize, Serialize};

use crate::problem::{Code, Problem};
use crate::rulebook::{Confidence, Count, Deadline, Party, Validity};

use super::names::Names;
use super::{CalendarId, Cond, FactId, ProvisionId};

/// Something that has to be done in a certain time.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct CompiledDeadline {
    /// Its id.
    pub id: String,
    /// The date fact from which the time runs.
    pub from: FactId,
    /// Whether it is counted back from that day.
    pub back: bool,
    /// The day from which the time runs at the earliest.
    #[serde(with = "crate::day::maybe")]
    pub not_before: Option<Date>,
    /// How long it is.
    pub count: Count,
    /// The calendar it is counted by, among those of the library.
    pub calendar: Option<CalendarId>,
    /// Whether a last day that is no working day gives way to the next one that is.
    pub moves: bool,
    /// The date fact that says when it was done.
    pub done: Option<FactId>,
    /// The date fact that says on which last day the notice itself puts the end.
    pub stated: Option<FactId>,
    /// Who has to act.
    pub who: Party,
    /// Where it applies.
    pub when: Option<Cond>,
    /// Where it does not apply after all; it applies while that is open.
    pub except: Option<Cond>,
    /// The provisions behind it.
    pub cite: Vec<ProvisionId>,
    /// How well it is attested.
    pub confidence: Confidence,
    /// When it is in force.
    pub in_force: Validity,
}

impl CompiledDeadline {
    /// Whether working days are counted, all of them or those after the last day, so that it has
    /// a calendar.
    pub(super) fn counts_work(&self) -> bool {
        match self.count {
            Count::WorkingDays(_) => true,
            Count::NoNumber => false,
            _ => self.moves,
        }
    }

    /// The facts it counts by.
    pub fn dates(&self) -> impl Iterator<Item = FactId> {
        [Some(self.from), self.stated, self.done].into_iter().flatten()
    }
}

/// Compiles a deadline whose conditions, where it applies and where not, are compiled already.
pub(super) fn compile(
    names: &mut Names<'_>,
    id: &str,
    deadline: &Deadline,
    [when, except]: [Option<Cond>; 2],
) -> CompiledDeadline {
    let path = format!("/deadlines/{id}");
    names.validity(deadline.in_force, &path, id);
    let mut date = |fact: &str, key: &str| names.date(fact, format!("{path}/{key}"));
    let back = deadline.before.is_some();
    let since = deadline.since().map_or("", String::as_str);
    let from = date(since, if back { "before" } else { "from" });
    let done = deadline.done.as_ref().map(|done| date(done, "done"));
    let stated = deadline.stated.as_ref().map(|stated| date(stated, "stated"));
    let calendar = deadline.calendar.as_ref();
    let calendar = calendar.map(|name| names.calendar(name, &format!("{path}/calendar")));
    let compiled = CompiledDeadline {
        id: id.to_owned(),
        from,
        back,
        not_before: deadline.not_before,
        count: deadline.count,
        calendar,
        moves: deadline.moves,
        done,
        stated,
        who: deadline.who,
        when,
        except,
        cite: names.cite(&deadline.cite, &path),
        confidence: deadline.confidence,
        in_force: deadline.in_force,
    };
    let forward = compiled.counts_work() || compiled.count == Count::NoNumber;
    let counted_on = forward || deadline.not_before.is_some();
    if deadline.from.is_some() == back || (back && counted_on) {
        names.report(Problem::new(Code::FromOrBefore, &path).with("value", id));
    }
    if compiled.counts_work() != compiled.calendar.is_some() {
        names.report(Problem::new(Code::CalendarOrNone, &path).with("value", id));
    }
    compiled
}
