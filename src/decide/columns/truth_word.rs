//! Three truth values for 64 rows at once.

/// In which rows of a block something holds, and in which it does not.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct TruthWord {
    pub(super) yes: u64,
    pub(super) no: u64,
}

impl TruthWord {
    /// In all of them it holds.
    pub(super) const YES: Self = Self { yes: u64::MAX, no: 0 };
    /// In none of them.
    pub(super) const NO: Self = Self { yes: 0, no: u64::MAX };

    /// Both hold.
    pub(super) fn and(self, other: Self) -> Self {
        Self { yes: self.yes & other.yes, no: self.no | other.no }
    }

    /// At least one holds.
    pub(super) fn or(self, other: Self) -> Self {
        Self { yes: self.yes | other.yes, no: self.no & other.no }
    }

    /// The opposite.
    pub(super) fn opposite(self) -> Self {
        Self { yes: self.no, no: self.yes }
    }

    /// In which rows it is open.
    pub(super) fn open(self) -> u64 {
        !(self.yes | self.no)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::truth::Truth;

    /// Source: the connectives of `Truth`, one by one.
    #[test]
    fn words_are_connected_as_single_values_are() {
        const ALL: [Truth; 3] = [Truth::Yes, Truth::No, Truth::Unknown];
        let word = |truth| match truth {
            Truth::Yes => TruthWord::YES,
            Truth::No => TruthWord::NO,
            Truth::Unknown => TruthWord::default(),
        };
        let same = |one: TruthWord, other: Truth| {
            let other = word(other);
            assert_eq!((one.yes, one.no), (other.yes, other.no));
        };
        for one in ALL {
            same(word(one).opposite(), one.opposite());
            assert_eq!(word(one).open(), if one == Truth::Unknown { u64::MAX } else { 0 });
            for other in ALL {
                same(word(one).and(word(other)), one.and(other));
                same(word(one).or(word(other)), one.or(other));
            }
        }
    }
}
