//! What a form needs to know of one rulebook, with its texts.

use std::collections::BTreeMap;

use chrono::NaiveDate as Date;
use serde::Serialize;

use super::answer::{
    CaseDescription, DocumentDescription, ElementDescription, FactDescription, IssueDescription,
    LedgerDescription, ProvisionDescription,
};
use crate::compile::Catalogue;

/// The answer to [`describe`](crate::describe::describe).
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Description {
    /// The rulebook.
    pub rulebook: String,
    /// The version described, named by the day on which it came into force.
    pub version: String,
    /// The day described, `YYYY-MM-DD`.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "string"))]
    #[serde(with = "crate::day")]
    pub as_of: Date,
    /// The sections of a form, in order.
    pub groups: Vec<String>,
    /// What can be stated on that day, in order.
    pub facts: Vec<FactDescription>,
    /// What is decided on that day, in order.
    pub issues: Vec<IssueDescription>,
    /// The elements in force on that day.
    pub elements: Vec<ElementDescription>,
    /// The papers that can be drafted on that day.
    pub documents: Vec<DocumentDescription>,
    /// Every provision that the rulebook cites, in force or not.
    pub provisions: Vec<ProvisionDescription>,
    /// The decided cases it refers to.
    pub cases: Vec<CaseDescription>,
    /// What is not known or not encoded.
    pub gaps: Vec<String>,
    /// The ledger's tables; `null` where the rulebook counts no findings.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "LedgerDescription | null"))]
    pub ledger: Option<LedgerDescription>,
    /// Every text, by language and key. Empty for a language whose catalogue was not given.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "Record<string, Record<string, string>>"))]
    pub texts: BTreeMap<String, BTreeMap<String, String>>,
}

impl Description {
    /// Adds the texts of one language, where they are not there yet.
    pub fn join(&mut self, language: &str, catalogue: &Catalogue) {
        let mut texts = catalogue.rulebooks.get(&self.rulebook).cloned().unwrap_or_default();
        for provision in &self.provisions {
            let Some(of_instrument) = catalogue.instruments.get(&provision.instrument) else {
                continue;
            };
            let own = provision.id.split_once('/').map_or("", |(_, own)| own);
            for field in ["label", "says"] {
                if let Some(text) = of_instrument.get(&format!("provision/{own}/{field}")) {
                    texts.insert(format!("provision/{}/{field}", provision.id), text.clone());
                }
            }
            for field in ["title", "short", "number", "note", "address"] {
                if let Some(text) = of_instrument.get(field) {
                    let instrument = &provision.instrument;
                    texts.insert(format!("instrument/{instrument}/{field}"), text.clone());
                }
            }
        }
        let joined = self.texts.entry(language.to_owned()).or_default();
        for (key, text) in texts {
            joined.entry(key).or_insert(text);
        }
    }
}
