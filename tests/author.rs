//! What an author is told: file, line and path of everything that is wrong.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may stop")]

use std::fs;
use std::path::{Path, PathBuf};

use zhengpin::author::{Fault, load_folder};
use zhengpin::check::check_folder;
use zhengpin::compile::compile;
use zhengpin::problem::Code;

/// The smallest rulebook that is right.
const RIGHT: &str = "\
format: 1
rulebook: test/small
title: {zh: 小, en: small}
summary: {zh: 小, en: small}
as_of: 2026-01-01
in_force: {from: 2020-01-01}
groups:
  all: {title: {zh: 全, en: all}}
facts:
  a: {kind: yes_no, group: all, ask: {zh: 甲, en: a}, proof: either, change: 'yes'}
  c:
    kind: choice
    group: all
    ask: {zh: 丙, en: c}
    choices: {x: {zh: x, en: x}, y: {zh: y, en: y}}
    proof: either
    change: 'no'
elements:
  e: {title: {zh: 戊, en: e}, is: a, cite: [law/1]}
issues:
  i:
    title: {zh: 己, en: i}
    asks: {zh: 己, en: i}
    verdicts:
      bad: {title: {zh: 坏, en: bad}, says: {zh: 坏, en: bad}, weight: severe, unless: e}
      good: {title: {zh: 好, en: good}, says: {zh: 好, en: good}, weight: clear, otherwise: true}
";

const LAW: &str = "\
format: 1
instruments:
  law:
    title: {zh: 法, en: law}
    short: {zh: 法, en: law}
    rank: law
    in_force: {from: 2020-01-01}
    confidence: high
    read_elsewhere: {zh: 书, en: a book}
    provisions:
      1: {label: {zh: 第一条, en: art. 1}, says: {zh: 说, en: says}}
";

/// A folder of rulebooks that goes when the test does.
struct Folder(PathBuf);

impl Folder {
    fn new(test: &str, files: &[(&str, &str)]) -> Self {
        let root = Path::new(env!("CARGO_TARGET_TMPDIR")).join(test);
        let _ = fs::remove_dir_all(&root);
        let all = [("instruments/law.yaml", LAW)];
        for (name, text) in all.iter().chain(files) {
            let path = root.join(name);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text).unwrap();
        }
        Self(root)
    }

    fn faults(&self) -> Vec<Fault> {
        match load_folder(&self.0) {
            Err(faults) => faults,
            Ok(found) => {
                let mut faults = Vec::new();
                for rulebook in &found.rulebooks {
                    if let Err(problems) = compile(&rulebook.value, &found.law()) {
                        faults.extend(problems.into_iter().map(|problem| rulebook.locate(problem)));
                    }
                }
                faults
            }
        }
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// Asserts that replacing `from` by `to` in the right rulebook is told as `code` at `path`,
/// on the line where the replacement stands.
fn told(test: &str, from: &str, to: &str, code: Code, path: &str) {
    assert!(RIGHT.contains(from), "{from}");
    let changed = RIGHT.replacen(from, to, 1);
    let folder = Folder::new(test, &[("small/rulebook.yaml", &changed)]);
    let faults = folder.faults();
    let Some(fault) =
        faults.iter().find(|fault| fault.problem.code == code && fault.problem.path == path)
    else {
        panic!("{test}: {faults:#?}");
    };
    assert_eq!(fault.file, Path::new("small/rulebook.yaml"));
    let line = changed.lines().nth(fault.spot.line - 1).unwrap();
    let wanted =
        path.rsplit('/').find(|part| part.parse::<usize>().is_err() && changed.contains(part));
    assert!(
        wanted.is_some_and(|wanted| line.contains(wanted)),
        "{test}: line {} is {line}",
        fault.spot.line
    );
}

#[test]
fn the_right_rulebook_is_right() {
    assert_eq!(Folder::new("right", &[("small/rulebook.yaml", RIGHT)]).faults(), []);
}

#[test]
fn yaml_that_cannot_be_read_names_its_line() {
    let folder = Folder::new("yaml", &[("small/rulebook.yaml", "rulebook: a\ntitle: {zh: [\n")]);
    let faults = folder.faults();
    assert_eq!(faults.first().unwrap().problem.code, Code::MalformedYaml);
    assert!(faults.first().unwrap().spot.line >= 2);
}

/// Source: RFC 8259, section 6: beyond it, a page would answer with another number.
#[test]
fn a_number_that_a_page_could_not_pass_on_is_refused_with_its_line() {
    let number = "  n: {kind: number, group: all, ask: {zh: 数, en: n}, min: 0, max: MOST, proof: either, change: 'yes'}\n";
    let faults = |most: &str| {
        let facts = format!("facts:\n{}", number.replace("MOST", most));
        let text = RIGHT.replacen("facts:\n", &facts, 1);
        Folder::new(&format!("exact-{most}"), &[("small/rulebook.yaml", &text)]).faults()
    };
    assert_eq!(faults("9007199254740991"), []);
    for beyond in ["9007199254740992", "-9007199254740992", "1e400"] {
        let found = faults(beyond);
        assert_eq!(found.first().unwrap().problem.code, Code::MalformedYaml, "{beyond}");
        assert_eq!(found.first().unwrap().spot.line, 10, "{beyond}");
    }
}

#[test]
fn a_key_that_stands_twice_is_refused() {
    let text = format!("{RIGHT}facts: {{}}\n");
    let folder = Folder::new("twice", &[("small/rulebook.yaml", &text)]);
    assert_eq!(folder.faults().first().unwrap().problem.code, Code::MalformedYaml);
}

#[test]
fn an_id_defined_in_two_files_names_both() {
    let more = "elements:\n  f: {title: {zh: 己, en: f}, is: a, cite: [law/1]}\n  e: {title: {zh: 戊, en: e}, is: a}\n";
    let folder =
        Folder::new("two-files", &[("small/rulebook.yaml", RIGHT), ("small/more.yaml", more)]);
    let faults = folder.faults();
    let fault = faults.first().unwrap();
    assert_eq!(fault.problem.code, Code::DefinedTwice);
    assert_eq!((fault.file.to_str(), fault.spot.line), (Some("small/more.yaml"), 3));
    assert!(format!("{:?}", fault.problem).contains("small/rulebook.yaml:"));
}

#[test]
fn rules_may_be_spread_over_files() {
    let (head, rest) = RIGHT.split_once("elements:").unwrap();
    let rest = format!("elements:{rest}");
    let folder =
        Folder::new("spread", &[("small/rulebook.yaml", head), ("small/deep/rules.yaml", &rest)]);
    assert_eq!(folder.faults(), []);
}

/// What is wrong with the version that these files name, with the place of each fault.
fn of_version(test: &str, files: &[(&str, &str)]) -> Vec<(Code, String, usize, String)> {
    let folder = Folder::new(&format!("version-{test}"), files);
    let faults = load_folder(&folder.0).err().unwrap_or_default().into_iter();
    let told = faults.map(|Fault { file, spot, problem }| {
        (problem.code, file.to_str().unwrap().to_owned(), spot.line, problem.path)
    });
    told.collect()
}

/// Nothing else is told of a file in another version: it may mean something else by the same
/// words.
#[test]
fn a_file_names_the_version_of_its_format() {
    let fault = |code, file: &str, line| vec![(code, file.to_owned(), line, "/format".to_owned())];
    let rulebook = "small/rulebook.yaml";
    let unsaid = RIGHT.replacen("format: 1\n", "colour: red\n", 1);
    assert_eq!(of_version("unsaid", &[(rulebook, &unsaid)]), fault(Code::MissingKey, rulebook, 1));
    for (test, version) in
        [("next", "2"), ("before", "0"), ("text", "'1'"), ("part", "1.5"), ("empty", "")]
    {
        let other = RIGHT.replacen("format: 1\n", &format!("colour: red\nformat: {version}\n"), 1);
        assert_eq!(
            of_version(test, &[(rulebook, &other)]),
            fault(Code::UnknownFormat, rulebook, 2),
            "{version}"
        );
    }
    // The further files of a rulebook need not say it again, and may not say otherwise.
    let more = "cases: {}\n";
    assert_eq!(of_version("more", &[(rulebook, RIGHT), ("small/more.yaml", more)]), []);
    let again = "cases: {}\nformat: 1\n";
    assert_eq!(of_version("again", &[(rulebook, RIGHT), ("small/more.yaml", again)]), []);
    let otherwise = "cases: {}\nformat: 2\n";
    assert_eq!(
        of_version("otherwise", &[(rulebook, RIGHT), ("small/more.yaml", otherwise)]),
        fault(Code::UnknownFormat, "small/more.yaml", 2)
    );
    // Instruments and calendars stand in files that can be read alone.
    let (instruments, calendars) = ("instruments: {}\n", "calendars: {}\n");
    for (test, file, text) in [
        ("instruments", "instruments/more.yaml", instruments),
        ("calendars", "calendars/more.yaml", calendars),
    ] {
        let bare = of_version(test, &[(rulebook, RIGHT), (file, text)]);
        assert_eq!(bare, fault(Code::MissingKey, file, 1));
        let said = format!("format: 1\n{text}");
        assert_eq!(of_version(test, &[(rulebook, RIGHT), (file, &said)]), []);
    }
}

#[test]
fn what_does_not_fit_the_format_is_told() {
    told(
        "unknown-key",
        "kind: yes_no,",
        "kind: yes_no, colour: red,",
        Code::MalformedRulebook,
        "/facts/a/colour",
    );
    told(
        "one-language",
        "title: {zh: 戊, en: e}",
        "title: {zh: 戊}",
        Code::MalformedRulebook,
        "/elements/e/title",
    );
    told("no-such-kind", "kind: yes_no", "kind: maybe", Code::MalformedRulebook, "/facts/a/kind");
    told(
        "no-such-day",
        "as_of: 2026-01-01",
        "as_of: 2026-02-30",
        Code::MalformedRulebook,
        "/as_of",
    );
    told(
        "two-keys",
        "is: a, cite",
        "is: {a: true, c: x}, cite",
        Code::MalformedRulebook,
        "/elements/e/is",
    );
}

#[test]
fn names_that_stand_for_nothing_are_told() {
    told("unknown-name", "is: a,", "is: b,", Code::UnknownName, "/elements/e/is");
    told("unknown-fact", "is: a,", "is: {b: x},", Code::UnknownName, "/elements/e/is/b");
    told(
        "unknown-provision",
        "cite: [law/1]",
        "cite: [law/2]",
        Code::UnknownName,
        "/elements/e/cite/0",
    );
    told(
        "unknown-group",
        "kind: yes_no, group: all",
        "kind: yes_no, group: none",
        Code::UnknownName,
        "/facts/a/group",
    );
    told(
        "unknown-case",
        "is: a,",
        "is: a, cases: {for: [x]},",
        Code::UnknownName,
        "/elements/e/cases/for",
    );
    told("name-taken", "  e: {title", "  a: {title", Code::NameTaken, "/elements/a");
}

#[test]
fn conditions_that_make_no_sense_are_told() {
    told("no-condition", "is: a,", "", Code::NotOneCondition, "/elements/e");
    told("two-conditions", "is: a,", "is: a, any: [a],", Code::NotOneCondition, "/elements/e");
    told("empty-list", "is: a,", "is: {all: []},", Code::EmptyList, "/elements/e/is");
    told("wrong-test", "is: a,", "is: {a: x},", Code::WrongTest, "/elements/e/is/a");
    told("unknown-choice", "is: a,", "is: {c: z},", Code::WrongTest, "/elements/e/is/c");
    told("circular", "is: a,", "is: e,", Code::Circular, "/elements/e");
    told(
        "misplaced-otherwise",
        "weight: severe, unless: e",
        "weight: severe, otherwise: true",
        Code::MisplacedOtherwise,
        "/issues/i/verdicts",
    );
    told(
        "two-rules",
        "unless: e}",
        "unless: e, when: e}",
        Code::NotOneCondition,
        "/issues/i/verdicts/bad",
    );
    told("one-choice", ", y: {zh: y, en: y}", "", Code::MissingChoices, "/facts/c/choices");
    told(
        "wrong-undisputed",
        "change: 'yes'",
        "change: 'yes', undisputed: x",
        Code::WrongTest,
        "/facts/a/undisputed",
    );
    told(
        "empty-validity",
        "is: a,",
        "is: a, in_force: {from: 2021-01-01, to: 2020-01-01},",
        Code::EmptyValidity,
        "/elements/e/in_force",
    );
}

/// What is found in a calendar, with what it says of its years and of those not ordered.
fn of_calendar(years: &str, statutory: &str) -> Vec<(Code, String)> {
    let calendars = format!(
        "format: 1\ncalendars:\n  c:\n    rest: [saturday, sunday]\n    years:\n{years}{statutory}"
    );
    let dated = RIGHT.replace(
        "facts:\n",
        "facts:\n  d: {kind: date, group: all, ask: {zh: 丁, en: d}, proof: either, change: 'no'}\n",
    );
    let due = "deadlines:\n  t: {title: {zh: 期, en: t}, says: {zh: 期, en: t}, from: d, count: {working_days: 3}, calendar: c, who: seller, cite: [law/1]}\n";
    let files = [("small/rulebook.yaml", format!("{dated}{due}")), ("calendars/c.yaml", calendars)];
    let files = files.each_ref().map(|(name, text)| (*name, text.as_str()));
    let name = if statutory.is_empty() { "calendar" } else { "statutory" };
    let folder = Folder::new(name, &files);
    let (_, faults) = check_folder(&load_folder(&folder.0).unwrap());
    let of_calendar = faults.into_iter().filter(|fault| fault.file.starts_with("calendars"));
    of_calendar.map(|fault| (fault.problem.code, fault.problem.path)).collect::<Vec<_>>()
}

/// What is wrong with a calendar that deadlines count by, each with its place.
#[test]
fn a_calendar_that_contradicts_itself_is_told_with_its_place() {
    let found = |years: &str| of_calendar(years, "");
    let year = |off: &str, work: &str| {
        format!("      '2026': {{cite: law/1, off: [{off}], work: [{work}]}}\n")
    };
    let holiday = "{from: 2026-10-01, to: 2026-10-07}";
    assert_eq!(found(&year(holiday, "2026-10-10")), []);
    // New Year's Day may begin in the December before.
    assert_eq!(found(&year("{from: 2025-12-31, to: 2026-01-02}", "2025-12-28")), []);
    let wrong = |code, place: &str| vec![(code, format!("/calendars/c/years/{place}"))];
    let off = |off: &str| found(&year(off, ""));
    assert_eq!(off("{from: 2026-10-07, to: 2026-10-01}"), wrong(Code::WrongCalendar, "2026/off/0"));
    assert_eq!(
        off(&format!("{holiday}, {{from: 2026-10-07, to: 2026-10-08}}")),
        wrong(Code::WrongCalendar, "2026/off/1")
    );
    assert_eq!(off("{from: 2025-10-01, to: 2025-10-07}"), wrong(Code::WrongCalendar, "2026/off/0"));
    // A Friday is no day of rest, and a holiday is not worked.
    for work in ["2026-10-09", "2026-10-03"] {
        assert_eq!(
            found(&year(holiday, work)),
            wrong(Code::WrongCalendar, "2026/work/0"),
            "{work}"
        );
    }
    assert_eq!(found("      'next': {cite: law/1, off: []}\n"), wrong(Code::WrongCalendar, "next"));
    assert_eq!(
        found("      '2026': {cite: law/9, off: []}\n"),
        wrong(Code::UnknownName, "2026/cite")
    );
}

/// What is wrong with the holidays of a calendar, each with its place.
#[test]
fn holidays_that_cannot_be_are_told_with_their_place() {
    let with = |from: &str, to: &str| {
        let right = "    statutory:
      from: 2025-01-01
      to: 2027-12-31
      cite: [law/1]
      holidays:
        new_year: {on: {solar: {month: 1, day: 1}}, days: 1, cite: law/1, reach: short}
        spring: {on: new_years_eve, days: 4, cite: law/1, in_force: {from: 2026-01-01}, reach: long, expected: {days: 8, joined: {with: new_year, days: 9}}}
      reaches:
        short: {off: {before: 1, after: 1, most: 1}, work: {before: 1, after: 1, most: 1}, keeps: 3}
        long: {off: {before: 1, after: 5, most: 4}, work: {before: 7, after: 7, most: 2}}
      expected: {cite: [law/1], from: 2026, to: 2027, in_a_row: 6}
";
        assert!(right.contains(from));
        let year = "      '2026': {cite: law/1, off: [{from: 2026-01-01, to: 2026-01-03}, {from: 2026-02-16, to: 2026-02-22}], work: [2026-01-04]}\n";
        of_calendar(year, &right.replace(from, to))
    };
    assert_eq!(with("days: 1", "days: 1"), []);
    let wrong = |from: &str, to: &str, code: Code, place: &str| {
        let found = with(from, to);
        assert_eq!(found, [(code, format!("/calendars/c/statutory/{place}"))], "{to}");
    };
    let (name, calendar) = (Code::UnknownName, Code::WrongCalendar);
    wrong("to: 2027-12-31", "to: 2024-12-31", calendar, "to");
    wrong("cite: [law/1]\n      holidays", "cite: [law/9]\n      holidays", name, "cite/0");
    wrong("{cite: [law/1], from: 2026", "{cite: [law/9], from: 2026", name, "expected/cite/0");
    wrong("1, cite: law/1", "1, cite: law/9", name, "holidays/new_year/cite");
    wrong("with: new_year", "with: old_year", name, "holidays/spring/expected/joined/with");
    wrong("expected: {days: 8", "expected: {days: 3", calendar, "holidays/spring/expected/days");
    wrong("month: 1, day: 1", "month: 2, day: 30", calendar, "holidays/new_year/on");
    wrong("on: new_years_eve", "on: {lunar: {month: 13, day: 1}}", calendar, "holidays/spring/on");
    // 5 January 2026 is a Monday that was not off.
    wrong("month: 1, day: 1", "month: 1, day: 5", calendar, "holidays/new_year");
    assert_eq!(
        with("reach: long", "reach: far"),
        [
            (calendar, "/calendars/c/statutory/reaches/long".to_owned()),
            (name, "/calendars/c/statutory/holidays/spring/reach".to_owned()),
        ]
    );
    let twice = "        again: {on: {solar: {month: 1, day: 1}}, days: 1, cite: law/1, reach: short}\n      reaches:";
    assert_eq!(
        with("      reaches:", twice),
        ["new_year", "again"].map(|id| (calendar, format!("/calendars/c/statutory/holidays/{id}")))
    );
}
