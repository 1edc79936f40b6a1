//! Changes every rule of every rulebook in every single way that the format allows, and asks of
//! each change who notices it: `cargo xtask mutate`.
//!
//! Nothing is rebuilt: a changed rulebook is compiled in this process, and the scenarios, tables,
//! tests and second implementations are put to it. A change that nobody notices shows a rule
//! that could be wrong without anybody finding out.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "a test may stop")]
#![allow(clippy::print_stdout, clippy::print_stderr, reason = "it tells what it found")]
#![allow(clippy::duplicate_mod, reason = "each of the test files stands by itself")]

#[path = "../../tests/support/asked.rs"]
mod asked;
mod conditions;
mod deciding;
mod exceptions;
#[path = "../../tests/support/law_table.rs"]
mod law_table;
mod ledger;
mod mutant;
mod notice;
mod oracles;
mod plain;
#[path = "../../tests/support/references.rs"]
mod references;
mod report;
#[path = "../../tests/support/scenario.rs"]
mod scenario;
#[path = "../../tests/support/scenario_ledger.rs"]
mod scenario_ledger;
#[path = "../../tests/support/scenario_run.rs"]
mod scenario_run;

use std::path::Path;
use std::process::ExitCode;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Instant;

use exceptions::Exceptions;
use mutant::{Mutant, Mutants};
use notice::{Noticed, Watch};
use report::{Outcome, Report};
use zhengpin::author::load_folder;

/// Changes are tried on as many threads as this machine may spare.
const THREADS: usize = 2;

fn main() -> ExitCode {
    let asked = Asked::of(std::env::args().skip(1));
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let found = match load_folder(&root.join("src/rulebooks")) {
        Ok(found) => found,
        Err(faults) => panic!("{faults:?}"),
    };
    // What panics is noticed; there is no need to see each.
    std::panic::set_hook(Box::new(|_| {}));
    let watch = Watch::new(&found);
    let exceptions = Exceptions::read(&root.join("tests/mutation-exceptions.yaml"));
    let mut report = Report::new(root);
    for loaded in &found.rulebooks {
        let id = &loaded.value.rulebook;
        if !asked.wants(id) {
            continue;
        }
        assert!(!watch.cries_wolf(id), "{id} is taken for wrong as it stands");
        let mut mutants = Mutants { provisions: watch.provisions(), found: Vec::new() };
        mutants.deciding(loaded.source());
        mutants.ledger(loaded.source());
        let mut all = mutants.found;
        if asked.again {
            let survivors = report.last_survivors(id);
            all.retain(|mutant| survivors.contains(&mutant.name()));
        }
        let outcomes = tried(&watch, id, &all);
        report.add(id, all.into_iter().zip(outcomes).map(Outcome::of).collect(), &exceptions);
    }
    let whole = asked.rulebooks.is_empty() && !asked.again;
    report.tell(&exceptions, whole)
}

/// What was asked on the command line.
struct Asked {
    /// The rulebooks to change; all, if none is named.
    rulebooks: Vec<String>,
    /// Whether only those changes are tried that nobody noticed the last time.
    again: bool,
}

impl Asked {
    fn of(arguments: impl Iterator<Item = String>) -> Self {
        let (options, rulebooks): (Vec<_>, Vec<_>) =
            arguments.partition(|argument| argument.starts_with("--"));
        Self { rulebooks, again: options.iter().any(|option| option == "--again") }
    }

    fn wants(&self, id: &str) -> bool {
        self.rulebooks.is_empty() || self.rulebooks.iter().any(|wanted| wanted == id)
    }
}

/// Who notices each of the changes, in their order.
fn tried(watch: &Watch<'_>, id: &str, mutants: &[Mutant]) -> Vec<Noticed> {
    let begun = Instant::now();
    let next = AtomicUsize::new(0);
    let outcomes = Mutex::new(vec![Noticed::Nobody; mutants.len()]);
    std::thread::scope(|scope| {
        for _ in 0..THREADS {
            scope.spawn(|| {
                loop {
                    let index = next.fetch_add(1, Ordering::Relaxed);
                    let Some(mutant) = mutants.get(index) else { break };
                    let noticed = watch.notices(id, mutant);
                    outcomes.lock().unwrap()[index] = noticed;
                    if index % 50 == 49 || index + 1 == mutants.len() {
                        let seconds = begun.elapsed().as_secs();
                        eprintln!("▪ {id}: {} of {}, {seconds} s", index + 1, mutants.len());
                    }
                }
            });
        }
    });
    outcomes.into_inner().unwrap()
}
