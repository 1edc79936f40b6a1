//! A sum of money, as a request writes it.

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use serde_json::Number;

/// A sum in yuan, to the fen. JSON writes it as a number of yuan with at most two decimals.
///
/// ```
/// use zhengpin::request::Yuan;
///
/// let sum = Yuan::fen(4_788_050);
/// assert_eq!(serde_json::to_string(&sum)?, "47880.5");
/// assert_eq!(serde_json::from_str::<Yuan>("47880.50")?, sum);
/// assert!(serde_json::from_str::<Yuan>("0.001").is_err());
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub struct Yuan {
    fen: u64,
}

impl Yuan {
    /// So many whole yuan.
    #[must_use]
    pub fn whole(yuan: u32) -> Self {
        Self { fen: u64::from(yuan) * 100 }
    }

    /// So many fen, of which a yuan has 100.
    #[must_use]
    pub fn fen(fen: u64) -> Self {
        Self { fen }
    }

    /// The sum that a number in digits is worth in yuan; none, if it is below zero or has more
    /// than two decimals.
    #[must_use]
    pub fn of(number: &Number) -> Option<Self> {
        Self::read(&number.to_string())
    }

    /// The sum in fen.
    #[must_use]
    pub fn in_fen(self) -> u64 {
        self.fen
    }

    fn read(written: &str) -> Option<Self> {
        let (yuan, decimals) = written.split_once('.').unwrap_or((written, ""));
        let decimals = match decimals.len() {
            0 => 0,
            1 => decimals.parse::<u64>().ok()?.checked_mul(10)?,
            2 => decimals.parse().ok()?,
            _ => return None,
        };
        let fen = yuan.parse::<u64>().ok()?.checked_mul(100)?.checked_add(decimals)?;
        Some(Self { fen })
    }
}

impl Serialize for Yuan {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let (yuan, rest) = (self.fen / 100, self.fen % 100);
        if rest == 0 {
            return serializer.serialize_u64(yuan);
        }
        // The nearest number to a decimal of at most 17 digits is written as that decimal.
        let written: f64 =
            format!("{yuan}.{rest:02}").parse().map_err(serde::ser::Error::custom)?;
        serializer.serialize_f64(written)
    }
}

impl<'de> Deserialize<'de> for Yuan {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let number = Number::deserialize(deserializer)?;
        let expected = "expected a number of yuan with at most two decimals";
        Self::of(&number).ok_or_else(|| de::Error::custom(format!("`{number}`; {expected}")))
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Yuan {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Yuan".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "description": "A sum in yuan, with at most two decimals.",
            "type": "number",
            "minimum": 0,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::Yuan;

    // Source: 1 yuan is 100 fen.
    #[test]
    fn yuan_have_at_most_two_decimals() {
        let fen = |written| Yuan::read(written).map(Yuan::in_fen);
        assert_eq!(fen("39.9"), Some(3990));
        assert_eq!(fen("47880.00"), Some(4_788_000));
        assert_eq!(fen("0.05"), Some(5));
        for wrong in ["-1", "1.005", "1e21"] {
            assert_eq!(fen(wrong), None, "{wrong}");
        }
    }
}
