//! The scenario files, as the tests read them. `scenario_run.rs` holds answers against them.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use serde::Deserialize;
use serde_json::{Map, Value, json};
use zhengpin::author::read_yaml;

use super::references::{references, says};

/// A file of scenarios on one rulebook.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ScenarioFile {
    #[serde(skip)]
    pub(crate) name: String,
    pub(crate) rulebook: String,
    pub(crate) scenarios: Vec<Scenario>,
}

/// A case with its expected answer.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Scenario {
    pub(crate) name: String,
    /// What happened and what has to come out, in prose.
    pub(crate) story: String,
    /// Where the expectation comes from: points of `docs/law`, provisions and decided cases, of
    /// which `tests/sources.rs` looks at each.
    #[serde(deserialize_with = "references")]
    pub(crate) source: Vec<String>,
    /// How that was read, where it does not go without saying.
    read: Option<String>,
    as_of: Option<Value>,
    presume: Option<Value>,
    facts: Option<Value>,
    findings: Option<Vec<Map<String, Value>>>,
    until: Option<Value>,
    reading: Option<Value>,
    amounts: Option<Value>,
    /// What has to come out; left out, only what stands beside it is looked at.
    #[serde(default)]
    expect: Option<Value>,
    /// The refusal that has to come instead.
    pub(crate) refused: Option<Refused>,
    /// The deadlines that are named, each with what has to be told of it.
    #[serde(default)]
    pub(crate) deadlines: BTreeMap<String, ExpectedDeadline>,
    /// The alerts that have to come: these and no other, in any order.
    pub(crate) alerts: Option<BTreeSet<String>>,
    /// The provisions that the alerts named cite: these and no other.
    #[serde(default)]
    pub(crate) alert_cites: BTreeMap<String, BTreeSet<String>>,
    /// What is typed into the documents named under `paragraphs`.
    fields: Option<Value>,
    /// The sentences that stand in each document named, as `section/sentence`: these and no
    /// other, in this order.
    #[serde(default)]
    pub(crate) paragraphs: BTreeMap<String, Vec<String>>,
    /// What is asked of a list of duties, and has to come out.
    pub(crate) duties: Option<ExpectedDuties>,
    #[serde(default)]
    pub(crate) warnings: Vec<String>,
    #[serde(default)]
    pub(crate) no_warnings: Vec<String>,
    #[serde(default)]
    pub(crate) next_includes: Vec<String>,
    #[serde(default)]
    pub(crate) next_excludes: Vec<String>,
}

/// What has to come out.
pub(crate) enum Expected {
    /// Nothing but what stands beside it.
    Nothing,
    Ledger(Box<ExpectedLedger>),
    Issues(BTreeMap<String, ExpectedIssue>),
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ExpectedIssue {
    /// Left out: not looked at. `null`: no verdict.
    #[serde(default, deserialize_with = "present")]
    pub(crate) verdict: Option<Value>,
    pub(crate) settled: Option<bool>,
    pub(crate) possible: Option<Vec<String>>,
    #[serde(default)]
    pub(crate) missing: Vec<String>,
    /// Whether nothing else is missing, and the order is this.
    #[serde(default)]
    pub(crate) missing_exactly: bool,
    #[serde(default)]
    pub(crate) cites: Vec<String>,
    #[serde(default)]
    pub(crate) not_cites: Vec<String>,
    /// The provisions cited: these and no other, in any order.
    pub(crate) cites_exactly: Option<BTreeSet<String>>,
}

/// Which duties are asked for, and what has to be told of them.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ExpectedDuties {
    who: Option<String>,
    to: Option<String>,
    r#in: Option<String>,
    force: Option<String>,
    /// Of those that come, the ones that are due so often: `once`, `week` or `month`.
    pub(crate) every: Option<String>,
    /// These come and no other, in this order.
    pub(crate) list: Option<Vec<String>>,
    /// Where those named stand: `not_yet`, `in_force` or `lapsed`.
    #[serde(default)]
    pub(crate) standing: BTreeMap<String, String>,
    /// The days of those named, as `2011-04-22`, with ` spent` and ` doubtful` behind it.
    #[serde(default)]
    pub(crate) days: BTreeMap<String, Vec<String>>,
    /// What binds beside those named, as `ecl/41: in_force`: these and no other.
    #[serde(default)]
    pub(crate) beside: BTreeMap<String, BTreeSet<String>>,
}

/// A refusal: what is wrong first, and every place that is named.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Refused {
    pub(crate) code: String,
    pub(crate) paths: BTreeSet<String>,
}

/// What has to be told of a deadline. Whatever is left out is not looked at, except that
/// `absent` says that it is not told at all.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ExpectedDeadline {
    #[serde(default)]
    pub(crate) absent: bool,
    /// `yes`, `no` or `unknown`.
    pub(crate) applies: Option<String>,
    /// The last day as counted.
    pub(crate) due: Option<String>,
    /// The day to which it gives way; `none`, where it does not.
    pub(crate) moved: Option<String>,
    pub(crate) kept: Option<bool>,
    /// Between which days it ends, `earliest` and `latest`; `none`, where no days are told.
    pub(crate) range: Option<Value>,
    pub(crate) who: Option<String>,
    pub(crate) cites_exactly: Option<BTreeSet<String>>,
}

fn present<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<Option<Value>, D::Error> {
    Value::deserialize(deserializer).map(Some)
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ExpectedLedger {
    pub(crate) points: Vec<u32>,
    pub(crate) lost: Option<Vec<u32>>,
    pub(crate) ledger: Vec<u32>,
    pub(crate) strikes: Vec<u32>,
    /// How many days the shop is hidden from each finding on; left out, not looked at.
    pub(crate) restricted_days: Option<Vec<i64>>,
    pub(crate) closed_by: Option<String>,
    /// The points of every book that is named, at the end.
    #[serde(default)]
    pub(crate) books: BTreeMap<String, u32>,
    /// Of every finding, the measures named, as `code from until`.
    pub(crate) spans: Option<Vec<Vec<String>>>,
    /// What every finding costs, in yuan, or as `at least …` where it is not known.
    pub(crate) money: Option<Vec<Vec<String>>>,
    /// The readings that make a difference, each with the choices that would.
    pub(crate) readings: Option<BTreeMap<String, Vec<String>>>,
    pub(crate) year_ends: Option<BTreeMap<String, u32>>,
    /// What leads to the nodes and closures named, as `tier` or `tier × items`, with ` + `
    /// between several.
    #[serde(default)]
    pub(crate) ways: BTreeMap<String, Vec<String>>,
    /// What one further finding of the tiers named would do, as `… points`, and ` closes`.
    #[serde(default)]
    pub(crate) next: BTreeMap<String, String>,
    /// What an appeal against the findings named would restore, as `… points, … strikes`, and
    /// ` reopens`.
    #[serde(default)]
    pub(crate) restores: BTreeMap<String, String>,
    #[serde(default)]
    pub(crate) measures: Vec<String>,
    #[serde(default)]
    pub(crate) no_measures: Vec<String>,
    /// Whether nothing is held against the rules, though something was booked.
    #[serde(default)]
    pub(crate) no_audit: bool,
    /// What comes of holding what the platform booked against the rules.
    pub(crate) audit: Option<ExpectedAudit>,
}

/// What an audit has to come to.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ExpectedAudit {
    /// Of every finding, what differs, as `points: 22 more than 2`, `strike: agrees`,
    /// `strike: not due` or `strike: not taken`, `measures: … not due` or `… not known`, and how it can be
    /// explained, as `(window = hours)`; `nothing stated` where nothing is.
    pub(crate) findings: Vec<String>,
    /// Where the account stands by the platform's numbers, as `… points, … strikes, open`.
    pub(crate) account: String,
    /// The years whose turn leaves something else.
    #[serde(default)]
    pub(crate) turns: Vec<i32>,
    /// The findings to appeal first, in order, each with what putting it right brings and where
    /// the account stands when those before it are put right as well, as `finding-2: reopens, 1
    /// strikes, 0 points; together 6 points, 2 strikes, open`.
    pub(crate) appeals: Vec<String>,
}

impl Scenario {
    /// What has to come out.
    pub(crate) fn expected(&self) -> Expected {
        let Some(expect) = self.expect.clone() else { return Expected::Nothing };
        let expected = if self.findings.is_some() {
            serde_json::from_value(expect).map(Box::new).map(Expected::Ledger)
        } else {
            serde_json::from_value(expect).map(Expected::Issues)
        };
        expected.unwrap_or_else(|error| panic!("{}: {error}", self.name))
    }

    /// The request that asks the scenario's question.
    pub(crate) fn request(&self, rulebook: &str) -> Value {
        assert!(!self.story.trim().is_empty(), "{}", self.name);
        assert!(says(&self.source, self.read.as_deref()), "{}: no source", self.name);
        let mut request = Map::from_iter([("rulebook".to_owned(), json!(rulebook))]);
        let mut put = |key: &str, value: &Option<Value>| {
            if let Some(value) = value {
                request.insert(key.to_owned(), value.clone());
            }
        };
        put("asOf", &self.as_of);
        put("presume", &self.presume);
        put("facts", &self.facts);
        put("until", &self.until);
        put("reading", &self.reading);
        put("amounts", &self.amounts);
        if let Some(findings) = &self.findings {
            let findings = findings.iter().enumerate().map(|(index, finding)| {
                let mut finding = finding.clone();
                finding.entry("id").or_insert_with(|| json!(format!("finding-{}", index + 1)));
                Value::Object(finding)
            });
            request.insert("findings".to_owned(), Value::Array(findings.collect()));
        }
        Value::Object(request)
    }
}

impl Scenario {
    /// The request that asks for the duties.
    pub(crate) fn duties(&self, rulebook: &str, asked: &ExpectedDuties) -> Value {
        let mut request = Map::from_iter([("rulebook".to_owned(), json!(rulebook))]);
        request.extend(self.as_of.clone().map(|day| ("asOf".to_owned(), day)));
        let ExpectedDuties { who, to, r#in, force, .. } = asked;
        for (key, value) in [("who", who), ("to", to), ("in", r#in), ("force", force)] {
            request.extend(value.as_ref().map(|value| (key.to_owned(), json!(value))));
        }
        Value::Object(request)
    }

    /// The request that asks for a document on the scenario's facts.
    pub(crate) fn draft(&self, rulebook: &str, document: &str) -> Value {
        let mut request = Map::new();
        request.insert("document".to_owned(), json!(format!("{rulebook}/{document}")));
        request.extend(self.facts.clone().map(|facts| ("facts".to_owned(), facts)));
        request.extend(self.as_of.clone().map(|day| ("asOf".to_owned(), day)));
        request.extend(self.fields.clone().map(|fields| ("fields".to_owned(), fields)));
        Value::Object(request)
    }
}

/// Every scenario file.
pub(crate) fn scenario_files() -> Vec<ScenarioFile> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests").join("scenarios");
    let mut paths = Vec::new();
    collect(&root, &mut paths);
    paths.sort();
    paths.iter().map(|path| read(path, &root)).collect()
}

fn read(path: &Path, root: &Path) -> ScenarioFile {
    let text = fs::read_to_string(path).unwrap();
    let (value, _) = read_yaml(&text).unwrap_or_else(|fault| panic!("{}: {fault}", path.display()));
    let mut file: ScenarioFile =
        serde_json::from_value(value).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    file.name = path.strip_prefix(root).unwrap().with_extension("").display().to_string();
    file
}

fn collect(folder: &Path, paths: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(&path, paths);
        } else if path.extension().is_some_and(|kind| kind == "yaml") {
            paths.push(path);
        }
    }
}
