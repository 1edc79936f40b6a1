//! Duties, with every name resolved.

use serde::{Deserialize, Serialize};

use crate::limits;
use crate::problem::{Code, Problem};
use crate::rulebook::{Confidence, Due, Duty, Force, Rulebook, Validity};

use super::ids::ids;
use super::names::Names;
use super::{GroupId, ProvisionId, Table};

ids! {
    /// A duty.
    DutyId,
    /// Somebody who has duties, or to whom somebody has them.
    PartyId,
    /// An occasion on which somebody has duties.
    OccasionId,
}

/// What somebody has to do, ought to do or may do.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct CompiledDuty {
    /// Its id.
    pub id: String,
    /// Who has to do it.
    pub who: Vec<PartyId>,
    /// Whom it has to be done to.
    pub to: Vec<PartyId>,
    /// On which occasions.
    pub on: Vec<OccasionId>,
    /// The phase it belongs to.
    pub group: GroupId,
    /// With what force its text says it.
    pub force: Force,
    /// The days on which it is due.
    pub due: Option<Due>,
    /// The provisions that list it.
    pub cite: Vec<ProvisionId>,
    /// Those that bind beside it.
    pub counterpart: Vec<ProvisionId>,
    /// How well it is attested.
    pub confidence: Confidence,
    /// When it is in force.
    pub in_force: Validity,
}

/// The duties of a rulebook.
pub(super) fn compile(rulebook: &Rulebook, names: &mut Names<'_>) -> Table<DutyId, CompiledDuty> {
    let duties = rulebook.duties.iter().map(|(id, one)| duty(rulebook, names, id, one)).collect();
    names.table(duties, "/duties")
}

fn duty(rulebook: &Rulebook, names: &mut Names<'_>, id: &str, duty: &Duty) -> CompiledDuty {
    let path = format!("/duties/{id}");
    names.validity(duty.in_force, &path, id);
    for (key, list) in [("who", &duty.who), ("in", &duty.r#in)] {
        if list.is_empty() {
            let problem = Problem::new(Code::MissingKey, format!("{path}/{key}"));
            names.report(problem.with("value", key));
        }
    }
    if let Some(due) = &duty.due {
        days(names, &path, due, duty.in_force, rulebook);
    }
    let mut parties = |list: &[String], key: &str| -> Vec<PartyId> {
        let path = |index| format!("{path}/{key}/{index}");
        let told = list.iter().enumerate();
        told.map(|(index, name)| names.find(&rulebook.parties, name, "party", &path(index)))
            .collect()
    };
    let (who, to) = (parties(&duty.who, "who"), parties(&duty.to, "to"));
    let on = duty.r#in.iter().enumerate().map(|(index, name)| {
        names.find(&rulebook.occasions, name, "occasion", &format!("{path}/in/{index}"))
    });
    let on = on.collect();
    let counterpart = names.cite_at(&duty.counterpart, &format!("{path}/counterpart"));
    // The answer says of each whether it is in force: so the rulebook changes with them.
    for id in &counterpart {
        names.change_with(*id);
    }
    CompiledDuty {
        id: id.to_owned(),
        who,
        to,
        on,
        group: names.find(&rulebook.groups, &duty.group, "group", &format!("{path}/group")),
        force: duty.force,
        due: duty.due.clone(),
        cite: names.cite(&duty.cite, &path),
        counterpart,
        confidence: duty.confidence,
        in_force: duty.in_force,
    }
}

/// Reports days that cannot be, and series that go on for too long.
fn days(names: &mut Names<'_>, path: &str, due: &Due, in_force: Validity, rulebook: &Rulebook) {
    let mut wrong = |key: &str, value: &dyn std::fmt::Display| {
        let problem = Problem::new(Code::NoDueDay, format!("{path}/due/{key}"));
        names.report(problem.with("value", value));
    };
    let series = match due {
        Due::On(day) if !in_force.holds_on(*day) => return wrong("on", day),
        Due::On(_) => return,
        Due::Weekly(_) => "weekly",
        Due::Monthly(monthly) => {
            if !(1..=31).contains(&monthly.day) {
                wrong("monthly/day", &monthly.day);
            }
            "monthly"
        }
    };
    if let (Some(from), Some(to)) = (in_force.from, in_force.to)
        && limits::SERIES_DAYS < (to - from).num_days()
    {
        let problem = Problem::new(Code::TooComplex, format!("{path}/in_force"));
        let days = (to - from).num_days();
        names.report(problem.with("value", days).with("expected", limits::SERIES_DAYS));
        return;
    }
    let days = due.days(in_force, rulebook.as_of);
    let mut stray = due.doubtful().iter().enumerate().filter(|(_, day)| !days.contains(day));
    if let Some((index, day)) = stray.next() {
        wrong(&format!("{series}/doubtful/{index}"), day);
    }
}
