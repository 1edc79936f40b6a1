//! The engines of pages as JavaScript, for browsers and hosts that refuse wasm.
//!
//! The wasm file is the one that pages load otherwise, as rustc made it: `wasm2js` lowers what
//! JavaScript has no numbers for. It reads no second table, so that `wasm-bindgen` keeps the
//! values of JavaScript in a list; and it neither lowers conversions that saturate, which
//! `wasm-opt` does before, nor tells those who hold the old memory that it has grown.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use xshell::{Shell, cmd};

use crate::setup;

/// What `wasm-opt` is told: by name what the file has, what has to be lowered, and to make it
/// small.
const LOWERING: &[&str] = &[
    "--llvm-nontrapping-fptoint-lowering",
    "--signext-lowering",
    "-Oz",
    "--one-caller-inline-max-function-size=15",
    "--skip-pass=local-cse",
];

/// What wasm file the tools may be handed.
pub(crate) const FEATURES: &[&str] = &[
    "--enable-bulk-memory",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-reference-types",
    "--enable-multivalue",
];

/// The module that stands for the number of values that are always there, and that number.
const STATICS: &str = "\"__wbindgen_externref_xform__\"";
const STATICS_END: &str = "{ __wbindgen_externref_statics_end: () => 1028 }";

/// What the JavaScript of an engine takes for `WebAssembly`: what starts it is a function.
const START: &str = "const WebAssembly = { Instance: class {}, Module: class {}, instantiate: \
    async (make, imports) => ({ instance: { exports: make(imports) } }) };\n";

/// The types of an engine as JavaScript: those of the one in wasm, but for what starts it.
const TYPES: &str = "export * from './zhengpin.js';\n\
    /** Starts the engine. It needs no file besides this one. */\n\
    export default function init(): Promise<unknown>;\n";

/// The name of an engine as JavaScript, beside its wasm.
pub(crate) fn name(engine: &str) -> String {
    format!("script-{engine}.js")
}

/// Writes an engine as JavaScript into its folder, from the wasm file as rustc made it.
pub(crate) fn write(engine: &str, compiled: &Path, folder: &Path, bindgen: &Path) -> Result<()> {
    let shell = Shell::new()?;
    let work = compiled.with_extension("script");
    fs::create_dir_all(&work)?;
    cmd!(shell, "{bindgen} {compiled} {work} plain").quiet().run()?;
    let wasm = work.join("zhengpin_bg.wasm");
    let optimise = setup::wasm_opt();
    cmd!(shell, "{optimise} {wasm} -o {wasm} {FEATURES...} {LOWERING...}").quiet().run()?;
    let made = work.join("engine.js");
    let to_js = setup::npm_bin().join(setup::npm_command("wasm2js"));
    cmd!(shell, "{to_js} {wasm} -o {made} {FEATURES...} -O").quiet().run()?;
    let glue = fs::read_to_string(work.join("zhengpin.js"))?;
    let script = joined(&glue, &fs::read_to_string(made)?)?;
    let file = folder.join(name(engine));
    fs::write(file.with_extension("d.ts"), TYPES)?;
    fs::write(file, script)?;
    Ok(())
}

/// One module of what `wasm-bindgen` and `wasm2js` wrote.
fn joined(glue: &str, engine: &str) -> Result<String> {
    let import = glue.lines().find(|line| line.ends_with(STATICS));
    let import = import.context("the number of values is not asked for")?;
    let name = import.strip_prefix("import * as ").and_then(|rest| rest.split(' ').next());
    let statics = format!("const {} = {STATICS_END};", name.context("an import without a name")?);
    let glue = once(glue, import, &statics)?;
    let last = "export { initSync, __wbg_init as default };";
    let init = "export default () => __wbg_init({ module_or_path: asmFunc });";
    let glue = once(&glue, last, init)?;
    let engine: String = engine
        .lines()
        .skip_while(|line| line.starts_with("import "))
        .take_while(|line| !line.starts_with("var retasmFunc"))
        .flat_map(|line| [line, "\n"])
        .collect();
    // Whoever holds the old memory sees by its being detached that there is a new one, as in wasm.
    let grown = "buffer = newBuffer;";
    let detached = format!("structuredClone(buffer, {{ transfer: [buffer] }});\n   {grown}");
    Ok([START, &glue, "\n", &once(&engine, grown, &detached)?].concat())
}

/// The text with another one in place of what stands in it once.
fn once(text: &str, from: &str, to: &str) -> Result<String> {
    ensure!(text.matches(from).count() == 1, "expected once: {from}");
    Ok(text.replace(from, to))
}
