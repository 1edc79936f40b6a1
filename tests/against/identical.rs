//! The built-in rulebooks against copies of themselves.

use std::path::Path;

use serde_json::{Value, json};
use zhengpin::author::load_folder;
use zhengpin::compare::{Changed, Rules, compare};
use zhengpin::describe::list;
use zhengpin::library::built_in;
use zhengpin::own::own;
use zhengpin::request::ListRequest;
use zhengpin::truth::Truth;

use super::copies::formatted;
use super::typed::typed;

/// The rulebooks of the project, as their authors wrote them.
pub(super) fn sources() -> Vec<Value> {
    let found = load_folder(Path::new("src/rulebooks")).unwrap();
    found.rulebooks.iter().map(|loaded| Value::Object(loaded.source().clone())).collect()
}

pub(super) fn copied(source: &Value) -> Value {
    let mut copy = formatted(source.clone());
    copy["rulebook"] = json!("test/copy");
    copy
}

#[test]
fn an_identical_copy_differs_in_nothing() {
    for source in sources() {
        let copy = copied(&source);
        let library = own(built_in(), &json!([copy]), "/with").sound().unwrap().beside(built_in());
        let day = &source["as_of"];
        let told = compare(
            &library,
            &typed(
                &json!({"rulebook": source["rulebook"], "against": "test/copy", "from": day, "to": day}),
            ),
        );
        let told = told.unwrap_or_else(|problems| panic!("{}: {problems:?}", source["rulebook"]));
        for issue in &told.issues {
            assert_eq!(issue.concerned, Truth::No, "{}", issue.issue);
            assert_eq!(issue.before, issue.after);
            assert!(issue.differences.is_empty());
        }
        assert_eq!((&told.begun, &told.ended), (&Rules::default(), &Rules::default()));
        assert_eq!(told.against.unwrap().changed, Changed::default());
    }
}

/// Comparing a rulebook on two days and comparing it with a copy on the second day are two
/// ways to the same answer.
#[test]
fn a_copy_on_another_day_differs_as_the_days_do() {
    let mut compared_days = 0;
    for listed in list(built_in(), &ListRequest::new()).unwrap().rulebooks {
        if listed.issues.is_empty() {
            continue;
        }
        let sources = sources();
        let source = sources.iter().find(|it| it["rulebook"] == listed.rulebook.as_str()).unwrap();
        let library =
            own(built_in(), &json!([copied(source)]), "/with").sound().unwrap().beside(built_in());
        for days in listed.versions.windows(2) {
            let mut request = json!({"rulebook": listed.rulebook, "from": days[0], "to": days[1]});
            let by_days = compare(&library, &typed(&request)).unwrap();
            request["against"] = json!("test/copy");
            let by_copy = compare(&library, &typed(&request)).unwrap();
            assert_eq!(by_copy.issues, by_days.issues, "{} {days:?}", listed.rulebook);
            assert_eq!((&by_copy.begun, &by_copy.ended), (&by_days.begun, &by_days.ended));
            compared_days += 1;
        }
    }
    assert!(compared_days > 3);
}
