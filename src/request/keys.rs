//! The keys of a request, from its type.

use std::fmt;

use serde::de::{self, Deserialize, Deserializer, Visitor};
use serde::forward_to_deserialize_any;

/// The keys of a struct, as JSON writes them, in the order of its fields; none, where it is no
/// struct or takes keys besides its fields.
///
/// ```
/// use zhengpin::request::{DescribeRequest, keys};
///
/// assert_eq!(keys::<DescribeRequest>(), ["rulebook", "asOf", "with"]);
/// ```
#[must_use]
pub fn keys<'de, T: Deserialize<'de>>() -> &'static [&'static str] {
    match T::deserialize(Asking) {
        Ok(_) => &[],
        Err(Keys(keys)) => keys,
    }
}

/// What asks a struct for its keys: it answers the question how to read it with these, and
/// reads nothing.
struct Asking;

/// The keys, on the way on which errors go.
#[derive(Debug)]
struct Keys(&'static [&'static str]);

impl fmt::Display for Keys {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("nothing is read here")
    }
}

impl std::error::Error for Keys {}

impl de::Error for Keys {
    fn custom<T: fmt::Display>(_: T) -> Self {
        Self(&[])
    }
}

impl<'de> Deserializer<'de> for Asking {
    type Error = Keys;

    fn deserialize_any<V: Visitor<'de>>(self, _: V) -> Result<V::Value, Keys> {
        Err(Keys(&[]))
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        keys: &'static [&'static str],
        _: V,
    ) -> Result<V::Value, Keys> {
        Err(Keys(keys))
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 u8 u16 u32 u64 f32 f64 char str string bytes byte_buf option unit
        unit_struct newtype_struct seq tuple tuple_struct map enum identifier ignored_any
    }
}
