//! Where each page stands, and how one page links to another.

use std::collections::BTreeMap;
use std::rc::Rc;

use maud::{Markup, html};

use super::language::{Lang, Say, both};
use super::site::Site;

/// The page of the whole reference.
pub(super) const INDEX: &str = "index.html";

/// The page of a rulebook.
pub(super) fn rulebook(id: &str) -> String {
    format!("rulebooks/{id}.html")
}

/// The page of an instrument.
pub(super) fn instrument(id: &str) -> String {
    format!("instruments/{id}.html")
}

/// The page of a provision, named as it is cited.
pub(super) fn provision(id: &str) -> String {
    format!("provisions/{id}.html")
}

/// On which page each rule of a rulebook stands, by its anchor, where one page does not hold
/// them all.
pub(super) type Places = BTreeMap<String, String>;

/// The page that is being written, from which its links lead.
#[derive(Clone, Debug)]
pub(super) struct Here {
    path: String,
    places: Rc<Places>,
}

impl Here {
    /// The page at this path.
    pub(super) fn at(path: String) -> Self {
        Self::within(path, Rc::default())
    }

    /// The page at this path, which tells of a rulebook whose rules stand in these places.
    pub(super) fn within(path: String, places: Rc<Places>) -> Self {
        Self { path, places }
    }

    /// Its path.
    pub(super) fn path(&self) -> &str {
        &self.path
    }

    /// The address of another page, as seen from this one.
    pub(super) fn to(&self, path: &str) -> String {
        let up = "../".repeat(self.path.matches('/').count());
        if up.is_empty() { format!("./{path}") } else { format!("{up}{path}") }
    }

    /// A rule of the rulebook that is told here, linked under its name.
    pub(super) fn rule(&self, anchor: &str, name: &str) -> Markup {
        match self.places.get(anchor).filter(|path| **path != self.path) {
            Some(path) => html! { a href={ (self.to(path)) "#" (anchor) } data-page { (name) } },
            None => html! { a href={ "#" (anchor) } { (name) } },
        }
    }
}

/// A link to another page, under a name in both languages. The page's script carries the
/// reader's language and colours over such links.
pub(super) fn link(here: &Here, path: &str, name: impl Fn(Lang) -> String) -> Markup {
    html! { a href=(here.to(path)) data-page { (both(name)) } }
}

/// The provisions behind a rule, as notes beside it: each links to its page, says when it is
/// in force, and how it was read if not in full.
pub(super) fn notes(site: &Site<'_>, here: &Here, cited: &[String]) -> Markup {
    html! {
        @if !cited.is_empty() {
            ul.notes { @for id in cited { li { (note(site, here, id)) } } }
        }
    }
}

fn note(site: &Site<'_>, here: &Here, id: &str) -> Markup {
    let Some(cited) = site.provision(id) else {
        return html! { code { (id) } };
    };
    let confidence = site.words.value(&cited.confidence());
    html! {
        (link(here, &provision(id), |lang| site.citation(&cited, lang)))
        @if cited.is_limited() { p.span { (cited.in_digits()) } }
        @if !cited.is_read() {
            p.span { (both(|lang| confidence.say(lang).to_owned())) }
        }
    }
}
