//! What do these findings cost a shop, what would one more do, and did the platform take too much?

use std::error::Error;
use std::fmt::Write;

use zhengpin::library::built_in;
use zhengpin::request::{Finding, SimulateRequest, Taken};
use zhengpin::simulate::simulate;

fn main() -> Result<(), Box<dyn Error>> {
    print!("{}", told()?);
    Ok(())
}

/// What the program prints.
pub(crate) fn told() -> Result<String, Box<dyn Error>> {
    let taken = Taken::new().points(24);
    let request = SimulateRequest::new("taobao/counterfeit")
        .finding(Finding::new("spring", "2017-04-01", "sale"))
        .finding(Finding::new("summer", "2017-07-01", "sale").taken(taken));
    let ledger = simulate(built_in(), &request)?;

    let mut out = String::new();
    for entry in &ledger.entries {
        writeln!(out, "{}: {} points, {} in all", entry.id, entry.points, entry.ledger)?;
        let audit = entry.audit.as_ref().and_then(|audit| audit.points.as_ref());
        if let Some(points) = audit {
            writeln!(out, "  the platform took {}, due were {}", points.taken, points.due)?;
        }
    }
    let status = &ledger.status;
    writeln!(out, "open: {}, with {} strikes", status.open, status.strikes)?;
    let next = ledger.forecast.iter().flat_map(|forecast| &forecast.next);
    for one in next.filter(|one| one.closes) {
        writeln!(out, "one more {} closes the shop", one.tier)?;
    }
    Ok(out)
}
