//! Drafting: facts and fields in, the sentences of a document out.
//!
//! Whatever the fields hold goes into the answer and nowhere else; nothing is kept.

mod answer;

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use crate::compile::{
    Compiled, CompiledDocument, CompiledField, CompiledSentence, Cond, FactId, Library, Part, Slot,
    Stated,
};
use crate::decide::{Matter, case, citations, truth};
use crate::limits;
use crate::problem::{Code, Problem, child};
use crate::put::ask;
use crate::refused::Refused;
use crate::request::{DraftRequest, Reader};
use crate::rulebook::Typed;
use crate::truth::Truth;

pub use answer::{Draft, SectionDraft, SentenceDraft};

/// Drafts a document.
///
/// # Errors
///
/// Everything that is wrong with the request. Nothing is drafted then.
///
/// ```
/// use zhengpin::request::DraftRequest;
/// use zhengpin::{draft::draft, library};
///
/// let request = DraftRequest::new("taobao/findings/appeal").field("shop", "甲");
/// let draft = draft(library::built_in(), &request)?;
/// assert_eq!(draft.values["shop"], "甲");
/// assert!(!draft.complete && draft.missing.iter().any(|field| field == "account"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn draft(library: &Library, request: &DraftRequest) -> Result<Draft, Refused> {
    ask(library, request, answer)
}

/// Drafts what a request asks for that was read as a value.
///
/// # Errors
///
/// Everything that is wrong with the request.
pub(crate) fn answer(library: &Library, request: &Value) -> Result<Draft, Refused> {
    let mut reader = Reader::default();
    let Some(map) = reader.request::<DraftRequest>(request) else { return reader.need(None) };
    for key in ["document", "facts"] {
        if !map.contains_key(key) {
            reader.missing("", key);
        }
    }
    let name = map.get("document").and_then(|name| reader.text(name, "/document"));
    let named = name.and_then(|name| find(library, name, &mut reader));
    let Some((rulebook, document)) = named else {
        // What can be read without a document.
        map.get("asOf").map(|value| reader.date(value, "/asOf"));
        map.get("facts").map(|value| reader.map(value, "/facts").is_some());
        return reader.need(None);
    };
    let typed = map.get("fields").map(|fields| typed(document, fields, &mut reader));
    let mut map = map.clone();
    map.insert("rulebook".to_owned(), Value::from(rulebook.id.as_str()));
    let case = case(library, &map, "asOf", reader)?;
    if !document.in_force.holds_on(case.day) {
        let nearest = document.in_force.from.filter(|from| case.day < *from);
        let nearest = nearest.or(document.in_force.to).unwrap_or(rulebook.as_of);
        let problem = Problem::new(Code::NotInForce, "/asOf").with("value", case.day);
        return Err(problem.with("expected", nearest).into());
    }
    let name = format!("{}/{}", rulebook.id, document.id);
    let draft = written(&case, document, name, &typed.unwrap_or_default());
    #[cfg(all(feature = "author", feature = "texts"))]
    let draft = with_own_words(draft, library);
    Ok(draft)
}

/// Adds the words that the library brings. The built-in one brings none.
#[cfg(all(feature = "author", feature = "texts"))]
fn with_own_words(mut draft: Draft, library: &Library) -> Draft {
    for (language, catalogue) in [("zh", &library.texts.zh), ("en", &library.texts.en)] {
        draft.join(language, catalogue);
    }
    draft
}

/// The document that a request names.
fn find<'a>(
    library: &'a Library,
    name: &str,
    reader: &mut Reader,
) -> Option<(&'a Compiled, &'a CompiledDocument)> {
    // Of a rulebook that was not handed over nobody can tell which documents it has.
    if let Some((rulebook, _)) = name.rsplit_once('/')
        && let Err(problem) = library.rulebook(rulebook, "/document")
        && problem.code == Code::RulebookNotHeld
    {
        reader.report(problem);
        return None;
    }
    let all = library
        .held()
        .flat_map(|rulebook| rulebook.documents.values().map(move |document| (rulebook, document)));
    let known: Vec<(String, _)> =
        all.map(|pair| (format!("{}/{}", pair.0.id, pair.1.id), pair)).collect();
    let found = known.iter().find(|(id, _)| id == name).map(|(_, pair)| *pair);
    if found.is_none() {
        let ids = known.iter().map(|(id, _)| id);
        let problem = Problem::new(Code::UnknownDocument, "/document").with("value", name);
        reader.report(problem.with_list("expected", ids));
    }
    found
}

/// What was typed, by field. Blank is not typed.
fn typed(
    document: &CompiledDocument,
    fields: &Value,
    reader: &mut Reader,
) -> BTreeMap<String, String> {
    let empty = Map::new();
    let fields = reader.map(fields, "/fields").unwrap_or(&empty);
    let mut typed = BTreeMap::new();
    for (id, value) in fields {
        let path = child("/fields", id);
        let Some(field) = document.fields.values().find(|field| field.id == *id) else {
            let ids = document.fields.values().map(|field| field.id.as_str());
            let problem = Problem::new(Code::UnknownField, path).with("value", id);
            reader.report(problem.with_list("expected", ids));
            continue;
        };
        let Some(text) = reader.text(value, &path) else { continue };
        let text = text.trim();
        let length = text.chars().count();
        if length > limits::TYPED_CHARACTERS {
            let problem = Problem::new(Code::TooLong, path).with("value", length);
            reader.report(problem.with("expected", limits::TYPED_CHARACTERS));
        } else if !text.is_empty() {
            if field.kind == Typed::Date {
                reader.date(value, &path);
            }
            typed.insert(id.clone(), text.to_owned());
        }
    }
    typed
}

/// The document as far as facts and fields go.
fn written(
    case: &Matter<'_>,
    document: &CompiledDocument,
    name: String,
    typed: &BTreeMap<String, String>,
) -> Draft {
    let mut writing = Writing { case, document, typed, open: Vec::new(), used: Vec::new() };
    let sections: Vec<SectionDraft> = document
        .sections
        .iter()
        .map(|section| SectionDraft {
            section: section.id.clone(),
            titled: section.titled,
            lines: section.lines,
            sentences: section.sentences.iter().filter_map(|one| writing.sentence(one)).collect(),
        })
        .filter(|section| !section.sentences.is_empty())
        .collect();
    let Writing { open, used, .. } = writing;
    let needed = document.fields.iter().filter(|(id, _)| used.contains(&Slot::Field(*id)));
    let missing = needed.filter(|(_, field)| !typed.contains_key(&field.id));
    let missing: Vec<String> = missing.map(|(_, field)| field.id.clone()).collect();
    let facts = case.rulebook.facts.iter().filter(|(id, _)| open.contains(id));
    let open: Vec<String> = facts.map(|(_, fact)| fact.id.clone()).collect();
    // One after the other: collecting a map would bring a sort into the wasm.
    let mut values = BTreeMap::new();
    values.extend(used.iter().filter_map(|slot| filled(case, document, typed, *slot)));
    Draft {
        document: name,
        version: case.version.from.to_string(),
        as_of: case.day,
        values,
        sections,
        complete: missing.is_empty() && open.is_empty(),
        missing,
        open,
        text: BTreeMap::new(),
    }
}

struct Writing<'w, 'c> {
    case: &'w Matter<'c>,
    document: &'w CompiledDocument,
    typed: &'w BTreeMap<String, String>,
    /// Facts that are open and that it depends on.
    open: Vec<FactId>,
    /// What the sentences that stand name.
    used: Vec<Slot>,
}

impl Writing<'_, '_> {
    /// A sentence, where it stands.
    fn sentence(&mut self, sentence: &CompiledSentence) -> Option<SentenceDraft> {
        if !sentence.in_force.holds_on(self.case.day) {
            return None;
        }
        if let Some(when) = &sentence.when {
            match truth(self.case, when)? {
                Truth::Yes => {}
                Truth::No => return None,
                Truth::Unknown => {
                    self.leaves_open(when);
                    return None;
                }
            }
        }
        if let Some(except) = &sentence.except {
            match truth(self.case, except) {
                Some(Truth::Yes) => return None,
                Some(Truth::Unknown) => self.leaves_open(except),
                Some(Truth::No) | None => {}
            }
        }
        let field = |slot: &Slot| self.field(*slot);
        let left_empty = |field: &CompiledField| !self.typed.contains_key(&field.id);
        let mut fields = sentence.slots.iter().filter_map(field);
        if fields.any(|field| field.optional && left_empty(field)) {
            return None;
        }
        for slot in &sentence.slots {
            if let Slot::Fact(fact) = slot {
                match self.case.known.of(*fact) {
                    // A day that did not come cannot be told.
                    Some(Stated::Never) => return None,
                    Some(_) => {}
                    None => self.open.push(*fact),
                }
            }
        }
        self.used.extend(&sentence.slots);
        let names = sentence.slots.iter().map(|slot| self.name(*slot));
        Some(SentenceDraft {
            sentence: sentence.id.clone(),
            names: names.map(str::to_owned).collect(),
            citations: citations(self.case.rulebook, &sentence.cite, self.case.day),
        })
    }

    /// Notes the facts that a condition rests on and that are not known.
    fn leaves_open(&mut self, condition: &Cond) {
        let known = &self.case.known;
        self.case.rulebook.walk(condition, &mut |part| {
            if let Part::Fact(fact, _) = part
                && !known.has(fact)
            {
                self.open.push(fact);
            }
            true
        });
    }

    fn field(&self, slot: Slot) -> Option<&CompiledField> {
        match slot {
            Slot::Field(id) => Some(&self.document.fields[id]),
            Slot::Fact(_) => None,
        }
    }

    fn name(&self, slot: Slot) -> &str {
        match slot {
            Slot::Field(id) => &self.document.fields[id].id,
            Slot::Fact(id) => &self.case.rulebook.facts[id].id,
        }
    }
}

/// The name and value of what a sentence names, where it has one.
fn filled(
    case: &Matter<'_>,
    document: &CompiledDocument,
    typed: &BTreeMap<String, String>,
    slot: Slot,
) -> Option<(String, String)> {
    match slot {
        Slot::Field(id) => {
            let field = &document.fields[id];
            Some((field.id.clone(), typed.get(&field.id)?.clone()))
        }
        Slot::Fact(id) => {
            let value = match case.known.of(id)? {
                Stated::Day(day) => day.to_string(),
                Stated::Number(number) => number.to_string(),
                _ => return None,
            };
            Some((case.rulebook.facts[id].id.clone(), value))
        }
    }
}
