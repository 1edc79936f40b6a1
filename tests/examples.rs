//! The examples print what `examples/README.md` says that they print.

#![cfg(all(not(target_arch = "wasm32"), feature = "texts"))]

#[path = "../examples/decide.rs"]
#[allow(dead_code, reason = "its `main` is for readers")]
mod decide;
#[path = "../examples/ledger.rs"]
#[allow(dead_code, reason = "its `main` is for readers")]
mod ledger;

use std::error::Error;

/// The text that stands in the index after the command that runs an example.
fn promised(example: &str) -> Option<&'static str> {
    let index = include_str!("../examples/README.md");
    let (_, after) = index.split_once(&format!("--example {example}\n"))?;
    let (_, block) = after.split_once("```text\n")?;
    block.split_once("```").map(|(text, _)| text)
}

#[test]
fn each_prints_what_the_index_says() -> Result<(), Box<dyn Error>> {
    assert_eq!(Some(decide::told()?.as_str()), promised("decide"));
    assert_eq!(Some(ledger::told()?.as_str()), promised("ledger"));
    Ok(())
}
