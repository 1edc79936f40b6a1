//! Documents: fields that no sentence names.

use crate::compile::{Compiled, Slot};
use crate::problem::{Code, Problem};

/// Looks at every field of every document.
pub(super) fn check(compiled: &Compiled, found: &mut Vec<Problem>) {
    for document in &compiled.documents {
        for (index, field) in (0..).zip(&document.fields) {
            let slot = Slot::Field(index);
            if !document.sentences().any(|sentence| sentence.slots.contains(&slot)) {
                let path = format!("/documents/{}/fields/{}", document.id, field.id);
                found.push(Problem::new(Code::UnusedField, path).with("value", &field.id));
            }
        }
    }
}
