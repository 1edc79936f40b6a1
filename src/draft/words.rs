//! A draft in words.

use std::borrow::Cow;

use crate::compile::{Catalogue, Texts};
use crate::text::fill;

use super::Draft;

impl Draft {
    /// Adds the document in one language, where the catalogue has it. What is not filled in
    /// stands as its question between lenticular brackets.
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
            let ask = ask.or_else(|| texts.get(&format!("fact/{name}/ask")));
            Cow::Owned(format!("【{}】", ask.map_or(name, String::as_str)))
        })
    }
}
