//! The two languages of a page, side by side.

use chrono::NaiveDate as Date;
use maud::{Markup, html};

use zhengpin_law::text::{Text, fill};

/// A language of the product.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Lang {
    Zh,
    En,
}

impl Lang {
    /// Both, Chinese first.
    pub(super) const BOTH: [Self; 2] = [Self::Zh, Self::En];

    /// The tag that marks text of this language.
    pub(super) fn tag(self) -> &'static str {
        match self {
            Self::Zh => "zh-CN",
            Self::En => "en",
        }
    }

    /// A day in words: 2026年1月2日, or 2 January 2026.
    pub(super) fn day(self, day: Date) -> String {
        match self {
            Self::Zh => day.format("%Y年%-m月%-d日").to_string(),
            Self::En => day.format("%-d %B %Y").to_string(),
        }
    }
}

/// A text, said in one language.
pub(super) trait Say {
    /// The text in this language.
    fn say(&self, lang: Lang) -> &str;

    /// The text in this language, with `{name}` replaced by what stands beside the name.
    fn fill(&self, lang: Lang, values: &[(&str, &str)]) -> String {
        fill(self.say(lang), |name| match values.iter().find(|(known, _)| *known == name) {
            Some((_, value)) => (*value).into(),
            None => format!("{{{name}}}").into(),
        })
    }
}

impl Say for Text {
    fn say(&self, lang: Lang) -> &str {
        match lang {
            Lang::Zh => &self.zh,
            Lang::En => &self.en,
        }
    }
}

/// The same in both languages, in two columns.
pub(super) fn pair(class: &str, of: impl Fn(Lang) -> Markup) -> Markup {
    html! {
        div class={ "pair " (class) } {
            @for lang in Lang::BOTH { div lang=(lang.tag()) { (of(lang)) } }
        }
    }
}

/// A name in both languages, to stand in a heading or a link.
pub(super) fn both(of: impl Fn(Lang) -> String) -> Markup {
    html! {
        @for lang in Lang::BOTH { span lang=(lang.tag()) { (of(lang)) } " " }
    }
}

/// A text of the rulebook in both languages, under a label.
pub(super) fn labelled(label: &Text, text: &Text) -> Markup {
    pair("", |lang| html! { p { b.label { (label.say(lang)) } " " (text.say(lang)) } })
}

/// The same, where there may be no text.
pub(super) fn labelled_maybe(label: &Text, text: Option<&Text>) -> Markup {
    html! { @if let Some(text) = text { (labelled(label, text)) } }
}
