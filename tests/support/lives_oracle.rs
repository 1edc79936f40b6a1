//! The ledgers of Alibaba.com, AliExpress and 1688 once more, plainly and slowly, written from
//! `law/penalties.md` sections B and C and not from the engine. Every number is recomputed
//! from the findings before: what lives, which windows are open, which exam prolongs what.

use std::collections::BTreeMap;

use chrono::{NaiveDate, NaiveDateTime, TimeDelta};

use super::audit_oracle::{Aside, Booked};

#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Exam {
    Unknown,
    Never,
    On(NaiveDateTime),
}

#[derive(Clone, Debug)]
pub(crate) struct Finding {
    pub(crate) at: NaiveDateTime,
    pub(crate) tier: &'static str,
    pub(crate) items: u32,
    pub(crate) right: Option<u8>,
    pub(crate) exam: Exam,
    pub(crate) reversed: bool,
    /// What is booked in place of what the rules give.
    pub(crate) booked: Booked,
}

#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Measure {
    pub(crate) code: String,
    pub(crate) from: NaiveDateTime,
    pub(crate) until: Option<NaiveDateTime>,
    pub(crate) replaced: Option<NaiveDateTime>,
}

/// What came out for a finding.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Outcome {
    pub(crate) points: u32,
    pub(crate) lost: u32,
    pub(crate) ledger: u32,
    pub(crate) strikes: u32,
    pub(crate) strike: bool,
    pub(crate) closes: bool,
    pub(crate) measures: Vec<Measure>,
    /// The measures due, with or without effect.
    pub(crate) due: Aside<Vec<&'static str>>,
    /// Whether nobody knows what is due besides.
    pub(crate) unknown: Aside<bool>,
}

#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Result {
    pub(crate) entries: Vec<Outcome>,
    /// When how many points and strikes lapsed.
    pub(crate) lapses: Vec<(NaiveDateTime, u32, u32)>,
    pub(crate) closed: Option<(&'static str, NaiveDateTime)>,
    pub(crate) points: u32,
    pub(crate) strikes: u32,
}

pub(crate) type Readings = BTreeMap<&'static str, &'static str>;

pub(crate) fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

/// A finding that counts, as it was judged.
#[derive(Clone)]
struct Judged {
    at: NaiveDateTime,
    tier: &'static str,
    right: Option<u8>,
    points: u32,
    new_strikes: u32,
    /// Whether a strike is counted for its window.
    struck: bool,
}

struct Oracle<'r> {
    platform: &'static str,
    read: &'r Readings,
    past: Vec<Judged>,
    closed: Option<(&'static str, NaiveDateTime)>,
    running: BTreeMap<&'static str, (Option<NaiveDateTime>, usize)>,
    /// The measures due by the finding at hand.
    due: Vec<&'static str>,
}

impl Oracle<'_> {
    fn reads(&self, reading: &str, choice: &str) -> bool {
        self.read.get(reading) == Some(&choice)
    }

    /// B4, B7, E11, E12: the first moment at which what was booked at `at` counts no more.
    fn end_of_life(&self, at: NaiveDateTime) -> NaiveDateTime {
        let whole_days = self.reads("life", "day");
        let from = if whole_days { at.date().and_hms_opt(0, 0, 0).unwrap() } else { at };
        from + TimeDelta::hours(365 * 24)
    }

    /// Of a strike booked before there was a rule on strikes no life is known.
    fn strikes_lapse(&self, past: &Judged) -> bool {
        let known = self.platform != "aliexpress" || past.at.date() >= day(2021, 11, 23);
        known && !self.reads("strikes", "stay")
    }

    /// Nothing lapses once the account is closed.
    fn has_lapsed(&self, past: &Judged, at: NaiveDateTime) -> bool {
        let upto = self.closed.map_or(at, |(_, closed)| closed.min(at));
        self.end_of_life(past.at) <= upto
    }

    fn points(&self, at: NaiveDateTime) -> u32 {
        let alive = self.past.iter().filter(|past| !self.has_lapsed(past, at));
        alive.map(|past| past.points).sum()
    }

    fn strikes(&self, at: NaiveDateTime) -> u32 {
        let lapsed = |past: &Judged| self.strikes_lapse(past) && self.has_lapsed(past, at);
        let alive = self.past.iter().filter(|past| !lapsed(past));
        alive.map(|past| past.new_strikes).sum()
    }

    fn of<'p>(&'p self, tiers: &'p [&str]) -> impl Iterator<Item = &'p Judged> {
        self.past.iter().filter(|past| tiers.contains(&past.tier))
    }

    /// What the findings of these tiers have cost on a day.
    fn spent(&self, tiers: &[&str], on: NaiveDate) -> u32 {
        self.of(tiers).filter(|past| past.at.date() == on).map(|past| past.points).sum()
    }

    /// B2, C: whether a serious finding begins three days of its own.
    fn begins_three_days(&self, at: NaiveDateTime) -> bool {
        let within = |start: NaiveDateTime, at: NaiveDateTime| {
            if self.reads("three_days", "calendar") {
                (at.date() - start.date()).num_days() <= 2
            } else {
                at - start < TimeDelta::days(3)
            }
        };
        let mut start: Option<NaiveDateTime> = None;
        let mut struck = false;
        for past in self.of(&["serious"]) {
            if start.is_none_or(|start| !within(start, past.at)) {
                start = Some(past.at);
                struck = false;
            }
            struck |= past.struck;
        }
        start.is_none_or(|start| !within(start, at) || !struck)
    }

    /// How many days the five days have, that of the complaint included.
    fn free_days(&self) -> i64 {
        if self.reads("five_days", "first_not_counted") { 6 } else { 5 }
    }

    /// What a finding costs: in full, and after every limit.
    fn cost(&self, finding: &Finding) -> (u32, u32) {
        let (at, today, items) = (finding.at, finding.at.date(), finding.items);
        let rest = |limit: u32, tiers: &[&str], full: u32| {
            full.min(limit.saturating_sub(self.spent(tiers, today)))
        };
        let same_right = |past: &&Judged| past.right == finding.right;
        let complaints = ["general_complaint", "copyright_complaint"];
        match (self.platform, finding.tier) {
            (_, "serious") => (0, 0),
            (_, "other_points") => (items, items),
            ("alibaba-com", "serious_check") => {
                (4 * items, rest(12, &["serious_check"], 4 * items))
            }
            ("alibaba-com", "general_check") => (2 * items, rest(6, &["general_check"], 2 * items)),
            ("alibaba-com", "copyright_complaint") => (items, rest(6, &complaints, items)),
            ("alibaba-com", "general_complaint") => {
                let earlier: Vec<&Judged> =
                    self.of(&["general_complaint"]).filter(same_right).collect();
                let Some(first) = earlier.first() else { return (0, 0) };
                let free = (today - first.at.date()).num_days() < self.free_days();
                let again = earlier.iter().any(|past| past.at.date() == today);
                if free || again {
                    return (6, 0);
                }
                let limited = today >= day(2022, 2, 24);
                (6, if limited { rest(6, &complaints, 6) } else { 6 })
            }
            ("aliexpress", "general") => {
                let by_right = self.reads("first_warning", "right");
                let first = !self.of(&["general"]).any(|past| !by_right || same_right(&past));
                if first { (0, 0) } else { (6, rest(6, &["general"], 6)) }
            }
            ("1688", "general") => {
                let earlier: Vec<&Judged> = self.of(&["general"]).filter(same_right).collect();
                let mut from: Option<NaiveDate> = None;
                for past in &earlier {
                    let over = |from: NaiveDate| {
                        (past.at.date() - from).num_days() >= self.free_days()
                            && self.reads("five_days_of", "each")
                    };
                    if from.is_none_or(over) {
                        from = Some(past.at.date());
                    }
                }
                match from {
                    None => (4, 4),
                    Some(from) if (today - from).num_days() < self.free_days() => (8, 0),
                    Some(_) => (8, 8),
                }
            }
            _ => panic!("{} {} at {at}", self.platform, finding.tier),
        }
    }

    /// What is due at a number of strikes: the measure, its days, and its days without exam.
    fn at_strike(&self, strikes: u32, on: NaiveDate) -> Option<(&'static str, i64, Option<i64>)> {
        match self.platform {
            "alibaba-com" => {
                let exam = |days: i64| (on < day(2020, 4, 22)).then_some(days);
                match strikes {
                    1 => Some(("account_restricted", 7, exam(30))),
                    2 => Some(("account_restricted", 14, exam(60))),
                    _ => None,
                }
            }
            "1688" => {
                let changed = on >= day(2020, 11, 13) && !self.reads("change", "not_applied");
                match (strikes, changed) {
                    (2, true) => Some(("account_restricted", 15, None)),
                    (1, false) => Some(("warning", 0, None)),
                    (1, true) | (2, false) => Some(("account_restricted", 7, None)),
                    _ => None,
                }
            }
            _ => None,
        }
    }

    /// Numbers of points, and the measures due there; 0 days are a deed.
    fn ladder(&self, on: NaiveDate) -> &'static [(u32, &'static [(&'static str, i64)])] {
        match self.platform {
            // Before the notice took effect nothing is known of a removal.
            "alibaba-com" if on < day(2018, 1, 15) => &[
                (6, &[("severe_warning", 0)]),
                (12, &[("account_restricted", 7)]),
                (24, &[("account_restricted", 14)]),
                (36, &[("account_restricted", 21)]),
            ],
            "alibaba-com" => &[
                (6, &[("severe_warning", 0)]),
                (12, &[("account_restricted", 7)]),
                (24, &[("account_restricted", 14)]),
                (36, &[("products_removed", 0), ("account_restricted", 21)]),
            ],
            "aliexpress" if on < day(2021, 11, 23) => &[],
            "aliexpress" => &[
                (2, &[("warning", 0)]),
                (6, &[("account_frozen", 3)]),
                (12, &[("account_frozen", 7)]),
                (24, &[("account_frozen", 14)]),
                (36, &[("account_frozen", 30)]),
            ],
            _ => &[
                (12, &[("warning", 0)]),
                (24, &[("account_restricted", 7)]),
                (36, &[("account_restricted", 15)]),
                (48, &[("account_restricted", 30)]),
            ],
        }
    }

    fn closing(&self, at: NaiveDateTime) -> Option<&'static str> {
        if self.platform == "aliexpress" && at.date() < day(2021, 11, 23) {
            return None;
        }
        let limit = if self.platform == "1688" { 60 } else { 48 };
        match (self.points(at) >= limit, self.strikes(at) >= 3) {
            (true, true) => Some("both"),
            (true, false) => Some("points"),
            (false, true) => Some("strikes"),
            _ => None,
        }
    }

    /// Begins a measure for days of 24 hours: the one that ends later runs, or they follow one
    /// another. `failed` are its days where an exam was due in its days and not passed.
    fn impose(
        &mut self,
        result: &mut Result,
        now: &mut Vec<Measure>,
        finding: &Finding,
        (code, days, failed): (&'static str, i64, Option<i64>),
    ) {
        self.due.push(code);
        let deed = |from| Measure { code: code.to_owned(), from, until: None, replaced: None };
        if days == 0 {
            // A deed due twice by one finding is done once.
            if !now.contains(&deed(finding.at)) {
                now.push(deed(finding.at));
            }
            return;
        }
        let running = self.running.get(code).copied();
        let mut from = finding.at;
        if self.reads("overlap", "successive") {
            from = running.and_then(|(until, _)| until).map_or(from, |until| until.max(from));
        }
        let passed = match finding.exam {
            Exam::Unknown => true,
            Exam::Never => false,
            Exam::On(at) => at <= from + TimeDelta::days(days),
        };
        let days = failed.filter(|_| !passed).unwrap_or(days);
        let until = from + TimeDelta::days(days);
        if let Some((old, entry)) = running {
            let old = old.unwrap();
            if until <= old {
                return;
            }
            if from < old {
                let this = entry == result.entries.len();
                let list = if this { &mut *now } else { &mut result.entries[entry].measures };
                let place = list.iter().position(|one| one.code == code && one.replaced.is_none());
                let place = place.unwrap();
                if list[place].from == from {
                    list.remove(place);
                } else {
                    list[place].replaced = Some(from);
                }
            }
        }
        self.running.insert(code, (Some(until), result.entries.len()));
        now.push(Measure { until: Some(until), ..deed(from) });
    }
}

/// The ledger of these findings, run on to the end of `until`.
pub(crate) fn run(
    platform: &'static str,
    findings: &[Finding],
    until: Option<NaiveDate>,
    read: &Readings,
) -> Result {
    let mut oracle = Oracle {
        platform,
        read,
        past: Vec::new(),
        closed: None,
        running: BTreeMap::new(),
        due: Vec::new(),
    };
    let mut result = Result::default();
    for finding in findings {
        let (at, date) = (finding.at, finding.at.date());
        let mut outcome = Outcome::default();
        let before = (oracle.points(at), oracle.strikes(at));
        let (full, points) = if finding.reversed { (0, 0) } else { oracle.cost(finding) };
        outcome.lost = full - points;
        let points = finding.booked.points.unwrap_or(points);
        let serious = !finding.reversed && finding.tier == "serious";
        let new = serious && (platform == "1688" || oracle.begins_three_days(at));
        let new = finding.booked.strike.unwrap_or(new);
        outcome.points = points;
        outcome.strike = new;
        // One that was reversed stands in no window.
        let tier = if finding.reversed { "reversed" } else { finding.tier };
        let struck = serious && finding.booked.strike.unwrap_or(true);
        let (right, new_strikes) = (finding.right, u32::from(new));
        oracle.past.push(Judged { at, tier, right, points, new_strikes, struck });
        oracle.due.clear();
        if !finding.reversed || points > 0 || new || finding.booked.closes {
            let after = (oracle.points(at), oracle.strikes(at));
            let mut now = Vec::new();
            let by = if oracle.closed.is_none() { oracle.closing(at) } else { None };
            if let Some(by) = by {
                outcome.closes = true;
                oracle.closed = Some((by, at));
                let code = if platform == "alibaba-com" {
                    "membership_terminated"
                } else {
                    "account_closed"
                };
                oracle.due.push(code);
                now.push(Measure { code: code.to_owned(), from: at, until: None, replaced: None });
            } else if oracle.closed.is_none() && finding.booked.closes {
                outcome.closes = true;
                oracle.closed = Some(("finding", at));
            } else if oracle.closed.is_none() {
                // C: of AliExpress only the lives of points are attested before 23 November
                // 2021, and of its first and second strikes no measure.
                outcome.unknown = Aside(
                    platform == "aliexpress"
                        && !finding.reversed
                        && (date < NaiveDate::from_ymd_opt(2021, 11, 23).unwrap()
                            || before.1 < after.1 && after.1 <= 2),
                );
                if before.1 < after.1
                    && let Some(due) = oracle.at_strike(after.1, date)
                {
                    oracle.impose(&mut result, &mut now, finding, due);
                }
                let ladder = oracle.ladder(date).iter().rev();
                let mut reached = ladder.filter(|(at, _)| before.0 < *at && *at <= after.0);
                if let Some((_, due)) = reached.next() {
                    for (code, days) in *due {
                        oracle.impose(&mut result, &mut now, finding, (code, *days, None));
                    }
                }
            }
            outcome.measures = now;
            outcome.due = Aside(oracle.due.clone());
        }
        outcome.ledger = oracle.points(at);
        outcome.strikes = oracle.strikes(at);
        result.entries.push(outcome);
    }
    let last = findings.last().map(|last| last.at);
    let end = until.map(|until| until.and_hms_opt(23, 59, 59).unwrap()).or(last);
    if let Some(end) = end {
        result.points = oracle.points(end);
        result.strikes = oracle.strikes(end);
        let of_points = oracle.past.iter().filter(|past| past.points > 0);
        let of_points = of_points.map(|past| (past, past.points, 0));
        let of_strikes = oracle.past.iter().filter(|past| past.new_strikes > 0);
        let of_strikes = of_strikes.filter(|past| oracle.strikes_lapse(past));
        let all = of_points.chain(of_strikes.map(|past| (past, 0, past.new_strikes)));
        let lapsed = all.filter(|(past, ..)| oracle.has_lapsed(past, end));
        let lapsed =
            lapsed.map(|(past, points, strikes)| (oracle.end_of_life(past.at), points, strikes));
        result.lapses = lapsed.collect();
        result.lapses.sort_by_key(|(at, ..)| *at);
    }
    result.closed = oracle.closed;
    result
}
