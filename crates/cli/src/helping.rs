//! What the help of a command says of its requests, from their types.

use clap::Command;
use serde_json::{Map, Value};
use zhengpin::request::{KINDS, RequestKind, schema};

/// How wide a line is, at most.
const WIDTH: usize = 88;

/// Commands whose help tells the keys of their requests, with an example.
pub(crate) fn with_requests(mut commands: Command) -> Command {
    let schema = schema();
    for kind in KINDS {
        let told = told(&schema, &kind);
        commands = commands.mut_subcommand(kind.command, |command| command.after_help(told));
    }
    commands
}

/// The keys of a kind of request, and those of what stands in it.
fn told(schema: &Value, kind: &RequestKind) -> String {
    let mut said = String::from("A request is one line of JSON, an object with these keys");
    said.push_str(" (`?`: may be left out):\n");
    let mut parts = vec![kind.name];
    let mut next = 0;
    while let Some(name) = parts.get(next).copied() {
        if next > 0 {
            said.extend(["\n", name, ":\n"]);
        }
        let part = definition(schema, name);
        keys(schema, part, &mut said);
        for below in referred(schema, part) {
            // Numbers, moments and the like have no keys: their descriptions say all there is.
            let has_keys = definition(schema, below).get("properties").is_some();
            if has_keys && !parts.contains(&below) {
                parts.push(below);
            }
        }
        next += 1;
    }
    said.push_str("\nAn example:\n  ");
    said.push_str(kind.example.trim_end());
    said
}

/// Each key with what is said of it.
fn keys(schema: &Value, part: &Value, said: &mut String) {
    let none = Map::new();
    let properties = part.get("properties").and_then(Value::as_object).unwrap_or(&none);
    let required = part.get("required").and_then(Value::as_array);
    for (key, of_key) in properties {
        let is_required = required.is_some_and(|required| required.contains(&key.as_str().into()));
        let mark = if is_required { "" } else { "?" };
        let about = of_key.get("description").and_then(Value::as_str).unwrap_or("");
        let line = format!("  {:<12}", format!("{key}{mark}"));
        said.push_str(&folded(&line, about));
    }
    let others = part.get("additionalProperties").map(|others| referred(schema, others));
    for name in others.unwrap_or_default() {
        let about = definition(schema, name).get("description").and_then(Value::as_str);
        said.push_str(&folded("  …           ", about.unwrap_or("")));
    }
}

/// A text behind a heading, folded so that it stands in a column of its own.
fn folded(heading: &str, text: &str) -> String {
    let indent = " ".repeat(heading.chars().count());
    let mut said = heading.to_owned();
    let mut width = indent.len();
    for (index, word) in text.split_whitespace().enumerate() {
        let length = word.chars().count();
        if index > 0 && width + 1 + length > WIDTH {
            said.push('\n');
            said.push_str(&indent);
            width = indent.len();
        } else if index > 0 {
            said.push(' ');
            width += 1;
        }
        said.push_str(word);
        width += length;
    }
    said.push('\n');
    said
}

/// What stands under a name in the definitions of the schema.
fn definition<'s>(schema: &'s Value, name: &str) -> &'s Value {
    schema.pointer("/$defs").and_then(|all| all.get(name)).unwrap_or(&Value::Null)
}

/// The definitions that a part of the schema refers to, in its order.
fn referred<'s>(schema: &'s Value, part: &'s Value) -> Vec<&'s str> {
    let mut found = Vec::new();
    collect(part, &mut |reference| {
        let name = reference.strip_prefix("#/$defs/").unwrap_or(reference);
        if !definition(schema, name).is_null() && !found.contains(&name) {
            found.push(name);
        }
    });
    found
}

fn collect<'s>(part: &'s Value, visit: &mut impl FnMut(&'s str)) {
    match part {
        Value::Object(map) => {
            if let Some(Value::String(reference)) = map.get("$ref") {
                visit(reference);
            }
            // Not what an example holds.
            map.iter().filter(|(key, _)| *key != "examples").for_each(|(_, below)| {
                collect(below, visit);
            });
        }
        Value::Array(list) => list.iter().for_each(|below| collect(below, visit)),
        _ => {}
    }
}
