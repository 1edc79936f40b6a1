//! The ledgers of Shopee, `TikTok` Shop and `DHgate` once more, plainly and slowly, written from
//! section C of `law/penalties.md` and not from the engine or the rulebooks. Every number is
//! recomputed from the findings before; a turn is found by looking at one day after the other.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate, NaiveDateTime, TimeDelta, Weekday};

pub(crate) type Readings = BTreeMap<&'static str, &'static str>;

#[derive(Clone, Debug)]
pub(crate) struct Finding {
    pub(crate) at: NaiveDateTime,
    pub(crate) tier: &'static str,
    pub(crate) items: u32,
    pub(crate) reversed: bool,
}

#[derive(Clone, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub(crate) struct Measure {
    pub(crate) code: &'static str,
    pub(crate) from: NaiveDateTime,
    pub(crate) until: Option<NaiveDateTime>,
    pub(crate) replaced: Option<NaiveDateTime>,
}

#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Outcome {
    pub(crate) points: u32,
    pub(crate) ledger: u32,
    pub(crate) closes: bool,
    /// In no order.
    pub(crate) measures: Vec<Measure>,
    /// In cents.
    pub(crate) money: Vec<u64>,
}

#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Result {
    pub(crate) entries: Vec<Outcome>,
    /// When how many points lapsed.
    pub(crate) lapses: Vec<(NaiveDateTime, u32)>,
    pub(crate) closed: Option<NaiveDateTime>,
    pub(crate) points: u32,
}

struct Oracle<'r> {
    platform: &'static str,
    read: &'r Readings,
    /// When how many points were booked.
    past: Vec<(NaiveDateTime, u32)>,
    closed: Option<NaiveDateTime>,
}

fn midnight(day: NaiveDate) -> NaiveDateTime {
    day.and_hms_opt(0, 0, 0).unwrap()
}

/// Row "Shopee": the first day after `day` that `turns`.
fn next(day: NaiveDate, turns: impl Fn(NaiveDate) -> bool) -> NaiveDateTime {
    midnight(day.iter_days().skip(1).find(|day| turns(*day)).unwrap())
}

impl Oracle<'_> {
    fn reads(&self, reading: &str, choice: &str) -> bool {
        self.read.get(reading) == Some(&choice)
    }

    /// The first moment at which what was booked at `at` counts no more.
    fn end_of_life(&self, at: NaiveDateTime) -> NaiveDateTime {
        let day = at.date();
        let begins = |day: NaiveDate| [1, 4, 7, 10].contains(&day.month());
        let monday = |day: NaiveDate| day.weekday() == Weekday::Mon;
        let change = NaiveDate::from_ymd_opt(2025, 12, 29).unwrap();
        match self.platform {
            "tiktok-shop-th" => {
                let changed = day >= NaiveDate::from_ymd_opt(2025, 6, 17).unwrap();
                let short = changed && self.reads("life", "days_90");
                at + TimeDelta::days(if short { 90 } else { 180 })
            }
            "tiktok-shop-id" => {
                let counted = self.reads("life", "day_counted");
                midnight(day) + TimeDelta::days(if counted { 90 } else { 91 })
            }
            _ if self.reads("turn", "first_day") => next(day, |day| begins(day) && day.day() == 1),
            _ if self.reads("turn", "last_monday") && day >= change => next(day, |day| {
                let last = (day + TimeDelta::days(7)).month() != day.month();
                monday(day) && last && [3, 6, 9, 12].contains(&day.month())
            }),
            _ => next(day, |day| begins(day) && monday(day) && day.day() <= 7),
        }
    }

    /// Nothing lapses once the account is closed.
    fn has_lapsed(&self, booked: NaiveDateTime, at: NaiveDateTime) -> bool {
        self.end_of_life(booked) <= self.closed.map_or(at, |closed| closed.min(at))
    }

    fn points(&self, at: NaiveDateTime) -> u32 {
        let alive = self.past.iter().filter(|(booked, _)| !self.has_lapsed(*booked, at));
        alive.map(|(_, points)| points).sum()
    }

    /// The measures due at a number of points; 0 days are a deed.
    fn ladder(&self) -> &'static [(u32, &'static [(&'static str, i64)])] {
        match self.platform {
            "shopee" => &[
                (3, &[("events_barred", 28)]),
                (6, &[("events_barred", 28), ("subsidies_withheld", 28)]),
                (15, &[("account_frozen", 28)]),
            ],
            "shopee-tw" => &[(3, &[("shop_frozen", 28)])],
            "tiktok-shop-th" => {
                &[(12, &[("milestone", 0)]), (24, &[("milestone", 0)]), (36, &[("milestone", 0)])]
            }
            "tiktok-shop-id" => &[
                (12, &[("campaigns_limited", 7), ("benefits_limited", 7)]),
                (24, &[("programmes_left", 0), ("listings_limited", 0)]),
                (36, &[("shop_deactivated", 28), ("benefits_limited", 60)]),
            ],
            _ => &[],
        }
    }

    /// The number of points that closes the account, and what it brings.
    fn closure(&self) -> Option<(u32, &'static str)> {
        match self.platform {
            "shopee-tw" => Some((6, "shop_closed")),
            "tiktok-shop-th" => Some((48, "shop_closed")),
            "tiktok-shop-id" => Some((48, "shop_suspended")),
            _ => None,
        }
    }
}

/// The ledger of these findings, run on to the end of `until`.
pub(crate) fn run(
    platform: &'static str,
    findings: &[Finding],
    until: Option<NaiveDate>,
    read: &Readings,
) -> Result {
    let mut oracle = Oracle { platform, read, past: Vec::new(), closed: None };
    let mut result = Result::default();
    // The measure of each name that began last: the finding, and when it ends.
    let mut running: BTreeMap<&str, (usize, NaiveDateTime)> = BTreeMap::new();
    for (index, finding) in findings.iter().enumerate() {
        let at = finding.at;
        let was = oracle.points(at);
        let counts = !finding.reversed;
        let fined = platform == "dhgate";
        let points = if counts && !fined { finding.items } else { 0 };
        oracle.past.push((at, points));
        let is = oracle.points(at);
        let mut outcome = Outcome { points, ledger: is, ..Outcome::default() };
        let deed = |code| Measure { code, from: at, until: None, replaced: None };
        if counts && fined {
            // Row "DHgate": 3,000 each, at most 30,000.
            outcome.money.push(u64::from(finding.items.min(10)) * 300_000);
            outcome.measures.push(deed("shop_restricted"));
        }
        let closing = oracle.closure().filter(|(limit, _)| *limit <= is);
        let open = oracle.closed.is_none();
        if let Some((_, code)) = closing.filter(|_| open && counts) {
            oracle.closed = Some(at);
            outcome.closes = true;
            outcome.measures.push(deed(code));
        } else if open && counts {
            let mut reached = oracle.ladder().iter().rev();
            let due = reached.find(|(number, _)| was < *number && *number <= is);
            for (code, days) in due.map_or(&[][..], |(_, due)| due) {
                if *days == 0 {
                    outcome.measures.push(deed(code));
                    continue;
                }
                let before = running.get(code).copied().filter(|(_, ends)| at < *ends);
                let successive = oracle.reads("overlap", "successive");
                let from = before.filter(|_| successive).map_or(at, |(_, ends)| ends);
                let until = from + TimeDelta::days(*days);
                if before.is_some_and(|(_, ends)| until <= ends) {
                    continue;
                }
                if let Some((earlier, _)) = before.filter(|_| !successive) {
                    let list = &mut result.entries[earlier].measures;
                    let place = list.iter().position(|one: &Measure| one.code == *code).unwrap();
                    if list[place].from == at {
                        list.remove(place);
                    } else {
                        list[place].replaced = Some(at);
                    }
                }
                running.insert(code, (index, until));
                outcome.measures.push(Measure { until: Some(until), ..deed(code) });
                outcome.measures.last_mut().unwrap().from = from;
            }
        }
        outcome.measures.sort();
        result.entries.push(outcome);
    }
    for one in &mut result.entries {
        one.measures.sort();
    }
    let last = findings.last().map(|last| last.at);
    let end = until.map(|until| until.and_hms_opt(23, 59, 59).unwrap()).or(last);
    if let Some(end) = end {
        result.points = oracle.points(end);
        let booked = oracle.past.iter().filter(|(_, points)| *points > 0);
        let lapsed = booked.filter(|(at, _)| oracle.has_lapsed(*at, end));
        result.lapses = lapsed.map(|(at, points)| (oracle.end_of_life(*at), *points)).collect();
        result.lapses.sort_by_key(|(at, _)| *at);
    }
    result.closed = oracle.closed;
    result
}
