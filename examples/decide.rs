//! Does this notice qualify, what does it lack, and which provisions say so?

use std::error::Error;
use std::fmt::Write;

use zhengpin::day;
use zhengpin::decide::decide;
use zhengpin::library::built_in;
use zhengpin::request::DecideRequest;
use zhengpin::truth::Truth;

fn main() -> Result<(), Box<dyn Error>> {
    print!("{}", told()?);
    Ok(())
}

/// What the program prints.
pub(crate) fn told() -> Result<String, Box<dyn Error>> {
    let day = day::parse("2026-11-22").ok_or("no day")?;
    let request = DecideRequest::new("cn/complaint")
        .as_of(day)
        .issue("notice")
        .fact("right_type", "trademark")
        .fact("n_identity", true)
        .fact("n_locate", false);
    let decision = decide(built_in(), &request)?;

    let mut out = String::new();
    for issue in &decision.issues {
        let verdict = issue.verdict.as_deref().unwrap_or("open");
        writeln!(out, "{}: {verdict}, settled: {}", issue.issue, issue.settled)?;
        for fact in &issue.because {
            writeln!(out, "  because of {fact}")?;
        }
        for missing in issue.missing.iter().filter(|missing| missing.state == Truth::No) {
            writeln!(out, "  lacks {}", missing.element)?;
        }
        for citation in &issue.citations {
            writeln!(out, "  see {}", citation.provision)?;
        }
    }
    Ok(out)
}
