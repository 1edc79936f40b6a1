//! Reading criteria off their words alone, without the engine.

use zhengpin::compare::Criterion;
use zhengpin::day::{later, parse};
use zhengpin::decide::Facts;
use zhengpin::rulebook::Value;

/// Whether complete facts meet a criterion, read off its words alone.
pub(crate) fn meets(facts: &Facts, criterion: &Criterion) -> bool {
    let value = facts.get(&criterion.fact);
    if let Some(wanted) = &criterion.has {
        return matches!(value, Some(Value::List(list)) if list.contains(wanted));
    }
    if let Some(unwanted) = &criterion.lacks {
        return matches!(value, Some(Value::List(list)) if !list.contains(unwanted));
    }
    if !criterion.is.is_empty() {
        return value.is_some_and(|value| criterion.is.contains(value));
    }
    let day = |value: &Value| match value {
        Value::Text(text) => parse(text),
        _ => None,
    };
    if criterion.came == Some(true) {
        return value.and_then(day).is_some();
    }
    if let Some(since) = &criterion.since {
        let Some((day, base)) = value.and_then(day).zip(facts.get(since).and_then(day)) else {
            return false;
        };
        let reached = |bound: &Value| {
            let Value::Text(text) = bound else { return false };
            let (months, days) = duration(text);
            later(base, months, days).is_some_and(|bound| bound <= day)
        };
        return criterion.from.as_ref().is_none_or(reached)
            && !criterion.before.as_ref().is_some_and(reached);
    }
    match value {
        Some(Value::Number(number)) => {
            let reached = |bound: &Value| matches!(bound, Value::Number(bound) if bound <= number);
            criterion.from.as_ref().is_none_or(reached)
                && !criterion.before.as_ref().is_some_and(reached)
        }
        Some(value) => {
            let Some(it) = day(value) else { return false };
            let reached = |bound: &Value| day(bound).is_some_and(|bound| bound <= it);
            criterion.from.as_ref().is_none_or(reached)
                && !criterion.before.as_ref().is_some_and(reached)
        }
        None => false,
    }
}

/// `P6M1D` as months and days.
fn duration(text: &str) -> (i32, i32) {
    let (sign, rest) = match text.strip_prefix('-') {
        Some(rest) => (-1, rest),
        None => (1, text),
    };
    let rest = rest.strip_prefix('P').unwrap();
    let (months, rest) = rest.split_once('M').unwrap_or(("0", rest));
    let days = rest.strip_suffix('D').unwrap_or("0");
    (sign * months.parse::<i32>().unwrap(), sign * days.parse::<i32>().unwrap())
}
