//! The state of an account, and the turn of the year.

use chrono::{Datelike, NaiveDate as Date, NaiveDateTime as DateTime};

use crate::compile::{Compiled, CompiledLedger, Id};
use crate::day;
use crate::decide::{Citation, add, citations};
use crate::rulebook::{Confidence, Counted};

use super::findings::Finding;
use super::measures::Running;
use super::window::OpenWindow;
use super::{ClosedBy, Entry, Status, StrikeReason, YearEndEntry, booking, effects, time};

/// An account as a ledger sees it.
pub(super) struct Account<'a> {
    pub(super) rulebook: &'a Compiled,
    pub(super) ledger: &'a CompiledLedger,
    pub(super) points: u32,
    pub(super) strikes: u32,
    pub(super) closed: Option<(ClosedBy, DateTime)>,
    pub(super) windows: Vec<Option<OpenWindow>>,
    pub(super) running: Running,
    /// What every turn of the year did so far.
    pub(super) year_ends: Vec<YearEndEntry>,
    /// Rules relied on that are badly attested, with their provisions and the day.
    pub(super) doubtful: Vec<(String, Vec<Id>, Date)>,
    /// Points carried over from earlier years.
    carried: u32,
    /// The year in which the account stands.
    year: Option<i32>,
}

impl<'a> Account<'a> {
    pub(super) fn new(rulebook: &'a Compiled, ledger: &'a CompiledLedger) -> Self {
        Self {
            rulebook,
            ledger,
            points: 0,
            strikes: 0,
            closed: None,
            windows: vec![None; ledger.windows.len()],
            running: Running::default(),
            year_ends: Vec::new(),
            doubtful: Vec::new(),
            carried: 0,
            year: None,
        }
    }

    pub(super) fn status(&self) -> Status {
        Status {
            open: self.closed.is_none(),
            closed_by: self.closed.map(|(by, _)| by),
            closed_at: self.closed.map(|(_, at)| time::write(at, self.ledger)),
            points: self.points,
            strikes: self.strikes,
        }
    }

    /// Books a finding.
    pub(super) fn book(&mut self, finding: &Finding<'a>) -> Entry {
        let booked = booking::book(self, finding);
        let before = self.points;
        self.points = self.points.saturating_add(booked.points);
        self.strikes = self.strikes.saturating_add(u32::from(booked.strike));
        let mut citations = booked.citations;
        let effects = match booked.reason {
            StrikeReason::Reversed => effects::Effects::default(),
            StrikeReason::NotCounted => effects::of_special(self, finding),
            _ => effects::of_finding(self, finding, booked.tier, before),
        };
        effects.citations.into_iter().for_each(|citation| add(&mut citations, citation));
        let tier = self.ledger.tiers.get(usize::from(booked.tier));
        Entry {
            id: finding.id.clone(),
            issued: time::write(finding.at, self.ledger),
            version: finding.version.from.to_string(),
            tier: tier.map_or_else(String::new, |tier| tier.id.clone()),
            points: booked.points,
            lost: booked.lost,
            raised: effects.raised,
            ledger: self.points,
            strikes: self.strikes,
            strike: booked.strike,
            reason: booked.reason,
            window: booked.window,
            node: effects.node,
            closes: effects.closes,
            measures: effects.measures,
            citations,
        }
    }

    /// Lets every year end that lies between where the account stands and `today`.
    pub(super) fn turn_years(&mut self, today: Date) {
        let begin = self.year.unwrap_or(today.year());
        for year in begin..today.year() {
            self.turn(year);
        }
        self.year = Some(today.year());
    }

    /// The end of a year. A closed account stays as it is.
    fn turn(&mut self, year: i32) {
        let last_day = day::last_of(year);
        let (points_before, strikes_before) = (self.points, self.strikes);
        let ledger = self.ledger;
        let mut behind = Vec::new();
        for rule in ledger.year_ends.iter().filter(|rule| rule.in_force.holds_on(last_day)) {
            if self.closed.is_none() {
                match rule.counts {
                    Counted::Points => {
                        let booked = self.points.saturating_sub(self.carried);
                        let carries = rule.carry_from.is_some_and(|from| from <= booked);
                        self.carried = rule.carry.filter(|_| carries).unwrap_or(0);
                        self.points = self.carried;
                    }
                    Counted::Strikes => self.strikes = 0,
                }
            }
            let about = format!("year_end/{}", rule.id);
            self.rely(&mut behind, &about, &rule.cite, rule.confidence, last_day);
        }
        self.year_ends.push(YearEndEntry {
            year,
            points_before,
            points_after: self.points,
            strikes_before,
            strikes_after: self.strikes,
            citations: behind,
        });
    }

    /// Notes that an answer relies on a rule: its provisions, and that it is badly attested
    /// if it is.
    pub(super) fn rely(
        &mut self,
        behind: &mut Vec<Citation>,
        about: &str,
        cite: &[Id],
        confidence: Confidence,
        day: Date,
    ) {
        for citation in citations(self.rulebook, cite, day) {
            add(behind, citation);
        }
        if confidence < Confidence::High && !self.doubtful.iter().any(|(known, ..)| known == about)
        {
            self.doubtful.push((about.to_owned(), cite.to_vec(), day));
        }
    }
}
