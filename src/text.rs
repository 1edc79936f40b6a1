//! Text that exists in both languages of the product, or not at all.

use serde::{Deserialize, Serialize};

/// A text in Chinese and in English.
///
/// Both are required wherever a rulebook carries a text: a rule that can only be
/// read in one language is refused when the rulebook is loaded.
///
/// ```
/// use zhengpin::text::Text;
///
/// let text: Text = serde_json::from_str(r#"{"zh": "正品", "en": "the genuine article"}"#)?;
/// assert_eq!(text.zh, "正品");
/// assert!(serde_json::from_str::<Text>(r#"{"zh": "正品"}"#).is_err());
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[cfg_attr(feature = "author", derive(schemars::JsonSchema))]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(deny_unknown_fields)]
pub struct Text {
    /// The Chinese text.
    pub zh: String,
    /// The English text.
    pub en: String,
}
