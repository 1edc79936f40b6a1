//! The texts of rulebooks and instruments, as one catalogue per language.
//!
//! The engine answers in codes. Whoever shows an answer joins the words from here.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::rulebook::{Document, Instruments, Keeper, Rulebook, Source};
use crate::text::Text;

/// Texts by key, such as `fact/n_locate/ask`.
pub type Texts = BTreeMap<String, String>;

/// All texts in one language.
#[derive(Clone, Debug, Default, Deserialize, PartialEq, Serialize)]
pub struct Catalogue {
    /// The texts of each rulebook.
    pub rulebooks: BTreeMap<String, Texts>,
    /// The texts of each instrument.
    pub instruments: BTreeMap<String, Texts>,
}

/// All texts, by language.
#[derive(Clone, Debug, Default, Deserialize, PartialEq, Serialize)]
pub struct Catalogues {
    /// In Chinese.
    pub zh: Catalogue,
    /// In English.
    pub en: Catalogue,
}

impl Catalogues {
    /// Takes in the texts of the instruments.
    pub fn add_instruments(&mut self, instruments: &Instruments) {
        for (id, instrument) in &instruments.instruments {
            let mut pair = TextPair::default();
            pair.add("title", &instrument.title);
            pair.add("short", &instrument.short);
            pair.add_some("note", instrument.note.as_ref());
            if let Some(number) = &instrument.number {
                pair.add("number", &Text { zh: number.clone(), en: number.clone() });
            }
            if let Some(url) = instrument.official() {
                pair.add("address", &Text { zh: url.to_owned(), en: url.to_owned() });
            }
            for (provision_id, provision) in &instrument.provisions {
                pair.add(&format!("provision/{provision_id}/label"), &provision.label);
                pair.add(&format!("provision/{provision_id}/says"), &provision.says);
            }
            self.zh.instruments.insert(id.clone(), pair.zh);
            self.en.instruments.insert(id.clone(), pair.en);
        }
    }

    /// Takes in the texts of a rulebook.
    pub fn add_rulebook(&mut self, rulebook: &Rulebook) {
        let mut pair = TextPair::default();
        pair.add("title", &rulebook.title);
        pair.add("summary", &rulebook.summary);
        for (id, text) in &rulebook.gaps {
            pair.add(&format!("gap/{id}"), text);
        }
        for (id, group) in &rulebook.groups {
            pair.add(&format!("group/{id}/title"), &group.title);
            pair.add_some(&format!("group/{id}/note"), group.note.as_ref());
        }
        pair.add_facts(rulebook);
        pair.add_rules(rulebook);
        pair.add_ledger(rulebook);
        self.zh.rulebooks.insert(rulebook.rulebook.clone(), pair.zh);
        self.en.rulebooks.insert(rulebook.rulebook.clone(), pair.en);
    }
}

/// The texts of one thing in both languages.
#[derive(Default)]
struct TextPair {
    zh: Texts,
    en: Texts,
}

impl TextPair {
    fn add(&mut self, key: &str, text: &Text) {
        self.zh.insert(key.to_owned(), text.zh.clone());
        self.en.insert(key.to_owned(), text.en.clone());
    }

    fn add_some(&mut self, key: &str, text: Option<&Text>) {
        if let Some(text) = text {
            self.add(key, text);
        }
    }

    fn add_facts(&mut self, rulebook: &Rulebook) {
        for (id, fact) in &rulebook.facts {
            self.add(&format!("fact/{id}/ask"), &fact.ask);
            self.add_some(&format!("fact/{id}/hint"), fact.hint.as_ref());
            self.add_some(&format!("fact/{id}/remedy"), fact.remedy.as_ref());
            self.add_some(&format!("fact/{id}/blank"), fact.blank.as_ref());
            for (name, choice) in &fact.choices {
                let label = Text { zh: choice.zh.clone(), en: choice.en.clone() };
                self.add(&format!("fact/{id}/choice/{name}"), &label);
                self.add_some(&format!("fact/{id}/choice/{name}/hint"), choice.hint.as_ref());
            }
        }
        for (id, constraint) in &rulebook.constraints {
            self.add(&format!("constraint/{id}/says"), &constraint.says);
        }
    }

    fn add_rules(&mut self, rulebook: &Rulebook) {
        for (id, element) in &rulebook.elements {
            self.add(&format!("element/{id}/title"), &element.title);
            self.add_some(&format!("element/{id}/note"), element.note.as_ref());
            self.add_some(&format!("element/{id}/split"), element.split.as_ref());
            self.add_some(&format!("element/{id}/reading"), element.reading.as_ref());
            self.add_some(&format!("element/{id}/mend"), element.mend.as_ref());
        }
        for (id, issue) in &rulebook.issues {
            self.add(&format!("issue/{id}/title"), &issue.title);
            self.add(&format!("issue/{id}/asks"), &issue.asks);
            for (name, verdict) in &issue.verdicts {
                self.add(&format!("verdict/{id}/{name}/title"), &verdict.title);
                self.add(&format!("verdict/{id}/{name}/says"), &verdict.says);
            }
            if let Some(open) = &issue.open {
                self.add(&format!("verdict/{id}/{}/title", open.verdict), &open.title);
                self.add(&format!("verdict/{id}/{}/says", open.verdict), &open.says);
            }
        }
        for (id, alert) in &rulebook.alerts {
            self.add(&format!("alert/{id}/title"), &alert.title);
            self.add(&format!("alert/{id}/says"), &alert.says);
        }
        for (id, deadline) in &rulebook.deadlines {
            self.add(&format!("deadline/{id}/title"), &deadline.title);
            self.add(&format!("deadline/{id}/says"), &deadline.says);
            self.add_some(&format!("deadline/{id}/reading"), deadline.reading.as_ref());
        }
        for (kind, named) in [("party", &rulebook.parties), ("occasion", &rulebook.occasions)] {
            for (id, one) in named {
                self.add(&format!("{kind}/{id}/title"), &one.title);
                self.add_some(&format!("{kind}/{id}/note"), one.note.as_ref());
            }
        }
        for (id, duty) in &rulebook.duties {
            self.add(&format!("duty/{id}/title"), &duty.title);
            self.add(&format!("duty/{id}/says"), &duty.says);
            self.add_some(&format!("duty/{id}/reading"), duty.reading.as_ref());
        }
        for (id, document) in &rulebook.documents {
            self.add_document(&format!("document/{id}"), document);
        }
        for (id, case) in &rulebook.cases {
            self.add(&format!("case/{id}/name"), &case.name);
            self.add(&format!("case/{id}/court"), &case.court);
            self.add(&format!("case/{id}/holding"), &case.holding);
            self.add_sources(&format!("case/{id}/source"), &case.sources);
        }
    }

    /// Where it can be read: the addresses, each under its number and who keeps it.
    fn add_sources(&mut self, base: &str, sources: &[Source]) {
        for (number, Source { url, keeper, .. }) in sources.iter().enumerate() {
            let keeper = match keeper {
                Keeper::Official => "official",
                Keeper::Copy => "copy",
                Keeper::Report => "report",
            };
            let text = Text { zh: url.clone(), en: url.clone() };
            self.add(&format!("{base}/{number}/{keeper}"), &text);
        }
    }

    fn add_document(&mut self, base: &str, document: &Document) {
        self.add(&format!("{base}/title"), &document.title);
        self.add_some(&format!("{base}/note"), document.note.as_ref());
        for (id, field) in &document.fields {
            self.add(&format!("{base}/field/{id}/ask"), &field.ask);
            self.add_some(&format!("{base}/field/{id}/hint"), field.hint.as_ref());
        }
        for (section_id, section) in &document.sections {
            self.add(&format!("{base}/section/{section_id}"), &section.title);
            for (id, sentence) in &section.sentences {
                self.add(&format!("{base}/sentence/{section_id}/{id}"), &sentence.says);
            }
        }
    }

    fn add_ledger(&mut self, rulebook: &Rulebook) {
        let Some(ledger) = &rulebook.ledger else { return };
        for (id, reading) in &ledger.readings {
            self.add(&format!("reading/{id}/title"), &reading.title);
            self.add(&format!("reading/{id}/says"), &reading.says);
            for (name, choice) in &reading.choices {
                self.add(&format!("reading/{id}/choice/{name}"), &choice.title);
                self.add_some(&format!("reading/{id}/choice/{name}/says"), choice.says.as_ref());
            }
        }
        for (id, label) in &ledger.labels {
            self.add(&format!("label/{id}/ask"), &label.ask);
            self.add(&format!("label/{id}/says"), &label.says);
        }
        for (id, amount) in &ledger.amounts {
            self.add(&format!("amount/{id}/ask"), &amount.ask);
            self.add(&format!("amount/{id}/says"), &amount.says);
        }
        for (id, book) in &ledger.books {
            self.add(&format!("book/{id}/title"), &book.title);
        }
        for (id, life) in &ledger.strike_lives {
            self.add(&format!("strike_life/{id}/title"), &life.title);
        }
        for (id, tier) in &ledger.tiers {
            self.add(&format!("tier/{id}/title"), &tier.title);
            self.add(&format!("tier/{id}/says"), &tier.says);
            self.add_some(&format!("tier/{id}/reading"), tier.reading.as_ref());
        }
        for (id, window) in &ledger.windows {
            self.add(&format!("window/{id}/title"), &window.title);
            self.add_some(&format!("window/{id}/reading"), window.reading.as_ref());
        }
        for (id, measure) in &ledger.measures {
            self.add(&format!("measure/{id}/title"), &measure.title);
            self.add(&format!("measure/{id}/says"), &measure.says);
        }
        for (id, circumstance) in &ledger.circumstances {
            self.add(&format!("circumstance/{id}/ask"), &circumstance.ask);
            self.add(&format!("circumstance/{id}/says"), &circumstance.says);
        }
        for (id, closure) in &ledger.closures {
            self.add(&format!("closure/{id}/title"), &closure.title);
        }
        for (id, year_end) in &ledger.year_ends {
            self.add(&format!("year_end/{id}/title"), &year_end.title);
        }
        for (id, node) in &ledger.nodes {
            self.add(&format!("node/{id}/title"), &node.title);
            self.add_some(&format!("node/{id}/reading"), node.reading.as_ref());
        }
        for (id, repeat) in &ledger.repeats {
            self.add(&format!("repeat/{id}/title"), &repeat.title);
        }
        for (id, charge) in &ledger.charges {
            self.add(&format!("charge/{id}/title"), &charge.title);
        }
    }
}
