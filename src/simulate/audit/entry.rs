//! What a platform booked for one finding, held against what the rules give for it.

use crate::compile::{CompiledLedger, CompiledTier, MeasureId};
use crate::decide::citations;
use crate::rulebook::Per;
use crate::simulate::answer::{
    Agreement, Entry, EntryAudit, MeasuresAudit, PointsAudit, StrikeAudit, StrikeReason,
};
use crate::simulate::finding::{Request, RunFinding};
use crate::simulate::run::Aside;
use crate::simulate::taken::Sanction;

/// How measures taken stand to those due.
pub(super) struct AgainstMeasures {
    /// Those that were taken and are not due.
    not_due: Vec<String>,
    /// Those that were taken, and nobody knows whether they are due.
    unknown: Vec<String>,
    /// Those that are due, take effect and were not taken.
    not_taken: Vec<String>,
    /// Whether the rules found leave open what is due besides.
    open: bool,
}

impl AgainstMeasures {
    pub(super) fn verdict(&self) -> Agreement {
        match (self.not_due.is_empty(), self.not_taken.is_empty()) {
            (false, _) => Agreement::More,
            (true, false) => Agreement::Less,
            (true, true) if self.open => Agreement::Unknown,
            (true, true) => Agreement::Agrees,
        }
    }
}

/// What the rules give for a finding.
#[derive(Clone, Copy)]
pub(super) struct EntryDue<'d> {
    pub(super) ledger: &'d CompiledLedger,
    pub(super) entry: &'d Entry,
    pub(super) aside: &'d Aside,
}

impl<'d> EntryDue<'d> {
    /// The points, without and with those that a closure books besides in the same book.
    fn points(self) -> (u32, u32) {
        let own = self.aside.place.book;
        let mut raising = self.ledger.closures.values().filter(|rule| rule.raises_to.is_some());
        let raised = if raising.all(|rule| rule.book == own) { self.entry.raised } else { 0 };
        (self.entry.points, self.entry.points.saturating_add(raised))
    }

    /// How many points booked stand to those due, which of these they are held against, and the
    /// difference.
    fn points_against(self, taken: u32) -> (Agreement, u32, u32) {
        let (least, most) = self.points();
        if taken == least || taken == most {
            (Agreement::Agrees, taken, 0)
        } else if taken < least {
            (Agreement::Less, least, least.saturating_sub(taken))
        } else {
            let due = if taken < most { least } else { most };
            (Agreement::More, due, taken.saturating_sub(due))
        }
    }

    fn strike_against(self, taken: bool) -> Agreement {
        match (taken, self.entry.strike) {
            (true, false) => Agreement::More,
            (false, true) => Agreement::Less,
            _ => Agreement::Agrees,
        }
    }

    /// How measures taken stand to those due.
    pub(super) fn measures_against(self, taken: &[MeasureId]) -> AgainstMeasures {
        let name = |id: &MeasureId| self.ledger.measures[*id].id.clone();
        let beyond = taken.iter().filter(|id| !self.aside.due.contains(id)).map(name).collect();
        let taken: Vec<String> = taken.iter().map(name).collect();
        let mut not_taken: Vec<String> = Vec::new();
        for measure in &self.entry.measures {
            if !taken.contains(&measure.code) && !not_taken.contains(&measure.code) {
                not_taken.push(measure.code.clone());
            }
        }
        if self.aside.unknown.is_empty() {
            AgainstMeasures { not_due: beyond, unknown: Vec::new(), not_taken, open: false }
        } else {
            AgainstMeasures { not_due: Vec::new(), unknown: beyond, not_taken, open: true }
        }
    }

    /// The gaps that leave open which measures are due.
    fn gaps(self) -> Vec<String> {
        let mut gaps: Vec<String> = Vec::new();
        for id in &self.aside.unknown {
            let gap = &self.ledger.unknown_measures[*id].gap;
            if !gaps.contains(gap) {
                gaps.push(gap.clone());
            }
        }
        gaps
    }

    /// Whether the points booked are what the rules give.
    pub(super) fn gives_points(self, taken: u32) -> bool {
        self.points_against(taken).0 == Agreement::Agrees
    }

    /// Whether the strike is.
    pub(super) fn gives_strike(self, taken: bool) -> bool {
        self.strike_against(taken) == Agreement::Agrees
    }

    fn tier(self) -> &'d CompiledTier {
        &self.ledger.tiers[self.aside.place.tier]
    }
}

/// What was booked, held against what is due, before any other reading is tried.
pub(super) fn audit(
    request: &Request<'_>,
    finding: &RunFinding<'_>,
    taken: &Sanction,
    due: EntryDue<'_>,
) -> EntryAudit {
    let reversed = due.entry.reason == StrikeReason::Reversed;
    let as_stated = due.tier().per == Per::Point && due.entry.points > 0;
    let points = taken.points.map(|taken| {
        let (verdict, owed, by) = due.points_against(taken);
        PointsAudit { verdict, taken, due: owed, by, as_stated, readings: Vec::new() }
    });
    let strike = taken.strike.map(|taken| StrikeAudit {
        verdict: due.strike_against(taken),
        taken,
        due: due.entry.strike,
        readings: Vec::new(),
    });
    let measures = taken.measures.as_ref().map(|taken| {
        let against = due.measures_against(taken);
        let verdict = against.verdict();
        let AgainstMeasures { not_due, unknown, not_taken, .. } = against;
        let (gaps, readings) = (due.gaps(), Vec::new());
        MeasuresAudit { verdict, not_due, unknown, not_taken, gaps, readings }
    });
    let behind = if measures.is_some() { due.entry.citations.len() } else { due.aside.counting };
    let citations = if reversed {
        citations(request.rulebook, &due.tier().basis.cite, finding.at.date())
    } else {
        due.entry.citations.iter().take(behind).cloned().collect()
    };
    EntryAudit { points, strike, measures, citations }
}
