//! Checking a folder of rulebooks as a whole.

use crate::author::{Fault, Found};
use crate::compile::{Compiled, Law};

use super::{check, check_instruments, uncited};

/// Checks all rulebooks that were found, and the instruments they cite: the rulebooks that
/// compile, and everything found, each with file and line.
#[must_use]
pub fn check_folder(found: &Found) -> (Vec<Compiled>, Vec<Fault>) {
    let instruments = &found.instruments;
    let law = Law::of(&instruments.value);
    let (mut rulebooks, mut faults) = (Vec::new(), Vec::new());
    for rulebook in &found.rulebooks {
        let problems = match check(&rulebook.value, &law) {
            Ok((compiled, problems)) => {
                rulebooks.push(compiled);
                problems
            }
            Err(problems) => problems,
        };
        faults.extend(problems.into_iter().map(|problem| rulebook.locate(problem)));
    }
    let mut problems = check_instruments(&instruments.value);
    problems.extend(uncited(&instruments.value, &rulebooks));
    faults.extend(problems.into_iter().map(|problem| instruments.locate(problem)));
    (rulebooks, faults)
}
