//! Where the bytes of an engine go: the code by crate, as compiled and before it is made small,
//! and the data, of which the rulebooks are a file of their own.
//!
//! A function counts for the crate that its name begins with. What a crate has the standard
//! library do with its own types and closures, such as iterators, maps and lists, bears the name
//! of that library.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::Result;
use wasmparser::{KnownCustom, Name, Parser, Payload, TypeRef};

/// What the functions weigh that only tell `wasm-bindgen` of types: they are not published.
const DESCRIBES: [&str; 2] = ["__wbindgen_describe", "WasmDescribe"];

/// The bytes of one part.
pub(crate) struct Weight {
    pub(crate) part: String,
    pub(crate) bytes: usize,
}

/// The code of a compiled engine by crate, and its data, the heaviest first.
pub(crate) fn of(compiled: &Path) -> Result<Vec<Weight>> {
    let bytes = fs::read(compiled)?;
    let (mut imported, mut bodies, mut data) = (0_u32, Vec::new(), 0);
    let mut names = BTreeMap::new();
    for payload in Parser::new(0).parse_all(&bytes) {
        match payload? {
            Payload::ImportSection(imports) => {
                for import in imports.into_imports() {
                    imported += u32::from(matches!(import?.ty, TypeRef::Func(_)));
                }
            }
            Payload::CodeSectionEntry(body) => bodies.push(body.range().len()),
            Payload::DataSection(section) => data = section.range().len(),
            Payload::CustomSection(section) => {
                let KnownCustom::Name(known) = section.as_known() else { continue };
                for name in known {
                    let Name::Function(functions) = name? else { continue };
                    for naming in functions {
                        let naming = naming?;
                        names.insert(naming.index, naming.name.to_owned());
                    }
                }
            }
            _ => {}
        }
    }
    let mut crates: BTreeMap<String, usize> = BTreeMap::new();
    for (index, bytes) in (imported..).zip(bodies) {
        let name = names.get(&index).map_or("", String::as_str);
        if !DESCRIBES.iter().any(|describes| name.contains(describes)) {
            *crates.entry(owner(name)).or_default() += bytes;
        }
    }
    let mut weights: Vec<Weight> =
        crates.into_iter().map(|(part, bytes)| Weight { part, bytes }).collect();
    weights.push(Weight { part: "data".to_owned(), bytes: data });
    weights.sort_by_key(|weight| std::cmp::Reverse(weight.bytes));
    Ok(weights)
}

/// The crate that the name of a function begins with.
fn owner(name: &str) -> String {
    let name = format!("{:#}", rustc_demangle::demangle(name));
    let path = name.trim_start_matches(|sign: char| !sign.is_ascii_alphanumeric());
    let path = path.strip_prefix("mut ").or_else(|| path.strip_prefix("dyn ")).unwrap_or(path);
    match path.split_once("::") {
        Some((first, _)) if first.chars().all(|sign| sign.is_alphanumeric() || sign == '_') => {
            first.to_owned()
        }
        _ => "the face".to_owned(),
    }
}
