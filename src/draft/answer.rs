//! The shape of a draft, and its words.

use std::borrow::Cow;
use std::collections::BTreeMap;

use chrono::NaiveDate as Date;
use serde::Serialize;

use crate::compile::{Catalogue, Texts};
use crate::decide::Citation;
use crate::text::fill;

/// The answer to [`draft`](crate::draft::draft): which sentences stand, and what is missing.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Draft {
    /// The document, as the request names it.
    pub document: String,
    /// The version of the rules applied, named by the day on which it came into force.
    pub version: String,
    /// The day as of which it is written, `YYYY-MM-DD`.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "string"))]
    #[serde(with = "crate::day")]
    pub as_of: Date,
    /// The sections in which something stands, in order.
    pub sections: Vec<SectionDraft>,
    /// What is filled in: fields and facts by id. Days are `YYYY-MM-DD`.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "Record<string, string>"))]
    pub values: BTreeMap<String, String>,
    /// The fields that sentences which stand need and that are empty, in order.
    pub missing: Vec<String>,
    /// The facts on which it depends whether further sentences stand, whether some that stand
    /// go, or what those that do say; in the rulebook's order.
    pub open: Vec<String>,
    /// Whether nothing is missing and nothing is open.
    pub complete: bool,
    /// The document in words, by language. Empty for a language whose catalogue was not
    /// given.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "Record<string, string>"))]
    pub text: BTreeMap<String, String>,
}

impl Draft {
    /// Adds the document in one language, where the catalogue has it. What is not filled in
    /// stands as its blank, or its question, between lenticular brackets.
    pub fn join(&mut self, language: &str, catalogue: &Catalogue) {
        let Some((rulebook, document)) = self.document.rsplit_once('/') else { return };
        let Some(texts) = catalogue.rulebooks.get(rulebook) else { return };
        let base = format!("document/{document}");
        let said = |key: &str| texts.get(&format!("{base}/{key}")).map_or("", String::as_str);
        let mut parts = vec![said("title").to_owned()];
        for section in &self.sections {
            let id = &section.section;
            let mut part = Vec::new();
            if section.titled {
                part.push(said(&format!("section/{id}")).to_owned());
            }
            let sentences = section.sentences.iter().map(|one| {
                self.fill(said(&format!("sentence/{id}/{}", one.sentence)), texts, &base)
            });
            let sentences: Vec<String> = sentences.collect();
            let between = match (section.lines, language) {
                (true, _) => "\n",
                (false, "zh") => "",
                (false, _) => " ",
            };
            part.push(sentences.join(between));
            parts.push(part.join("\n"));
        }
        self.text.insert(language.to_owned(), parts.join("\n\n"));
    }

    /// A sentence with what it names.
    fn fill(&self, says: &str, texts: &Texts, base: &str) -> String {
        fill(says, |name| {
            if let Some(value) = self.values.get(name) {
                return Cow::Borrowed(value.as_str());
            }
            let ask = texts.get(&format!("{base}/field/{name}/ask"));
            let ask = ask.or_else(|| texts.get(&format!("fact/{name}/blank")));
            let ask = ask.or_else(|| texts.get(&format!("fact/{name}/ask")));
            Cow::Owned(format!("【{}】", ask.map_or(name, String::as_str)))
        })
    }
}

/// A section.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct SectionDraft {
    /// Its id.
    pub section: String,
    /// Whether it has a heading.
    pub titled: bool,
    /// Whether each sentence stands on a line of its own.
    pub lines: bool,
    /// The sentences that stand, in order.
    pub sentences: Vec<SentenceDraft>,
}

/// A sentence.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct SentenceDraft {
    /// Its id.
    pub sentence: String,
    /// The fields and facts that it names.
    pub names: Vec<String>,
    /// The provisions behind it, in force on the day.
    pub citations: Vec<Citation>,
}
