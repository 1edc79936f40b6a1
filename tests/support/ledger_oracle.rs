//! Taobao's ledger once more, plainly and slowly, written from `law/penalties.md` and not
//! from the engine. Every number is recomputed from the findings before.
//!
//! It knows the book of counterfeits, those of serious and of general violations, strikes,
//! measures, damages and every reading.

#![allow(dead_code, clippy::too_many_lines, reason = "the notes, in their order")]

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate, NaiveDateTime, TimeDelta};

use super::audit_oracle::{Aside, Booked};

#[derive(Clone, Debug)]
pub(crate) struct Finding {
    pub(crate) at: NaiveDateTime,
    pub(crate) tier: &'static str,
    pub(crate) items: u32,
    pub(crate) special: bool,
    pub(crate) promoted: bool,
    pub(crate) reversed: bool,
    /// Complainant and right.
    pub(crate) complaint: Option<(u8, u8)>,
    /// What is booked in place of what the rules give.
    pub(crate) booked: Booked,
}

#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Measure {
    pub(crate) code: &'static str,
    pub(crate) from: NaiveDateTime,
    pub(crate) until: Option<NaiveDateTime>,
    pub(crate) replaced: Option<NaiveDateTime>,
}

/// What came out for a finding.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Outcome {
    pub(crate) tier: &'static str,
    pub(crate) book: &'static str,
    pub(crate) points: u32,
    pub(crate) lost: u32,
    pub(crate) raised: u32,
    pub(crate) ledger: u32,
    pub(crate) strikes: u32,
    pub(crate) strike: bool,
    pub(crate) closes: bool,
    pub(crate) measures: Vec<Measure>,
    /// Shares of the deposit in percent, and sums in yuan.
    pub(crate) money: Vec<(&'static str, u32)>,
    /// The measures due, with or without effect.
    pub(crate) due: Aside<Vec<&'static str>>,
}

#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Result {
    pub(crate) entries: Vec<Outcome>,
    /// Year, points of counterfeits after it, strikes after it.
    pub(crate) years: Vec<(i32, u32, u32)>,
    pub(crate) closed: Option<(&'static str, NaiveDateTime)>,
    pub(crate) points: u32,
    pub(crate) strikes: u32,
    /// The points of every book at the end.
    pub(crate) books: Aside<Vec<u32>>,
    /// What every turn of a year leaves in every book, and of strikes.
    pub(crate) turns: Aside<Vec<(i32, Vec<u32>, u32)>>,
}

pub(crate) const BOOKS: [&str; 3] = ["counterfeit", "serious", "general"];

pub(crate) type Readings = BTreeMap<&'static str, &'static str>;

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

const R: [&str; 6] = [
    "shop_hidden",
    "listing_barred",
    "new_shop_barred",
    "messages_barred",
    "community_barred",
    "public_warning",
];

/// A finding that was judged already.
#[derive(Clone)]
struct Judged {
    at: NaiveDateTime,
    /// The tier it was judged under; the stated one, if it does not count.
    tier: &'static str,
    counted: bool,
    reversed: bool,
    book: &'static str,
    points: u32,
    raised: u32,
    new_strikes: u32,
    /// Whether a strike is counted for its window.
    struck: bool,
    /// Who complained.
    holder: Option<u8>,
    /// Whether it counts as a complaint of its own.
    time_of: Option<(u8, u8)>,
}

struct Oracle<'r> {
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

    /// A3.9, A3.10: three strikes since 2017-02-21.
    fn strikes_on(&self, at: NaiveDateTime) -> bool {
        at.date() >= day(2017, 2, 21) || self.reads("earlier", "counted")
    }

    /// (b)1, (b)13: whether `at` lies in the three days that began at `start`.
    fn within(&self, start: NaiveDateTime, at: NaiveDateTime) -> bool {
        let in_time = if self.reads("window", "hours") {
            at < start + TimeDelta::hours(72)
        } else {
            (at.date() - start.date()).num_days() < 3
        };
        in_time && !(self.reads("over_year", "ends") && start.year() != at.year())
    }

    /// (b)4: whether findings of a tier stand in windows.
    fn windowed(&self, tier: &str) -> bool {
        tier == "information"
            || (self.reads("merge", "all") && ["sale", "serious", "very_serious"].contains(&tier))
    }

    /// The findings in the window that is open at `at`, if one is.
    fn window(&self, at: NaiveDateTime) -> Option<Vec<usize>> {
        let mut members: Vec<usize> = Vec::new();
        for (index, past) in self.past.iter().enumerate() {
            let stands = self.windowed(past.tier)
                && (past.counted || (past.reversed && self.reads("reversal", "keep_window")));
            if !stands {
                continue;
            }
            let start = members.first().map(|first| self.past[*first].at);
            if start.is_some_and(|start| !self.within(start, past.at)) {
                members.clear();
            }
            members.push(index);
        }
        let start = self.past[*members.first()?].at;
        self.within(start, at).then_some(members)
    }

    /// A4.9 to A4.11: what stands in a book after the findings so far, at the end of `upto`.
    fn balance(&self, book: &str, year: i32) -> u32 {
        let Some(first) = self.past.first() else { return 0 };
        let mut carried = 0;
        for past_year in first.at.year()..year {
            if self.closed.is_some_and(|(_, at)| at.year() <= past_year) {
                // Nothing is cleared any more.
                carried += self.booked(book, past_year);
                continue;
            }
            let new = self.booked(book, past_year);
            carried = if book == "counterfeit" && new >= 24 { 24 } else { 0 };
        }
        carried + self.booked(book, year)
    }

    fn booked(&self, book: &str, year: i32) -> u32 {
        let of_year = self.past.iter().filter(|past| past.book == book && past.at.year() == year);
        of_year.map(|past| past.points + past.raised).sum()
    }

    /// A3.9: strikes, cleared at year ends from 2021 or 2022 on while the account is open.
    fn strikes(&self, year: i32) -> u32 {
        let reset = if self.reads("strike_reset", "from_2022") { 2022 } else { 2021 };
        let cleared = |past_year: i32| {
            (past_year.max(reset)..year)
                .any(|end| self.closed.is_none_or(|(_, at)| at.year() > end))
        };
        self.past.iter().filter(|past| !cleared(past.at.year())).map(|past| past.new_strikes).sum()
    }

    fn strikes_of(&self, year: i32) -> u32 {
        self.past.iter().filter(|past| past.at.year() == year).map(|past| past.new_strikes).sum()
    }

    /// A1.7, (b)7.
    fn promoted(&self, tier: &'static str) -> &'static str {
        match tier {
            "information" if self.reads("promotion", "sale") => "sale",
            "information" | "sale" => "serious",
            "serious" => "very_serious",
            other => other,
        }
    }

    /// A1.2(3): the third upheld complaint of one user on one right, since 2015; findings from
    /// the listing within three days count once. Returns whether it is one, and the tier.
    fn complained(&self, finding: &Finding, tier: &'static str) -> (bool, &'static str) {
        let selling = ["information", "sale", "serious"].contains(&tier);
        let Some(complaint) = finding.complaint.filter(|_| selling) else { return (false, tier) };
        if finding.at.date() < day(2015, 1, 1) {
            return (false, tier);
        }
        let members = if self.windowed(tier) { self.window(finding.at) } else { None };
        let mut members = members.into_iter().flatten();
        if members.any(|one| self.past[one].time_of == Some(complaint)) {
            return (false, tier);
        }
        let before = self.past.iter().filter(|past| past.time_of == Some(complaint)).count();
        (true, if before >= 2 { "very_serious" } else { tier })
    }

    fn book(&self, tier: &str, at: NaiveDateTime) -> &'static str {
        match tier {
            "serious_violation" => "serious",
            "general_violation" | "improper_use" => "general",
            _ if at.date() < day(2013, 8, 23) && self.reads("separation", "with_serious") => {
                "serious"
            }
            _ => "counterfeit",
        }
    }

    /// Cases 03: complaints of improper use by one holder within three days are one. Where
    /// no holder is named, whether it is one is a reading.
    fn complained_within_three_days(&self, finding: &Finding) -> bool {
        let holder = finding.complaint.map(|(user, _)| user);
        if holder.is_none() && !self.reads("holder_unnamed", "same") {
            return false;
        }
        let mut first: Option<NaiveDateTime> = None;
        for past in &self.past {
            let stands = past.counted || (past.reversed && self.reads("reversal", "keep_window"));
            if past.tier != "improper_use" || past.holder != holder || !stands {
                continue;
            }
            if first.is_none_or(|first| !self.within(first, past.at)) {
                first = Some(past.at);
            }
        }
        first.is_some_and(|first| self.within(first, finding.at))
    }

    /// A1.4, (b)2: what the cap leaves of a finding from the listing.
    fn capped(&self, finding: &Finding, full: u32) -> u32 {
        let used: u32 = if self.reads("cap", "trailing") {
            let recent = self.past.iter().filter(|past| self.within(past.at, finding.at));
            let recent = recent.filter(|past| past.counted && past.tier == "information");
            recent.map(|past| past.points).sum()
        } else {
            let members = self.window(finding.at).unwrap_or_default().into_iter();
            let points = members.map(|one| &self.past[one]);
            let points = points.filter(|past| past.counted && past.tier == "information");
            points.map(|past| past.points).sum()
        };
        full.min(12_u32.saturating_sub(used))
    }

    fn new_strikes(&self, finding: &Finding, tier: &str) -> u32 {
        if !self.strikes_on(finding.at) {
            return 0;
        }
        match tier {
            "serious_violation" | "general_violation" | "improper_use" => 0,
            "facilitation" | "facilitation_serious" => {
                if self.reads("facilitation", "counted") {
                    finding.items
                } else {
                    0
                }
            }
            tier if self.windowed(tier) => {
                let members = self.window(finding.at).unwrap_or_default();
                let taken = members.into_iter().map(|one| &self.past[one]).any(|past| past.struck);
                u32::from(!taken)
            }
            _ => 1,
        }
    }

    /// A4.5, A4.6, A4.8: begins measures for days of 24 hours, or for good.
    fn impose(
        &mut self,
        entries: &mut [Outcome],
        now: &mut Vec<Measure>,
        at: NaiveDateTime,
        codes: &[&'static str],
        days: Option<i64>,
    ) {
        self.due.extend(codes);
        for code in codes {
            let running = self.running.get(code).copied();
            let mut from = at;
            if self.reads("overlap", "successive") && days.is_some() {
                from = running.and_then(|(until, _)| until).map_or(at, |until| until.max(at));
            }
            let until = days.map(|days| from + TimeDelta::hours(24 * days));
            let this = entries.len();
            if let Some((old, entry)) = running {
                let longer = old.is_some_and(|old| until.is_none_or(|until| until > old));
                if !longer {
                    continue;
                }
                if old.is_some_and(|old| old > from) {
                    let list = if entry == this { &mut *now } else { &mut entries[entry].measures };
                    let place =
                        list.iter().position(|one| one.code == *code && one.replaced.is_none());
                    let place = place.unwrap();
                    if list[place].from == from {
                        list.remove(place);
                    } else {
                        list[place].replaced = Some(from);
                    }
                }
            }
            self.running.insert(code, (until, this));
            now.push(Measure { code, from, until, replaced: None });
        }
    }
}

fn acts(now: &mut Vec<Measure>, at: NaiveDateTime, codes: &[&'static str]) {
    now.extend(codes.iter().map(|code| Measure { code, from: at, until: None, replaced: None }));
}

/// The ledger of these findings, run on to the end of `until`.
pub(crate) fn run(findings: &[Finding], until: Option<NaiveDate>, read: &Readings) -> Result {
    let mut oracle =
        Oracle { read, past: Vec::new(), closed: None, running: BTreeMap::new(), due: Vec::new() };
    let mut result = Result::default();
    let first_year = findings.first().map(|first| first.at.year());
    for finding in findings {
        let (at, date, year) = (finding.at, finding.at.date(), finding.at.year());
        years(&oracle, &mut result, first_year.unwrap(), year);
        let mut outcome = Outcome { tier: finding.tier, ..Outcome::default() };
        outcome.book = oracle.book(finding.tier, at);
        let mut judged = Judged {
            at,
            tier: finding.tier,
            counted: false,
            reversed: finding.reversed,
            book: outcome.book,
            points: 0,
            raised: 0,
            new_strikes: 0,
            struck: false,
            holder: finding.complaint.map(|(user, _)| user),
            time_of: None,
        };
        let mut now = Vec::new();
        oracle.due.clear();
        let counts = !finding.reversed && !finding.special;
        let booked = finding.booked;
        let mut tier = finding.tier;
        if counts {
            if finding.promoted {
                tier = oracle.promoted(tier);
            }
            let (is_time, complained) = oracle.complained(finding, tier);
            tier = complained;
            judged.time_of = finding.complaint.filter(|_| is_time);
        } else if !finding.reversed {
            acts(&mut now, at, &["listings_deleted"]);
        }
        let book = oracle.book(tier, at);
        let before = oracle.balance(book, year);
        if counts {
            let full = match tier {
                "very_serious" => 48,
                "serious" => 24,
                "sale" => 12,
                "information" | "facilitation" => 2 * finding.items,
                "facilitation_serious" => 12 * finding.items,
                "improper_use" => 2,
                _ => finding.items,
            };
            judged.points = match tier {
                "information" => oracle.capped(finding, full),
                "improper_use" if oracle.complained_within_three_days(finding) => 0,
                _ => full,
            };
            outcome.lost = full - judged.points;
            judged.new_strikes = oracle.new_strikes(finding, tier);
            judged.struck = booked.strike.unwrap_or(oracle.strikes_on(at));
        }
        judged.points = booked.points.unwrap_or(judged.points);
        judged.new_strikes = match booked.strike {
            None => judged.new_strikes,
            Some(false) => 0,
            Some(true) => judged.new_strikes.max(1),
        };
        judged.tier = tier;
        judged.book = book;
        judged.counted = counts;
        let own_before = own_sum(&oracle, year);
        outcome.tier = tier;
        outcome.book = book;
        outcome.points = judged.points;
        outcome.strike = judged.new_strikes > 0;
        let new_strikes = judged.new_strikes;
        let moves = counts || judged.points > 0 || new_strikes > 0;
        oracle.past.push(judged);
        let was_open = oracle.closed.is_none();
        // A3.2, A3.3, A4.2, A4.4, (b)10, (b)11.
        if was_open && moves {
            let by_points =
                ["counterfeit", "serious"].iter().any(|book| oracle.balance(book, year) >= 48);
            let by_strikes = oracle.strikes(year) >= 3 && date >= day(2017, 2, 21);
            let books = oracle.reads("third_strike", "always") || date >= day(2020, 7, 15);
            let by = match (by_points, by_strikes) {
                (true, true) => Some("both"),
                (true, false) => Some("points"),
                (false, true) => Some("strikes"),
                _ => None,
            };
            if let Some(by) = by {
                outcome.closes = true;
                if by_strikes && books {
                    outcome.raised = 48_u32.saturating_sub(oracle.balance("counterfeit", year));
                    // It is booked in the book of counterfeits, whatever the finding's.
                    oracle.past.push(Judged {
                        at,
                        tier: "raised",
                        counted: false,
                        reversed: false,
                        book: "counterfeit",
                        points: 0,
                        raised: outcome.raised,
                        new_strikes: 0,
                        struck: false,
                        holder: None,
                        time_of: None,
                    });
                }
                oracle.closed = Some((by, at));
                oracle.impose(&mut result.entries, &mut now, at, &["account_sealed"], None);
            }
        }
        let open = oracle.closed.is_none();
        // A2.
        if counts && tier == "improper_use" {
            acts(&mut now, at, &["information_removed"]);
        } else if counts && !["serious_violation", "general_violation"].contains(&tier) {
            acts(&mut now, at, &["listings_deleted"]);
        }
        let old = date < day(2013, 8, 23);
        let entries = &mut result.entries;
        match tier {
            _ if !counts => {}
            "very_serious" => {
                oracle.impose(entries, &mut now, at, &["account_sealed"], None);
                if !old {
                    oracle.impose(entries, &mut now, at, &["shipping_restricted"], None);
                }
            }
            "serious" => {
                acts(&mut now, at, &["shop_deleted", "goods_down"]);
                if open {
                    oracle.impose(entries, &mut now, at, &R, Some(if old { 14 } else { 21 }));
                }
            }
            "sale" if open => {
                oracle.impose(entries, &mut now, at, &R, Some(if old { 7 } else { 14 }));
            }
            _ => {}
        }
        // A2, A4.2, A4.3, (b)8.
        if open && moves {
            let after = oracle.balance(book, year);
            if book == "counterfeit"
                && ["information", "facilitation", "facilitation_serious"].contains(&tier)
            {
                let (was, is) = if oracle.reads("node_sum", "own") {
                    (own_before, own_sum(&oracle, year))
                } else {
                    (before, after)
                };
                // Nothing is known of the measures before the notice of August 2013.
                if !old && was / 12 < is / 12 {
                    oracle.impose(entries, &mut now, at, &R, Some(7));
                }
            }
            let highest = |ladder: &[u32]| {
                ladder.iter().rev().find(|node| before < **node && **node <= after).copied()
            };
            if book == "serious" {
                match highest(&[12, 24, 36]) {
                    Some(12) => oracle.impose(entries, &mut now, at, &R, Some(7)),
                    Some(24) => {
                        // A deed of the same name may have been done by the tier.
                        if !now.iter().any(|one| one.code == "goods_down") {
                            acts(&mut now, at, &["goods_down"]);
                        }
                        oracle.impose(entries, &mut now, at, &R, Some(14));
                    }
                    Some(36) => {
                        let codes = [
                            "shop_closed",
                            "messages_barred",
                            "community_barred",
                            "public_warning",
                        ];
                        oracle.impose(entries, &mut now, at, &codes, Some(21));
                    }
                    _ => {}
                }
            }
            if book == "general" {
                let codes = ["shop_hidden", "listing_barred", "public_warning"];
                let days = if date < day(2021, 3, 25) {
                    (before / 12 < after / 12).then_some(7)
                } else {
                    highest(&[12, 24, 36, 48]).map(|node| i64::from(node) / 12 * 7)
                };
                if let Some(days) = days {
                    oracle.impose(entries, &mut now, at, &codes, Some(days));
                }
            }
        }
        // A5.1, A5.2.
        let stands = oracle.balance("counterfeit", year);
        let shares = counts
            && date >= day(2017, 12, 1)
            && (date < day(2022, 1, 28) || oracle.reads("fixed_sums", "beside"));
        let nth = if new_strikes > 0 { oracle.strikes_of(year) } else { 0 };
        if shares {
            let concerned = if book == "counterfeit" { stands } else { 0 };
            if concerned >= 48 || nth >= 3 {
                outcome.money.push(("percent", 100));
            } else if concerned >= 24 || nth == 2 {
                outcome.money.push(("percent", 50));
            }
        }
        if counts && date >= day(2022, 1, 28) && new_strikes > 0 {
            match oracle.strikes(year) {
                0 | 1 => {}
                2 => outcome.money.push(("yuan", 2000)),
                _ => outcome.money.push(("yuan", 6000)),
            }
        }
        outcome.ledger = oracle.balance(book, year);
        outcome.strikes = oracle.strikes(year);
        outcome.due =
            Aside(now.iter().map(|one| one.code).chain(oracle.due.iter().copied()).collect());
        outcome.measures = now;
        result.entries.push(outcome);
    }
    let last =
        until.map_or_else(|| findings.last().map(|one| one.at.year()), |day| Some(day.year()));
    if let (Some(first), Some(last)) = (first_year, last) {
        years(&oracle, &mut result, first, last);
        result.points = oracle.balance("counterfeit", last);
        result.strikes = oracle.strikes(last);
        result.books = Aside(BOOKS.map(|book| oracle.balance(book, last)).into());
    }
    result.closed = oracle.closed;
    result
}

/// The points of findings from the listing and of facilitation in a year.
fn own_sum(oracle: &Oracle<'_>, year: i32) -> u32 {
    let own = ["information", "facilitation", "facilitation_serious"];
    let of_year = oracle.past.iter().filter(|past| past.at.year() == year);
    of_year.filter(|past| own.contains(&past.tier)).map(|past| past.points).sum()
}

/// Notes every year that has ended before `year`.
fn years(oracle: &Oracle<'_>, result: &mut Result, first: i32, year: i32) {
    let from = result.years.last().map_or(first, |(last, ..)| last + 1);
    for ended in from..year {
        let after = (ended, oracle.balance("counterfeit", ended + 1), oracle.strikes(ended + 1));
        result.years.push(after);
        let books = BOOKS.map(|book| oracle.balance(book, ended + 1));
        result.turns.0.push((ended, books.into(), oracle.strikes(ended + 1)));
    }
}
