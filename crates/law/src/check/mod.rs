//! The checker: what is wrong with a rulebook although it fits the format.
//!
//! A rulebook can be well formed and still not say what its author meant: a verdict that
//! nothing leads to, an exception that never applies, a rule whose provision has lapsed.
//! All of that is decided exactly, from the same diagrams that answer requests.

#[cfg(feature = "files")]
mod calendars;
mod citations;
mod conditions;
mod documents;
mod duties;
#[cfg(feature = "files")]
mod folder;
mod ledger;
mod never_law;
mod premises;
mod settled;
mod sources;
#[cfg(feature = "files")]
mod statutory;
mod usage;
mod validity;

use crate::compile::{CalendarId, Compiled, CompiledCalendar, Law, Table, compile};
use crate::problem::{Code, Problem};
use crate::rulebook::{Instruments, Rulebook};

#[cfg(feature = "files")]
pub use folder::check_folder;
pub use never_law::never_law;

/// How grave a finding is.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub enum Severity {
    /// A build fails on it.
    Error,
    /// Worth a look.
    Note,
}

/// How grave a problem found by the checker is.
#[must_use]
pub fn severity(code: Code) -> Severity {
    match code {
        Code::UnusedFact
        | Code::NeverMatters
        | Code::UnusedGroup
        | Code::UnusedName
        | Code::UnusedCase
        | Code::UnusedProvision
        | Code::UnusedCalendar
        | Code::UnusedField
        | Code::NeverCited
        | Code::IdleException
        | Code::IdleConstraint
        | Code::NoSource => Severity::Note,
        _ => Severity::Error,
    }
}

/// Compiles a rulebook and checks what it says: everything found, each problem with its path
/// in the rulebook.
///
/// # Errors
///
/// What keeps the rulebook from being compiled at all.
pub fn check(rulebook: &Rulebook, law: &Law) -> Result<(Compiled, Vec<Problem>), Vec<Problem>> {
    let compiled = compile(rulebook, law)?;
    let mut found = Vec::new();
    conditions::check(rulebook, &compiled, &mut found);
    usage::check(rulebook, &compiled, &mut found);
    citations::check(&compiled, &mut found);
    validity::check(rulebook, &compiled, &mut found);
    ledger::check(rulebook, &compiled, &mut found);
    documents::check(&compiled, &mut found);
    duties::check(rulebook, &compiled, &mut found);
    settled::check(&compiled, &mut found);
    premises::check(&compiled, &mut found);
    sources::check(rulebook, &mut found);
    Ok((compiled, found))
}

/// Checks the instruments against each other.
#[must_use]
pub fn check_instruments(instruments: &Instruments) -> Vec<Problem> {
    let mut found = Vec::new();
    validity::check_instruments(instruments, &mut found);
    sources::check_instruments(instruments, &mut found);
    found
}

/// The provisions that no rulebook and no calendar cites.
#[must_use]
pub fn uncited(
    instruments: &Instruments,
    rulebooks: &[Compiled],
    calendars: &Table<CalendarId, CompiledCalendar>,
) -> Vec<Problem> {
    usage::uncited(instruments, rulebooks, calendars)
}
