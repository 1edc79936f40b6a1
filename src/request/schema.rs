//! The JSON Schema of requests, and all kinds of them, each with an example.

use schemars::generate::SchemaSettings;
use schemars::transform::{Transform, transform_subschemas};
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::Deserialize;
use serde_json::Value;

use super::{
    CheckRequest, CompareRequest, DecideRequest, DescribeRequest, DraftRequest, DutiesRequest,
    ListRequest, PrecedentsRequest, ScheduleRequest, SimulateRequest, keys,
};

/// A kind of request.
#[derive(Clone, Copy)]
pub struct RequestKind {
    /// The command that answers it.
    pub command: &'static str,
    /// The name of its type, in Rust, in TypeScript and under `$defs` of the schema.
    pub name: &'static str,
    /// A request of this kind, as JSON. It is answered.
    pub example: &'static str,
    keys: fn() -> &'static [&'static str],
    schema: fn(&mut SchemaGenerator) -> Schema,
}

impl RequestKind {
    const fn of<R: JsonSchema + Deserialize<'static>>(
        command: &'static str,
        name: &'static str,
        example: &'static str,
    ) -> Self {
        Self { command, name, example, keys: keys::<R>, schema: |it| it.subschema_for::<R>() }
    }

    /// The keys of its type, by which requests are read.
    #[must_use]
    pub fn keys(&self) -> &'static [&'static str] {
        (self.keys)()
    }
}

/// Every kind of request.
pub const KINDS: [RequestKind; 10] = [
    RequestKind::of::<DecideRequest>(
        "decide",
        "DecideRequest",
        include_str!("examples/decide.json"),
    ),
    RequestKind::of::<SimulateRequest>(
        "simulate",
        "SimulateRequest",
        include_str!("examples/simulate.json"),
    ),
    RequestKind::of::<DraftRequest>("draft", "DraftRequest", include_str!("examples/draft.json")),
    RequestKind::of::<PrecedentsRequest>(
        "precedents",
        "PrecedentsRequest",
        include_str!("examples/precedents.json"),
    ),
    RequestKind::of::<ScheduleRequest>(
        "schedule",
        "ScheduleRequest",
        include_str!("examples/schedule.json"),
    ),
    RequestKind::of::<CompareRequest>(
        "compare",
        "CompareRequest",
        include_str!("examples/compare.json"),
    ),
    RequestKind::of::<DutiesRequest>(
        "duties",
        "DutiesRequest",
        include_str!("examples/duties.json"),
    ),
    RequestKind::of::<DescribeRequest>(
        "describe",
        "DescribeRequest",
        include_str!("examples/describe.json"),
    ),
    RequestKind::of::<ListRequest>("list", "ListRequest", include_str!("examples/list.json")),
    RequestKind::of::<CheckRequest>(
        "check-own",
        "CheckRequest",
        include_str!("examples/check-own.json"),
    ),
];

/// The JSON Schema of all requests: each kind stands under `$defs`, with its example.
///
/// What only a rulebook can say, such as the ids of its facts, is not in it.
///
/// ```
/// let schema = zhengpin::request::schema();
/// let keys = schema.pointer("/$defs/DescribeRequest/properties");
/// assert!(keys.is_some_and(|keys| keys.get("asOf").is_some()));
/// ```
#[must_use]
pub fn schema() -> Value {
    let mut generator = SchemaSettings::draft2020_12().into_generator();
    let kinds: Vec<Schema> = KINDS.iter().map(|kind| (kind.schema)(&mut generator)).collect();
    let mut schema = json_schema!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "zhengpin requests",
        "anyOf": kinds,
        "$defs": generator.take_definitions(true),
    });
    Plain.transform(&mut schema);
    let mut schema = schema.to_value();
    for kind in KINDS {
        let of_kind = schema.pointer_mut(&format!("/$defs/{}", kind.name));
        let example = serde_json::from_str::<Value>(kind.example);
        if let (Some(Value::Object(of_kind)), Ok(example)) = (of_kind, example) {
            of_kind.insert("examples".to_owned(), Value::Array(vec![example]));
        }
    }
    schema
}

/// A key that may be left out is not one that may be `null`; and a description is one line.
struct Plain;

impl Transform for Plain {
    fn transform(&mut self, schema: &mut Schema) {
        transform_subschemas(self, schema);
        if schema.get("default").is_some_and(Value::is_null) {
            schema.remove("default");
        }
        if let Some(Value::String(said)) = schema.get_mut("description") {
            *said = said.replace('\n', " ");
        }
        if let Some(Value::Array(types)) = schema.get_mut("type") {
            types.retain(|one| one != "null");
            if let [only] = types.as_slice() {
                let only = only.clone();
                schema.insert("type".to_owned(), only);
            }
        }
        if let Some(Value::Array(any)) = schema.get_mut("anyOf") {
            any.retain(|one| one.get("type").is_none_or(|kind| kind != "null"));
            if let [Value::Object(only)] = any.as_slice() {
                let only = only.clone();
                schema.remove("anyOf");
                only.into_iter().for_each(|(key, value)| {
                    schema.insert(key, value);
                });
            }
        }
    }
}

/// Facts by id.
pub(super) fn facts(_: &mut SchemaGenerator) -> Schema {
    json_schema!({
        "type": "object",
        "additionalProperties": {
            "anyOf": [
                { "type": "boolean" },
                { "type": "integer" },
                { "type": "string" },
                { "type": "array", "items": { "type": "string" } },
            ],
        },
    })
}

/// With what force a text says something.
pub(super) fn force(_: &mut SchemaGenerator) -> Schema {
    json_schema!({ "type": "string", "enum": ["must", "should", "may"] })
}
