//! YAML as a JSON value, with the line of every part of it.

use std::collections::BTreeMap;

use saphyr::{LoadableYamlNode, MarkedYaml, Scalar, YamlData};
use saphyr_parser::{Event, Parser};
use serde_json::{Map, Number, Value};

use crate::exact::{MOST_EXACT, is_exact};
use crate::limits;
use crate::problem::child;

/// Where the parts of a file stand: lines by JSON pointer.
pub type Source = BTreeMap<String, usize>;

/// Reads one YAML document.
///
/// # Errors
///
/// The line, and what is wrong there.
pub fn read_yaml(text: &str) -> Result<(Value, Source), (usize, String)> {
    if limits::FILE_BYTES < text.len() {
        return Err((
            1,
            format!("a file of {} bytes; expected at most {}", text.len(), limits::FILE_BYTES),
        ));
    }
    let (line, depth) = deepest(text);
    if limits::NESTING < depth {
        return Err((
            line,
            format!(
                "{depth} lists and maps within each other; expected at most {}",
                limits::NESTING
            ),
        ));
    }
    let documents = MarkedYaml::load_from_str(text)
        .map_err(|error| (error.marker().line(), error.info().to_owned()))?;
    let mut lines = Source::new();
    match documents.as_slice() {
        [document] => Ok((convert(document, "", &mut lines)?, lines)),
        _ => Err((1, format!("{} documents in one file; expected one", documents.len()))),
    }
}

fn convert(
    node: &MarkedYaml<'_>,
    path: &str,
    lines: &mut Source,
) -> Result<Value, (usize, String)> {
    let line = node.span.start.line();
    lines.entry(path.to_owned()).or_insert(line);
    match &node.data {
        YamlData::Value(scalar) => {
            let beyond = || format!("a number beyond ±{MOST_EXACT}, which not every program holds");
            scalar_value(scalar).ok_or_else(|| (line, beyond()))
        }
        YamlData::Sequence(items) => {
            let items = items.iter().enumerate();
            let items = items.map(|(index, item)| convert(item, &format!("{path}/{index}"), lines));
            Ok(Value::Array(items.collect::<Result<_, _>>()?))
        }
        YamlData::Mapping(entries) => {
            let mut map = Map::new();
            for (key, value) in entries {
                let line = key.span.start.line();
                let name = match &key.data {
                    YamlData::Value(Scalar::String(name)) => name.to_string(),
                    YamlData::Value(Scalar::Integer(number)) => number.to_string(),
                    YamlData::Value(Scalar::Boolean(answer)) => answer.to_string(),
                    _ => return Err((line, "a key that is no plain text".to_owned())),
                };
                if map.contains_key(&name) {
                    return Err((line, format!("the key `{name}` stands twice")));
                }
                let path = child(path, &name);
                lines.insert(path.clone(), line);
                let value = convert(value, &path, lines)?;
                map.insert(name, value);
            }
            Ok(Value::Object(map))
        }
        _ => Err((
            line,
            "a tag, an alias or a value that cannot be read; expected plain YAML".to_owned(),
        )),
    }
}

/// How many lists and maps stand within each other at most, and on which line; what is no
/// YAML is for whoever reads it. What holds them calls itself for each of them.
fn deepest(text: &str) -> (usize, usize) {
    let (mut depth, mut deepest) = (0_usize, (1, 0));
    for (event, span) in Parser::new_from_str(text).map_while(Result::ok) {
        match event {
            Event::SequenceStart(..) | Event::MappingStart(..) => {
                depth += 1;
                if deepest.1 < depth {
                    deepest = (span.start.line(), depth);
                }
            }
            Event::SequenceEnd | Event::MappingEnd => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    deepest
}

fn scalar_value(scalar: &Scalar<'_>) -> Option<Value> {
    Some(match scalar {
        Scalar::Null => Value::Null,
        Scalar::Boolean(answer) => Value::Bool(*answer),
        Scalar::Integer(number) if is_exact(*number) => Value::Number((*number).into()),
        Scalar::Integer(_) => return None,
        Scalar::FloatingPoint(number) => Value::Number(Number::from_f64(number.into_inner())?),
        Scalar::String(text) => Value::String(text.to_string()),
    })
}
