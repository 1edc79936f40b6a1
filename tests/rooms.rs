//! The rooms of the code lean on each other in one direction only: `docs/architecture.md`, "no
//! back arrows". Read from the source: every path that a file names leads to another file. So is
//! how the files are laid out, and that the name of a type has one owner.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "a test may stop")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use syn::punctuated::Punctuated;
use syn::visit::{self, Visit};
use syn::{ItemMod, Token, UseTree, Variant};

/// A module, by the names that lead to it from the root of its crate.
type Module = Vec<String>;

/// The modules of a crate, and what each leans on.
type Arrows = BTreeMap<Module, BTreeSet<Module>>;

/// The Rust files below a folder, in order.
fn below(folder: &Path) -> Vec<PathBuf> {
    let mut open = vec![folder.to_owned()];
    let mut found = Vec::new();
    while let Some(folder) = open.pop() {
        for entry in fs::read_dir(&folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                open.push(path);
            } else if path.extension().is_some_and(|ext| ext == "rs") {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}

/// The sources of the crate at `root`, by module.
fn sources(root: &Path) -> BTreeMap<Module, String> {
    let module = |path: &Path| {
        let place = path.strip_prefix(root).unwrap().with_extension("");
        let names = place.iter().map(|name| name.to_str().unwrap().to_owned());
        names.filter(|name| name != "mod" && name != "lib").collect()
    };
    below(root).iter().map(|path| (module(path), fs::read_to_string(path).unwrap())).collect()
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
    let sources = sources(&root);
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
    for crate_of in ["src", "crates/batch/src", "crates/law/src"] {
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

/// Where the sources of the five crates stand.
const CRATES: [&str; 5] =
    ["crates/law/src", "crates/batch/src", "crates/cli/src", "crates/python/src", "src"];

/// Names that two types bear: where both stand, and why neither gives way.
const SHARED: [(&str, [&str; 2], &str); 3] = [
    (
        "Comparison",
        ["crates/law/src/rulebook/condition.rs", "src/compare/answer.rs"],
        "the JSON Schema of rulebooks names one, the TypeScript types the other",
    ),
    (
        "Deadline",
        ["crates/law/src/rulebook/deadline.rs", "src/decide/answer.rs"],
        "the JSON Schema of rulebooks names one, the TypeScript types the other",
    ),
    (
        "Exam",
        ["crates/law/src/rulebook/ledger/consequence.rs", "src/request/finding.rs"],
        "the JSON Schema of rulebooks names one, that of requests the other",
    ),
];

/// The files of the five crates, from the root of the repository.
fn all_files() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let found = CRATES.iter().flat_map(|one| below(&root.join(one)));
    found.map(|path| path.strip_prefix(root).unwrap().to_owned()).collect()
}

/// The types that a file defines, wherever in it they stand.
#[derive(Default)]
struct Defined(Vec<String>);

impl<'ast> Visit<'ast> for Defined {
    fn visit_item_struct(&mut self, item: &'ast syn::ItemStruct) {
        self.0.push(item.ident.to_string());
        visit::visit_item_struct(self, item);
    }

    fn visit_item_enum(&mut self, item: &'ast syn::ItemEnum) {
        self.0.push(item.ident.to_string());
        visit::visit_item_enum(self, item);
    }

    fn visit_item_union(&mut self, item: &'ast syn::ItemUnion) {
        self.0.push(item.ident.to_string());
        visit::visit_item_union(self, item);
    }

    fn visit_item_trait(&mut self, item: &'ast syn::ItemTrait) {
        self.0.push(item.ident.to_string());
        visit::visit_item_trait(self, item);
    }

    fn visit_item_type(&mut self, item: &'ast syn::ItemType) {
        self.0.push(item.ident.to_string());
        visit::visit_item_type(self, item);
    }

    /// Types in a macro: those that it writes out, and those that `ids!` is given.
    fn visit_item_macro(&mut self, item: &'ast syn::ItemMacro) {
        if item.mac.path.is_ident("ids") {
            let ids = Punctuated::<Variant, Token![,]>::parse_terminated;
            let ids = item.mac.parse_body_with(ids).unwrap();
            self.0.extend(ids.iter().map(|id| id.ident.to_string()));
        }
        if item.ident.is_some() {
            let text = item.mac.tokens.to_string();
            let words: Vec<&str> = text.split_whitespace().collect();
            let named = words.windows(2).filter(|two| {
                matches!(two[0], "struct" | "enum" | "union" | "trait")
                    && two[1].starts_with(char::is_uppercase)
            });
            self.0.extend(named.map(|two| two[1].to_owned()));
        }
    }
}

/// Where each name of a type is defined, once for every time.
fn owners<'s>(
    sources: impl IntoIterator<Item = (&'s str, &'s str)>,
) -> BTreeMap<String, Vec<String>> {
    let mut owners: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (file, source) in sources {
        let mut defined = Defined::default();
        defined.visit_file(&syn::parse_file(source).unwrap());
        for name in defined.0 {
            owners.entry(name).or_default().push(file.to_owned());
        }
    }
    owners
}

/// Names with several owners, and exceptions that are none, each with the places.
fn doubles(
    owners: &BTreeMap<String, Vec<String>>,
    shared: &[(&str, [&str; 2], &str)],
) -> Vec<String> {
    let excepted = |name: &str| shared.iter().find(|(one, ..)| *one == name);
    let several = owners
        .iter()
        .filter(|(name, places)| {
            let stated = excepted(name).is_some_and(|(_, two, _)| **places == *two);
            places.len() > 1 && !stated
        })
        .map(|(name, places)| format!("`{name}` is defined in {}", places.join(" and in ")));
    let needless = shared
        .iter()
        .filter(|(name, ..)| owners.get(*name).is_none_or(|places| places.len() < 2))
        .map(|(name, [one, other], _)| {
            format!(
                "`{name}` is not defined twice, in {one} and in {other}: no exception is needed"
            )
        });
    several.chain(needless).collect()
}

/// Source: `CONTRIBUTING.md`, "house style": the name of a type has one owner.
#[test]
fn every_name_of_a_type_has_one_owner() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let read = |file: &PathBuf| {
        let name = file.to_str().unwrap().replace('\\', "/");
        (name, fs::read_to_string(root.join(file)).unwrap())
    };
    let sources: Vec<(String, String)> = all_files().iter().map(read).collect();
    let owners = owners(sources.iter().map(|(file, source)| (file.as_str(), source.as_str())));
    assert!(owners.len() > 400, "types are not seen: {}", owners.len());
    // Of a file, of a function, of a macro that writes it out, of one that is given its name.
    for name in ["Rulebook", "ConditionVisitor", "Code", "FactId"] {
        assert!(owners.contains_key(name), "{name} is not seen");
    }
    let doubles = doubles(&owners, &SHARED);
    assert!(doubles.is_empty(), "{}", doubles.join("\n"));
    assert!(SHARED.iter().all(|(.., reason)| !reason.is_empty()));
}

/// A name given twice by hand is found, and so is an exception that none needs.
#[test]
fn a_name_with_two_owners_is_found() {
    let both = owners([
        ("a.rs", "struct One; impl Iterator for One { type Item = u8; }"),
        ("b.rs", "fn inner() { enum One {} } mod below { trait Other { type Item; } }"),
    ]);
    let said = "`One` is defined in a.rs and in b.rs";
    assert_eq!(doubles(&both, &[]), [said]);
    assert!(doubles(&both, &[("One", ["a.rs", "b.rs"], "")]).is_empty());
    assert_eq!(doubles(&both, &[("One", ["a.rs", "c.rs"], "")]), [said]);
    let needless =
        doubles(&both, &[("One", ["a.rs", "b.rs"], ""), ("Other", ["a.rs", "b.rs"], "")]);
    assert_eq!(needless.len(), 1);
    assert!(needless[0].starts_with("`Other` is not defined twice"), "{needless:?}");
}

/// Folders that say what they hold elsewhere than in a `mod.rs` of their own.
fn without_mod(files: &[PathBuf]) -> BTreeSet<PathBuf> {
    let roots = CRATES.map(Path::new);
    let folders: BTreeSet<&Path> = files
        .iter()
        .flat_map(|file| file.ancestors().skip(1))
        .filter(|folder| roots.iter().any(|root| folder.starts_with(root) && folder != root))
        .collect();
    let elsewhere = |folder: &&&Path| {
        !files.contains(&folder.join("mod.rs")) || files.contains(&folder.with_extension("rs"))
    };
    folders.iter().filter(elsewhere).map(|folder| folder.to_path_buf()).collect()
}

/// Source: `CONTRIBUTING.md`, "house style": a folder says in its `mod.rs` what it holds.
#[test]
fn every_folder_has_a_mod_file() {
    let files = all_files();
    assert!(files.iter().filter(|file| file.ends_with("mod.rs")).count() > 10);
    assert_eq!(without_mod(&files), BTreeSet::new());
    // A file beside its folder is found.
    let beside = ["src/lib.rs", "src/a.rs", "src/a/b.rs", "src/c/mod.rs", "src/c/d.rs"];
    let beside = beside.map(PathBuf::from);
    assert_eq!(without_mod(&beside), [PathBuf::from("src/a")].into());
}
