//! The second implementations of the ledgers, put to a changed rulebook.

use zhengpin::compile::Library;

#[path = "../../tests/ledger/main.rs"]
#[allow(dead_code, unused_imports, reason = "the tests in it are not run here")]
mod taobao;

#[path = "../../tests/lives/main.rs"]
#[allow(dead_code, unused_imports, reason = "the tests in it are not run here")]
mod lives;

#[path = "../../tests/platforms/main.rs"]
#[allow(dead_code, unused_imports, reason = "the tests in it are not run here")]
mod platforms;

#[path = "../../tests/abroad.rs"]
#[allow(dead_code, unused_imports, reason = "the tests in it are not run here")]
mod abroad;

/// How many random ledgers are drawn for a changed rulebook. The tests draw ten times as many.
const LEDGERS: u32 = 2_500;

/// Whether a second implementation finds another outcome for some ledger. False for a rulebook
/// without one.
pub(crate) fn disagree(rulebook: &str, library: &Library) -> bool {
    taobao::disagrees(rulebook, library, LEDGERS)
        || lives::disagrees(rulebook, library, LEDGERS)
        || platforms::disagrees(rulebook, library, LEDGERS)
        || abroad::disagrees(rulebook, library, LEDGERS)
}
