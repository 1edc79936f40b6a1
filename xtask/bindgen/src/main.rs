//! Writes the JavaScript and the TypeScript types of a wasm file, as the library behind
//! `wasm-bindgen` does: `xtask-bindgen <wasm> <folder>`.

use std::env;
use std::path::PathBuf;

use anyhow::{Context, Result};
use wasm_bindgen_cli_support::Bindgen;

fn main() -> Result<()> {
    let mut arguments = env::args_os().skip(1).map(PathBuf::from);
    let wasm = arguments.next().context("expected a wasm file")?;
    let folder = arguments.next().context("expected a folder")?;
    Bindgen::new()
        .input_path(wasm)
        .out_name("zhengpin")
        .typescript(true)
        .web(true)?
        // Our callers always say where the wasm is; by a default, bundlers would add a copy.
        .omit_default_module_path(true)
        .generate(folder)
}
