//! The seal of a compiled library: a checksum behind its bytes, set by whoever looked whether it
//! is whole, and checked by whoever trusts that.
//!
//! The build reads its library back and looks up every id in it. An engine that asked the same
//! again would carry the whole search into every page; the seal tells it that these are the
//! bytes that were looked at. It finds every change of up to 32 bits that stand together, and
//! any other one but for one in four thousand millions. It is no signature: who changes the
//! bytes on purpose can seal them anew.

use crc::{CRC_32_ISCSI, Crc, NoTable};

/// The checksum. It is taken once of some hundred thousand bytes: a table would only add to
/// them.
const CHECKSUM: Crc<u32, NoTable> = Crc::<u32, NoTable>::new(&CRC_32_ISCSI);

/// The bytes with their seal behind them.
///
/// ```
/// use zhengpin_law::seal::{opened, sealed};
///
/// let mut bytes = sealed(b"a library".to_vec());
/// assert_eq!(opened(&bytes), Some(&b"a library"[..]));
/// bytes[0] ^= 1;
/// assert_eq!(opened(&bytes), None);
/// ```
#[must_use]
pub fn sealed(mut bytes: Vec<u8>) -> Vec<u8> {
    let sum = CHECKSUM.checksum(&bytes);
    bytes.extend(sum.to_le_bytes());
    bytes
}

/// The bytes before the seal, if they are those that it was set on.
#[must_use]
pub fn opened(bytes: &[u8]) -> Option<&[u8]> {
    let (bytes, seal) = bytes.split_last_chunk()?;
    (CHECKSUM.checksum(bytes) == u32::from_le_bytes(*seal)).then_some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Source: the check value that the catalogue of this checksum gives for these nine bytes.
    #[test]
    fn the_checksum_is_the_one_it_is_named_after() {
        let mut expected = b"123456789".to_vec();
        expected.extend(0xe306_9283_u32.to_le_bytes());
        assert_eq!(sealed(b"123456789".to_vec()), expected);
    }

    fn flip(bytes: &mut [u8], bit: usize) {
        if let Some(byte) = bytes.get_mut(bit / 8) {
            *byte ^= 1 << (bit % 8);
        }
    }

    #[test]
    fn what_is_cut_off_longer_or_changed_in_any_bits_that_stand_together_is_not_opened() {
        let bytes = sealed((0..=255).collect());
        assert!(opened(&bytes).is_some());
        for end in 0..bytes.len() {
            assert_eq!(opened(bytes.get(..end).unwrap_or(&[])), None, "cut off at {end}");
        }
        assert_eq!(opened(&[bytes.as_slice(), &[0]].concat()), None);
        for bit in 0..bytes.len() * 8 - 32 {
            // The first and the last of up to 32 bits, which are one and the same at first.
            let mut changed = bytes.clone();
            flip(&mut changed, bit);
            assert_eq!(opened(&changed), None, "bit {bit}");
            for last in bit + 1..bit + 32 {
                flip(&mut changed, last);
                assert_eq!(opened(&changed), None, "bits {bit} and {last}");
                flip(&mut changed, last);
            }
        }
    }
}
