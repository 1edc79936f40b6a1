//! Documents: fields that no sentence names.

use crate::compile::{Compiled, Slot};
use crate::problem::{Code, Problem};

/// Looks at every field of every document.
pub(super) fn check(compiled: &Compiled, found: &mut Vec<Problem>) {
    for document in compiled.documents.values() {
        for (id, field) in &document.fields {
            let slot = Slot::Field(id);
            if !document.sentences().any(|sentence| sentence.slots.contains(&slot)) {
                let path = format!("/documents/{}/fields/{}", document.id, field.id);
                found.push(Problem::new(Code::UnusedField, path).with("value", &field.id));
            }
        }
    }
}
