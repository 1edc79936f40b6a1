//! Reads what `postcard` wrote, where a [seal](crate::seal) shows that these are the bytes that
//! were read back whole.
//!
//! Such bytes hold what they are read as, so reading them has no error: its type has no value.
//! What would take apart a half-read library on the way out is then never built, which is two
//! fifths of what reading it weighs in a page.

use std::fmt;

use serde::de::value::U32Deserializer;
use serde::de::{
    self, Deserialize, DeserializeSeed, Deserializer, EnumAccess, IntoDeserializer, MapAccess,
    SeqAccess, VariantAccess, Visitor,
};

/// What bytes hold that a seal vouches for.
///
/// ```
/// use zhengpin_law::vouched;
///
/// let bytes = postcard::to_allocvec(&("days", vec![Some(-300), None])).unwrap_or_default();
/// assert_eq!(vouched::read::<(&str, Vec<Option<i32>>)>(&bytes), ("days", vec![Some(-300), None]));
/// ```
///
/// # Panics
///
/// Where the bytes hold anything else, which a seal on them rules out.
#[must_use]
pub fn read<'de, T: Deserialize<'de>>(bytes: &'de [u8]) -> T {
    let mut rest = Rest(bytes);
    match T::deserialize(&mut rest) {
        Ok(read) => read,
        Err(wrong) => match wrong {},
    }
}

/// That the bytes are not what was sealed: it has no value, because they are.
#[derive(Debug)]
enum Impossible {}

impl fmt::Display for Impossible {
    fn fmt(&self, _: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {}
    }
}

impl std::error::Error for Impossible {}

impl de::Error for Impossible {
    fn custom<T: fmt::Display>(_: T) -> Self {
        not_as_sealed()
    }
}

#[cold]
#[inline(never)]
#[expect(clippy::panic, reason = "the seal was checked: these bytes were read back by the build")]
fn not_as_sealed() -> ! {
    panic!("what is sealed was read back whole")
}

/// The bytes that are still to be read.
struct Rest<'de>(&'de [u8]);

impl<'de> Rest<'de> {
    fn byte(&mut self) -> u8 {
        let Some((byte, rest)) = self.0.split_first() else { not_as_sealed() };
        self.0 = rest;
        *byte
    }

    /// A number, seven bits to a byte, the lowest first.
    #[inline(never)]
    fn number(&mut self) -> u64 {
        let (mut number, mut shift) = (0, 0);
        loop {
            let byte = self.byte();
            number |= u64::from(byte & 0x7f).wrapping_shl(shift);
            if byte < 0x80 {
                return number;
            }
            shift += 7;
        }
    }

    /// A number whose sign is its lowest bit.
    #[expect(clippy::cast_possible_wrap, reason = "half a number fits")]
    fn signed(&mut self) -> i64 {
        let number = self.number();
        (number >> 1) as i64 ^ -((number & 1) as i64)
    }

    #[expect(
        clippy::cast_possible_truncation,
        reason = "it was written from a number of this size"
    )]
    fn length(&mut self) -> usize {
        self.number() as usize
    }

    #[inline(never)]
    fn bytes(&mut self) -> &'de [u8] {
        let length = self.length();
        let Some((bytes, rest)) = self.0.split_at_checked(length) else { not_as_sealed() };
        self.0 = rest;
        bytes
    }

    #[inline(never)]
    fn text(&mut self) -> &'de str {
        std::str::from_utf8(self.bytes()).unwrap_or_else(|_| not_as_sealed())
    }
}

/// Numbers of each size, all written alike.
macro_rules! numbers {
    ($($of:ident $deserialize:ident $visit:ident $as:ty;)*) => {$(
        #[expect(
            clippy::cast_possible_truncation,
            reason = "it was written from a number of this size"
        )]
        fn $deserialize<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Impossible> {
            visitor.$visit(self.$of() as $as)
        }
    )*};
}

impl<'de> Deserializer<'de> for &mut Rest<'de> {
    type Error = Impossible;

    numbers! {
        signed deserialize_i16 visit_i16 i16;
        signed deserialize_i32 visit_i32 i32;
        number deserialize_u16 visit_u16 u16;
        number deserialize_u32 visit_u32 u32;
    }

    fn deserialize_i64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Impossible> {
        visitor.visit_i64(self.signed())
    }

    fn deserialize_u64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Impossible> {
        visitor.visit_u64(self.number())
    }

    fn deserialize_u8<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Impossible> {
        visitor.visit_u8(self.byte())
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Impossible> {
        visitor.visit_bool(self.byte() != 0)
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Impossible> {
        visitor.visit_borrowed_str(self.text())
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Impossible> {
        self.deserialize_str(visitor)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Impossible> {
        if self.byte() == 0 { visitor.visit_none() } else { visitor.visit_some(self) }
    }

    fn deserialize_unit<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Impossible> {
        visitor.visit_unit()
    }

    fn deserialize_unit_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, Impossible> {
        visitor.visit_unit()
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, Impossible> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Impossible> {
        let left = self.length();
        visitor.visit_seq(List { rest: self, left })
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Impossible> {
        let left = self.length();
        visitor.visit_map(List { rest: self, left })
    }

    fn deserialize_tuple<V: Visitor<'de>>(
        self,
        _: usize,
        visitor: V,
    ) -> Result<V::Value, Impossible> {
        visitor.visit_seq(Fields(self))
    }

    fn deserialize_tuple_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: usize,
        visitor: V,
    ) -> Result<V::Value, Impossible> {
        visitor.visit_seq(Fields(self))
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Impossible> {
        visitor.visit_seq(Fields(self))
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Impossible> {
        visitor.visit_enum(self)
    }

    /// What no compiled rulebook holds.
    fn deserialize_any<V: Visitor<'de>>(self, _: V) -> Result<V::Value, Impossible> {
        not_as_sealed()
    }

    serde::forward_to_deserialize_any! {
        i8 f32 f64 char bytes byte_buf identifier ignored_any
    }

    fn is_human_readable(&self) -> bool {
        false
    }
}

/// The fields of a struct. It is read with as many as it was written with, so they never end.
struct Fields<'a, 'de>(&'a mut Rest<'de>);

impl<'de> SeqAccess<'de> for Fields<'_, 'de> {
    type Error = Impossible;

    fn next_element_seed<T: DeserializeSeed<'de>>(
        &mut self,
        seed: T,
    ) -> Result<Option<T::Value>, Impossible> {
        seed.deserialize(&mut *self.0).map(Some)
    }
}

/// The entries of a list or a map.
struct List<'a, 'de> {
    rest: &'a mut Rest<'de>,
    left: usize,
}

impl List<'_, '_> {
    /// Whether there is another one.
    fn goes_on(&mut self) -> bool {
        let more = self.left > 0;
        self.left = self.left.saturating_sub(1);
        more
    }
}

impl<'de> SeqAccess<'de> for List<'_, 'de> {
    type Error = Impossible;

    fn next_element_seed<T: DeserializeSeed<'de>>(
        &mut self,
        seed: T,
    ) -> Result<Option<T::Value>, Impossible> {
        if self.goes_on() { seed.deserialize(&mut *self.rest).map(Some) } else { Ok(None) }
    }

    fn size_hint(&self) -> Option<usize> {
        Some(self.left)
    }
}

impl<'de> MapAccess<'de> for List<'_, 'de> {
    type Error = Impossible;

    fn next_key_seed<K: DeserializeSeed<'de>>(
        &mut self,
        seed: K,
    ) -> Result<Option<K::Value>, Impossible> {
        self.next_element_seed(seed)
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(
        &mut self,
        seed: V,
    ) -> Result<V::Value, Impossible> {
        seed.deserialize(&mut *self.rest)
    }

    fn size_hint(&self) -> Option<usize> {
        Some(self.left)
    }
}

impl<'de> EnumAccess<'de> for &mut Rest<'de> {
    type Error = Impossible;
    type Variant = Self;

    #[expect(clippy::cast_possible_truncation, reason = "variants are counted by such numbers")]
    fn variant_seed<V: DeserializeSeed<'de>>(
        self,
        seed: V,
    ) -> Result<(V::Value, Self), Impossible> {
        let variant: U32Deserializer<Impossible> = (self.number() as u32).into_deserializer();
        Ok((seed.deserialize(variant)?, self))
    }
}

impl<'de> VariantAccess<'de> for &mut Rest<'de> {
    type Error = Impossible;

    fn unit_variant(self) -> Result<(), Impossible> {
        Ok(())
    }

    fn newtype_variant_seed<T: DeserializeSeed<'de>>(
        self,
        seed: T,
    ) -> Result<T::Value, Impossible> {
        seed.deserialize(self)
    }

    fn tuple_variant<V: Visitor<'de>>(self, _: usize, visitor: V) -> Result<V::Value, Impossible> {
        visitor.visit_seq(Fields(self))
    }

    fn struct_variant<V: Visitor<'de>>(
        self,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Impossible> {
        visitor.visit_seq(Fields(self))
    }
}
