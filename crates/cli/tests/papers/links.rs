//! Links lead somewhere, and paths that are named exist.

use crate::markdown::{Document, document, documents};
use crate::root;

/// The folders whose paths are named from the top.
const FOLDERS: &[&str] = &[
    "src/",
    "crates/",
    "www/",
    "tests/",
    "docs/",
    "xtask/",
    "findings/",
    "examples/",
    "benches/",
    ".vscode/",
    ".ci/",
];

/// What a build makes: named, and not in a checkout.
const BUILT: &[&str] = &["www/dist", "www/reference"];

fn folder(document: &Document) -> &str {
    document.path.rsplit_once('/').map_or("", |(folder, _)| folder)
}

#[test]
fn every_link_leads_to_a_file_and_a_heading_that_are_there() {
    let mut wrong = Vec::new();
    let mut looked_at = 0;
    for document in &documents() {
        for link in &document.links {
            if link.contains("://") {
                continue;
            }
            looked_at += 1;
            let (path, anchor) = link.split_once('#').unwrap_or((link, ""));
            let target = root().join(folder(document)).join(path);
            if !path.is_empty() && !target.exists() {
                wrong.push(format!("{}: {link} leads nowhere", document.path));
                continue;
            }
            let anchors = if path.is_empty() {
                document.anchors.clone()
            } else if anchor.is_empty() {
                continue;
            } else {
                let target = target.canonicalize().unwrap();
                let path = target.strip_prefix(root()).unwrap().to_str().unwrap().to_owned();
                self::document(&path).anchors
            };
            if !anchors.contains(&anchor.to_owned()) {
                wrong.push(format!("{}: no heading {link}, there are {anchors:?}", document.path));
            }
        }
    }
    assert!(looked_at > 40, "the links were not found");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_path_that_is_named_is_there() {
    let mut wrong = Vec::new();
    let mut looked_at = 0;
    for document in &documents() {
        // What was changed once may have gone since.
        if document.path == "CHANGELOG.md" {
            continue;
        }
        for span in &document.spans {
            let plain = !span.contains([' ', '*', '<', '…', '{', '=']);
            let path = span.trim_start_matches("../").trim_start_matches("./");
            let ours = FOLDERS.iter().any(|folder| path.starts_with(folder));
            let built = BUILT.iter().any(|folder| path.starts_with(folder));
            if !plain || !ours || built {
                continue;
            }
            looked_at += 1;
            let path = path.split("::").next().unwrap();
            let source = root().join(format!("{path}.rs"));
            if !root().join(path).exists() && !source.exists() {
                wrong.push(format!("{}: `{span}` is not there", document.path));
            }
        }
    }
    assert!(looked_at > 60, "the paths were not found");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
