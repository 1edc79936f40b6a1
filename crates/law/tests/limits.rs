//! Rulebooks that would outgrow the engine are refused before they do, and say where; rulebooks
//! of dates far apart, of months and of days that go back are read as the calendar has them.
//!
//! Nothing here looks at a clock: what is refused is refused because work was counted.

#![cfg(feature = "files")]
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test may stop")]

use serde_json::{Map, Value, json};
use zhengpin_law::author::{YamlFault, load_folder, read, read_yaml};
use zhengpin_law::check::{Severity, check, severity};
use zhengpin_law::compile::{Compiled, Law, Measured, compile, measure};
use zhengpin_law::diagram::Assignment;
use zhengpin_law::limits;
use zhengpin_law::problem::{Code, Problem};
use zhengpin_law::rulebook::Rulebook;

fn text() -> Value {
    json!({"zh": "甲", "en": "a"})
}

fn fact(kind: &str) -> Value {
    json!({"kind": kind, "group": "g", "ask": text(), "proof": "either", "change": "yes"})
}

fn element(is: &Value) -> Value {
    json!({"title": text(), "is": is})
}

/// A rulebook of these facts and elements, with one issue that is `bad` where a condition
/// holds.
fn rulebook(facts: &Value, elements: &Value, bad: &Value) -> Value {
    let verdict = json!({"title": text(), "says": text(), "weight": "clear"});
    let (mut first, mut last) = (verdict.clone(), verdict);
    first["when"] = bad.clone();
    last["otherwise"] = json!(true);
    json!({
        "rulebook": "test/limits", "title": text(), "summary": text(), "as_of": "2026-01-01",
        "in_force": {"from": "2020-01-01"}, "groups": {"g": {"title": text()}},
        "facts": facts, "elements": elements,
        "issues": {"i": {"title": text(), "asks": text(), "verdicts": {"bad": first, "good": last}}},
    })
}

fn compiled(source: &Value) -> Result<Compiled, Vec<Problem>> {
    let rulebook: Rulebook = read(source.clone()).map_err(|problem| vec![problem])?;
    compile(&rulebook, &Law::default())
}

/// Asserts that a rulebook is refused with this code at this path.
fn refused(source: &Value, code: Code, path: &str) {
    let problems = compiled(source).map(|_| ()).unwrap_err();
    let told: Vec<(Code, &str)> = problems.iter().map(|it| (it.code, it.path.as_str())).collect();
    assert!(told.contains(&(code, path)), "{told:?}");
}

/// Which verdicts are possible where nothing is known.
fn possible(source: &Value) -> Vec<u8> {
    let compiled = compiled(source).unwrap();
    let version = compiled.versions.last().unwrap();
    let drawn = version.issues.values().next().unwrap().as_ref().unwrap();
    let diagram = &compiled.diagrams[drawn.diagram];
    diagram.reachable(&Assignment::default()).verdicts().collect()
}

fn dates(names: &[&str]) -> Value {
    names.iter().map(|name| ((*name).to_owned(), fact("date"))).collect::<Map<_, _>>().into()
}

// Source: break.md, E1: a date that lies before another, said from the one or from the other.
#[test]
fn time_that_goes_back_is_time_that_goes_forward_told_from_the_other_side() {
    let late = json!({"b": {"on_or_after": "2020-01-01"}});
    for (months, days) in [(0, 3), (2, 0), (2, 3), (0, 0)] {
        let back = json!({"a": {"before": {"fact": "b", "months": -months, "days": -days}}});
        let there = json!({"b": {"after": {"fact": "a", "months": months, "days": days}}});
        for lag in [back, there] {
            let source = rulebook(&dates(&["a", "b"]), &json!({}), &json!({"all": [lag, late]}));
            assert_eq!(possible(&source), [0, 1], "{lag}");
        }
    }
}

// Source: the calendar: four years are 1,460 days only where a year is no leap year although
// it can be divided by four, and 1,461 otherwise; break.md, E14.
#[test]
fn what_only_a_rare_year_allows_is_possible() {
    let lag = |months: i32, days: i32| json!({"fact": "b", "months": months, "days": days});
    let rare = |from: &str| {
        json!({"all": [
            {"b": {"on_or_after": from}}, {"a": {"on_or_after": lag(48, 0)}},
            {"a": {"before": lag(0, 1461)}},
        ]})
    };
    for from in ["1999-01-01", "2020-01-01", "2097-01-01", "9000-01-01"] {
        let source = rulebook(&dates(&["a", "b"]), &json!({}), &rare(from));
        assert_eq!(possible(&source), [0, 1], "{from}");
    }
    // After the last such year there is: none before the year 10000.
    let source = rulebook(&dates(&["a", "b"]), &json!({}), &rare("9904-01-01"));
    assert_eq!(possible(&source), [1]);
    // Never, in one comparison or in two.
    let never = [(48, 1460), (6, 181), (12, 365), (1, 28)];
    for (months, days) in never {
        let both = json!({"all": [
            {"a": {"on_or_after": lag(months, 0)}}, {"a": {"before": lag(0, days)}},
        ]});
        let source = rulebook(&dates(&["a", "b"]), &json!({}), &both);
        assert_eq!(possible(&source), [1], "{months} months within {days} days");
        let other = json!({"all": [
            {"a": {"on_or_after": lag(months, 0)}},
            {"b": {"after": {"fact": "a", "days": -days}}},
        ]});
        let source = rulebook(&dates(&["a", "b"]), &json!({}), &other);
        assert_eq!(possible(&source), [1], "{months} months within {days} days, told back");
    }
}

// Days are those that can be written: from the year 0 to the year 9999.
#[test]
fn no_day_lies_beyond_those_that_can_be_written() {
    let lag = |days: i32| json!({"fact": "b", "days": days});
    let both = |a: Value, b: Value| json!({"all": [{"a": a}, {"b": b}]});
    let far = [
        both(json!({"after": lag(1)}), json!({"on_or_after": "9999-12-30"})),
        both(json!({"before": lag(-1)}), json!({"before": "0000-01-02"})),
        json!({"a": {"after": "9999-12-31"}}),
        json!({"a": {"before": "0000-01-01"}}),
    ];
    for bad in far {
        let source = rulebook(&dates(&["a", "b"]), &json!({}), &bad);
        assert_eq!(possible(&source), [1], "{bad}");
    }
}

// Source: break.md, E5: a number of at most 5 is never 9.
#[test]
fn what_lies_beyond_the_bounds_of_a_number_is_not_possible() {
    let mut number = fact("number");
    (number["min"], number["max"]) = (json!(0), json!(5));
    let facts = json!({"n": number, "other": fact("yes_no")});
    for (test, expected) in [
        (json!({"at_least": 9}), vec![1]),
        (json!({"at_least": 6}), vec![1]),
        (json!({"at_least": 5}), vec![0, 1]),
        (json!({"at_most": -1}), vec![1]),
        (json!({"at_most": 0}), vec![0, 1]),
        (json!({"at_most": 5}), vec![0]),
    ] {
        let source = rulebook(&facts, &json!({}), &json!({"n": test}));
        assert_eq!(possible(&source), expected, "{test}");
        let rulebook: Rulebook = read(source).unwrap();
        let (_, found) = check(&rulebook, &Law::default()).unwrap();
        let unreachable = found.iter().any(|it| it.code == Code::UnreachableVerdict);
        assert_eq!(unreachable, expected.len() == 1, "{test}");
    }
}

// Source: RFC 8259, section 6; break.md, E6.
#[test]
fn a_number_that_not_every_program_holds_is_refused_in_files_and_cannot_be_reached() {
    let refused = read_yaml("a: {max: 9007199254740992}").unwrap_err();
    assert!(refused.detail.contains("9007199254740991"), "{refused:?}");
    let mut number = fact("number");
    number["max"] = json!(9_007_199_254_740_991_i64);
    let most = json!({"n": {"at_most": 9_007_199_254_740_991_i64}});
    assert_eq!(possible(&rulebook(&json!({"n": number}), &json!({}), &most)), [0]);
}

/// Elements of which each names the one before twice.
fn doubling(many: usize) -> Value {
    let facts = json!({"a": fact("yes_no"), "b": fact("yes_no")});
    let mut elements = Map::from_iter([("e0".to_owned(), element(&json!("a")))]);
    for number in 1..=many {
        let before = format!("e{}", number - 1);
        let both = json!({"all": [before, {"any": [before, "b"]}]});
        elements.insert(format!("e{number}"), element(&both));
    }
    rulebook(&facts, &elements.into(), &json!(format!("e{many}")))
}

// Source: break.md, E7: 2.8 KB of elements of which each names the one before twice filled 1 GB.
#[test]
fn a_tree_that_doubles_with_every_element_is_refused_before_it_is_told() {
    assert!(compiled(&doubling(9)).is_ok());
    for many in [14, 18] {
        refused(&doubling(many), Code::TooComplex, "/issues/i");
    }
    // Deeper still, it is the depth.
    let problems = compiled(&doubling(26)).map(|_| ()).unwrap_err();
    assert_eq!(problems[0].code, Code::TooComplex);
}

/// A chain of elements, each the next under some nots.
fn chain(many: usize, nots: usize) -> Value {
    let facts = json!({"a": fact("yes_no")});
    let under = |inner: Value| (0..nots).fold(inner, |inner, _| json!({"not": inner}));
    let mut elements = Map::from_iter([("e0".to_owned(), element(&json!("a")))]);
    for number in 1..many {
        elements.insert(format!("e{number}"), element(&under(json!(format!("e{}", number - 1)))));
    }
    // The last one first, so that what names comes before what is named.
    let elements: Map<String, Value> = elements.into_iter().rev().collect();
    rulebook(&facts, &elements.into(), &json!(format!("e{}", many - 1)))
}

// Source: break.md, E8 and E8w: 999 elements, each the next under 4 to 49 nots, ran out of stack.
#[test]
fn a_chain_that_no_answer_could_hold_is_refused() {
    assert!(compiled(&chain(10, 3)).is_ok());
    for (many, nots) in [(60, 0), (30, 1), (999, 0), (999, 4), (999, 11), (999, 40)] {
        let problems = compiled(&chain(many, nots)).map(|_| ()).unwrap_err();
        assert_eq!(problems[0].code, Code::TooComplex, "{many}, {nots}");
        assert!(problems[0].path.starts_with("/elements/e"), "{problems:?}");
    }
}

#[test]
fn lists_within_lists_are_bounded_in_files() {
    let nested = |many: usize| format!("a: {}{}", "[".repeat(many), "]".repeat(many));
    assert!(read_yaml(&nested(limits::NESTING - 1)).is_ok());
    let YamlFault { line, detail, .. } = read_yaml(&nested(limits::NESTING)).unwrap_err();
    assert_eq!(line, 1);
    assert!(detail.contains(&limits::NESTING.to_string()), "{detail}");
    assert!(read_yaml(&nested(100_000)).is_err());
    let steps: String = (0..120).map(|depth| " ".repeat(depth) + "a:\n").collect();
    assert!(read_yaml(&steps).unwrap_err().detail.contains("within each other"));
    let YamlFault { detail, .. } =
        read_yaml(&format!("a: {}", "b".repeat(limits::FILE_BYTES))).unwrap_err();
    assert!(detail.contains(&limits::FILE_BYTES.to_string()), "{detail}");
    assert!(read_yaml("1: a\n\"1\": b").unwrap_err().detail.contains("twice"));
}

/// Every two of so many dates compared with each other.
fn compared(many: usize) -> Value {
    let names: Vec<String> = (0..many).map(|number| format!("d{number}")).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let mut any = Vec::new();
    for (number, one) in names.iter().enumerate() {
        for other in &names[number + 1..] {
            any.push(json!({(*one): {"after": {"fact": other, "days": 3}}}));
            any.push(json!({(*one): {"after": {"fact": other, "days": 30}}}));
        }
    }
    rulebook(&dates(&names), &json!({}), &json!({"any": any}))
}

// Source: break.md, E9: every pair of six dates took more than a second, of eight more than a
// minute.
#[test]
fn dates_of_which_every_two_are_compared_are_drawn_or_refused_by_counting() {
    assert!(compiled(&compared(3)).is_ok());
    for many in [8, 12] {
        let problems = compiled(&compared(many)).map(|_| ()).unwrap_err();
        assert_eq!(problems[0].code, Code::TooComplex, "{many}");
    }
}

// Source: break.md, E10: variables and diagrams that are too many to be told apart.
#[test]
fn tables_are_bounded() {
    let many = |count: usize, of: &Value| -> Value {
        (0..count).map(|number| (format!("x{number}"), of.clone())).collect::<Map<_, _>>().into()
    };
    let a = json!({"a": fact("yes_no")});
    let mut set = fact("set");
    set["choices"] = many(200, &text());
    refused(&rulebook(&many(6, &set), &json!({}), &json!("a")), Code::TooComplex, "/facts");
    let over = limits::ENTRIES + 1;
    let tables = [
        ("facts", fact("yes_no")),
        ("elements", element(&json!("a"))),
        ("constraints", json!({"never": "a", "says": text()})),
        ("groups", json!({"title": text()})),
        ("gaps", text()),
        ("alerts", json!({"title": text(), "says": text(), "when": "a"})),
    ];
    for (table, entry) in tables {
        let mut source = rulebook(&a, &json!({}), &json!("a"));
        source[table] = many(over, &entry);
        refused(&source, Code::TooComplex, &format!("/{table}"));
    }
    // A version for every day on which an element ends.
    let ends = (0..limits::VERSIONS + 10).map(|number| {
        let mut element = element(&json!("a"));
        let day = zhengpin_law::day::later(
            zhengpin_law::day::parse("2021-01-01").unwrap(),
            0,
            i32::try_from(number).unwrap(),
        );
        element["in_force"] = json!({"to": day.unwrap().to_string()});
        (format!("e{number}"), element)
    });
    let ends: Map<String, Value> = ends.collect();
    refused(&rulebook(&a, &ends.into(), &json!("a")), Code::TooComplex, "/in_force");
}

/// Source: break.md, E15: an id became a file three folders above the one to write to.
#[test]
fn what_can_stand_in_no_address_is_no_id() {
    let sound = rulebook(&json!({"a": fact("yes_no")}), &json!({}), &json!("a"));
    assert!(compiled(&sound).is_ok());
    let long = "x".repeat(limits::ID_CHARACTERS + 1);
    for id in ["../../escape", "", " ", "a b", "a\u{0}", "/a", "a/", "a//b", ".a", "甲", &long] {
        let mut source = sound.clone();
        source["rulebook"] = json!(id);
        refused(&source, Code::NoId, "/rulebook");
        for table in ["facts", "elements", "groups", "gaps", "cases", "documents"] {
            let mut source = sound.clone();
            source[table][id] = json!({});
            let path = zhengpin_law::problem::child(&format!("/{table}"), id);
            refused(&source, Code::NoId, &path);
        }
    }
}

#[test]
fn times_between_dates_are_between_days_that_can_be_written_and_from_dates() {
    let facts = json!({"a": fact("date"), "b": fact("date"), "n": fact("yes_no")});
    for lag in [
        json!({"fact": "b", "days": limits::LAG_DAYS + 1}),
        json!({"fact": "b", "days": i32::MIN}),
        json!({"fact": "b", "months": limits::LAG_MONTHS + 1}),
        json!({"fact": "b", "months": i32::MIN}),
        json!({"fact": "b", "months": i32::MAX}),
    ] {
        let bad = json!({"a": {"before": lag}});
        let path = "/issues/i/verdicts/bad/when/a";
        refused(&rulebook(&facts, &json!({}), &bad), Code::OutOfRange, path);
    }
    let bad = json!({"a": {"before": {"fact": "n", "days": 1}}});
    let path = "/issues/i/verdicts/bad/when/a";
    refused(&rulebook(&facts, &json!({}), &bad), Code::WrongTest, path);
}

/// The skeleton that authors copy, without what it cites.
fn skeleton(change: impl FnOnce(&mut Value)) -> Vec<Problem> {
    let mut value = read_yaml(include_str!("../../../docs/skeleton.yaml")).unwrap().0;
    change(&mut value);
    // What counts by a calendar needs one.
    value["deadlines"] = json!({});
    value.as_object_mut().unwrap().shift_remove("format");
    let instruments = value.as_object_mut().unwrap().shift_remove("instruments").unwrap();
    let mut law = Law::of(&read(json!({"instruments": instruments})).unwrap());
    let ecl = json!({"instruments": {"ecl": {
        "title": text(), "short": text(), "rank": "law", "in_force": {"from": "2019-01-01"},
        "confidence": "high",
        "provisions": {"42/1": {"label": text(), "says": text()}, "42/2": {"label": text(), "says": text()}},
    }}});
    law.add(&read(ecl).unwrap());
    let rulebook: Rulebook = match read(value) {
        Ok(rulebook) => rulebook,
        Err(problem) => return vec![problem],
    };
    match check(&rulebook, &law) {
        Ok((_, found)) | Err(found) => found,
    }
}

/// Source: every combination of up to three of a hundred tiers, 176,850 of them, is kept for
/// every node and closure; a rulebook of 40 KB made a forecast of minutes.
#[test]
fn the_combinations_that_a_forecast_would_keep_are_bounded() {
    let with = |tiers: usize, closures: usize| {
        let found = skeleton(|it| {
            for (table, count) in [("tiers", tiers), ("closures", closures)] {
                let table = it["ledger"][table].as_object_mut().unwrap();
                let first = table.values().next().unwrap().clone();
                while table.len() < count {
                    table.insert(format!("x{}", table.len()), first.clone());
                }
            }
            it["ledger"]["nodes"] = json!({});
        });
        found.into_iter().any(|it| it.code == Code::TooComplex && it.path == "/ledger")
    };
    let ways = 100 + 100 * 101 / 2 + 100 * 101 * 102 / 6;
    let most = limits::WAYS / ways;
    assert!(!with(limits::TIERS, most), "{most} closures");
    assert!(with(limits::TIERS, most + 1), "{} closures", most + 1);
}

/// Source: break.md, E17: the checker said nothing of numbers that say nothing.
#[test]
fn a_ledger_counts_from_one_and_writes_its_offset_in_one_way() {
    let errors = |found: Vec<Problem>| -> Vec<(Code, String)> {
        let errors = found.into_iter().filter(|it| severity(it.code) == Severity::Error);
        errors.map(|it| (it.code, it.path)).collect()
    };
    let sound = errors(skeleton(|_| {}));
    assert_eq!(sound, [], "the skeleton is sound");
    for offset in ["+0800", "+8:00", "+08", "08:00", "Z"] {
        let found = errors(skeleton(|it| it["ledger"]["offset"] = json!(offset)));
        assert_eq!(found, [(Code::NotAnInstant, "/ledger/offset".to_owned())], "{offset}");
    }
    for time in ["9:00", "24:00", "12:00:00"] {
        let found = errors(skeleton(|it| it["ledger"]["time_of_day"] = json!(time)));
        assert_eq!(found, [(Code::NotAnInstant, "/ledger/time_of_day".to_owned())], "{time}");
    }
    let findings = limits::FINDINGS + 1;
    let found = errors(skeleton(|it| it["ledger"]["limits"]["findings"] = json!(findings)));
    assert_eq!(found, [(Code::TooComplex, "/ledger/limits/findings".to_owned())]);
    // Every number of days, hours and times of a ledger that has one of each kind.
    let mut places = Vec::new();
    let full = |it: &mut Value| {
        let ledger = it["ledger"].as_object_mut().unwrap();
        let cite = json!(["own-rules/7"]);
        let imposes = json!([{"measures": ["account_closed"], "days": 7, "cite": cite,
            "exam": {"within": 3, "otherwise": 9}}]);
        let life = json!({"days": 365, "from": "instant", "cite": cite});
        let parts = json!({
            "windows": {
                "w": {"title": text(), "days": 3, "cite": cite},
                "h": {"title": text(), "hours": 24, "cite": cite},
            },
            "nodes": {
                "n": {"title": text(), "counts": "points", "every": 6, "imposes": imposes},
                "m": {"title": text(), "counts": "points", "at": 9, "imposes": imposes},
            },
            "labels": {"l": {"ask": text(), "says": text()}},
            "repeats": {"r": {"title": text(), "by": ["l"], "at": 2, "tiers": ["ordinary"],
                "becomes": "ordinary", "cite": cite}},
            "strike_lives": {"s": {"title": text(), "days": 365, "from": "day", "cite": cite}},
        });
        ledger.extend(parts.as_object().unwrap().clone());
        ledger["books"]["main"]["life"] = life;
    };
    let _ = skeleton(|it| {
        full(it);
        numbers(&it["ledger"], "/ledger", &mut places);
    });
    assert_eq!(places.len(), 14, "{places:?}");
    let zeros = |found: Vec<Problem>| -> Vec<String> {
        // Where the format itself takes no nought, it is read as no rulebook at all.
        let codes = [Code::OutOfRange, Code::MalformedRulebook];
        let zeros = found.into_iter().filter(|it| codes.contains(&it.code));
        zeros.map(|it| it.path).collect()
    };
    assert!(zeros(skeleton(full)).is_empty());
    for place in places {
        let found = zeros(skeleton(|it| {
            full(it);
            *it.pointer_mut(&place).unwrap() = json!(0);
        }));
        let told = |path: &String| place.starts_with(path.as_str());
        assert!(found.iter().any(told), "{place}: {found:?}");
    }
}

/// The places of the numbers of days and of what happens each time.
fn numbers(value: &Value, path: &str, places: &mut Vec<String>) {
    let Some(map) = value.as_object() else {
        for (index, inner) in value.as_array().into_iter().flatten().enumerate() {
            numbers(inner, &format!("{path}/{index}"), places);
        }
        return;
    };
    for (key, inner) in map {
        let path = format!("{path}/{key}");
        if ["days", "hours", "every", "at", "within", "otherwise"].contains(&key.as_str())
            && inner.is_number()
        {
            places.push(path);
        } else {
            numbers(inner, &path, places);
        }
    }
}

/// What every built-in rulebook needs.
fn built_in() -> Vec<(String, Measured)> {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../src/rulebooks");
    let found = load_folder(&root).unwrap();
    let law = found.law();
    let measured = found.rulebooks.iter().map(|rulebook| {
        let compiled = compile(&rulebook.value, &law).unwrap();
        (compiled.id.clone(), measure(&compiled))
    });
    measured.collect()
}

/// The rows of a table of `docs/limits.md`, cell by cell.
fn rows(heading: &str) -> Vec<Vec<String>> {
    let page = include_str!("../../../docs/limits.md");
    let (_, section) = page.split_once(&format!("## {heading}\n")).unwrap();
    let section = section.split("\n## ").next().unwrap();
    let rows = section.lines().filter(|line| line.starts_with("| `"));
    let cells =
        |line: &str| line.trim_matches('|').split('|').map(|it| it.trim().to_owned()).collect();
    rows.map(cells).collect()
}

fn number(text: &str) -> u64 {
    text.replace(',', "").parse().unwrap_or_else(|_| panic!("`{text}` is no number"))
}

/// The page tells what the largest built-in rulebook needs: not less, and not twice as much.
#[test]
fn the_page_tells_how_far_the_built_in_rulebooks_are_from_the_limits() {
    let all = built_in();
    assert!(all.len() > 10);
    let most = |of: fn(&Measured) -> u64| all.iter().map(|(_, one)| of(one)).max().unwrap();
    let needed = [
        ("VARIABLES", most(|it| it.variables.try_into().unwrap())),
        ("VERSIONS", most(|it| it.versions.try_into().unwrap())),
        ("DIAGRAMS", most(|it| it.diagrams.try_into().unwrap())),
        ("TREE_NODES", most(|it| it.tree_nodes)),
        ("TREE_DEPTH", most(|it| it.tree_depth.try_into().unwrap())),
        ("CALENDAR_ROUNDS", most(|it| u64::from(it.rounds))),
    ];
    let rows = rows("Rulebooks");
    let mut wrong = Vec::new();
    for (name, needed) in needed {
        let row = rows.iter().find(|row| row[0] == format!("`{name}`"));
        let told = number(&row.unwrap_or_else(|| panic!("{name} is not told"))[2]);
        if told < needed || 2 * needed < told {
            wrong.push(format!("{name}: {needed} needed, {told} told"));
        }
    }
    assert!(wrong.is_empty(), "{wrong:?}");
}

/// Every limit of the code stands on the page, with its value, and no other.
#[test]
fn the_page_tells_every_limit() {
    let source = include_str!("../src/limits.rs");
    let constants = source.lines().filter_map(|line| {
        let (name, rest) = line.strip_prefix("pub const ")?.split_once(':')?;
        let (_, value) = rest.split_once(" = ")?;
        Some((format!("`{name}`"), calculated(value.trim_end_matches(';'))))
    });
    let told: Vec<(String, u64)> = ["Requests", "Rulebooks", "Answers"]
        .iter()
        .flat_map(|heading| rows(heading))
        .map(|row| (row[0].clone(), number(&row[1])))
        .collect();
    let constants: Vec<(String, u64)> = constants.collect();
    for constant in &constants {
        assert!(told.contains(constant), "{constant:?} is not told");
    }
    assert_eq!(told.len(), constants.len());
}

/// The value of `8 * 1024`, `1 << 20` or `1_000`.
fn calculated(text: &str) -> u64 {
    if let Some((one, by)) = text.split_once(" << ") {
        return calculated(one) << calculated(by);
    }
    text.split(" * ").map(|factor| number(&factor.replace('_', ""))).product()
}
