//! Whether instruments and cases say where they can be read.

use crate::problem::{Code, Problem};
use crate::rulebook::{Confidence, Instruments, Rulebook, Source};

/// Looks at the addresses of the cases.
pub(super) fn check(rulebook: &Rulebook, found: &mut Vec<Problem>) {
    for (id, case) in &rulebook.cases {
        addresses(&case.sources, &format!("/cases/{id}/sources"), found);
    }
}

/// Looks at the addresses of the instruments, and whether each says where it was read.
pub(super) fn check_instruments(instruments: &Instruments, found: &mut Vec<Problem>) {
    for (id, instrument) in &instruments.instruments {
        let path = format!("/instruments/{id}/sources");
        addresses(&instrument.sources, &path, found);
        if !instrument.says_where_read() {
            let is_high = instrument.confidence == Confidence::High;
            let code = if is_high { Code::NowhereRead } else { Code::NoSource };
            found.push(Problem::new(code, path).with("value", id));
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
