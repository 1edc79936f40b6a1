//! Text that exists in both languages of the product, or not at all.

use std::borrow::Cow;

use serde::de::{self, Deserializer};
use serde::{Deserialize, Serialize};

/// A text in Chinese and in English.
///
/// Both are required wherever a rulebook carries a text: a rule that can only be
/// read in one language is refused when the rulebook is loaded.
///
/// ```
/// use zhengpin_law::text::Text;
///
/// let text: Text = serde_json::from_str(r#"{"zh": "正品", "en": "the genuine article"}"#)?;
/// assert_eq!(text.zh, "正品");
/// assert!(serde_json::from_str::<Text>(r#"{"zh": "正品"}"#).is_err());
/// assert!(serde_json::from_str::<Text>(r#"{"zh": "正品", "en": " "}"#).is_err());
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[cfg_attr(feature = "files", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
#[serde(deny_unknown_fields)]
pub struct Text {
    /// The Chinese text.
    #[serde(deserialize_with = "filled")]
    #[cfg_attr(feature = "files", schemars(length(min = 1)))]
    pub zh: String,
    /// The English text.
    #[serde(deserialize_with = "filled")]
    #[cfg_attr(feature = "files", schemars(length(min = 1)))]
    pub en: String,
}

/// A language of the product.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Language {
    /// Chinese.
    Zh,
    /// English.
    En,
}

impl Text {
    /// The text in one language.
    #[must_use]
    pub fn said_in(&self, language: Language) -> &str {
        match language {
            Language::Zh => &self.zh,
            Language::En => &self.en,
        }
    }
}

/// A text with what stands between braces replaced. A value is put in as it is: braces in it
/// are not looked at again. A brace that is not closed is text.
///
/// ```
/// use zhengpin_law::text::fill;
///
/// let said = fill("{who} writes {what}", |name| match name {
///     "who" => "{what}".into(),
///     other => format!("<{other}>").into(),
/// });
/// assert_eq!(said, "{what} writes <what>");
/// ```
pub fn fill<'a>(template: &str, value: impl Fn(&str) -> Cow<'a, str>) -> String {
    let mut filled = String::with_capacity(template.len());
    let rest = each_slot(template, |before, name| {
        filled.push_str(before);
        filled.push_str(&value(name));
    });
    filled.push_str(rest);
    filled
}

/// The names between braces in a text, in order, each once.
#[must_use]
pub fn slots(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    each_slot(text, |_, name| {
        if !found.contains(&name) {
            found.push(name);
        }
    });
    found
}

/// Visits each name between braces, with the text before it, and returns the text after the
/// last.
fn each_slot<'a>(text: &'a str, mut visit: impl FnMut(&'a str, &'a str)) -> &'a str {
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{')
        && let Some((name, tail)) = after.split_once('}')
    {
        visit(before, name);
        rest = tail;
    }
    rest
}

/// Reads a text that is not empty.
///
/// # Errors
///
/// A text of nothing but blanks.
pub(crate) fn filled<'de, D: Deserializer<'de>>(deserializer: D) -> Result<String, D::Error> {
    let text = String::deserialize(deserializer)?;
    if text.trim().is_empty() {
        return Err(de::Error::custom("an empty text; expected words in zh and in en"));
    }
    Ok(text)
}

#[cfg(test)]
mod tests {
    use super::{fill, slots};

    /// Source: the doc comment of [`fill`].
    #[test]
    fn what_is_filled_in_is_not_filled_again() {
        let same = |name: &str| format!("{{{name}}}{{a}}").into();
        assert_eq!(fill("{a}, {b}", same), "{a}{a}, {b}{a}");
        for plain in ["", "no slot", "open {a", "} {", "}"] {
            assert_eq!(fill(plain, |_| "x".into()), plain);
            assert!(slots(plain).is_empty(), "{plain}");
        }
        assert_eq!(fill("{}{甲}", |name| format!("<{name}>").into()), "<><甲>");
        assert_eq!(slots("{b} {a} {b}"), ["b", "a"]);
    }
}
