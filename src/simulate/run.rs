//! Runs a ledger: time passes, findings are booked, and what was relied on is written down.

use crate::compile::{Compiled, MeasureId, UnknownId};
use crate::day;
use crate::decide::{Citation, add, citations};
use crate::rulebook::Confidence;

use super::account::Account;
use super::answer::{Entry, LapseEntry, YearEndEntry};
use super::booking::{self, Booked};
use super::charges::{self, Charges};
use super::chosen::Chosen;
use super::effects::{self, Effects, TierAndBook};
use super::finding::{Request, RunFinding};
use super::lives::{self, Passage};
use super::reached::Reached;
use super::relied::Relied;
use super::time;

/// A ledger that was run.
pub(super) struct Run<'a> {
    pub(super) account: Account<'a>,
    /// What each finding led to.
    pub(super) entries: Vec<Entry>,
    /// What the entries do not say.
    pub(super) asides: Vec<Aside>,
    /// What every turn of the year did.
    pub(super) year_ends: Vec<YearEndEntry>,
    /// What lapsed.
    pub(super) lapses: Vec<LapseEntry>,
    /// Rules relied on that are badly attested, each once, as it was first relied on.
    pub(super) doubts: Vec<Relied<'a>>,
}

/// What the entry of a finding does not say.
#[derive(Clone, Debug)]
pub(super) struct Aside {
    /// The tier it was judged under, and its book.
    pub(super) place: TierAndBook,
    /// The rules whose number it reached.
    pub(super) reached: Vec<Reached>,
    /// How many of its provisions are behind its points and its strike; they stand first.
    pub(super) counting: usize,
    /// The measures that are due, also those that take no effect because a graver one runs.
    pub(super) due: Vec<MeasureId>,
    /// Why it is not known which measures are due besides.
    pub(super) unknown: Vec<UnknownId>,
}

/// A finding that was booked.
pub(super) struct EntryDraft<'a> {
    /// What it led to, still without the provisions behind it.
    pub(super) entry: Entry,
    pub(super) aside: Aside,
    /// The rules behind its points and its strike.
    counting: Vec<Relied<'a>>,
    /// The other rules that it rests on.
    besides: Vec<Relied<'a>>,
}

/// Runs a ledger with these choices of the readings, and says which rules it relied on.
pub(super) fn run<'a>(request: &'a Request<'a>, chosen: Chosen<'a>) -> Run<'a> {
    replay(request, chosen, Some(Notes { rulebook: request.rulebook, doubts: Vec::new() }))
}

/// Runs a ledger for its numbers alone: nothing is said of the rules relied on.
pub(super) fn rerun<'a>(request: &'a Request<'a>, chosen: Chosen<'a>) -> Run<'a> {
    replay(request, chosen, None)
}

fn replay<'a>(
    request: &'a Request<'a>,
    chosen: Chosen<'a>,
    mut notes: Option<Notes<'a>>,
) -> Run<'a> {
    let ledger = request.ledger;
    let mut run = Run {
        account: Account::new(ledger, chosen, &request.stated),
        entries: Vec::with_capacity(request.findings.len()),
        asides: Vec::with_capacity(request.findings.len()),
        year_ends: Vec::new(),
        lapses: Vec::new(),
        doubts: Vec::new(),
    };
    for finding in &request.findings {
        let passage = lives::pass_to(&mut run.account, finding.at);
        run.pass(passage, notes.as_mut());
        let mut told = book(&mut run.account, finding);
        if let Some(notes) = &mut notes {
            let behind = &mut told.entry.citations;
            notes.note(told.counting, behind);
            told.aside.counting = behind.len();
            notes.note(told.besides, behind);
        }
        run.entries.push(told.entry);
        run.asides.push(told.aside);
    }
    if let Some(until) = request.until {
        let passage = lives::pass_through(&mut run.account, until);
        run.pass(passage, notes.as_mut());
    }
    run.account.running.note_replaced(&mut run.entries, 0, ledger);
    run.doubts = notes.map_or_else(Vec::new, |notes| notes.doubts);
    run
}

impl<'a> Run<'a> {
    /// Writes down what time did.
    fn pass(&mut self, passage: Passage<'a>, mut notes: Option<&mut Notes<'a>>) {
        for mut turned in passage.turned {
            if let Some(notes) = &mut notes {
                notes.note(turned.relied, &mut turned.entry.citations);
            }
            self.year_ends.push(turned.entry);
        }
        for lapsed in passage.lapsed {
            if let Some(notes) = &mut notes {
                notes.doubt(lapsed.relied);
            }
            self.lapses.push(lapsed.entry);
        }
    }
}

/// What is written down of the rules relied on.
struct Notes<'a> {
    rulebook: &'a Compiled,
    doubts: Vec<Relied<'a>>,
}

impl<'a> Notes<'a> {
    /// Notes rules that stand behind an answer: their provisions, and those that are badly
    /// attested.
    fn note(&mut self, relied: Vec<Relied<'a>>, behind: &mut Vec<Citation>) {
        for one in relied {
            for citation in citations(self.rulebook, one.cite, one.day) {
                add(behind, citation);
            }
            self.doubt(one);
        }
    }

    /// Notes a rule if it is badly attested.
    fn doubt(&mut self, relied: Relied<'a>) {
        let known = self.doubts.iter().any(|known| known.rule == relied.rule);
        if relied.confidence < Confidence::High && !known {
            self.doubts.push(relied);
        }
    }
}

/// What a finding did to an account.
pub(super) struct Act<'a> {
    pub(super) booked: Booked<'a>,
    pub(super) effects: Effects<'a>,
}

/// Lets a finding act upon an account.
pub(super) fn act<'a>(account: &mut Account<'a>, finding: &RunFinding<'_>) -> Act<'a> {
    let before = account.counts();
    let booked = booking::book(account, finding);
    let place = booked.place;
    let forced = booked.points > 0 || booked.strikes > 0 || finding.forced.closes;
    let effects = if booked.counts() {
        effects::of_finding(account, finding, place, &before)
    } else {
        let mut effects = if finding.reversed {
            Effects::default()
        } else {
            effects::of_special(account, finding)
        };
        if forced {
            effects::of_counts(account, finding, place, &before, &mut effects);
        }
        effects
    };
    account.booked += 1;
    Act { booked, effects }
}

/// Books a finding.
pub(super) fn book<'a>(account: &mut Account<'a>, finding: &RunFinding<'_>) -> EntryDraft<'a> {
    let Act { booked, effects } = act(account, finding);
    let place = booked.place;
    let charges = if booked.counts() {
        charges::of_finding(account, finding, &booked, &effects.reached)
    } else {
        Charges::default()
    };
    let ledger = account.ledger;
    let mut besides = effects.relied;
    besides.extend(charges.relied);
    let entry = Entry {
        id: finding.id.clone(),
        issued: time::write(finding.at, ledger),
        version: day::written(finding.version.from),
        tier: ledger.tiers[place.tier].id.clone(),
        book: ledger.books[place.book].id.clone(),
        points: booked.points,
        lost: booked.lost,
        raised: effects.raised,
        ledger: account.net(place.book),
        strikes: account.strikes,
        strike: booked.strikes > 0,
        reason: booked.reason,
        window: booked.window.map(|window| window.told(ledger)),
        node: effects.node,
        closes: effects.closes,
        measures: effects.measures.iter().map(|begun| begun.told(ledger)).collect(),
        money: charges.money,
        citations: Vec::new(),
        audit: None,
    };
    let (reached, due, unknown) = (effects.reached, effects.due, effects.unknown);
    let aside = Aside { place, reached, counting: 0, due, unknown };
    EntryDraft { entry, aside, counting: booked.relied, besides }
}
