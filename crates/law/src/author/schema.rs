//! The JSON Schema of rulebook files, by which editors complete and check them.

use serde_json::Value;

use schemars::{JsonSchema, SchemaGenerator, generate::SchemaSettings};

use super::format::{FORMAT, KEY};
use crate::rulebook::{Calendars, Instruments, Rulebook};

/// The JSON Schema of a rulebook file, an instruments file or a calendars file, as text.
///
/// A rulebook may be spread over the files of its folder, so no key is required in any one
/// of them; the loader requires them of all files together.
#[must_use]
pub fn schema() -> String {
    let mut generator = SchemaSettings::draft2020_12().into_generator();
    let mut rulebook = part::<Rulebook>(&mut generator);
    let mut instruments = part::<Instruments>(&mut generator);
    let mut calendars = part::<Calendars>(&mut generator);
    // A rulebook of one's own may bring its instruments along.
    let brought = instruments.pointer("/properties/instruments").cloned();
    if let (Some(Value::Object(keys)), Some(brought)) = (rulebook.get_mut("properties"), brought) {
        keys.insert("instruments".to_owned(), brought);
    }
    for one in [&mut rulebook, &mut instruments, &mut calendars] {
        if let Some(Value::Object(keys)) = one.get_mut("properties") {
            let said = "The version of the format; in `rulebook.yaml`, and in every file of \
                        instruments or calendars.";
            let version = serde_json::json!({"const": FORMAT, "description": said});
            keys.shift_insert(0, KEY.to_owned(), version);
        }
    }
    let schema = schemars::json_schema!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "zhengpin rulebook",
        "anyOf": [rulebook, instruments, calendars],
        "$defs": generator.take_definitions(true),
    });
    let mut text = serde_json::to_string_pretty(&schema).unwrap_or_default();
    text.push('\n');
    text
}

/// The schema of one kind of file, with nothing required at the top.
fn part<T: JsonSchema>(generator: &mut SchemaGenerator) -> schemars::Schema {
    let mut schema = T::json_schema(generator);
    schema.remove("required");
    schema
}
