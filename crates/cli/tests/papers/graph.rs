//! Who needs whom, from the sources.

use std::collections::{BTreeMap, BTreeSet};

use crate::{files, read};

/// For each room, the rooms that it names.
pub(crate) type Graph = BTreeMap<String, BTreeSet<String>>;

/// The rooms of a crate: the modules directly below its root, and what each names of the
/// others with `crate::`.
pub(crate) fn rooms(folder: &str) -> Graph {
    let mut graph = Graph::new();
    for path in files(folder, ".rs") {
        let inner = path.strip_prefix(&format!("{folder}/")).unwrap();
        let room = inner.split(['/', '.']).next().unwrap();
        if room != "lib" && room != "main" {
            graph.entry(room.to_owned()).or_default().extend(named(&read(&path)));
        }
    }
    let known: BTreeSet<String> = graph.keys().cloned().collect();
    for (room, named) in &mut graph {
        named.retain(|other| known.contains(other) && other != room);
    }
    graph
}

/// The modules of the same crate that a source names, outside comments and tests.
fn named(source: &str) -> BTreeSet<String> {
    let code: Vec<&str> =
        source.lines().map(|line| line.split("//").next().unwrap_or_default()).collect();
    let code = code.join("\n");
    let code = code.split("#[cfg(test)]").next().unwrap();
    let mut found = BTreeSet::new();
    let mut rest = code;
    while let Some((before, after)) = rest.split_once("crate::") {
        rest = after;
        // A macro of this crate, or a longer name that ends so.
        if before.ends_with(|letter: char| letter.is_alphanumeric() || letter == '_') {
            continue;
        }
        match after.strip_prefix('{') {
            Some(group) => found.extend(first_names(group)),
            None => found.extend(first_name(after)),
        }
    }
    found
}

/// The first name of each member of a group in braces, up to its end.
fn first_names(group: &str) -> Vec<String> {
    let mut depth = 0;
    let mut names = Vec::new();
    let mut begin = 0;
    for (at, letter) in group.char_indices() {
        match letter {
            '{' => depth += 1,
            '}' if depth == 0 => {
                names.extend(first_name(&group[begin..at]));
                break;
            }
            '}' => depth -= 1,
            ',' if depth == 0 => {
                names.extend(first_name(&group[begin..at]));
                begin = at + 1;
            }
            _ => {}
        }
    }
    names
}

fn first_name(text: &str) -> Option<String> {
    let text = text.trim_start();
    let end = text.find(|letter: char| !letter.is_alphanumeric() && letter != '_');
    let name = &text[..end.unwrap_or(text.len())];
    (!name.is_empty()).then(|| name.to_owned())
}

/// Everything that a room reaches by way of others.
fn reached(graph: &Graph, room: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    let mut open: Vec<&String> = graph.get(room).into_iter().flatten().collect();
    while let Some(next) = open.pop() {
        if found.insert(next.clone()) {
            open.extend(graph.get(next).into_iter().flatten());
        }
    }
    found
}

/// A room that reaches itself.
pub(crate) fn circle(graph: &Graph) -> Option<&String> {
    graph.keys().find(|room| reached(graph, room).contains(*room))
}

/// The arrows of a drawing: those that no way by other rooms makes needless.
pub(crate) fn arrows(graph: &Graph) -> Vec<(String, String)> {
    let mut found = Vec::new();
    for (room, named) in graph {
        for other in named {
            let by_others = named.iter().filter(|one| *one != other);
            let needless = by_others.into_iter().any(|one| reached(graph, one).contains(other));
            if !needless {
                found.push((room.clone(), other.clone()));
            }
        }
    }
    found
}

#[test]
fn names_are_found_in_every_way_of_writing_them() {
    let source = "
        use crate::alone;
        use crate::{first, second::{inner, other}, third::Thing};
        // use crate::comment;
        fn f() -> crate::path::Type { mycrate::not(); crate::called::g() }
        #[cfg(test)]
        mod tests { use crate::tested; }
    ";
    let expected = ["alone", "called", "first", "path", "second", "third"].map(str::to_owned);
    assert_eq!(named(source), BTreeSet::from(expected));
}

#[test]
fn a_circle_is_found_and_a_needless_arrow_left_out() {
    let graph = |pairs: &[(&str, &str)]| {
        let mut graph = Graph::new();
        for (from, to) in pairs {
            graph.entry((*from).to_owned()).or_default().insert((*to).to_owned());
            graph.entry((*to).to_owned()).or_default();
        }
        graph
    };
    let chain = graph(&[("a", "b"), ("b", "c"), ("a", "c")]);
    assert_eq!(circle(&chain), None);
    let pair = |from: &str, to: &str| (from.to_owned(), to.to_owned());
    assert_eq!(arrows(&chain), [pair("a", "b"), pair("b", "c")]);
    let ring = graph(&[("a", "b"), ("b", "c"), ("c", "a")]);
    assert!(circle(&ring).is_some());
}
