//! The wasm face, in a real browser: the contract of the JavaScript functions themselves.

#![cfg(all(target_arch = "wasm32", feature = "author"))]
#![allow(clippy::unwrap_used, reason = "a test may stop")]

use js_sys::{Array, BigInt, Function, JSON, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use zhengpin::{answer, face};

wasm_bindgen_test_configure!(run_in_browser);

fn js(json: &str) -> JsValue {
    JSON::parse(json).unwrap()
}

fn text(value: &JsValue) -> String {
    JSON::stringify(value).unwrap().into()
}

fn get(value: &JsValue, path: &[&str]) -> JsValue {
    path.iter().fold(value.clone(), |value, key| Reflect::get(&value, &(*key).into()).unwrap())
}

fn at(value: &JsValue, path: &[&str]) -> String {
    get(value, path).as_string().unwrap_or_default()
}

const NO_LINK: &str =
    r#"{"rulebook":"cn/complaint","asOf":"2026-11-22","facts":{"n_locate":false}}"#;

/// Source: issue 1, "with everything but locating links: `not_qualified`, the link named with
/// E-Commerce Law 42(1)".
#[wasm_bindgen_test]
fn a_notice_without_links_does_not_qualify() {
    let answer = face::decide(&js(NO_LINK));
    let notice = get(&answer, &["issues", "0"]);
    assert_eq!(at(&notice, &["verdict"]), "not_qualified");
    assert_eq!(get(&notice, &["settled"]), JsValue::TRUE);
    assert_eq!(text(&get(&notice, &["because"])), r#"["n_locate"]"#);
    let missing: Array = get(&notice, &["missing"]).unchecked_into();
    let links = missing.iter().find(|one| at(one, &["element"]) == "notice_locates").unwrap();
    assert_eq!(at(&links, &["state"]), "no");
    assert_eq!(at(&links, &["citations", "0", "provision"]), "ecl/42/1");
}

/// Source: revised Trademark Law, in force from 2027-01-01.
#[wasm_bindgen_test]
fn what_a_change_of_law_changes_is_told() {
    let request = r#"{"rulebook":"cn/parallel-import","from":"2026-12-31","to":"2027-01-01",
        "issues":["trademark"]}"#;
    let answer = face::compare(&js(request));
    assert_eq!(text(&answer), answer::compare(request));
    assert_eq!(at(&answer, &["issues", "0", "concerned"]), "unknown");
    let refused =
        face::compare(&js(r#"{"rulebook":"cn/complaint","from":"2026-02-30","to":"2027-01-01"}"#));
    assert_eq!(at(&refused, &["error", "path"]), "/from");
}

/// Source: issue 2, "`compare`: two dates (or two rulebooks with the same facts)".
#[wasm_bindgen_test]
fn two_rulebooks_are_held_against_each_other() {
    let request = r#"{"rulebook":"cn/parallel-import","against":"cn/parallel-import",
        "from":"2026-12-31","to":"2027-01-01","issues":["trademark"]}"#;
    let answer = face::compare(&js(request));
    assert_eq!(text(&answer), answer::compare(request));
    assert_eq!(at(&answer, &["against", "rulebook"]), "cn/parallel-import");
    assert_eq!(at(&answer, &["issues", "0", "concerned"]), "unknown");
    let other = request.replace(r#""against":"cn/parallel-import""#, r#""against":"cn/complaint""#);
    let refused = face::compare(&js(&other));
    assert_eq!(at(&refused, &["error", "code"]), "facts_differ");
    assert_eq!(at(&refused, &["error", "path"]), "/against");
}

/// Source: design.md, the contract: deadlines are codes and days, texts are joined elsewhere.
#[wasm_bindgen_test]
fn deadlines_and_drafts_are_codes_days_and_what_is_missing() {
    let request = r#"{"rulebook":"taobao/findings","asOf":"2026-11-22",
        "facts":{"told_on":"2025-09-29"}}"#;
    let answer = face::decide(&js(request));
    // Eight days of National Day and Mid-Autumn, then a Saturday that is worked.
    assert_eq!(at(&answer, &["deadlines", "0", "due"]), "2025-10-10");
    let draft = face::draft(&js(
        r#"{"document":"taobao/findings/appeal","facts":{},"fields":{"shop":"甲","account":" "}}"#,
    ));
    assert_eq!(at(&draft, &["values", "shop"]), "甲");
    assert_eq!(at(&draft, &["missing", "0"]), "account");
    assert_eq!(text(&get(&draft, &["text"])), "{}");
    let refused = |request: &str| at(&face::draft(&js(request)), &["error", "path"]);
    assert_eq!(refused(r#"{"document":"taobao/findings/appeal","facts":{},"field":{}}"#), "/field");
    assert_eq!(
        refused(r#"{"document":"taobao/findings/appeal","facts":{},"fields":{"x":"1"}}"#),
        "/fields/x"
    );
    assert_eq!(refused(r#"{"document":"appeal","facts":{}}"#), "/document");
}

/// A portal's own rulebook: it has one question, and cites the E-Commerce Law.
const OWN: &str = r#"{"format":1,"rulebook":"portal/own","title":{"zh":"自有","en":"own"},
    "summary":{"zh":"自有","en":"own"},"as_of":"2026-01-01","in_force":{"from":"2020-01-01"},
    "groups":{"all":{"title":{"zh":"全","en":"all"}}},
    "facts":{"a":{"kind":"yes_no","group":"all","ask":{"zh":"甲","en":"a"},"proof":"either","change":"yes"}},
    "elements":{"e":{"title":{"zh":"戊","en":"e"},"is":"a","cite":["ecl/42/1"]}},
    "issues":{"i":{"title":{"zh":"己","en":"i"},"asks":{"zh":"己","en":"i"},"verdicts":{
        "bad":{"title":{"zh":"坏","en":"bad"},"says":{"zh":"坏","en":"bad"},"weight":"severe","unless":"e"},
        "good":{"title":{"zh":"好","en":"good"},"says":{"zh":"好","en":"good"},"weight":"clear","otherwise":true}}}}}"#;

/// Source: issue 2, "a rulebook can also be given at run time".
#[wasm_bindgen_test]
fn a_rulebook_can_be_given_with_the_request() {
    let request = format!(r#"{{"with":[{OWN}],"rulebook":"portal/own","facts":{{"a":false}}}}"#);
    let answer = face::decide(&js(&request));
    assert_eq!(text(&answer), answer::decide(&request));
    assert_eq!(at(&answer, &["issues", "0", "verdict"]), "bad");
    assert_eq!(at(&answer, &["issues", "0", "citations", "0", "provision"]), "ecl/42/1");
    let checked = face::check(&js(&format!(r#"{{"with":[{OWN}]}}"#)));
    assert_eq!(text(&get(&checked, &["errors"])), "[]");
    assert_eq!(at(&checked, &["rulebooks", "0", "rulebook"]), "portal/own");
}

/// Source: issue 12, point 4: rulebooks of one's own compiled once, not at every request.
#[wasm_bindgen_test]
fn rulebooks_are_kept_and_answer_as_those_of_a_request() {
    let kept = face::keep(&js(&format!(r#"{{"with":[{OWN}]}}"#)));
    let decide: Function = get(&kept, &["decide"]).unchecked_into();
    for rest in [r#""facts":{"a":false}"#, r#""facts":{},"want":"reasons""#, r#""facts":{"b":1}"#] {
        let told = decide.call1(&kept, &js(&format!(r#"{{"rulebook":"portal/own",{rest}}}"#)));
        let brought = format!(r#"{{"with":[{OWN}],"rulebook":"portal/own",{rest}}}"#);
        assert_eq!(text(&told.unwrap()), answer::decide(&brought));
    }
    let brought = format!(r#"{{"with":[{OWN}],"rulebook":"portal/own","facts":{{}}}}"#);
    let refused = decide.call1(&kept, &js(&brought)).unwrap();
    assert_eq!(at(&refused, &["error", "code"]), "already_kept");
    assert_eq!(at(&face::keep(&js(r#"{"with":[{}]}"#)), &["error", "code"]), "missing_key");
}

/// Source: issue 12, point 2: a request says how much is told.
#[wasm_bindgen_test]
fn as_much_is_told_as_is_wanted() {
    for want in ["verdict", "reasons", "full", "more"] {
        let request = NO_LINK.replacen('{', &format!(r#"{{"want":"{want}","#), 1);
        assert_eq!(text(&face::decide(&js(&request))), answer::decide(&request), "{request}");
    }
}

/// The same errors as when building: an unknown key, with its path.
#[wasm_bindgen_test]
fn a_wrong_rulebook_is_refused_with_the_place() {
    let wrong = OWN.replace(r#""is":"a""#, r#""is":"a","colour":1"#);
    let request = format!(r#"{{"with":[{wrong}],"rulebook":"portal/own","facts":{{}}}}"#);
    let answer = face::decide(&js(&request));
    assert_eq!(at(&answer, &["error", "code"]), "malformed_rulebook");
    assert!(at(&answer, &["error", "path"]).starts_with("/with/0/elements/e"));
    let unsound = OWN.replace(r#","otherwise":true"#, r#","when":{"a":false}"#);
    let checked = face::check(&js(&format!(r#"{{"with":[{unsound}]}}"#)));
    assert_eq!(at(&checked, &["errors", "0", "code"]), "not_exhaustive");
    assert_eq!(at(&checked, &["errors", "0", "path"]), "/with/0/issues/i/verdicts");
}

/// Source: Taobao's FAQ on its rule of 2017-02-21, question 8.
#[wasm_bindgen_test]
fn the_official_example_comes_out() {
    let request = r#"{"rulebook":"taobao/counterfeit","findings":[
        {"id":"a","issued":"2017-04-01","tier":"information"},
        {"id":"b","issued":"2017-04-02","tier":"information"},
        {"id":"c","issued":"2017-04-03","tier":"information","items":4},
        {"id":"d","issued":"2017-04-04","tier":"information"}]}"#;
    let answer = face::simulate(&js(request));
    let entries: Array = get(&answer, &["entries"]).unchecked_into();
    let column =
        |key: &str| text(&entries.iter().map(|entry| get(&entry, &[key])).collect::<Array>());
    assert_eq!(column("points"), "[2,2,8,2]");
    assert_eq!(column("strikes"), "[1,1,1,2]");
    assert_eq!(get(&answer, &["status", "closedBy"]), JsValue::NULL);
}

#[wasm_bindgen_test]
fn the_face_answers_byte_for_byte_as_the_text_does() {
    type Face = fn(&JsValue) -> JsValue;
    type Text = fn(&str) -> String;
    let same = |face: Face, answer: Text, requests: &[&str]| {
        for request in requests {
            assert_eq!(text(&face(&js(request))), answer(request), "{request}");
        }
    };
    same(
        face::decide,
        answer::decide,
        &[
            NO_LINK,
            r#"{"rulebook":"cn/complaint","facts":{}}"#,
            r#"{"rulebook":"cn/parallel-import","facts":{},"presume":true}"#,
            r#"{"rulebook":"cn/complaint","facts":{"n_locate":1,"x":2}}"#,
        ],
    );
    same(
        face::simulate,
        answer::simulate,
        &[
            r#"{"rulebook":"taobao/counterfeit","findings":[]}"#,
            r#"{"rulebook":"taobao/counterfeit","findings":[{"id":"甲"}]}"#,
        ],
    );
    same(
        face::precedents,
        answer::precedents,
        &[
            r#"{"rulebook":"cn/parallel-import","issue":"trademark","facts":{"goods_genuine":"yes"}}"#,
            r#"{"rulebook":"cn/complaint","issue":"trademark","facts":{}}"#,
        ],
    );
    same(face::list, answer::list, &["{}"]);
}

/// serde-wasm-bindgen ignores `deny_unknown_fields`; the keys are checked all the same.
#[wasm_bindgen_test]
fn unknown_keys_are_refused() {
    let refused = |request: &str| {
        let answer = face::decide(&js(request));
        (at(&answer, &["error", "code"]), at(&answer, &["error", "path"]))
    };
    let expect = |code: &str, path: &str| (code.to_owned(), path.to_owned());
    assert_eq!(
        refused(r#"{"rulebook":"cn/complaint","facts":{},"asof":""}"#),
        expect("unknown_key", "/asof")
    );
    assert_eq!(
        refused(r#"{"rulebook":"cn/complaint","facts":{"n_link":true}}"#),
        expect("unknown_fact", "/facts/n_link")
    );
    let finding = r#"{"rulebook":"taobao/counterfeit","findings":[{"id":"a","issued":"2017-04-01","tier":"sale","n":1}]}"#;
    let answer = face::simulate(&js(finding));
    assert_eq!(at(&answer, &["error", "path"]), "/findings/0/n");
}

#[wasm_bindgen_test]
fn wrong_types_and_days_are_refused_with_words_in_both_languages() {
    let refused = |request: &str| {
        let answer = face::decide(&js(request));
        for language in ["zh", "en"] {
            assert!(!at(&answer, &["error", "message", language]).is_empty());
        }
        at(&answer, &["error", "code"])
    };
    assert_eq!(refused(r#"{"rulebook":"cn/complaint","facts":{"n_locate":"yes"}}"#), "wrong_type");
    assert_eq!(refused(r#"{"rulebook":"cn/complaint","facts":{"n_locate":null}}"#), "wrong_type");
    assert_eq!(
        refused(r#"{"rulebook":"cn/complaint","asOf":"2026-02-30","facts":{}}"#),
        "not_a_date"
    );
    assert_eq!(refused(r#"{"rulebook":"cn/nothing","facts":{}}"#), "unknown_rulebook");
    assert_eq!(refused("[]"), "wrong_type");
}

#[wasm_bindgen_test]
fn undefined_is_absent_and_null_is_not() {
    let request = js(NO_LINK);
    Reflect::set(&request, &"presume".into(), &JsValue::UNDEFINED).unwrap();
    Reflect::set(&get(&request, &["facts"]), &"n_truth".into(), &JsValue::UNDEFINED).unwrap();
    assert_eq!(text(&face::decide(&request)), text(&face::decide(&js(NO_LINK))));
    Reflect::set(&request, &"presume".into(), &JsValue::NULL).unwrap();
    assert_eq!(at(&face::decide(&request), &["error", "path"]), "/presume");
}

#[wasm_bindgen_test]
fn values_that_are_no_json_are_refused_and_the_next_call_works() {
    let circle = Object::new();
    Reflect::set(&circle, &"facts".into(), &circle).unwrap();
    let throwing = Function::new_no_args("return { get facts() { throw new Error('no') } }");
    let big = Object::new();
    Reflect::set(&big, &"facts".into(), &BigInt::from(1).into()).unwrap();
    let odd: [JsValue; 7] = [
        JsValue::NULL,
        JsValue::symbol(Some("x")),
        Function::new_no_args("").into(),
        BigInt::from(1).into(),
        big.into(),
        circle.into(),
        throwing.call0(&JsValue::NULL).unwrap(),
    ];
    for value in odd {
        for face in [face::decide, face::simulate, face::describe, face::list] {
            assert!(!at(&face(&value), &["error", "code"]).is_empty(), "{value:?}");
        }
    }
    for face in [face::decide, face::simulate, face::describe] {
        assert_eq!(at(&face(&JsValue::UNDEFINED), &["error", "code"]), "wrong_type");
    }
    assert_eq!(text(&face::list(&JsValue::UNDEFINED)), answer::list("{}"));
    assert_eq!(at(&face::decide(&js(NO_LINK)), &["issues", "0", "verdict"]), "not_qualified");
}

#[wasm_bindgen_test]
fn a_deeply_nested_request_is_refused_and_does_not_trap() {
    let deep =
        Function::new_no_args("let x = []; for (let i = 0; i < 5000; i += 1) x = [x]; return x");
    let deep = deep.call0(&JsValue::NULL).unwrap();
    let refused = face::decide(&deep);
    assert_eq!(at(&refused, &["error", "code"]), "too_deep");
    assert_eq!(at(&refused, &["error", "path"]), "/0".repeat(zhengpin::limits::NESTING));
}

/// The value of a JavaScript expression.
fn eval(expression: &str) -> JsValue {
    let body = format!("return ({expression})");
    Function::new_no_args(&body).call0(&JsValue::NULL).unwrap()
}

type Face = fn(&JsValue) -> JsValue;

/// Where a value can stand in a request: the request around it, and its path.
const PLACES: [(Face, &str, &str); 15] = [
    (face::decide, "x", ""),
    (face::decide, "{rulebook: x, facts: {}}", "/rulebook"),
    (face::decide, "{rulebook: 'cn/complaint', facts: x}", "/facts"),
    (face::decide, "{rulebook: 'cn/complaint', facts: {n_locate: x}}", "/facts/n_locate"),
    (face::decide, "{rulebook: 'cn/complaint', facts: {}, issues: [x]}", "/issues/0"),
    (face::draft, "{document: 'taobao/findings/appeal', facts: {}, fields: x}", "/fields"),
    (
        face::draft,
        "{document: 'taobao/findings/appeal', facts: {}, fields: {shop: x}}",
        "/fields/shop",
    ),
    (face::simulate, "{rulebook: 'taobao/counterfeit', findings: x}", "/findings"),
    (face::simulate, "{rulebook: 'taobao/counterfeit', findings: [x]}", "/findings/0"),
    (face::simulate, "{rulebook: 'taobao/counterfeit', findings: [], reading: x}", "/reading"),
    (face::simulate, "{rulebook: 'taobao/counterfeit', findings: [], amounts: x}", "/amounts"),
    (face::simulate, "{rulebook: 'taobao/counterfeit', findings: [], whatIf: x}", "/whatIf"),
    (
        face::simulate,
        "{rulebook: 'taobao/counterfeit', findings: [], whatIf: {findings: [{id: 'a', issued: '2017-04-01', tier: 'sale', reversed: x}]}}",
        "/whatIf/findings/0/reversed",
    ),
    (
        face::simulate,
        "{rulebook: 'taobao/counterfeit', findings: [{id: 'a', issued: '2017-04-01', tier: 'sale', x: 1, y: x}]}",
        "/findings/0/y",
    ),
    (
        face::compare,
        "{rulebook: 'cn/complaint', from: '2026-01-01', to: '2026-01-01', facts: x}",
        "/facts",
    ),
];

/// Values that have no JSON form, with the code that says so and a word of its message.
const NO_JSON: [(&str, &str, &str); 33] = [
    ("new Map([['n_locate', false]])", "not_json", "Map"),
    ("new Map()", "not_json", "Map"),
    ("new Set(['a'])", "not_json", "Set"),
    ("new WeakMap()", "not_json", "WeakMap"),
    ("new FormData()", "not_json", "FormData"),
    ("new URLSearchParams('n_locate=false')", "not_json", "URLSearchParams"),
    ("new Headers()", "not_json", "Headers"),
    ("document.createElement('form')", "not_json", "HTMLFormElement"),
    ("new Uint8Array([1])", "not_json", "Uint8Array"),
    ("new Float64Array(0)", "not_json", "Float64Array"),
    ("new ArrayBuffer(1)", "not_json", "ArrayBuffer"),
    ("new (class Facts { n_locate = false })", "not_json", "Facts"),
    ("new (class Facts { get n_locate() { return false } })", "not_json", "Facts"),
    ("Object.create({n_locate: false})", "not_json", "Object.create"),
    (
        "Object.create(Object.create(null, {n_locate: {value: false, enumerable: true}}))",
        "not_json",
        "",
    ),
    ("new Error('x')", "not_json", "Error"),
    ("Promise.resolve({})", "not_json", "Promise"),
    ("/x/", "not_json", "RegExp"),
    ("new Date(NaN)", "not_json", "Invalid Date"),
    ("new Boolean(false)", "not_json", "Boolean"),
    ("new Number(1)", "not_json", "Number"),
    ("new String('x')", "not_json", "String"),
    ("Object(1n)", "not_json", "BigInt"),
    ("Symbol('x')", "not_json", "symbol"),
    ("() => false", "not_json", "function"),
    ("NaN", "not_json", "NaN"),
    ("-Infinity", "not_json", "Infinity"),
    ("'\\ud800'", "not_json", ""),
    ("{[Symbol('x')]: true}", "not_json", "symbol"),
    ("2n ** 53n", "imprecise_number", "9007199254740991"),
    ("-(2n ** 200n)", "imprecise_number", "9007199254740991"),
    ("2 ** 53", "imprecise_number", "9007199254740991"),
    (
        "(() => { const x = {}; const {proxy, revoke} = Proxy.revocable(x, {}); revoke(); return proxy })()",
        "unreadable_value",
        "",
    ),
];

/// Source: issue 8, "nothing a caller hands over (a `Map`, a class, a `BigInt`) is taken for
/// 'nothing stated'".
#[wasm_bindgen_test]
fn whatever_has_no_json_form_is_refused_where_it_stands() {
    for (value, code, word) in NO_JSON {
        for (face, request, path) in PLACES {
            let request = eval(&format!("(x => ({request}))({value})"));
            let error = get(&face(&request), &["error"]);
            assert_eq!(at(&error, &["code"]), code, "{value} at {path}");
            assert_eq!(at(&error, &["path"]), path, "{value} at {path}");
            for language in ["zh", "en"] {
                let said = at(&error, &["message", language]);
                assert!(said.contains(word) && !said.contains(['{', '}']), "{value}: {said}");
            }
        }
    }
}

#[wasm_bindgen_test]
fn what_is_below_an_odd_value_is_named_by_its_own_path() {
    let refused = |request: &str| {
        let error = get(&face::decide(&eval(request)), &["error"]);
        (at(&error, &["code"]), at(&error, &["path"]))
    };
    let expect = |code: &str, path: &str| (code.to_owned(), path.to_owned());
    assert_eq!(refused("[undefined]"), expect("not_json", "/0"));
    assert_eq!(refused("[1, , 3]"), expect("not_json", "/1"));
    assert_eq!(refused("new Array(3)"), expect("not_json", "/0"));
    // A list that is longer than any request may be is not walked.
    assert_eq!(refused("new Array(4294967295)"), expect("too_large", ""));
    assert_eq!(refused("Object.assign([1], {total: 3})"), expect("not_json", "/total"));
    assert_eq!(
        refused("(() => { const x = {a: {}}; x.a.b = x; return x })()"),
        expect("circular_value", "/a/b")
    );
    assert_eq!(
        refused("{a: {get b() { throw new Error('no') }}}"),
        expect("unreadable_value", "/a")
    );
    assert_eq!(
        refused("new Proxy({}, {ownKeys() { throw 'no' }})"),
        expect("unreadable_value", "")
    );
    assert_eq!(refused("{['k'.repeat(201)]: 1}"), expect("too_long", ""));
    assert_eq!(refused("{facts: 'x'.repeat(9 * 2 ** 20)}"), expect("too_large", ""));
    assert_eq!(
        refused("(() => { let x = []; for (let i = 0; i < 60; i += 1) x = [x, x]; return x })()"),
        expect("too_large", "")
    );
}

/// What has one obvious meaning is read: numbers of databases, plain objects of other windows,
/// of libraries and without a prototype, getters, frozen objects, proxies, and lists in a page
/// whose other scripts have given lists a `toJSON`.
#[wasm_bindgen_test]
fn what_has_one_meaning_is_read() {
    let plain = text(&face::decide(&js(NO_LINK)));
    let facts = [
        "Object.assign(Object.create(null), {n_locate: false})",
        "Object.freeze({n_locate: false})",
        "{get n_locate() { return false }}",
        "{n_locate: false, n_truth: undefined}",
        "new Proxy({n_locate: false}, {})",
        "(() => { const frame = document.createElement('iframe'); document.body.append(frame); return new frame.contentWindow.Function('return {n_locate: false}')() })()",
    ];
    for one in facts {
        let request = format!("{{rulebook: 'cn/complaint', asOf: '2026-11-22', facts: {one}}}");
        assert_eq!(text(&face::decide(&eval(&request))), plain, "{one}");
    }
    let items = |written: &str| {
        let request = format!(
            "{{rulebook: 'taobao/counterfeit', findings: [{{id: 'a', issued: '2017-04-01', tier: 'information', items: {written}}}]}}"
        );
        text(&face::simulate(&eval(&request)))
    };
    assert_eq!(items("3n"), items("3"));
    assert!(items("3n").contains(r#""entries""#));
    let tampered = "(() => { Array.prototype.toJSON = () => 'x'; Object.prototype.toJSON = () => 'y'; return 0 })()";
    let three = items("3");
    eval(tampered);
    let read = face::simulate(&eval(
        "{rulebook: 'taobao/counterfeit', findings: [{id: 'a', issued: '2017-04-01', tier: 'information', items: 3}]}",
    ));
    eval("(() => { delete Array.prototype.toJSON; delete Object.prototype.toJSON; return 0 })()");
    assert_eq!(text(&read), three);
}

/// A getter that says something else each time is read once: what is judged is what was read.
#[wasm_bindgen_test]
fn a_value_is_read_once() {
    let request = eval(
        "(() => { let n = 0; return {rulebook: 'cn/complaint', asOf: '2026-11-22', facts: {get n_locate() { n += 1; return n > 1 ? 'x' : false }}} })()",
    );
    assert_eq!(text(&face::decide(&request)), text(&face::decide(&js(NO_LINK))));
}

#[wasm_bindgen_test]
fn a_date_object_is_taken_for_its_instant() {
    let date = Function::new_no_args(
        "return {rulebook:'taobao/counterfeit',findings:[{id:'a',issued:new Date('2017-04-01T04:00Z'),tier:'sale'}]}",
    );
    let answer = face::simulate(&date.call0(&JsValue::NULL).unwrap());
    assert_eq!(at(&answer, &["entries", "0", "issued"]), "2017-04-01T12:00+08:00");
}

#[wasm_bindgen_test]
fn what_is_not_there_is_null_and_never_undefined() {
    let answer = face::decide(&js(r#"{"rulebook":"cn/complaint","facts":{}}"#));
    assert_eq!(get(&answer, &["issues", "0", "verdict"]), JsValue::NULL);
    assert!(get(&answer, &["presumed"]).is_object());
    let description = face::describe(&js(r#"{"rulebook":"cn/complaint"}"#));
    assert_eq!(get(&description, &["ledger"]), JsValue::NULL);
    assert_eq!(text(&get(&description, &["texts"])), "{}");
}
