//! What do these findings cost a shop, what would one more do, and did the platform take too much?

use std::error::Error;
use std::fmt::Write;

use serde_json::{Value, json};
use zhengpin::answer;

fn main() -> Result<(), Box<dyn Error>> {
    print!("{}", told()?);
    Ok(())
}

/// What the program prints.
pub(crate) fn told() -> Result<String, Box<dyn Error>> {
    let request = json!({
        "rulebook": "taobao/counterfeit",
        "findings": [
            {"id": "spring", "issued": "2017-04-01", "tier": "sale"},
            {"id": "summer", "issued": "2017-07-01", "tier": "sale", "taken": {"points": 24}},
        ],
    });
    let answer: Value = serde_json::from_str(&answer::simulate(&request.to_string()))?;
    if let Some(error) = answer.get("error") {
        return Err(format!("{}: {}", error["path"], error["message"]["en"]).into());
    }

    let mut out = String::new();
    for entry in answer["entries"].as_array().into_iter().flatten() {
        writeln!(out, "{}: {} points, {} in all", entry["id"], entry["points"], entry["ledger"])?;
        let points = &entry["audit"]["points"];
        if points.is_object() {
            writeln!(out, "  the platform took {}, due were {}", points["taken"], points["due"])?;
        }
    }
    let status = &answer["status"];
    writeln!(out, "open: {}, with {} strikes", status["open"], status["strikes"])?;
    let next = answer["forecast"]["next"].as_array();
    for one in next.into_iter().flatten().filter(|one| one["closes"] == true) {
        writeln!(out, "one more {} closes the shop", one["tier"])?;
    }
    Ok(out)
}
