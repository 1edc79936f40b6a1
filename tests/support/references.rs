//! What a scenario or a table rests on: one reference, or a list of them. `tests/sources.rs`
//! follows each.

use serde::{Deserialize, Deserializer};

/// How references are written.
#[derive(Deserialize)]
#[serde(untagged)]
enum Written {
    One(String),
    More(Vec<String>),
}

/// References, alone or in a list.
pub(crate) fn references<'de, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<Vec<String>, D::Error> {
    Written::deserialize(deserializer).map(|written| match written {
        Written::One(one) => vec![one],
        Written::More(more) => more,
    })
}

/// Whether something is named, nothing of it is blank, and what is added says something.
pub(crate) fn says(references: &[String], added: Option<&str>) -> bool {
    let said = |text: &str| !text.trim().is_empty();
    !references.is_empty() && references.iter().all(|one| said(one)) && added.is_none_or(said)
}
