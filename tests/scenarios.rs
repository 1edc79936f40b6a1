//! Runs the scenario files: each scenario is a test, named after its file and itself.
//!
//! The files are the acceptance tests. They are written so that a lawyer can read them.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "a test may stop")]

#[path = "support/asked.rs"]
mod asked;
#[path = "support/references.rs"]
mod references;
#[path = "support/scenario.rs"]
mod scenario;
#[path = "support/scenario_ledger.rs"]
mod scenario_ledger;
#[path = "support/scenario_run.rs"]
mod scenario_run;

use libtest_mimic::{Arguments, Failed, Trial};
use scenario::scenario_files;
use zhengpin::library::built_in;

fn main() {
    let arguments = Arguments::from_args();
    let mut trials = Vec::new();
    for file in scenario_files() {
        for scenario in file.scenarios {
            let name = format!("{}: {}", file.name, scenario.name);
            let rulebook = file.rulebook.clone();
            trials.push(Trial::test(name, move || {
                let wrong = scenario_run::run(built_in(), &rulebook, &scenario);
                if wrong.is_empty() { Ok(()) } else { Err(Failed::from(wrong.join("\n"))) }
            }));
        }
    }
    assert!(trials.len() > 200, "the scenario files were not found");
    libtest_mimic::run(&arguments, trials).exit();
}
