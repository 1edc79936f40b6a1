//! What a draft would change, put together with what it would change.

use serde_json::Value;

/// Applies a merge patch (RFC 7396): what it says takes the place of what stands there, and
/// `null` takes it away.
///
/// ```
/// use serde_json::json;
/// use zhengpin_law::author::amended;
///
/// let law = json!({"wait": {"days": 15, "who": "holder"}, "fine": 2});
/// let draft = json!({"wait": {"days": null, "working_days": 20}});
/// let both = json!({"wait": {"who": "holder", "working_days": 20}, "fine": 2});
/// assert_eq!(amended(law, draft), both);
/// ```
#[must_use]
pub fn amended(law: Value, draft: Value) -> Value {
    let Value::Object(changes) = draft else { return draft };
    let mut map = match law {
        Value::Object(map) => map,
        _ => serde_json::Map::new(),
    };
    for (key, change) in changes {
        let before = map.get_mut(&key).map(Value::take);
        if change.is_null() {
            map.shift_remove(&key);
        } else {
            let after = amended(before.unwrap_or_default(), change);
            map.insert(key, after);
        }
    }
    Value::Object(map)
}
