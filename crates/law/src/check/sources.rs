//! Whether instruments and cases say where they can be read.

use crate::problem::{Code, Problem};
use crate::rulebook::{Confidence, Instruments, Rulebook, Source};

/// Looks at the addresses of the cases.
pub(super) fn check(rulebook: &Rulebook, found: &mut Vec<Problem>) {
    for (id, case) in &rulebook.cases {
        addresses(&case.sources, &format!("/cases/{id}/sources"), found);
    }
}

/// Looks at the addresses of the instruments, and whether there is one where the text is said to
/// have been read.
pub(super) fn check_instruments(instruments: &Instruments, found: &mut Vec<Problem>) {
    for (id, instrument) in &instruments.instruments {
        let path = format!("/instruments/{id}/sources");
        addresses(&instrument.sources, &path, found);
        if instrument.confidence == Confidence::High && instrument.sources.is_empty() {
            found.push(Problem::new(Code::NoSource, path).with("value", id));
        }
    }
}

/// Whether each can be opened, and stands once.
fn addresses(sources: &[Source], path: &str, found: &mut Vec<Problem>) {
    for (index, source) in sources.iter().enumerate() {
        let mut before = sources.iter().take(index);
        let is_there = before.any(|other| other.url == source.url);
        if is_there || !Source::is_address(&source.url) {
            let path = format!("{path}/{index}/url");
            found.push(Problem::new(Code::NoAddress, path).with("value", &source.url));
        }
    }
}
