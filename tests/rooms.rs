//! The rooms of the code lean on each other in one direction only: `docs/architecture.md`, "no
//! back arrows". Read from the source: every path that a file names leads to another file.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "a test may stop")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use syn::visit::{self, Visit};
use syn::{ItemMod, UseTree};

/// A module, by the names that lead to it from the root of its crate.
type Module = Vec<String>;

/// The modules of a crate, and what each leans on.
type Arrows = BTreeMap<Module, BTreeSet<Module>>;

/// The files of a crate below `folder`, by module.
fn files(root: &Path, folder: &Path, found: &mut BTreeMap<Module, String>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files(root, &path, found);
        } else if path.extension().is_some_and(|ext| ext == "rs") {
            let place = path.strip_prefix(root).unwrap().with_extension("");
            let names = place.iter().map(|name| name.to_str().unwrap().to_owned());
            let module = names.filter(|name| name != "mod" && name != "lib").collect();
            found.insert(module, fs::read_to_string(&path).unwrap());
        }
    }
}

/// What a file names.
struct Named<'m> {
    module: &'m Module,
    known: &'m BTreeSet<Module>,
    found: BTreeSet<Module>,
}

impl Named<'_> {
    /// Notes the file that a path leads to, if it is one of this crate.
    fn note(&mut self, path: &[String]) {
        let mut place = self.module.clone();
        let mut rest = path.iter().peekable();
        match rest.peek().map(|name| name.as_str()) {
            Some("crate") => {
                place.clear();
                rest.next();
            }
            Some("self") => drop(rest.next()),
            Some("super") => {
                while rest.next_if(|name| *name == "super").is_some() {
                    place.pop();
                }
            }
            // Names of one's own children need nothing before them.
            _ => {}
        }
        let start = place.len();
        for name in rest {
            place.push(name.clone());
            if !self.known.contains(&place) {
                place.pop();
                break;
            }
        }
        let leads = place.len() > start || matches!(path[0].as_str(), "crate" | "super");
        if leads && place != *self.module {
            self.found.insert(place);
        }
    }

    fn tree(&mut self, tree: &UseTree, before: &[String]) {
        let on = |name: String| [before, &[name]].concat();
        match tree {
            UseTree::Path(path) => self.tree(&path.tree, &on(path.ident.to_string())),
            UseTree::Name(name) => self.note(&on(name.ident.to_string())),
            UseTree::Rename(name) => self.note(&on(name.ident.to_string())),
            UseTree::Glob(_) => self.note(before),
            UseTree::Group(group) => {
                group.items.iter().for_each(|item| self.tree(item, before));
            }
        }
    }
}

impl<'ast> Visit<'ast> for Named<'_> {
    fn visit_item_use(&mut self, item: &'ast syn::ItemUse) {
        self.tree(&item.tree, &[]);
    }

    fn visit_path(&mut self, path: &'ast syn::Path) {
        let names: Vec<String> = path.segments.iter().map(|one| one.ident.to_string()).collect();
        if names.len() > 1 {
            self.note(&names);
        }
        visit::visit_path(self, path);
    }

    /// Tests at the foot of a file are no part of the house.
    fn visit_item_mod(&mut self, item: &'ast ItemMod) {
        if item.content.is_none() {
            visit::visit_item_mod(self, item);
        }
    }
}

/// What every module of the crate at `root` leans on.
fn arrows(root: &str) -> Arrows {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join(root);
    let mut sources = BTreeMap::new();
    files(&root, &root, &mut sources);
    let known: BTreeSet<Module> = sources.keys().cloned().collect();
    let of_file = |(module, source): (&Module, &String)| {
        let mut named = Named { module, known: &known, found: BTreeSet::new() };
        named.visit_file(&syn::parse_file(source).unwrap());
        (module.clone(), named.found)
    };
    sources.iter().map(of_file).collect()
}

/// A way that leads back to where it began, if there is one.
fn circle(arrows: &Arrows) -> Option<String> {
    fn follow(arrows: &Arrows, way: &mut Vec<Module>, done: &mut BTreeSet<Module>) -> bool {
        let at = way.last().unwrap().clone();
        for next in arrows.get(&at).into_iter().flatten() {
            if way.contains(next) {
                way.push(next.clone());
                return true;
            }
            if !done.contains(next) {
                way.push(next.clone());
                if follow(arrows, way, done) {
                    return true;
                }
                way.pop();
            }
        }
        done.insert(at);
        false
    }
    let mut done = BTreeSet::new();
    for module in arrows.keys() {
        let mut way = vec![module.clone()];
        if !done.contains(module) && follow(arrows, &mut way, &mut done) {
            let names = way.iter().map(|module| module.join("::"));
            return Some(names.collect::<Vec<_>>().join(" → "));
        }
    }
    None
}

/// The same, between the modules below the root of the crate.
fn rooms(arrows: &Arrows) -> Arrows {
    let room = |module: &Module| module.first().map(|name| vec![name.clone()]);
    let mut rooms = Arrows::new();
    for (module, named) in arrows {
        // The root only says what the crate offers.
        let Some(from) = room(module) else { continue };
        let others = named.iter().filter_map(room).filter(|to| *to != from);
        rooms.entry(from.clone()).or_default().extend(others);
    }
    rooms
}

/// Source: `docs/architecture.md`: a ladder without circles.
#[test]
fn the_files_of_the_simulation_are_a_ladder() {
    let mut arrows = arrows("src");
    arrows.retain(|module, _| module.first().is_some_and(|name| name == "simulate"));
    assert!(arrows.len() > 30, "the simulation is elsewhere");
    let of = |module: &str| arrows[&vec!["simulate".to_owned(), module.to_owned()]].len();
    assert!(of("run") > 5 && of("account") > 3, "the arrows are not seen");
    assert_eq!(circle(&arrows), None);
}

/// Source: `docs/architecture.md`: data flows one way.
#[test]
fn the_rooms_of_each_crate_are_a_ladder() {
    for crate_of in ["src", "crates/law/src"] {
        let rooms = rooms(&arrows(crate_of));
        assert!(rooms.values().map(BTreeSet::len).sum::<usize>() > 10, "{crate_of}: {rooms:?}");
        assert_eq!(circle(&rooms), None, "{crate_of}");
    }
}

/// A circle drawn by hand is found.
#[test]
fn a_circle_is_found() {
    let module = |name: &str| vec![name.to_owned()];
    let to = |names: &[&str]| names.iter().map(|name| module(name)).collect();
    let mut arrows: Arrows = [(module("a"), to(&["b"])), (module("b"), to(&["c"]))].into();
    assert_eq!(circle(&arrows), None);
    arrows.insert(module("c"), to(&["b"]));
    assert_eq!(circle(&arrows).unwrap(), "a → b → c → b");
}
