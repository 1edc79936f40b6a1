//! The values of variables of a block of rows, variable by variable.

use crate::diagram::{Level, Var};

/// How many rows are looked at together: as many as a word has bits.
pub(super) const LANES: usize = 64;

/// The values of all variables of as many rows. One that is open has the value after its last.
#[derive(Clone, Debug)]
pub(super) struct LevelBlock {
    lanes: Vec<[Level; LANES]>,
}

impl LevelBlock {
    /// All variables open; of each is told how many values it has.
    pub(super) fn new(arities: &[Level]) -> Self {
        Self { lanes: arities.iter().map(|arity| [*arity; LANES]).collect() }
    }

    /// The value of a variable in a row.
    pub(super) fn level(&self, var: Var, lane: usize) -> Level {
        self.of(var).get(lane).copied().unwrap_or(Level::MAX)
    }

    /// The values of a variable.
    pub(super) fn of(&self, var: Var) -> &[Level; LANES] {
        const OPEN: [Level; LANES] = [Level::MAX; LANES];
        self.lanes.get(usize::from(var)).unwrap_or(&OPEN)
    }

    /// The values of a variable, to be changed.
    pub(super) fn of_mut(&mut self, var: Var) -> Option<&mut [Level; LANES]> {
        self.lanes.get_mut(usize::from(var))
    }

    /// Gives a variable a value in a row.
    #[cfg(test)]
    pub(super) fn set(&mut self, var: Var, lane: usize, level: Level) {
        if let Some(place) = self.of_mut(var).and_then(|lanes| lanes.get_mut(lane)) {
            *place = level;
        }
    }
}

/// The rows of which a bit is set, as the bits of a word.
pub(super) fn bits(lanes: &[u8; LANES], bit: u32) -> u64 {
    const LOWEST: u64 = 0x0101_0101_0101_0101;
    // Brings the lowest bit of each of eight bytes together in the highest byte.
    const GATHER: u64 = 0x0102_0408_1020_4080;
    let (eights, _) = lanes.as_chunks::<8>();
    let words = eights.iter().zip((0..).step_by(8));
    words.fold(0, |bits, (eight, shift)| {
        let word = u64::from_le_bytes(*eight) >> bit & LOWEST;
        bits | word.wrapping_mul(GATHER) >> 56 << shift
    })
}

/// For each row, the bits that it has in eight words, the lowest from the first: [`bits`] the
/// other way round.
pub(super) fn bytes(words: &[u64; 8]) -> [u8; LANES] {
    let mut lanes = [0; LANES];
    if words.iter().all(|word| *word == 0) {
        return lanes;
    }
    let (eights, _) = lanes.as_chunks_mut::<8>();
    for (eight, shift) in eights.iter_mut().zip((0..).step_by(8)) {
        let square = words.iter().zip((0..).step_by(8)).fold(0, |square, (word, place)| {
            square | (word >> shift & u64::from(u8::MAX)) << place
        });
        *eight = turned(square).to_le_bytes();
    }
    lanes
}

/// A square of eight by eight bits, its rows for its columns: the halves of ever greater squares
/// change places.
fn turned(square: u64) -> u64 {
    let swap = |square: u64, by: u32, half: u64| {
        let apart = (square ^ square >> by) & half;
        square ^ apart ^ apart << by
    };
    let square = swap(square, 7, 0x00aa_00aa_00aa_00aa);
    let square = swap(square, 14, 0x0000_cccc_0000_cccc);
    swap(square, 28, 0x0000_0000_f0f0_f0f0)
}

/// The rows of a word, in order.
pub(super) fn rows(mut word: u64) -> impl Iterator<Item = usize> {
    std::iter::from_fn(move || {
        let row = usize::try_from(word.trailing_zeros()).ok().filter(|_| word != 0)?;
        word &= word - 1;
        Some(row)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Source: the bits read off one by one.
    #[test]
    fn bits_are_those_of_the_lanes() {
        let mut lanes = [0; LANES];
        let mut seed: u64 = 1;
        for lane in &mut lanes {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            *lane = u8::try_from(seed >> 56).unwrap_or_default();
        }
        for bit in 0..8 {
            let word = bits(&lanes, bit);
            for (lane, value) in lanes.iter().enumerate() {
                assert_eq!(word >> lane & 1, u64::from(value >> bit & 1));
            }
            let set = lanes.iter().enumerate().filter(|(_, value)| **value >> bit & 1 == 1);
            assert!(rows(word).eq(set.map(|(lane, _)| lane)));
        }
        assert_eq!(bytes(&[0, 1, 2, 3, 4, 5, 6, 7].map(|bit| bits(&lanes, bit))), lanes);
    }
}
