//! Does this notice qualify, what does it lack, and which provisions say so?

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
        "rulebook": "cn/complaint",
        "asOf": "2026-11-22",
        "issues": ["notice"],
        "facts": {"right_type": "trademark", "n_identity": true, "n_locate": false},
    });
    let answer: Value = serde_json::from_str(&answer::decide(&request.to_string()))?;
    if let Some(error) = answer.get("error") {
        return Err(format!("{}: {}", error["path"], error["message"]["en"]).into());
    }

    let mut out = String::new();
    for issue in answer["issues"].as_array().into_iter().flatten() {
        writeln!(out, "{}: {}, settled: {}", issue["issue"], issue["verdict"], issue["settled"])?;
        for fact in issue["because"].as_array().into_iter().flatten() {
            writeln!(out, "  because of {fact}")?;
        }
        let missing = issue["missing"].as_array().into_iter().flatten();
        for missing in missing.filter(|missing| missing["state"] == "no") {
            writeln!(out, "  lacks {}", missing["element"])?;
        }
        for citation in issue["citations"].as_array().into_iter().flatten() {
            writeln!(out, "  see {}", citation["provision"])?;
        }
    }
    Ok(out)
}
