//! YAML as a JSON value, with the place of every part of it.

use std::collections::BTreeMap;
use std::error::Error;
use std::fmt;

use saphyr::{LoadableYamlNode, MarkedYaml, Scalar, YamlData};
use saphyr_parser::{Event, Parser};
use serde_json::{Map, Number, Value};

use crate::exact::{MOST_EXACT, is_exact};
use crate::limits;
use crate::problem::child;

/// Where the parts of a file stand, by JSON pointer.
pub type Spots = BTreeMap<String, Spot>;

/// A place in a file.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Spot {
    /// The line, counted from 1.
    pub line: usize,
    /// The character in the line, counted from 1.
    pub column: usize,
    /// How many characters stand there; none, if it does not end in this line.
    pub width: Option<usize>,
}

impl Spot {
    /// The beginning of a file.
    pub const START: Self = Self { line: 1, column: 1, width: None };

    /// From the beginning of one node to the end of another.
    fn of(first: &MarkedYaml<'_>, last: &MarkedYaml<'_>) -> Self {
        let (start, end) = (first.span.start, last.span.end);
        let width = (start.line() == end.line()).then(|| end.col().saturating_sub(start.col()));
        Self { line: start.line(), column: start.col() + 1, width }
    }
}

/// What keeps a text from being read as YAML.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct YamlFault {
    /// The line, counted from 1.
    pub line: usize,
    /// The character in the line, counted from 1.
    pub column: usize,
    /// What is wrong there.
    pub detail: String,
}

impl YamlFault {
    fn at(spot: Spot, detail: impl Into<String>) -> Self {
        Self { line: spot.line, column: spot.column, detail: detail.into() }
    }
}

impl fmt::Display for YamlFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}, column {}: {}", self.line, self.column, self.detail)
    }
}

impl Error for YamlFault {}

/// Reads one YAML document.
///
/// # Errors
///
/// Where and why it cannot be read.
///
/// ```
/// use zhengpin_law::author::read_yaml;
///
/// let (value, source) = read_yaml("title: [a, b]")?;
/// assert_eq!(value["title"][1], "b");
/// assert_eq!((source["/title/1"].line, source["/title/1"].column), (1, 12));
///
/// let fault = read_yaml("title: [a, b").err().ok_or("a list without an end")?;
/// assert!(fault.to_string().starts_with("line "));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn read_yaml(text: &str) -> Result<(Value, Spots), YamlFault> {
    if limits::FILE_BYTES < text.len() {
        let most = limits::FILE_BYTES;
        let detail = format!("a file of {} bytes; expected at most {most}", text.len());
        return Err(YamlFault::at(Spot::START, detail));
    }
    let (line, depth) = deepest(text);
    if limits::NESTING < depth {
        let most = limits::NESTING;
        let detail = format!("{depth} lists and maps within each other; expected at most {most}");
        return Err(YamlFault { line, column: 1, detail });
    }
    let documents = MarkedYaml::load_from_str(text).map_err(|error| {
        let (line, column) = (error.marker().line(), error.marker().col() + 1);
        YamlFault { line, column, detail: error.info().to_owned() }
    })?;
    let mut spots = Spots::new();
    match documents.as_slice() {
        [document] => Ok((convert(document, "", &mut spots)?, spots)),
        _ => {
            let detail = format!("{} documents in one file; expected one", documents.len());
            Err(YamlFault::at(Spot::START, detail))
        }
    }
}

fn convert(node: &MarkedYaml<'_>, path: &str, spots: &mut Spots) -> Result<Value, YamlFault> {
    let spot = Spot::of(node, node);
    spots.entry(path.to_owned()).or_insert(spot);
    match &node.data {
        YamlData::Value(scalar) => {
            let beyond = || format!("a number beyond ±{MOST_EXACT}, which not every program holds");
            scalar_value(scalar).ok_or_else(|| YamlFault::at(spot, beyond()))
        }
        YamlData::Sequence(items) => {
            let items = items.iter().enumerate();
            let items = items.map(|(index, item)| convert(item, &format!("{path}/{index}"), spots));
            Ok(Value::Array(items.collect::<Result<_, _>>()?))
        }
        YamlData::Mapping(entries) => {
            let mut map = Map::new();
            for (key, value) in entries {
                let name = match &key.data {
                    YamlData::Value(Scalar::String(name)) => name.to_string(),
                    YamlData::Value(Scalar::Integer(number)) => number.to_string(),
                    YamlData::Value(Scalar::Boolean(answer)) => answer.to_string(),
                    _ => {
                        let spot = Spot::of(key, key);
                        return Err(YamlFault::at(spot, "a key that is no plain text"));
                    }
                };
                if map.contains_key(&name) {
                    let detail = format!("the key `{name}` stands twice");
                    return Err(YamlFault::at(Spot::of(key, key), detail));
                }
                let path = child(path, &name);
                // What is wrong with a short entry is wrong with its key or with its value.
                let end = if matches!(value.data, YamlData::Value(_)) { value } else { key };
                spots.insert(path.clone(), Spot::of(key, end));
                let value = convert(value, &path, spots)?;
                map.insert(name, value);
            }
            Ok(Value::Object(map))
        }
        _ => Err(YamlFault::at(
            spot,
            "a tag, an alias or a value that cannot be read; expected plain YAML",
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
