//! A rulebook, edits of it, and random facts about both.

use serde_json::{Map, Value, json};
use zhengpin::author::read_yaml;
use zhengpin::compare::{Comparison, IssueComparison, compare};
use zhengpin::compile::Library;
use zhengpin::decide::{Facts, decide};
use zhengpin::library::built_in;
use zhengpin::own::own;

use super::dice::Dice;
use super::typed::typed;

/// A rulebook with every kind of fact, cut in every way.
const BASE: &str = "
rulebook: test/base
title: {zh: 原, en: base}
summary: {zh: 原, en: base}
as_of: 2026-01-01
in_force: {from: 2020-01-01}
groups:
  all: {title: {zh: 全, en: all}}
facts:
  sold: {kind: yes_no, group: all, ask: {zh: 售, en: sold}, proof: either, change: 'no'}
  role:
    kind: choice
    group: all
    ask: {zh: 身, en: role}
    choices: {owner: {zh: 主, en: owner}, agent: {zh: 代, en: agent}, none: {zh: 无, en: none}}
    proof: either
    change: 'no'
  papers:
    kind: set
    group: all
    ask: {zh: 证, en: papers}
    choices: {invoice: {zh: 票, en: invoice}, licence: {zh: 证, en: licence}}
    proof: either
    change: 'no'
  pieces: {kind: number, group: all, min: 0, max: 9, ask: {zh: 件, en: pieces}, proof: either, change: 'no'}
  asked: {kind: date, group: all, ask: {zh: 问, en: asked}, proof: either, change: 'no'}
  answered:
    kind: date
    group: all
    ask: {zh: 答, en: answered}
    choices: {never: {zh: 未, en: never}}
    proof: either
    change: 'no'
constraints:
  nothing_sold: {never: {all: [{sold: false}, {pieces: {at_least: 1}}]}, says: {zh: 不, en: no}}
elements:
  documented: {title: {zh: 证, en: documented}, any: [{papers: {has: invoice}}, {role: owner}], cite: [ecl/42/1]}
  many: {title: {zh: 多, en: many}, is: {pieces: {at_least: 5}}, cite: [ecl/42/1]}
  late:
    title: {zh: 迟, en: late}
    any: [{answered: never}, {answered: {after: {fact: asked, days: 30}}}, {asked: {on_or_after: 2025-01-01}}]
    cite: [ecl/42/1]
issues:
  goods:
    title: {zh: 货, en: goods}
    asks: {zh: 货, en: goods}
    verdicts:
      bad: {title: {zh: 坏, en: bad}, says: {zh: 坏, en: bad}, weight: severe, when: {all: [many, {not: documented}]}}
      fair: {title: {zh: 中, en: fair}, says: {zh: 中, en: fair}, weight: caution, unless: documented}
      good: {title: {zh: 好, en: good}, says: {zh: 好, en: good}, weight: clear, otherwise: true}
  time:
    title: {zh: 时, en: time}
    asks: {zh: 时, en: time}
    verdicts:
      late: {title: {zh: 迟, en: late}, says: {zh: 迟, en: late}, weight: severe, when: late}
      in_time: {title: {zh: 早, en: in time}, says: {zh: 早, en: in time}, weight: clear, otherwise: true}
";

/// With the version of the format, which the loader has taken out.
pub(super) fn formatted(mut source: Value) -> Value {
    source["format"] = json!(1);
    source
}

pub(super) fn base() -> Value {
    formatted(read_yaml(BASE).unwrap().0)
}

/// A copy of the rulebook after an edit.
pub(super) fn edited(edits: &[&Edit]) -> Value {
    let mut copy = base();
    copy["rulebook"] = json!("test/copy");
    edits.iter().for_each(|edit| (edit.make)(&mut copy));
    copy
}

/// The rulebook and a copy of it.
pub(super) fn library(copy: &Value) -> Library {
    own(built_in(), &json!([base(), copy]), "/with").sound().unwrap()
}

pub(super) fn request(facts: &Facts) -> Value {
    json!({
        "rulebook": "test/base",
        "against": "test/copy",
        "from": "2026-01-01",
        "to": "2026-01-01",
        "facts": facts,
        "limit": 10_000,
    })
}

pub(super) fn compared(library: &Library, facts: &Facts) -> Comparison {
    compare(library, &typed(&request(facts))).unwrap_or_else(|problems| panic!("{problems:?}"))
}

pub(super) fn issue<'c>(comparison: &'c Comparison, id: &str) -> &'c IssueComparison {
    comparison.issues.iter().find(|issue| issue.issue == id).unwrap()
}

/// A change that an author might make.
pub(super) struct Edit {
    pub(super) name: &'static str,
    pub(super) make: fn(&mut Value),
    /// The elements that it makes ask for something else.
    pub(super) changed: &'static [&'static str],
}

pub(super) const EDITS: &[Edit] = &[
    Edit {
        name: "a number",
        make: |copy| copy["elements"]["many"]["is"] = json!({"pieces": {"at_least": 3}}),
        changed: &["many"],
    },
    Edit {
        name: "a number that no rule tells from the other",
        make: |copy| copy["facts"]["pieces"]["max"] = json!(8),
        changed: &[],
    },
    Edit {
        name: "a day",
        make: |copy| {
            copy["elements"]["late"]["any"][2] = json!({"asked": {"on_or_after": "2024-06-01"}});
        },
        changed: &["late"],
    },
    Edit {
        name: "a time between days",
        make: |copy| {
            copy["elements"]["late"]["any"][1] =
                json!({"answered": {"after": {"fact": "asked", "days": 5}}});
        },
        changed: &["late"],
    },
    Edit {
        name: "a month instead of thirty days",
        make: |copy| {
            copy["elements"]["late"]["any"][1] =
                json!({"answered": {"after": {"fact": "asked", "months": 1}}});
        },
        changed: &["late"],
    },
    Edit {
        name: "more pieces than the other knows",
        make: |copy| {
            copy["facts"]["pieces"]["max"] = json!(100);
            copy["elements"]["many"]["is"] = json!({"pieces": {"at_least": 50}});
        },
        changed: &["many"],
    },
    Edit {
        name: "an exception",
        make: |copy| {
            copy["elements"]["documented"]["unless"] =
                json!([{"papers": {"none_of": ["licence"]}}]);
        },
        changed: &["documented"],
    },
    Edit {
        name: "the same verdicts in another order",
        make: |copy| {
            let verdicts = copy["issues"]["goods"]["verdicts"].as_object_mut().unwrap();
            let mut turned: Map<String, Value> = Map::new();
            for (id, key, rule) in [
                ("good", "when", json!("documented")),
                ("bad", "when", json!("many")),
                ("fair", "otherwise", json!(true)),
            ] {
                let mut verdict = verdicts[id].clone();
                let map = verdict.as_object_mut().unwrap();
                map.retain(|key, _| !["when", "unless", "otherwise"].contains(&key.as_str()));
                map.insert(key.to_owned(), rule);
                turned.insert(id.to_owned(), verdict);
            }
            *verdicts = turned;
        },
        changed: &[],
    },
    Edit {
        name: "a verdict of its own",
        make: |copy| {
            let verdicts = copy["issues"]["goods"]["verdicts"].as_object_mut().unwrap();
            let mut more: Map<String, Value> = Map::new();
            let mut sold = verdicts["bad"].clone();
            sold["when"] = json!({"all": ["sold", "many"]});
            more.insert("worst".to_owned(), sold);
            more.extend(verdicts.clone());
            *verdicts = more;
        },
        changed: &[],
    },
    Edit {
        name: "another order of choices, and one more",
        make: |copy| {
            copy["facts"]["role"]["choices"] = json!({
                "none": {"zh": "无", "en": "none"}, "heir": {"zh": "继", "en": "heir"},
                "owner": {"zh": "主", "en": "owner"}, "agent": {"zh": "代", "en": "agent"},
            });
            copy["elements"]["documented"]["any"][1] = json!({"role": ["heir", "owner", "none"]});
        },
        changed: &["documented"],
    },
    Edit {
        name: "one more member, listed first",
        make: |copy| {
            copy["facts"]["papers"]["choices"] = json!({
                "permit": {"zh": "许", "en": "permit"}, "invoice": {"zh": "票", "en": "invoice"},
                "licence": {"zh": "证", "en": "licence"},
            });
            copy["elements"]["documented"]["any"][0] =
                json!({"papers": {"has_any": ["permit", "licence"]}});
        },
        changed: &["documented"],
    },
    Edit {
        name: "a day that always comes",
        make: |copy| {
            copy["facts"]["answered"].as_object_mut().unwrap().shift_remove("choices");
            copy["elements"]["late"]["any"].as_array_mut().unwrap().remove(0);
        },
        // That the day did not come cannot be said of both.
        changed: &[],
    },
    Edit {
        name: "a fact of its own, asked first",
        make: |copy| {
            let mut facts: Map<String, Value> = Map::new();
            facts.insert("seized".to_owned(), copy["facts"]["sold"].clone());
            facts.extend(copy["facts"].as_object().unwrap().clone());
            copy["facts"] = Value::Object(facts);
            copy["elements"]["many"] = json!({
                "title": {"zh": "多", "en": "many"}, "cite": ["ecl/42/1"],
                "any": ["seized", {"pieces": {"at_least": 5}}],
            });
        },
        changed: &["many"],
    },
    Edit {
        name: "another constraint",
        make: |copy| {
            copy["constraints"]["owners_have_papers"] = json!({
                "never": {"all": [{"role": "owner"}, {"papers": {"none_of": ["invoice"]}}]},
                "says": {"zh": "不", "en": "no"},
            });
        },
        changed: &[],
    },
    Edit {
        name: "no constraint",
        make: |copy| {
            copy.as_object_mut().unwrap().shift_remove("constraints");
        },
        changed: &[],
    },
];

/// Complete facts, drawn by a die, of the rulebook that has more of them.
pub(super) fn drawn(dice: &mut Dice, copy: &Value) -> Facts {
    let mut facts = Facts::new();
    for source in [&base(), copy] {
        for (id, fact) in source["facts"].as_object().unwrap() {
            let choices: Vec<&String> =
                fact["choices"].as_object().into_iter().flat_map(Map::keys).collect();
            let value = match fact["kind"].as_str().unwrap() {
                "yes_no" => json!(dice.one_in(2)),
                "choice" => json!(dice.of(&choices)),
                "set" => {
                    json!(choices.iter().filter(|_| dice.one_in(2)).collect::<Vec<_>>())
                }
                "number" => json!(dice.roll(10)),
                _ if !choices.is_empty() && dice.one_in(4) => json!(choices[0]),
                _ => json!(format!(
                    "202{}-0{}-0{}",
                    4 + dice.roll(2),
                    5 + dice.roll(2),
                    1 + dice.roll(9)
                )),
            };
            facts.insert(id.clone(), serde_json::from_value(value).unwrap());
        }
    }
    facts
}

/// What a rulebook decides on those of the facts that it knows: verdicts by issue, where they
/// are settled. None, if it refuses them.
pub(super) fn decided(
    library: &Library,
    source: &Value,
    facts: &Facts,
) -> Option<Vec<Option<String>>> {
    let known = source["facts"].as_object().unwrap();
    let known = facts.iter().filter(|(id, _)| known.contains_key(*id));
    let known: Facts = known.map(|(id, value)| (id.clone(), value.clone())).collect();
    let request = json!({"rulebook": source["rulebook"], "facts": known});
    let decision = decide(library, &typed(&request)).ok()?;
    let verdicts = decision.issues.into_iter().map(|it| it.verdict.filter(|_| it.settled));
    Some(verdicts.collect())
}

/// Every edit, and every two of them that can be made together.
pub(super) fn copies() -> Vec<(String, Value, Vec<&'static str>)> {
    let mut copies = Vec::new();
    for (index, one) in EDITS.iter().enumerate() {
        copies.push((one.name.to_owned(), edited(&[one]), one.changed.to_vec()));
        for other in &EDITS[index + 1..] {
            let changed = [one.changed, other.changed].concat();
            let name = format!("{}, {}", one.name, other.name);
            copies.push((name, edited(&[one, other]), changed));
        }
    }
    copies.retain(|(_, copy, _)| own(built_in(), &json!([base(), copy]), "/with").sound().is_ok());
    copies
}
