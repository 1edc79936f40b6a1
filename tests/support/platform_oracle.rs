//! The ledgers of Kuaishou, Douyin, JD, Pinduoduo and Tmall once more, plainly and slowly,
//! written from section C of `law/penalties.md` and not from the engine or the rulebooks.
//! Every number is recomputed from the findings before.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate, NaiveDateTime, TimeDelta};

use super::audit_oracle::{Aside, Booked};

pub(crate) type Readings = BTreeMap<&'static str, &'static str>;

#[derive(Clone, Debug)]
pub(crate) struct Finding {
    pub(crate) at: NaiveDateTime,
    pub(crate) tier: &'static str,
    pub(crate) items: u32,
    pub(crate) reversed: bool,
    /// Sums stated with it, in fen.
    pub(crate) amounts: BTreeMap<&'static str, u64>,
    /// What is booked in place of what the rules give.
    pub(crate) booked: Booked,
}

#[derive(Clone, Debug)]
pub(crate) struct Case {
    pub(crate) platform: &'static str,
    pub(crate) findings: Vec<Finding>,
    pub(crate) until: Option<NaiveDate>,
    pub(crate) read: Readings,
    /// Sums stated for the account, in fen.
    pub(crate) amounts: BTreeMap<&'static str, u64>,
}

#[derive(Clone, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub(crate) struct Measure {
    pub(crate) code: &'static str,
    pub(crate) from: NaiveDateTime,
    pub(crate) until: Option<NaiveDateTime>,
    pub(crate) replaced: Option<NaiveDateTime>,
}

/// The least and the most that is due, in fen; none, where it is not known.
pub(crate) type Due = (Option<u64>, Option<u64>);

#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Outcome {
    pub(crate) points: u32,
    pub(crate) ledger: u32,
    pub(crate) closes: bool,
    /// In no order.
    pub(crate) measures: Vec<Measure>,
    /// In no order.
    pub(crate) money: Vec<Due>,
    /// The book, whether its points are taken off, whether it counts as a strike, and the
    /// measures due, with or without effect.
    pub(crate) beside: Aside<(usize, bool, bool, Vec<&'static str>)>,
    /// Whether nobody knows what is due besides.
    pub(crate) unknown: Aside<bool>,
}

#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Result {
    pub(crate) entries: Vec<Outcome>,
    pub(crate) closed: Option<(&'static str, NaiveDateTime)>,
    /// The points of every book at the end.
    pub(crate) books: Vec<u32>,
    /// Every year that is turned over, with the points of the first book before and after it.
    pub(crate) years: Vec<(i32, u32, u32)>,
    /// What every turn of a year leaves in every book.
    pub(crate) turns: Aside<Vec<(i32, Vec<u32>)>>,
}

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

/// What a finding costs by itself.
#[derive(Default)]
struct Judged {
    book: usize,
    points: u32,
    credit: bool,
    closes: bool,
    /// Measures and their days; final, if none.
    measures: Vec<(&'static str, Option<i64>)>,
    money: Vec<Due>,
}

/// What is due at a number of points.
struct Node {
    measures: Vec<(&'static str, Option<i64>)>,
    money: Vec<Due>,
}

const fn yuan(sum: u64) -> Due {
    (Some(sum * 100), Some(sum * 100))
}

/// Deeds that are done each time rather than states that last.
const DEEDS: [&str; 3] = ["goods_down", "withdrawals_frozen", "listing_down"];

const RESTRICTED: [&str; 6] = [
    "shop_hidden",
    "listing_barred",
    "new_shop_barred",
    "messages_barred",
    "community_barred",
    "public_warning",
];

impl Case {
    fn reads(&self, reading: &str, choice: &str) -> bool {
        self.read.get(reading) == Some(&choice)
    }

    /// Section C, row by row.
    fn judge(&self, before: &[Finding], finding: &Finding) -> Judged {
        match self.platform {
            "kuaishou" => self.kuaishou(finding),
            "douyin" => self.douyin(finding),
            "jd" => self.jd(before, finding),
            "pinduoduo" => pinduoduo(finding),
            _ => self.tmall(finding),
        }
    }

    /// Rows "Kuaishou 2021-09-01", "Kuaishou 2022-12-09" and "Kuaishou ledger".
    fn kuaishou(&self, finding: &Finding) -> Judged {
        let date = finding.at.date();
        let most = !self.reads("bound", "least");
        let ranges = date >= day(2022, 12, 9);
        let unscored = date >= day(2023, 4, 27) && self.reads("minor", "not_scored");
        let pick = |least, greatest| if most { greatest } else { least };
        let ban = |days: i64| vec![("banned", Some(days))];
        let fixed =
            |points: u32, days: i64| Judged { points, measures: ban(days), ..Judged::default() };
        let permanent = || Judged {
            points: 100,
            closes: true,
            measures: vec![("banned", None)],
            ..Judged::default()
        };
        let mut judged = match finding.tier {
            "sale" => fixed(60, 14),
            "sale_serious" | "lookalike_very_serious" => permanent(),
            "facilitation" | "lookalike" => fixed(10, 3),
            "facilitation_serious" => fixed(40, 7),
            "lookalike_serious" => fixed(30, 7),
            "information" if !ranges => fixed(20, 3),
            "information_serious" if !ranges => fixed(60, 14),
            "information" => Judged {
                points: if most { 20 } else { 15 },
                measures: vec![("banned", Some(2)), ("listing_barred", Some(pick(1, 5)))],
                money: vec![(Some(100_000), Some(200_000))],
                ..Judged::default()
            },
            "information_serious" => Judged {
                points: if most { 30 } else { 25 },
                measures: vec![
                    ("banned", Some(pick(3, 5))),
                    ("listing_barred", Some(pick(7, 11))),
                    ("settlement_stopped", Some(30)),
                ],
                money: vec![(Some(300_000), Some(600_000))],
                ..Judged::default()
            },
            "information_very_serious" => Judged {
                points: if most { 40 } else { 35 },
                measures: vec![
                    ("banned", Some(pick(5, 10))),
                    ("listing_barred", Some(pick(11, 21))),
                    ("settlement_stopped", Some(30)),
                ],
                money: vec![(Some(700_000), Some(1_000_000))],
                ..Judged::default()
            },
            "study" => Judged { points: finding.items, credit: true, ..Judged::default() },
            "minor_violation" if date >= day(2023, 4, 27) => Judged::default(),
            _ => Judged { points: finding.items, ..Judged::default() },
        };
        if unscored && ["sale", "information", "facilitation", "lookalike"].contains(&finding.tier)
        {
            judged.points = 0;
        }
        judged
    }

    /// Row "Douyin".
    fn douyin(&self, finding: &Finding) -> Judged {
        let all = |name: &str| {
            let sum = self.amounts.get(name).or_else(|| finding.amounts.get(name)).copied();
            (sum, sum)
        };
        let mut judged = Judged {
            points: match finding.tier {
                "light" | "global_light" => 3,
                "global_serious" => 6,
                "serious" | "very_serious" | "global_very_serious" => 12,
                _ => finding.items,
            },
            book: usize::from(finding.tier == "general_violation"),
            ..Judged::default()
        };
        if finding.tier == "serious"
            || (finding.tier == "very_serious" && self.reads("never_again", "both"))
        {
            judged.measures.push(("reentry_barred", None));
        }
        if ["serious", "very_serious"].contains(&finding.tier) {
            judged.money.push(all("deposit"));
        }
        if finding.tier == "very_serious" {
            judged.money.push(all("proceeds"));
        }
        judged
    }

    /// Row "JD (POP)"; cases 12 for the shops of JD Worldwide.
    fn jd(&self, before: &[Finding], finding: &Finding) -> Judged {
        let mut judged = Judged { points: 100, ..Judged::default() };
        match finding.tier {
            "fake" => judged.money.push(match self.amounts.get("sales") {
                Some(sales) => {
                    let due = (10 * sales).max(100_000_000);
                    (Some(due), Some(due))
                }
                None => (Some(100_000_000), None),
            }),
            "suspected_buyer" => judged.money.push(yuan(10_000)),
            "fake_worldwide" | "suspected_worldwide_third" => {}
            "suspected_worldwide" | "suspected_worldwide_second" => {
                // One that is stated as the second is the second, whatever else is known.
                let standing = before.iter().filter(|one| !one.reversed);
                let earlier: Vec<&str> = standing
                    .map(|one| one.tier)
                    .filter(|tier| {
                        tier.starts_with("suspected_worldwide") && !tier.ends_with("third")
                    })
                    .collect();
                let stated_plainly =
                    earlier.iter().filter(|tier| **tier == "suspected_worldwide").count();
                let second = finding.tier.ends_with("second") || stated_plainly >= 1;
                if earlier.len() < 2 && second {
                    judged.points = 50;
                    judged.measures = vec![("goods_down", None), ("shop_hidden", Some(7))];
                } else if earlier.len() < 2 {
                    judged.points = 25;
                    judged.measures = vec![("listing_down", None)];
                }
            }
            _ => judged.points = finding.items,
        }
        judged
    }

    /// Row "Tmall".
    fn tmall(&self, finding: &Finding) -> Judged {
        let mut judged = Judged { points: finding.items, ..Judged::default() };
        if finding.tier == "counterfeit" {
            judged.book = usize::from(self.reads("book", "own"));
            if finding.items >= 48 {
                let half = self.amounts.get("deposit").map(|deposit| deposit / 2);
                judged.money.push((half, half));
            }
        }
        judged
    }

    /// The number of points that closes the account, in each of the books.
    fn closing(&self) -> &'static [Option<u32>] {
        match self.platform {
            "kuaishou" | "jd" => &[Some(100)],
            "douyin" => &[Some(12), None],
            "pinduoduo" => &[None],
            _ => &[Some(48), Some(48)],
        }
    }

    /// What the closure brings: measures, and what it costs.
    fn closure(&self, finding: &Finding) -> Node {
        let deposit = self.amounts.get("deposit").copied();
        match self.platform {
            "kuaishou" => Node { measures: vec![("role_closed", None)], money: vec![] },
            "jd" => {
                let due = deposit.map(|deposit| deposit.max(10_000_000));
                let replaced = finding.tier == "fake"
                    || finding.tier == "fake_worldwide"
                    || finding.tier.starts_with("suspected_worldwide")
                    || (finding.tier == "suspected_buyer" && !self.reads("suspected", "beside"));
                let nodes = finding.at.date() >= day(2022, 9, 22);
                let money =
                    if replaced || !nodes { vec![] } else { vec![(due.or(Some(10_000_000)), due)] };
                Node { measures: vec![("cleared_out", None)], money }
            }
            "douyin" => Node { measures: vec![("cleared_out", None)], money: vec![] },
            _ => {
                let single = finding.tier == "counterfeit" && finding.items >= 48;
                let money = if single { vec![] } else { vec![(Some(0), deposit)] };
                Node { measures: vec![("cleared_out", None), ("account_sealed", None)], money }
            }
        }
    }

    /// What is due where a book goes from so many points to so many.
    fn node(&self, book: usize, was: u32, is: u32) -> Option<Node> {
        let highest =
            |ladder: &[u32]| ladder.iter().copied().filter(|at| was < *at && *at <= is).max();
        match (self.platform, book) {
            ("douyin", 0) => highest(&[4, 8]).map(|at| {
                let (days, sum) = if at == 4 { (3, 2_000) } else { (7, 5_000) };
                Node { measures: vec![("business_suspended", Some(days))], money: vec![yuan(sum)] }
            }),
            ("douyin", _) => (was / 12 < is / 12).then(|| Node {
                measures: vec![("business_suspended", Some(3))],
                money: vec![yuan(2_000)],
            }),
            ("jd", _) => highest(&[25, 50, 75]).map(|at| {
                let step = i64::from(at / 25);
                let mut measures =
                    vec![("listing_barred", Some(7 * step)), ("events_barred", Some(10 * step))];
                if at == 50 {
                    measures.push(("goods_down", None));
                }
                Node { measures, money: vec![yuan(u64::from(at) / 25 * 10_000)] }
            }),
            ("tmall", 0) => highest(&[12, 24, 36]).map(|at| {
                let mut measures = vec![("events_barred", Some(i64::from(at) / 12 * 30))];
                if at == 36 {
                    measures.push(("shop_closed", Some(21)));
                } else {
                    measures.extend(RESTRICTED.map(|code| (code, Some(i64::from(at) / 12 * 7))));
                }
                if at == 24 {
                    measures.push(("goods_down", None));
                }
                Node { measures, money: vec![yuan(10_000 + u64::from(at) / 12 * 10_000)] }
            }),
            _ => None,
        }
    }

    /// Whether points are cleared at the end of this year.
    fn clears(&self, year: i32) -> bool {
        match self.platform {
            "kuaishou" | "douyin" => true,
            "jd" => self.reads("year_end", "cleared") && year >= 2022,
            "tmall" => self.reads("year_end", "cleared"),
            _ => false,
        }
    }

    /// The points of a book in `year`, after the first `judged` findings.
    fn balance(
        &self,
        judged: &[(NaiveDateTime, Judged)],
        book: usize,
        year: i32,
        closed: Option<i32>,
    ) -> u32 {
        let (mut points, mut credits) = (0_u32, 0_u32);
        for (at, one) in judged.iter().filter(|(_, one)| one.book == book) {
            let cleared = (at.year()..year)
                .any(|ended| self.clears(ended) && closed.is_none_or(|closed| ended < closed));
            if cleared {
                continue;
            }
            *(if one.credit { &mut credits } else { &mut points }) += one.points;
        }
        points.saturating_sub(credits)
    }
}

/// Row "Pinduoduo".
fn pinduoduo(finding: &Finding) -> Judged {
    let priced = finding.amounts.get("price").map(|price| price * u64::from(finding.items));
    let ten_times = finding.amounts.get("sales").copied().or(priced).map(|sales| sales * 10);
    Judged {
        measures: vec![("withdrawals_frozen", None), ("goods_down", None)],
        money: vec![(ten_times, ten_times)],
        ..Judged::default()
    }
}

/// The measure of a kind that was imposed last: from when its time is counted, until when, and
/// where it stands.
type Running = BTreeMap<&'static str, (NaiveDateTime, Option<NaiveDateTime>, usize)>;

/// Measures that meet others of their kind.
fn impose(
    case: &Case,
    running: &mut Running,
    entries: &mut [Outcome],
    now: &mut Outcome,
    at: NaiveDateTime,
    (code, days): (&'static str, Option<i64>),
) {
    let span = |from: NaiveDateTime| days.map(|days| from + TimeDelta::hours(24 * days));
    if DEEDS.contains(&code) {
        let deed = Measure { code, from: at, until: None, replaced: None };
        if !now.measures.contains(&deed) {
            now.measures.push(deed);
        }
        return;
    }
    let (mut from, mut counted) = (at, at);
    if let Some((first, Some(until), _)) = running.get(code) {
        if case.reads("overlap", "successive") && days.is_some() && *until > at {
            (from, counted) = (*until, *until);
        }
        if case.reads("overlap", "from_first") && *until > at {
            counted = *first;
        }
    }
    let until = span(counted);
    if let Some((_, runs_until, place)) = running.get(code) {
        let longer = match (runs_until, until) {
            (None, _) => false,
            (Some(_), None) => true,
            (Some(runs), Some(until)) => until > *runs,
        };
        if !longer {
            return;
        }
        if runs_until.is_some_and(|runs| runs > from) {
            let known =
                entries.get_mut(*place).map_or(&mut now.measures, |entry| &mut entry.measures);
            let old = known.iter_mut().find(|one| one.code == code && one.replaced.is_none());
            if let Some(old) = old {
                old.replaced = Some(from);
            }
        }
    }
    running.insert(code, (counted, until, entries.len()));
    now.measures.push(Measure { code, from, until, replaced: None });
}

pub(crate) fn run(case: &Case) -> Result {
    let mut result = Result::default();
    let mut judged: Vec<(NaiveDateTime, Judged)> = Vec::new();
    let mut running = Running::new();
    let closing = case.closing();
    let mut closed: Option<(&'static str, NaiveDateTime)> = None;
    for (place, finding) in case.findings.iter().enumerate() {
        let year = finding.at.year();
        let closed_in = closed.map(|(_, at)| at.year());
        let one = case.judge(&case.findings[..place], finding);
        let book = one.book;
        let before = case.balance(&judged, book, year, closed_in);
        let mut now = Outcome::default();
        // One that was reversed costs nothing, unless it is booked all the same.
        let mut one = one;
        if finding.reversed {
            one = Judged { book, credit: one.credit, ..Judged::default() };
        }
        one.points = finding.booked.points.unwrap_or(one.points);
        let strike = finding.booked.strike == Some(true);
        let shuts = finding.booked.closes;
        let moves = !finding.reversed || one.points > 0 || strike || shuts;
        now.points = one.points;
        let (for_good, measures) = (one.closes, one.measures.clone());
        now.money.clone_from(&one.money);
        let credit = one.credit;
        judged.push((finding.at, one));
        now.ledger = case.balance(&judged, book, year, closed_in);
        let entries = &mut result.entries;
        let mut due_now = Vec::new();
        let mut all = |now: &mut Outcome, list: &[(&'static str, Option<i64>)]| {
            for measure in list {
                due_now.push(measure.0);
                impose(case, &mut running, entries, now, finding.at, *measure);
            }
        };
        let full = closing.get(book).copied().flatten().is_some_and(|limit| now.ledger >= limit);
        let was_open = closed.is_none();
        if was_open && moves && (full || for_good || shuts) {
            closed = Some((if full { "points" } else { "finding" }, finding.at));
            now.closes = true;
            if full {
                let due = case.closure(finding);
                all(&mut now, &due.measures);
                now.money.extend(due.money);
            }
        }
        for measure in measures {
            // Restrictions for a time have no object once the account is closed.
            if closed.is_none() || measure.1.is_none() {
                all(&mut now, &[measure]);
            }
        }
        // What 25, 50 and 75 points set off on JD stands in the rule on serious violations.
        let nodes = case.platform != "jd"
            || (finding.at.date() >= day(2022, 9, 22) && finding.tier == "serious_violation");
        if closed.is_none()
            && nodes
            && moves
            && let Some(node) = case.node(book, before, now.ledger)
        {
            all(&mut now, &node.measures);
            now.money.extend(node.money);
        }
        // What Kuaishou's points set off below 100 was not found, nor what Pinduoduo's do.
        let open = match case.platform {
            "kuaishou" => before < now.ledger && now.ledger < 100,
            "pinduoduo" => true,
            _ => false,
        };
        now.unknown = Aside(open && closed.is_none() && !finding.reversed);
        now.beside = Aside((book, credit, strike, due_now));
        result.entries.push(now);
    }
    let last = case.until.or(case.findings.last().map(|finding| finding.at.date()));
    if let (Some(first), Some(last)) = (case.findings.first(), last) {
        let closed_in = closed.map(|(_, at)| at.year());
        result.books = (0..closing.len())
            .map(|book| case.balance(&judged, book, last.year(), closed_in))
            .collect();
        for year in (first.at.year()..last.year()).filter(|year| case.clears(*year)) {
            // Only what was found before the year had ended.
            let so_far = judged.iter().take_while(|(at, _)| at.year() <= year).count();
            let (so_far, _) = judged.split_at(so_far);
            let closed_in = closed_in.filter(|closed| *closed <= year);
            let stood = |year| case.balance(so_far, 0, year, closed_in);
            result.years.push((year, stood(year), stood(year + 1)));
            let books = 0..closing.len();
            let left = |book| case.balance(so_far, book, year + 1, closed_in);
            result.turns.0.push((year, books.map(left).collect()));
        }
    }
    for entry in &mut result.entries {
        // What was replaced the moment it began never ran.
        entry.measures.retain(|one| one.replaced != Some(one.from));
        entry.measures.sort();
        entry.money.sort_unstable();
    }
    result.closed = closed;
    result
}
