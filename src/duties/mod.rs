//! The duties that a guide or a notice lists: who has them to whom, on which days, whether they
//! still stand, and what binds beside them.
//!
//! A list decides nothing. Whoever does not heed it gets no verdict from it.

mod answer;

use chrono::NaiveDate as Date;
use serde_json::Value;

use crate::compile::{
    Compiled, CompiledDuty, Key, Library, OccasionId, PartyId, ProvisionId, Standing, Table,
};
use crate::problem::{Code, Problem, child};
use crate::put::ask;
use crate::refused::Refused;
use crate::request::{DutiesRequest, Reader};
use crate::rulebook::{Due, Force, Validity};

pub use answer::{CitedProvision, DueDay, Duties, DutyAnswer, DutyStanding, Every};

/// Lists the duties of a rulebook as of a day.
///
/// # Errors
///
/// Everything that is wrong with the request.
///
/// ```
/// use zhengpin::request::DutiesRequest;
/// use zhengpin::{duties::duties, library};
///
/// let request = DutiesRequest::new("cn/notice-2011").who("platforms");
/// let duties = duties(library::built_in(), &request)?.duties;
/// assert!(duties.iter().any(|duty| duty.to == ["national_office", "provincial_office"]));
/// # Ok::<(), zhengpin::refused::Refused>(())
/// ```
pub fn duties(library: &Library, request: &DutiesRequest) -> Result<Duties, Refused> {
    ask(library, request, answer)
}

/// Lists what a request asks for that was read as a value.
///
/// # Errors
///
/// Everything that is wrong with the request.
pub(crate) fn answer(library: &Library, request: &Value) -> Result<Duties, Refused> {
    let mut reader = Reader::default();
    let Some(map) = reader.request::<DutiesRequest>(request) else { return reader.need(None) };
    let day = map.get("asOf").and_then(|value| reader.date(value, "/asOf"));
    if !map.contains_key("rulebook") {
        reader.missing("", "rulebook");
    }
    let mut text = |key: &str| map.get(key).and_then(|value| reader.text(value, &child("", key)));
    let [id, who, to, on, force] = ["rulebook", "who", "to", "in", "force"].map(&mut text);
    let id = reader.need(id)?;
    let rulebook = library.rulebook(id, "/rulebook")?;
    if rulebook.duties.is_empty() {
        let listing = library.listed().filter(|one| one.duties);
        let problem = Problem::new(Code::NoDuties, "/rulebook").with("value", id);
        return Err(problem.with_list("expected", listing.map(|one| one.rulebook)).into());
    }
    let day = day.unwrap_or(rulebook.as_of);
    let version = rulebook.version_on(day, "/asOf")?;
    let mut reader = Reader::default();
    let wanted = Wanted {
        who: named(&mut reader, who, "/who", &rulebook.parties),
        to: named(&mut reader, to, "/to", &rulebook.parties),
        on: named(&mut reader, on, "/in", &rulebook.occasions),
        force: force.and_then(|name| force_named(&mut reader, name)),
    };
    reader.finish(())?;
    Ok(listed(Standing { rulebook, version, day }, &wanted))
}

/// What was asked for; everything, where it is left out.
struct Wanted {
    who: Option<PartyId>,
    to: Option<PartyId>,
    on: Option<OccasionId>,
    force: Option<Force>,
}

impl Wanted {
    fn takes(&self, duty: &CompiledDuty) -> bool {
        self.who.is_none_or(|one| duty.who.contains(&one))
            && self.to.is_none_or(|one| duty.to.contains(&one))
            && self.on.is_none_or(|one| duty.on.contains(&one))
            && self.force.is_none_or(|one| duty.force == one)
    }
}

/// The entry of a table that a name stands for.
fn named<K: Key>(
    reader: &mut Reader,
    name: Option<&str>,
    path: &str,
    table: &Table<K, String>,
) -> Option<K> {
    let name = name?;
    let found = table.find(|known| known == name);
    if found.is_none() {
        let problem = Problem::new(Code::UnknownTerm, path).with("value", name);
        reader.report(problem.with_list("expected", table.values()));
    }
    found
}

fn force_named(reader: &mut Reader, name: &str) -> Option<Force> {
    const FORCES: [(&str, Force); 3] =
        [("must", Force::Must), ("should", Force::Should), ("may", Force::May)];
    let found = FORCES.iter().find(|(known, _)| *known == name);
    if found.is_none() {
        let problem = Problem::new(Code::UnknownTerm, "/force").with("value", name);
        reader.report(problem.with_list("expected", FORCES.iter().map(|(known, _)| *known)));
    }
    found.map(|(_, force)| *force)
}

fn listed(standing: Standing<'_>, wanted: &Wanted) -> Duties {
    let Standing { rulebook, version, day } = standing;
    let duties = rulebook.duties.values().filter(|duty| wanted.takes(duty));
    Duties {
        rulebook: rulebook.id.clone(),
        version: version.from.to_string(),
        as_of: day,
        parties: rulebook.parties.values().cloned().collect(),
        occasions: rulebook.occasions.values().cloned().collect(),
        groups: rulebook.groups.values().cloned().collect(),
        duties: duties.map(|duty| one(rulebook, duty, day)).collect(),
        gaps: rulebook.gaps.clone(),
    }
}

fn one(rulebook: &Compiled, duty: &CompiledDuty, day: Date) -> DutyAnswer {
    let parties = |ids: &[PartyId]| ids.iter().map(|id| rulebook.parties[*id].clone()).collect();
    let due = duty.due.as_ref();
    let days = due.map(|due| due.days(duty.in_force, day)).unwrap_or_default().into_iter();
    DutyAnswer {
        id: duty.id.clone(),
        who: parties(&duty.who),
        to: parties(&duty.to),
        occasions: duty.on.iter().map(|id| rulebook.occasions[*id].clone()).collect(),
        group: rulebook.groups[duty.group].clone(),
        force: duty.force,
        standing: standing_on(duty.in_force, day),
        from: duty.in_force.from,
        until: duty.in_force.to,
        about: duty.in_force.about,
        every: due.map(|due| match due {
            Due::On(_) => Every::Once,
            Due::Weekly(_) => Every::Week,
            Due::Monthly(_) => Every::Month,
        }),
        days: days
            .map(|one| DueDay {
                day: one,
                spent: one < day,
                doubtful: due.is_some_and(|due| due.doubtful().contains(&one)),
            })
            .collect(),
        citations: cited(rulebook, &duty.cite, day),
        counterparts: cited(rulebook, &duty.counterpart, day),
        confidence: duty.confidence,
    }
}

/// Provisions as they stand on a day, in force or not.
fn cited(rulebook: &Compiled, ids: &[ProvisionId], day: Date) -> Vec<CitedProvision> {
    let provisions = || ids.iter().map(|id| &rulebook.provisions[*id]);
    let told = provisions().map(|provision| {
        let next = provision.in_force.to.and_then(|to| to.succ_opt());
        let standing = standing_on(provision.in_force, day);
        // Those named together that follow each other without a gap are old and new law.
        let mut after = provisions().filter(|other| next.is_some() && other.in_force.from == next);
        let after = after.next().filter(|_| standing == DutyStanding::Lapsed);
        CitedProvision {
            provision: provision.id.clone(),
            rank: provision.rank,
            confidence: provision.confidence,
            standing: if after.is_some() { DutyStanding::Superseded } else { standing },
            superseded_by: after.map(|other| other.id.clone()),
            from: provision.in_force.from,
            until: provision.in_force.to,
            about: provision.in_force.about,
        }
    });
    told.collect()
}

fn standing_on(in_force: Validity, day: Date) -> DutyStanding {
    if in_force.holds_on(day) {
        DutyStanding::InForce
    } else if in_force.to.is_some_and(|to| to < day) {
        DutyStanding::Lapsed
    } else {
        DutyStanding::NotYet
    }
}
