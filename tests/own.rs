//! Rulebooks given with a request: the same errors as when building, the same answers.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may stop")]

use std::path::Path;

use serde_json::{Value, json};
use zhengpin::answer::{self, Failure};
use zhengpin::author::read_yaml;
use zhengpin::json::parse;
use zhengpin::kept::KeptRulebooks;

/// The skeleton that authors copy.
fn skeleton() -> Value {
    let text = include_str!("../docs/skeleton.yaml");
    read_yaml(text).unwrap().0
}

fn ask(command: fn(&str) -> String, request: &Value) -> Value {
    serde_json::from_str(&command(&request.to_string())).unwrap()
}

#[test]
fn the_skeleton_is_sound_and_can_be_asked() {
    let checked = ask(answer::check, &json!({"with": [skeleton()]}));
    assert_eq!(checked["errors"], json!([]));
    assert_eq!(checked["notes"], json!([]));
    let id = &checked["rulebooks"][0]["rulebook"];
    for (facts, verdict) in [
        (json!({"seller_has_invoice": true, "invoice_matches": true}), "accepted"),
        (json!({"seller_has_invoice": false}), "rejected"),
    ] {
        let request = json!({"with": [skeleton()], "rulebook": id, "facts": facts});
        assert_eq!(ask(answer::decide, &request)["issues"][0]["verdict"], verdict);
    }
    let findings = json!([{"id": "a", "issued": "2026-03-01", "tier": "ordinary"}]);
    let request = json!({"with": [skeleton()], "rulebook": id, "findings": findings});
    assert_eq!(ask(answer::simulate, &request)["entries"][0]["points"], 6);
    let request = json!({"with": [skeleton()], "rulebook": id, "who": "seller"});
    assert_eq!(ask(answer::duties, &request)["duties"][0]["days"].as_array().unwrap().len(), 12);
    let described = ask(answer::describe, &json!({"with": [skeleton()], "rulebook": id}));
    for language in ["zh", "en"] {
        assert!(described["texts"][language]["title"].is_string());
        // The words of a built-in provision that it cites are there too.
        assert!(described["texts"][language]["provision/ecl/42/1/says"].is_string());
    }
}

#[test]
fn only_what_the_request_brings_is_asked() {
    let request = json!({"with": [skeleton()], "rulebook": "cn/complaint", "facts": {}});
    assert_eq!(ask(answer::decide, &request)["error"]["code"], "unknown_rulebook");
    let id = skeleton()["rulebook"].clone();
    let request = json!({"rulebook": id, "facts": {}});
    assert_eq!(ask(answer::decide, &request)["error"]["code"], "unknown_rulebook");
}

#[test]
fn what_is_wrong_is_told_with_its_place_in_the_request() {
    let with = |sources: Value| json!({"with": sources});
    let wrong = |change: &dyn Fn(&mut Value)| {
        let mut source = skeleton();
        change(&mut source);
        let checked = ask(answer::check, &with(json!([source])));
        let error = &checked["errors"][0];
        (error["code"].as_str().unwrap().to_owned(), error["path"].as_str().unwrap().to_owned())
    };
    let told = |code: &str, path: &str| (code.to_owned(), path.to_owned());
    assert_eq!(
        wrong(&|it| it["colour"] = json!("red")),
        told("malformed_rulebook", "/with/0/colour")
    );
    assert_eq!(
        wrong(&|it| it["elements"]["goods_documented"]["cite"] = json!(["ecl/999"])),
        told("unknown_name", "/with/0/elements/goods_documented/cite/0")
    );
    assert_eq!(
        wrong(&|it| it["instruments"]["own-rules"]["rank"] = json!("gospel")),
        told("malformed_rulebook", "/with/0/instruments/own-rules/rank")
    );
    assert_eq!(
        wrong(&|it| it["elements"]["goods_documented"]["unless"] = json!(["goods_documented"])),
        told("circular", "/with/0/elements/goods_documented")
    );
    let twice = ask(answer::check, &with(json!([skeleton(), skeleton()])));
    assert_eq!(twice["errors"][0]["code"], "duplicate_id");
    assert_eq!(twice["errors"][0]["path"], "/with/1/rulebook");
    for (sources, path) in [(json!(1), "/with"), (json!([1]), "/with/0")] {
        let refused = ask(answer::check, &with(sources));
        assert_eq!(
            (&refused["errors"][0]["code"], &refused["errors"][0]["path"]),
            (&json!("wrong_type"), &json!(path))
        );
    }
    assert_eq!(ask(answer::check, &json!({}))["error"]["code"], "missing_key");
}

/// A rulebook without a version is not guessed to be of this one, and nothing else is told of
/// one in another: it may mean something else by the same words.
#[test]
fn a_rulebook_of_another_version_is_refused_in_every_request() {
    let mut unsaid = skeleton();
    unsaid.as_object_mut().unwrap().remove("format");
    unsaid["colour"] = json!("red");
    let mut next = unsaid.clone();
    next["format"] = json!(2);
    let id = unsaid["rulebook"].clone();
    for (source, code) in [(unsaid, "missing_key"), (next, "unknown_format")] {
        let checked = ask(answer::check, &json!({"with": [skeleton(), source]}));
        let errors = checked["errors"].as_array().unwrap();
        assert_eq!(errors.len(), 1, "{errors:?}");
        assert_eq!(
            (&errors[0]["code"], &errors[0]["path"]),
            (&json!(code), &json!("/with/1/format"))
        );
        let days = json!({"from": "2026-06-01", "to": "2026-06-01"});
        for (command, asked) in [
            (answer::decide as fn(&str) -> String, json!({"facts": {}})),
            (answer::describe, json!({})),
            (answer::simulate, json!({"findings": []})),
            (answer::compare, days),
        ] {
            let mut request = json!({"with": [source], "rulebook": id});
            request.as_object_mut().unwrap().extend(asked.as_object().unwrap().clone());
            let refused = ask(command, &request);
            let first = (&refused["error"]["code"], &refused["error"]["path"]);
            assert_eq!(first, (&json!(code), &json!("/with/0/format")), "{request}");
        }
    }
    let mut next = skeleton();
    next["format"] = json!("2");
    let checked = ask(answer::check, &json!({"with": [next]}));
    let message = &checked["errors"][0]["message"];
    // Source: the house style of messages: what was written in backticks, then what was expected.
    assert_eq!(message["en"], "the format version `\"2\"` cannot be read; expected 1");
    assert_eq!(message["zh"], "格式版本 `\"2\"` 读不了；应为 1");
}

/// A rule over so many facts far apart that its diagram would have some 2^21 nodes.
#[test]
fn a_rulebook_that_would_outgrow_all_bounds_is_refused() {
    let mut source = skeleton();
    let fact = source["facts"]["invoice_matches"].clone();
    let pairs = 21;
    let mut both = Vec::new();
    for side in ["left", "right"] {
        for index in 0..pairs {
            source["facts"][format!("{side}_{index}")] = fact.clone();
        }
    }
    for index in 0..pairs {
        both.push(json!({"all": [format!("left_{index}"), format!("right_{index}")]}));
    }
    source["elements"]["goods_documented"]["all"] =
        json!(["seller_has_invoice", "invoice_matches", {"any": both}]);
    let checked = ask(answer::check, &json!({"with": [source]}));
    assert_eq!(checked["errors"][0]["code"], "too_complex");
    // A choice and a number with more values than a level can count.
    let mut source = skeleton();
    let papers = &mut source["facts"]["invoice_matches"];
    papers["kind"] = json!("choice");
    for index in 0..201 {
        papers["choices"][format!("c{index}")] = json!({"zh": "选", "en": "choice"});
    }
    source["elements"]["goods_documented"]["all"][1] = json!({"invoice_matches": "c0"});
    source["constraints"] = json!({});
    let checked = ask(answer::check, &json!({"with": [source]}));
    assert_eq!(checked["errors"][0]["code"], "too_complex");
    assert_eq!(checked["errors"][0]["path"], "/with/0/facts/invoice_matches");
    let mut source = skeleton();
    for index in 0..1100 {
        source["facts"][format!("fact_{index}")] = fact.clone();
    }
    let checked = ask(answer::check, &json!({"with": [source]}));
    assert_eq!(checked["errors"][0]["path"], "/with/0/facts");
}

/// Source: issue 2, "a wrong rulebook is refused, never half used".
#[test]
fn a_rulebook_with_errors_is_not_used() {
    let mut source = skeleton();
    source["elements"]["spare"] =
        json!({"title": {"zh": "闲", "en": "spare"}, "is": "invoice_matches"});
    let request = json!({"with": [source], "rulebook": source["rulebook"], "facts": {}});
    let refused = ask(answer::decide, &request);
    assert_eq!(refused["error"]["code"], "unused_element");
    assert_eq!(refused["error"]["path"], "/with/0/elements/spare");
}

/// The built-in rulebooks, given with a request, answer as they do built in.
#[test]
fn a_built_in_rulebook_answers_the_same_when_it_is_brought() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/rulebooks/cn/parallel-import");
    let mut source = serde_json::Map::new();
    let mut files: Vec<_> = walk(&root);
    files.sort_by_key(|path| (!path.ends_with("rulebook.yaml"), path.clone()));
    for file in files {
        let Value::Object(map) = read_yaml(&std::fs::read_to_string(file).unwrap()).unwrap().0
        else {
            continue;
        };
        for (key, value) in map {
            match (source.get_mut(&key), value) {
                (Some(Value::Object(here)), Value::Object(more)) => here.extend(more),
                (_, value) => {
                    source.insert(key, value);
                }
            }
        }
    }
    for facts in [json!({}), json!({"imported": true, "cn_mark_registered": false})] {
        let plain = json!({"rulebook": "cn/parallel-import", "facts": facts});
        let mut own = plain.clone();
        own["with"] = json!([source]);
        assert_eq!(answer::decide(&plain.to_string()), answer::decide(&own.to_string()));
    }
}

fn walk(folder: &Path) -> Vec<std::path::PathBuf> {
    let entries = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries.flat_map(|path| if path.is_dir() { walk(&path) } else { vec![path] }).collect()
}

/// Source: issue 12, point 4: rulebooks of one's own compiled once, not at every request. What
/// is kept answers as what a request brings.
#[test]
fn what_is_kept_answers_as_what_the_request_brings() {
    let read = |request: &Value| parse(&request.to_string());
    let kept = KeptRulebooks::keep(read(&json!({"with": [skeleton()]}))).unwrap();
    let id = &skeleton()["rulebook"];
    let findings = json!([{"id": "a", "issued": "2026-03-01", "tier": "ordinary"}]);
    let both = |command: fn(&str) -> String, request: &Value, told: Value| {
        let mut brought = request.clone();
        brought["with"] = json!([skeleton()]);
        assert_eq!(told, ask(command, &brought), "{request}");
    };
    for facts in [
        json!({}),
        json!({"seller_has_invoice": true, "invoice_matches": true}),
        json!({"seller_has_invoice": "maybe"}),
    ] {
        for want in ["verdict", "reasons", "full", "nothing"] {
            let request = json!({"rulebook": id, "facts": facts, "want": want});
            both(answer::decide, &request, told(kept.decide(read(&request))));
        }
    }
    let request = json!({"rulebook": id, "findings": findings});
    both(answer::simulate, &request, told(kept.simulate(read(&request))));
    let request = json!({"rulebook": id, "who": "seller"});
    both(answer::duties, &request, told(kept.duties(read(&request))));
    let request = json!({"rulebook": "cn/complaint", "facts": {}});
    both(answer::decide, &request, told(kept.decide(read(&request))));
    assert_eq!(&serde_json::to_value(kept.list()).unwrap()["rulebooks"][0]["rulebook"], id);
}

/// Which rulebooks were meant would not be clear; and nothing is kept that is not sound.
#[test]
fn what_is_kept_takes_no_others_and_is_sound() {
    let read = |request: &Value| parse(&request.to_string());
    let kept = KeptRulebooks::keep(read(&json!({"with": [skeleton()]}))).unwrap();
    let request = json!({"rulebook": skeleton()["rulebook"], "facts": {}, "with": [skeleton()]});
    let refused = told(kept.decide(read(&request)));
    assert_eq!(refused["error"]["code"], "already_kept");
    assert_eq!(refused["error"]["path"], "/with");
    let mut wrong = skeleton();
    wrong["colour"] = json!(1);
    for (request, path) in [
        (json!({"with": [wrong]}), "/with/0/colour"),
        (json!({}), "/with"),
        (json!({"with": [], "facts": {}}), "/facts"),
    ] {
        let failure = KeptRulebooks::keep(read(&request)).unwrap_err();
        assert_eq!(failure.error.first.path, path);
    }
}

fn told<T: serde::Serialize>(answer: Result<T, Failure>) -> Value {
    match answer {
        Ok(answer) => serde_json::to_value(answer),
        Err(failure) => serde_json::to_value(failure),
    }
    .unwrap()
}
