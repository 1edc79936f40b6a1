//! Text that exists in both languages of the product, or not at all.

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
