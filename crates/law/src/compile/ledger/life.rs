//! Resolves how long points and strikes count.

use crate::rulebook::{Book, Life, LifeFrom, StrikeLife};

use super::basis::When;
use super::booked::{CompiledBook, CompiledLife, CompiledStrikeLife, LifeLength};
use super::resolver::To;

pub(super) fn book(to: To<'_, '_, '_, '_>, id: String, path: &str, book: &Book) -> CompiledBook {
    let lives = book
        .life
        .as_ref()
        .map_or_else(Vec::new, |lives| to.variants(lives, &format!("{path}/life"), life));
    // A life is as well attested as its own text and its time in force are together.
    let lives = lives.into_iter().map(|one| {
        let mut life = one.is;
        life.basis.confidence = life.basis.confidence.min(one.confidence);
        life.basis.when = one.when;
        life
    });
    CompiledBook { id, life: lives.collect() }
}

fn life(to: To<'_, '_, '_, '_>, life: &Life, path: &str) -> CompiledLife {
    let length = match (life.days, life.from, &life.until) {
        (Some(days), Some(from), None) => {
            to.not_none(path, life.days);
            LifeLength::Days(days, from)
        }
        (None, None, Some(turn)) => {
            to.months(path, &turn.months);
            LifeLength::Until(turn.clone())
        }
        _ => {
            to.one_of(path, "", "days + from, until");
            LifeLength::Days(1, LifeFrom::Instant)
        }
    };
    let when = When::default();
    let basis = to.basis(&life.cite, life.confidence, when, path);
    CompiledLife { length, basis }
}

pub(super) fn strike_life(
    to: To<'_, '_, '_, '_>,
    id: String,
    path: &str,
    life: &StrikeLife,
) -> CompiledStrikeLife {
    to.not_none(path, Some(life.days));
    let when = to.when(life.in_force, &life.read, path, &id);
    let basis = to.basis(&life.cite, life.confidence, when, path);
    let length = LifeLength::Days(life.days, life.from);
    CompiledStrikeLife { id, life: CompiledLife { length, basis } }
}
