//! Writes the JavaScript and the TypeScript types of a wasm file, as the library behind
//! `wasm-bindgen` does: `xtask-bindgen <wasm> <folder> [plain]`. With `plain` the JavaScript
//! keeps values in a list of its own and not in a table of the wasm, which not everything that
//! reads wasm understands.

use std::path::{Path, PathBuf};
use std::{env, fs};

use anyhow::{Context, Result, ensure};
use wasm_bindgen_cli_support::Bindgen;

/// How a wasm file says that it uses reference types: a sign, the length of the name, the name.
const USED: &[u8] = b"+\x0freference-types";

/// Where the sign that it does not stands in place of the one that it does.
const UNUSED: u8 = b'-';

fn main() -> Result<()> {
    let mut arguments = env::args_os().skip(1).map(PathBuf::from);
    let wasm = arguments.next().context("expected a wasm file")?;
    let folder = arguments.next().context("expected a folder")?;
    let mut bytes = fs::read(&wasm)?;
    if arguments.next().is_some_and(|word| word.as_os_str() == "plain") {
        unsay(&mut bytes)?;
    }
    Bindgen::new()
        .input_bytes("zhengpin", bytes)
        .out_name("zhengpin")
        .typescript(true)
        .web(true)?
        // Our callers always say where the wasm is; by a default, bundlers would add a copy.
        .omit_default_module_path(true)
        .generate(&folder)?;
    append(&folder.join("zhengpin.js"), OPEN)?;
    append(&folder.join("zhengpin.d.ts"), OPEN_TYPES)
}

/// What lets a host start the file in its own way: the imports that it needs, and what takes up
/// the instance that comes of it.
const OPEN: &str = "\nexport { __wbg_get_imports as imports, __wbg_finalize_init as take };\n";
const OPEN_TYPES: &str = "\n/** What the file has to be started with. */\n\
    export function imports(): WebAssembly.Imports;\n\
    /** Takes up an instance that was started with these imports. */\n\
    export function take(instance: Pick<WebAssembly.Instance, 'exports'>): InitOutput;\n";

fn append(file: &Path, text: &str) -> Result<()> {
    let written = fs::read_to_string(file)?;
    Ok(fs::write(file, written + text)?)
}

/// Has a wasm file say that it uses no reference types.
fn unsay(bytes: &mut [u8]) -> Result<()> {
    let at = bytes.windows(USED.len()).position(|window| window == USED);
    let sign = at.and_then(|at| bytes.get_mut(at)).context("it says nothing of reference types")?;
    *sign = UNUSED;
    let again = bytes.windows(USED.len()).any(|window| window == USED);
    ensure!(!again, "it speaks of reference types twice");
    Ok(())
}
