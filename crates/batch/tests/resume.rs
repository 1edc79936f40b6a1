//! Runs that are interrupted, and go on.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may stop, and one stops in the middle of a run"
)]

mod support;

use std::fmt::Write as _;
use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;

use serde_json::json;
use support::{Dice, Folder, case, csv};
use zhengpin::library;
use zhengpin_batch::{BatchFiles, Deciding, LedgerFiles, Simulating, decide, simulate};

fn asked() -> Deciding {
    let mut asked = Deciding::new("hk/parallel-import");
    asked.ids = vec!["case_no".to_owned()];
    asked
}

fn files(input: &Path, output: &Path) -> BatchFiles {
    let mut files = BatchFiles::new(input, output);
    (files.part_rows, files.workers) = (5, Some(2));
    files
}

fn cases(folder: &Folder) -> std::path::PathBuf {
    let rulebook = library::built_in().rulebook("hk/parallel-import", "").unwrap();
    let mut dice = Dice::new(3);
    let rows: Vec<_> = (0..103)
        .map(|number| {
            let mut row = case(rulebook, &mut dice);
            row.insert("case_no".to_owned(), json!(format!("c{number}")));
            row
        })
        .collect();
    folder.write("cases.csv", csv(&rows))
}

/// Interrupts a run once so many rows are done.
fn interrupted(run: impl FnOnce(&mut dyn FnMut(&zhengpin_batch::Progress))) {
    let stopped = catch_unwind(AssertUnwindSafe(|| {
        run(&mut |progress| assert!(progress.rows < 30, "interrupted"));
    }));
    assert!(stopped.is_err(), "the run was over before it was interrupted");
}

/// Source: the run that nobody interrupts: the same bytes, and what was done is not done again.
#[test]
fn a_run_goes_on_after_the_parts_that_are_done() {
    let folder = Folder::new();
    let input = cases(&folder);
    for format in ["csv", "ndjson", "parquet"] {
        let whole = files(&input, &folder.file(&format!("whole.{format}")));
        decide(&asked(), &whole, &mut |_| {}).unwrap();
        let mut broken = files(&input, &folder.file(&format!("broken.{format}")));
        interrupted(|told| drop(decide(&asked(), &broken, told)));
        assert!(!broken.output.exists() && !broken.refused.exists());
        let parts = folder.file(&format!("broken.{format}.parts"));
        let first = parts.join(format!("00000000.0.{format}"));
        let before = fs::metadata(&first).unwrap().modified().unwrap();
        // A part that was being written is not whole, and counts for nothing.
        fs::write(parts.join(format!("00000015.0.{format}")), "cut o").unwrap();
        let code = |files: &BatchFiles, asked: &Deciding| {
            decide(asked, files, &mut |_| {}).unwrap_err().reason.code
        };
        assert_eq!(code(&broken, &asked()), "interrupted");
        broken.resume = true;
        let mut other = asked();
        other.only_ids = true;
        assert_eq!(code(&broken, &other), "other_run");
        let kept = fs::metadata(&first).unwrap().modified().unwrap();
        assert_eq!(before, kept);
        let done = decide(&asked(), &broken, &mut |_| {}).unwrap();
        assert_eq!(done.rows, 103);
        assert!(done.resumed >= 25 && done.resumed < 103, "{}", done.resumed);
        assert!(!parts.exists());
        for (one, other) in [(&whole.output, &broken.output), (&whole.refused, &broken.refused)] {
            assert_eq!(fs::read(one).unwrap(), fs::read(other).unwrap(), "{format}");
        }
        // Resumed again, it is there already.
        assert_eq!(code(&broken, &asked()), "exists");
    }
}

/// An input that changed is another one.
#[test]
fn a_run_does_not_go_on_with_another_input() {
    let folder = Folder::new();
    let input = cases(&folder);
    let mut broken = files(&input, &folder.file("out.csv"));
    interrupted(|told| drop(decide(&asked(), &broken, told)));
    let mut text = fs::read_to_string(&input).unwrap();
    text.push('\n');
    fs::write(&input, text).unwrap();
    broken.resume = true;
    let error = decide(&asked(), &broken, &mut |_| {}).unwrap_err();
    assert_eq!(error.reason.code, "other_run");
    assert!(error.reason.says.en.contains("input_"), "{error}");
    (broken.resume, broken.overwrite) = (false, true);
    assert_eq!(decide(&asked(), &broken, &mut |_| {}).unwrap().resumed, 0);
}

/// The same of ledgers, whose parts end between sellers.
#[test]
fn ledgers_go_on_too() {
    let folder = Folder::new();
    let mut text = String::from("seller,issued,tier\n");
    for seller in 0..40 {
        for day in 1..=3 {
            writeln!(text, "s{seller:02},2019-03-0{day},information").unwrap();
        }
    }
    let input = folder.write("findings.csv", text);
    let of = |name: &str| {
        let mut files = LedgerFiles::new(&input, folder.file(name));
        (files.entries.part_rows, files.entries.workers) = (7, Some(2));
        files
    };
    let asked = Simulating::new("taobao/counterfeit");
    let (whole, mut broken) = (of("whole.csv"), of("broken.csv"));
    simulate(&asked, &whole, &mut |_| {}).unwrap();
    interrupted(|told| drop(simulate(&asked, &broken, told)));
    broken.entries.resume = true;
    let done = simulate(&asked, &broken, &mut |_| {}).unwrap();
    assert!(done.rows == 120 && done.resumed >= 20, "{done:?}");
    let pairs = [
        (&whole.entries.output, &broken.entries.output),
        (&whole.accounts, &broken.accounts),
        (&whole.entries.refused, &broken.entries.refused),
    ];
    for (one, other) in pairs {
        assert_eq!(fs::read(one).unwrap(), fs::read(other).unwrap());
    }
}
