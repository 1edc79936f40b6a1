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
    let mut made = Bindgen::new()
        .input_bytes("zhengpin", bytes)
        .out_name("zhengpin")
        .typescript(true)
        .web(true)?
        // Our callers always say where the wasm is; by a default, bundlers would add a copy.
        .omit_default_module_path(true)
        .generate_output()?;
    made.emit(&folder)?;
    for (path, code) in made.local_modules() {
        take_in(&folder, path, code)?;
    }
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

/// Puts a module of ours into the JavaScript that imports it, which stays one file: pages are told
/// what it may load, and programs copy it.
fn take_in(folder: &Path, path: &str, code: &str) -> Result<()> {
    let snippets = folder.join(SNIPPETS);
    if snippets.exists() {
        fs::remove_dir_all(snippets)?;
    }
    let file = folder.join("zhengpin.js");
    let written = fs::read_to_string(&file)?;
    let from = format!(" from './{SNIPPETS}/{path}';");
    let import = written.lines().find(|line| line.ends_with(&from));
    let import = import.with_context(|| format!("nothing imports {path}"))?;
    let names = import.strip_suffix(&from).and_then(|names| names.strip_prefix("import "));
    let names = names.filter(|names| !names.contains(" as "));
    let names = names.with_context(|| format!("not understood: {import}"))?;
    let code = code.replace("\nexport ", "\n");
    // Each in a room of its own: names of one module mean nothing in another one.
    let module = format!("const {names} = (() => {{\n{code}\nreturn {names};\n}})();");
    Ok(fs::write(&file, written.replace(import, &module))?)
}

/// Where modules of ours are put beside the JavaScript that imports them.
const SNIPPETS: &str = "snippets";

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
