//! Checking a folder of rulebooks as a whole.

use crate::author::{Fault, Found, Tyme};
use crate::compile::Library;
use crate::problem::{Code, Problem};

use super::{calendars, check, check_instruments, never_law, uncited};

/// Checks all rulebooks that were found, and the instruments and calendars they use: what
/// compiles, and everything found, each with file and line.
#[must_use]
pub fn check_folder(found: &Found) -> (Library, Vec<Fault>) {
    let instruments = &found.instruments;
    let calendars = &found.calendars;
    let law = found.law();
    let (mut rulebooks, mut faults) = (Vec::new(), Vec::new());
    for rulebook in &found.rulebooks {
        let problems = match check(&rulebook.value, &law) {
            Ok((compiled, problems)) => {
                rulebooks.push(compiled);
                problems
            }
            Err(problems) => problems,
        };
        let never = never_law(&rulebook.value, &instruments.value);
        // Here stand those that decide.
        let draft = rulebook.value.never_in_force.as_ref().map(|_| {
            let problem = Problem::new(Code::NeverLaw, "/never_in_force");
            problem.with("value", &rulebook.value.rulebook)
        });
        let problems = problems.into_iter().chain(never).chain(draft);
        faults.extend(problems.map(|problem| rulebook.locate(problem)));
    }
    let mut problems = check_instruments(&instruments.value);
    problems.extend(uncited(&instruments.value, &rulebooks, law.calendars()));
    faults.extend(problems.into_iter().map(|problem| instruments.locate(problem)));
    let problems = calendars::check(&calendars.value, &law, &rulebooks, &Tyme);
    faults.extend(problems.into_iter().map(|problem| calendars.locate(problem)));
    let library = Library { rulebooks, calendars: law.calendars().clone(), ..Library::default() };
    (library, faults)
}
