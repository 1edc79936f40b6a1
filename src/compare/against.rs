//! Comparing two rulebooks: an author's edited copy with what it was made from, or a
//! platform's rule with another's.

use chrono::NaiveDate as Date;
use serde_json::{Map, Value};

use crate::compile::{Compiled, Library, Standing, join};
use crate::decide::{case_in, rulebook};
use crate::problem::{Code, Problem};
use crate::refused::Refused;
use crate::request::Reader;

use super::rules::Whole;
use super::{Against, Comparison, Pair};

/// The key under which a request names the second rulebook.
pub(super) const AGAINST: &str = "against";

/// Compares the rulebook of a request with the one under [`AGAINST`].
pub(super) fn against(
    library: &Library,
    map: &Map<String, Value>,
    to: Option<Date>,
    limit: usize,
    mut reader: Reader,
) -> Result<Comparison, Refused> {
    let from = map.get("from").and_then(|value| reader.date(value, "/from"));
    let one = rulebook(library, map, "rulebook", &mut reader);
    let other = rulebook(library, map, AGAINST, &mut reader);
    let found = one.zip(other).zip(from.zip(to));
    let ((one, other), (from, to)) = reader.need(found)?;
    library.law(one, "/rulebook")?;
    let never_in_force = library.law(other, "").is_err();
    let (one, other) = (standing(one, from, "/from")?, standing(other, to, "/to")?);
    let joined = join(one, other, "/against").map_err(Refused::of)?;
    let before = case_in(&joined.one, &library.calendars, map, "from")?;
    let [version] = joined.other.versions.as_slice() else {
        return Err(Problem::new(Code::Broken, "/against").into());
    };
    let after = before.on(&joined.other, version, to);
    let against = Against {
        rulebook: other.rulebook.id.clone(),
        never_in_force,
        changed: joined.changed.clone(),
    };
    let pair = Pair { before, after, old: Whole(one), new: Whole(other), limit };
    Ok(pair.comparison(Some(against)))
}

/// A rulebook on a day, which stands at `path` in the request.
fn standing<'a>(rulebook: &'a Compiled, day: Date, path: &str) -> Result<Standing<'a>, Refused> {
    let version = rulebook.version_on(day, path)?;
    Ok(Standing { rulebook, version, day })
}
