//! One rule on a page: its name, its texts in two columns, its provisions as notes beside.

use maud::{Markup, html};

use super::language::{Lang, Say, both};
use zhengpin_law::text::Text;

/// A heading of this level, in both languages.
pub(super) fn heading(level: u8, of: impl Fn(Lang) -> String) -> Markup {
    html! {
        @match level {
            2 => h2 { (both(of)) },
            3 => h3 { (both(of)) },
            4 => h4 { (both(of)) },
            5 => h5 { (both(of)) },
            _ => h6 { (both(of)) },
        }
    }
}

/// What one rule consists of.
pub(super) struct RuleEntry<'a> {
    /// Under what name it can be linked to.
    pub(super) anchor: String,
    /// Its id in the rulebook.
    pub(super) id: &'a str,
    /// The level of its heading.
    pub(super) level: u8,
    /// Its name.
    pub(super) title: &'a Text,
    /// What there is to say.
    pub(super) text: Markup,
    /// The provisions behind it.
    pub(super) notes: Markup,
}

impl RuleEntry<'_> {
    /// The rule as a part of its page.
    pub(super) fn show(self) -> Markup {
        html! {
            div.entry id=(self.anchor) {
                (heading(self.level, |lang| self.title.say(lang).to_owned()))
                div.entry-text { (self.text) }
                div.entry-notes { (self.notes) (mark(&self.anchor, self.id)) }
            }
        }
    }
}

/// The visible mark of a place: its id, which is a link to the place itself.
pub(super) fn mark(anchor: &str, id: &str) -> Markup {
    html! { p.id { a href={ "#" (anchor) } { "# " code { (id) } } } }
}

/// A section of a page under a heading of the second level.
pub(super) fn section(id: &str, title: &Text, body: &Markup) -> Markup {
    html! {
        section.of-rules id=(id) {
            (heading(2, |lang| title.say(lang).to_owned()))
            (body)
        }
    }
}
