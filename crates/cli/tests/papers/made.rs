//! Parts of documents that are made from the files: compared, or written anew.

use std::fs;
use std::sync::Mutex;

use crate::{read, root, updating};

/// Tests run side by side, and several write parts of one document.
static WRITING: Mutex<()> = Mutex::new(());

/// The part of a document between `<!-- name -->` and `<!-- /kind -->`, the kind being what
/// stands before the colon of the name.
fn between<'a>(text: &'a str, name: &str) -> Option<(&'a str, &'a str, &'a str)> {
    let begin = format!("<!-- {name} -->\n");
    let end = format!("<!-- /{} -->", name.split(':').next().unwrap());
    let (before, rest) = text.split_once(&begin)?;
    let (part, after) = rest.split_once(&end)?;
    Some((before, part, after))
}

/// Holds a part of a document against what is made of the files now.
pub(crate) fn hold(document: &str, name: &str, made: &str) {
    let _alone = WRITING.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
    let text = read(document);
    let Some((before, part, after)) = between(&text, name) else {
        panic!("{document}: no part `{name}`");
    };
    if part == made {
        return;
    }
    let kind = name.split(':').next().unwrap();
    assert!(
        updating(),
        "{document}: `{name}` is out of date; write it anew with UPDATE_EXPECT=1.\nis:\n{part}\nis made of the files:\n{made}"
    );
    let text = format!("{before}<!-- {name} -->\n{made}<!-- /{kind} -->{after}");
    fs::write(root().join(document), text).unwrap();
}

/// A part of a document as it stands.
pub(crate) fn part(document: &str, name: &str) -> String {
    let text = read(document);
    between(&text, name).map(|(_, part, _)| part.to_owned()).unwrap_or_default()
}
