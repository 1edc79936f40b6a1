//! The reference: the rulebooks as pages to read, one per rulebook, instrument and provision.
//!
//! The pages hold all that the rulebooks say, in both languages, each rule with its sources,
//! its confidence, what is disputed and the reading taken. They are plain HTML and need no
//! script; the same rulebooks give the same bytes. What all pages share (head, masthead,
//! colophon, style) is put in where they are published: `www/build/reference.ts`.

mod alert;
mod case;
mod condition;
mod duty;
mod element;
mod entry;
mod fact;
mod frame;
mod index;
mod instrument;
mod issue;
mod language;
mod link;
mod page;
mod part;
mod provision;
mod rulebook;
mod section;
mod site;
mod source;
mod split;
mod teller;
mod uses;
mod versions;
mod words;

use std::collections::BTreeMap;
use std::path::Path;
use std::rc::Rc;
use std::{fs, io};

use site::{Site, Volume};
use words::Words;
use zhengpin_law::author::Found;
use zhengpin_law::compile::Compiled;

pub use page::Page;
pub use words::WordsError;

/// All pages of the reference.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Reference {
    /// The pages, the first page first.
    pub pages: Vec<Page>,
    /// Names in the rulebook format for which the pages have no words yet. They are shown as
    /// they stand in the rulebook.
    pub unsaid: Vec<String>,
}

impl Reference {
    /// The pages of these rulebooks and of the instruments they cite. The versions are those
    /// of the rulebooks as compiled.
    ///
    /// # Errors
    ///
    /// What is wrong with the pages' own words.
    pub fn of(found: &Found, compiled: &[Compiled]) -> Result<Self, WordsError> {
        let words = Words::read()?;
        let books = found.rulebooks.iter().map(|loaded| {
            let known = compiled.iter().find(|compiled| compiled.id == loaded.value.rulebook);
            let versions = known.iter().flat_map(|compiled| &compiled.versions);
            let versions = versions.map(|version| version.from).collect();
            Volume::new(&loaded.value, loaded.source(), versions)
        });
        let books: Vec<Volume<'_>> = books.collect();
        let uses = uses::of_provisions(&words, &books, &found.calendars.value);
        let instruments = &found.instruments.value;
        let mut site = Site { words: &words, instruments, books, uses, places: BTreeMap::new() };
        let places = site
            .books
            .iter()
            .map(|book| (book.rulebook.rulebook.clone(), Rc::new(rulebook::places(&site, book))));
        site.places = places.collect();
        let mut pages = vec![index::page(&site)];
        pages.extend(site.books.iter().flat_map(|book| rulebook::pages(&site, book)));
        for (id, instrument) in &instruments.instruments {
            pages.push(instrument::page(&site, id, instrument));
            for article in instrument.provisions.keys() {
                let id = format!("{id}/{article}");
                pages.extend(site.provision(&id).map(|cited| provision::page(&site, &id, &cited)));
            }
        }
        Ok(Self { pages, unsaid: words.unsaid() })
    }

    /// Writes the pages into a folder. What else it holds is left alone.
    ///
    /// # Errors
    ///
    /// Those of the file system.
    pub fn write(&self, folder: &Path) -> io::Result<()> {
        for page in &self.pages {
            let path = folder.join(&page.path);
            if let Some(around) = path.parent() {
                fs::create_dir_all(around)?;
            }
            fs::write(path, &page.html)?;
        }
        Ok(())
    }
}
