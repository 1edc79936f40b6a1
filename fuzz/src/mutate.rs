//! JSON values changed by bytes.

use arbitrary::{Result, Unstructured};
use serde_json::{Map, Value, json};

/// Changes a value in a few places, chosen by the bytes.
pub(crate) fn mutate(value: &mut Value, bytes: &mut Unstructured<'_>) -> Result<()> {
    let spare = value.clone();
    for _ in 0..bytes.int_in_range(0..=5)? {
        let many = nodes(value);
        let place = bytes.int_in_range(0..=many.saturating_sub(1))?;
        let chosen = bytes.int_in_range(0..=nodes(&spare).saturating_sub(1))?;
        let other = nth(&spare, &mut { chosen }).cloned().unwrap_or_default();
        if let Some(node) = nth_mut(value, &mut { place }) {
            change(node, other, bytes)?;
        }
    }
    Ok(())
}

fn nodes(value: &Value) -> usize {
    1 + match value {
        Value::Array(list) => list.iter().map(nodes).sum::<usize>(),
        Value::Object(map) => map.values().map(nodes).sum(),
        _ => 0,
    }
}

fn nth<'v>(value: &'v Value, left: &mut usize) -> Option<&'v Value> {
    if *left == 0 {
        return Some(value);
    }
    *left -= 1;
    match value {
        Value::Array(list) => list.iter().find_map(|inner| nth(inner, left)),
        Value::Object(map) => map.values().find_map(|inner| nth(inner, left)),
        _ => None,
    }
}

fn nth_mut<'v>(value: &'v mut Value, left: &mut usize) -> Option<&'v mut Value> {
    if *left == 0 {
        return Some(value);
    }
    *left -= 1;
    match value {
        Value::Array(list) => list.iter_mut().find_map(|inner| nth_mut(inner, left)),
        Value::Object(map) => map.values_mut().find_map(|inner| nth_mut(inner, left)),
        _ => None,
    }
}

/// Changes one value: for another of its kind, an odd one, one from elsewhere, or within.
fn change(node: &mut Value, other: Value, bytes: &mut Unstructured<'_>) -> Result<()> {
    match bytes.int_in_range(0..=7)? {
        0 => *node = odd(bytes)?,
        1 => *node = other,
        2 => *node = json!([node.take()]),
        3 => *node = json!({"not": node.take()}),
        _ => match node {
            Value::Bool(answer) => *answer = !*answer,
            Value::Number(number) => {
                let near = number.as_i64().unwrap_or_default();
                let by = bytes.choose(&[-1, 1, -100, 365, 1_000_000])?;
                *node = json!(near.saturating_add(*by));
            }
            Value::String(text) => *node = json!(text_like(text, bytes)?),
            Value::Array(list) => change_list(list, other, bytes)?,
            Value::Object(map) => change_map(map, other, bytes)?,
            Value::Null => *node = odd(bytes)?,
        },
    }
    Ok(())
}

fn change_list(list: &mut Vec<Value>, other: Value, bytes: &mut Unstructured<'_>) -> Result<()> {
    let place = bytes.int_in_range(0..=list.len())?;
    match bytes.int_in_range(0..=3)? {
        0 if place < list.len() => drop(list.remove(place)),
        1 => list.insert(place, other),
        2 => list.reverse(),
        _ => {
            let copies = list.get(place).cloned().into_iter();
            list.extend(copies.cycle().take(bytes.int_in_range(0..=40)?));
        }
    }
    Ok(())
}

fn change_map(
    map: &mut Map<String, Value>,
    other: Value,
    bytes: &mut Unstructured<'_>,
) -> Result<()> {
    let place = bytes.int_in_range(0..=map.len())?;
    let key = map.keys().nth(place).cloned();
    match (bytes.int_in_range(0..=3)?, key) {
        (0, Some(key)) => drop(map.shift_remove(&key)),
        (1, Some(key)) => {
            let value = map.shift_remove(&key).unwrap_or_default();
            map.insert(text_like(&key, bytes)?, value);
        }
        (2, Some(key)) => drop(map.insert(key, other)),
        _ => drop(map.insert(text_like("new", bytes)?, other)),
    }
    Ok(())
}

/// A text like another: a day becomes another day, a name another name.
fn text_like(text: &str, bytes: &mut Unstructured<'_>) -> Result<String> {
    const ODD: [&str; 14] = [
        "",
        " ",
        "\u{0}",
        "../..",
        "字",
        "none",
        "true",
        "0000-01-01",
        "9999-12-31",
        "2024-02-29",
        "2023-02-29",
        "2017-04-01T24:00",
        "2017-04-01T12:00+08:00",
        "+0800",
    ];
    Ok(match bytes.int_in_range(0..=3)? {
        0 => (*bytes.choose(&ODD)?).to_owned(),
        1 => text.chars().rev().collect(),
        2 => text.repeat(bytes.int_in_range(0..=30)?),
        _ => {
            let year = bytes.int_in_range(0..=9999)?;
            let (month, day) = (bytes.int_in_range(0..=13)?, bytes.int_in_range(0..=32)?);
            format!("{year:04}-{month:02}-{day:02}")
        }
    })
}

fn odd(bytes: &mut Unstructured<'_>) -> Result<Value> {
    let deep = (0..120).fold(json!(1), |inner, _| json!([inner]));
    let odd = [
        Value::Null,
        json!(true),
        json!(0),
        json!(-1),
        json!(0.5),
        json!(4_294_967_296_i64),
        json!(9_007_199_254_740_991_i64),
        json!(9_007_199_254_740_992_i64),
        json!(""),
        json!("none"),
        json!([]),
        json!({}),
        json!({"all": []}),
        deep,
    ];
    Ok(bytes.choose(&odd)?.clone())
}
