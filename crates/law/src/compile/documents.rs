//! Documents, with every name resolved.

use serde::{Deserialize, Serialize};

use crate::problem::{Code, Problem};
use crate::rulebook::{Document, Field, Kind, Ordered, Party, Rulebook, Sentence, Typed, Validity};
use crate::text::slots;

use super::ids::sealed::Placed;
use super::names::{Names, place_of};
use super::{Cond, FactId, FieldId, ProvisionId, Table};

/// A paper that the facts of a case fill.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct CompiledDocument {
    /// Its id.
    pub id: String,
    /// Who hands it in, if it is one party's.
    pub who: Option<Party>,
    /// What has to be typed.
    pub fields: Table<FieldId, CompiledField>,
    /// Its sections, in order.
    pub sections: Vec<CompiledSection>,
    /// When it can be drafted.
    pub in_force: Validity,
}

/// Something to type.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct CompiledField {
    /// Its id.
    pub id: String,
    /// What may be typed.
    pub kind: Typed,
    /// Whether it may stay empty.
    pub optional: bool,
}

/// A section.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct CompiledSection {
    /// Its id.
    pub id: String,
    /// Whether it has a heading.
    pub titled: bool,
    /// Whether each sentence stands on a line of its own.
    pub lines: bool,
    /// Its sentences, in order.
    pub sentences: Vec<CompiledSentence>,
}

/// A sentence.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct CompiledSentence {
    /// Its id.
    pub id: String,
    /// Where it stands.
    pub when: Option<Cond>,
    /// Where it does not stand after all; it stands while that is open.
    pub except: Option<Cond>,
    /// What it names.
    pub slots: Vec<Slot>,
    /// The provisions behind it.
    pub cite: Vec<ProvisionId>,
    /// When it is in force.
    pub in_force: Validity,
}

/// What a sentence names.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub enum Slot {
    /// A field of the document.
    Field(FieldId),
    /// A date or number fact.
    Fact(FactId),
}

impl CompiledDocument {
    /// Every sentence of every section.
    pub fn sentences(&self) -> impl Iterator<Item = &CompiledSentence> {
        self.sections.iter().flat_map(|section| &section.sentences)
    }
}

/// Compiles the fields of a document, and reports names that are taken.
pub(super) fn fields(
    names: &mut Names<'_>,
    id: &str,
    document: &Document,
) -> Table<FieldId, CompiledField> {
    for field in document.fields.keys() {
        if names.rulebook.facts.contains_key(field) {
            let path = format!("/documents/{id}/fields/{field}");
            names.report(Problem::new(Code::FieldTaken, path).with("value", field));
        }
    }
    let fields = document.fields.iter().map(|(id, field)| CompiledField {
        id: id.clone(),
        kind: field.kind,
        optional: field.optional,
    });
    names.table(fields.collect(), &format!("/documents/{id}/fields"))
}

/// Compiles a sentence whose conditions, where it stands and where not, are compiled already.
pub(super) fn sentence(
    rulebook: &Rulebook,
    names: &mut Names<'_>,
    fields: &Ordered<Field>,
    (id, path): (&str, &str),
    sentence: &Sentence,
    [when, except]: [Option<Cond>; 2],
) -> CompiledSentence {
    names.validity(sentence.in_force, path, id);
    let says = format!("{path}/says");
    let (mut zh, mut en) = (slots(&sentence.says.zh), slots(&sentence.says.en));
    let slots = zh.iter().map(|name| slot(rulebook, names, fields, name, &says)).collect();
    zh.sort_unstable();
    en.sort_unstable();
    if zh != en {
        names.report(Problem::new(Code::SlotsDiffer, says).with("value", id));
    }
    CompiledSentence {
        id: id.to_owned(),
        when,
        except,
        slots,
        cite: names.cite(&sentence.cite, path),
        in_force: sentence.in_force,
    }
}

fn slot(
    rulebook: &Rulebook,
    names: &mut Names<'_>,
    fields: &Ordered<Field>,
    name: &str,
    path: &str,
) -> Slot {
    if let Some(field) = place_of(fields, name) {
        return Slot::Field(field);
    }
    let fact = rulebook.facts.get(name);
    let told = fact.filter(|fact| matches!(fact.kind, Kind::Date | Kind::Number));
    let place = told.and_then(|_| place_of(&rulebook.facts, name));
    Slot::Fact(place.unwrap_or_else(|| {
        let problem = Problem::new(Code::UnknownName, path).with("value", name);
        names.report(problem.with_word("expected", "field_or_day"));
        FactId::unresolved()
    }))
}
