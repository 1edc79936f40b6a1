//! YAML as a JSON value, with the line of every part of it.

use std::collections::BTreeMap;

use saphyr::{LoadableYamlNode, MarkedYaml, Scalar, YamlData};
use serde_json::{Map, Number, Value};

use crate::exact::{MOST_EXACT, is_exact};
use crate::problem::child;

/// Where the parts of a file stand: lines by JSON pointer.
pub type Source = BTreeMap<String, usize>;

/// Reads one YAML document.
///
/// # Errors
///
/// The line, and what is wrong there.
pub fn read_yaml(text: &str) -> Result<(Value, Source), (usize, String)> {
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
