//! Rulebooks that stand apart from their library, each in a file of its own: until its file is
//! handed over, requests on one are refused as such, and afterwards they are answered as if it
//! had been built in. Whatever is no such file, byte for byte, is refused and changes nothing.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may stop")]

use proptest::prelude::*;
use zhengpin::compile::{Apart, Compiled, Library};
use zhengpin::decide::decide;
use zhengpin::describe::{describe, list};
use zhengpin::library::built_in;
use zhengpin::problem::{Code, Problem};
use zhengpin::refused::Refused;
use zhengpin::request::{DecideRequest, DescribeRequest, ListRequest};
use zhengpin_law::vouched;

/// The file of a rulebook, as the build writes it.
fn file(rulebook: &Compiled) -> Vec<u8> {
    postcard::to_allocvec(rulebook).unwrap()
}

/// The built-in library with every rulebook apart, the list of which is read as an engine reads
/// it.
fn apart() -> Library {
    let whole = built_in();
    let apart = whole.rulebooks.iter().map(|rulebook| Apart::new(rulebook, &file(rulebook)));
    let list = postcard::to_allocvec(&apart.collect::<Vec<_>>()).unwrap();
    Library {
        apart: vouched::read(&list),
        calendars: whole.calendars.clone(),
        messages: whole.messages.clone(),
        ..Library::default()
    }
}

fn refused<T: std::fmt::Debug>(answer: Result<T, Refused>) -> Problem {
    answer.unwrap_err().first().clone()
}

/// That this is refused as no file of the library, and that nothing is held afterwards.
fn assert_foreign(library: &Library, bytes: &[u8], what: &str) {
    let problem = library.hold(bytes).unwrap_err();
    assert_eq!((problem.code, problem.path.as_str()), (Code::ForeignFile, ""), "{what}");
    assert!(library.apart.iter().all(|apart| apart.held().is_none()), "{what}");
}

/// Source: a list is the same wherever the rulebooks stand.
#[test]
fn the_list_is_that_of_a_library_that_has_them_inside() {
    let request = ListRequest::new();
    assert_eq!(list(&apart(), &request).unwrap(), list(built_in(), &request).unwrap());
}

/// Source: the library with the same rulebooks inside.
#[test]
fn a_rulebook_is_refused_as_not_held_until_its_file_is_there_and_then_answers_as_if_built_in() {
    let library = apart();
    for rulebook in &built_in().rulebooks {
        let id = rulebook.id.as_str();
        let newest = DescribeRequest::new(id);
        let problem = refused(describe(&library, &newest));
        assert_eq!((problem.code, problem.path.as_str()), (Code::RulebookNotHeld, "/rulebook"));
        let said = library.messages.of(&problem);
        assert!(said.zh.contains(id) && said.en.contains(id), "{said:?}");
        assert_eq!(library.hold(&file(rulebook)).unwrap(), rulebook);
        for version in &rulebook.versions {
            let request = DescribeRequest::new(id).as_of(version.from);
            assert_eq!(describe(&library, &request), describe(built_in(), &request));
            let request = DecideRequest::new(id).as_of(version.from);
            assert_eq!(decide(&library, &request), decide(built_in(), &request));
        }
    }
}

#[test]
fn an_id_that_there_is_not_is_unknown_whether_rulebooks_are_held_or_not() {
    let library = apart();
    let told = || refused(describe(&library, &DescribeRequest::new("cn/none")));
    let inside = refused(describe(built_in(), &DescribeRequest::new("cn/none")));
    assert_eq!(inside.code, Code::UnknownRulebook);
    assert_eq!(told(), inside);
    library.hold(&file(&built_in().rulebooks[0])).unwrap();
    assert_eq!(told(), inside);
}

#[test]
fn the_same_file_again_changes_nothing() {
    let library = apart();
    let file = file(&built_in().rulebooks[0]);
    let first: *const Compiled = library.hold(&file).unwrap();
    let again: *const Compiled = library.hold(&file).unwrap();
    assert_eq!(first, again);
}

#[test]
fn a_file_cut_off_anywhere_or_with_more_behind_it_is_refused() {
    let library = apart();
    let smallest = built_in().rulebooks.iter().map(file).min_by_key(Vec::len).unwrap();
    for end in 0..smallest.len() {
        assert_foreign(&library, &smallest[..end], &format!("cut off at {end}"));
    }
    assert_foreign(&library, &[smallest.as_slice(), &[0]].concat(), "longer");
}

/// The same rulebook of another build: one that states the law as of the day before.
#[test]
fn a_file_of_another_build_is_refused() {
    let library = apart();
    for rulebook in &built_in().rulebooks {
        let mut other = rulebook.clone();
        other.as_of = other.as_of.pred_opt().unwrap();
        assert_foreign(&library, &file(&other), &rulebook.id);
    }
}

/// The whole library is no rulebook, however many it holds.
#[test]
fn a_library_is_refused() {
    assert_foreign(&apart(), &postcard::to_allocvec(built_in()).unwrap(), "a library");
}

proptest! {
    #[test]
    fn a_file_with_any_byte_changed_is_refused(at in any::<prop::sample::Index>(), by in 1_u8..) {
        let library = apart();
        let mut file = file(&built_in().rulebooks[0]);
        let at = at.index(file.len());
        file[at] ^= by;
        assert_foreign(&library, &file, &format!("byte {at}"));
    }
}
