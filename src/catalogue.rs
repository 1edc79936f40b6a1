//! The texts that are built in, for whoever shows answers where nothing else brings them.
//!
//! The wasm leaves them out: a page fetches the catalogue of its language beside it.

use std::sync::LazyLock;

use crate::compile::Catalogue;

/// All texts in Chinese, as JSON.
pub static ZH: &str = include_str!(concat!(env!("OUT_DIR"), "/texts.zh.json"));

/// All texts in English, as JSON.
pub static EN: &str = include_str!(concat!(env!("OUT_DIR"), "/texts.en.json"));

static READ: LazyLock<[(&str, Catalogue); 2]> =
    LazyLock::new(|| [("zh", ZH), ("en", EN)].map(|(language, text)| (language, read(text))));

#[expect(clippy::expect_used, reason = "the build wrote it from the same type, and tests read it")]
fn read(text: &str) -> Catalogue {
    serde_json::from_str(text).expect("a catalogue as the build wrote it")
}

/// The catalogues by language.
#[must_use]
pub fn built_in() -> &'static [(&'static str, Catalogue)] {
    &*READ
}
