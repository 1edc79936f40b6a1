//! Answers as JavaScript values: what they are in JSON, without a text between.
//!
//! Our answers are structs of texts and numbers, so writing one has no error, and its type here
//! has no value: nothing is looked at after every field, and nothing is taken apart half-way.

use std::cell::{Cell, RefCell};
use std::fmt;

use js_sys::{Array, Object};
use rustc_hash::FxHashMap;
use serde::ser::{self, Serialize, Serializer};
use wasm_bindgen::prelude::*;

use crate::exact::is_exact;

#[wasm_bindgen]
extern "C" {
    /// An object whose keys are set as in `object[key] = value`.
    type Keyed;
    #[wasm_bindgen(method, indexing_setter)]
    fn set(this: &Keyed, key: &JsValue, value: &JsValue);
}

thread_local! {
    /// The names of fields and variants, each handed over once, by where they stand.
    static NAMES: RefCell<FxHashMap<(*const u8, usize), JsValue>> = RefCell::default();
}

/// An answer as a value; nothing, where it holds a number that JavaScript would take for another
/// one.
pub(super) fn over(answer: &impl Serialize) -> Option<JsValue> {
    let handing = Handing { exact: Cell::new(true) };
    match answer.serialize(&handing) {
        Ok(value) => handing.exact.get().then_some(value),
        Err(never) => match never {},
    }
}

/// What goes wrong with answers: nothing.
#[derive(Debug)]
enum Never {}

impl fmt::Display for Never {
    fn fmt(&self, _: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {}
    }
}

impl std::error::Error for Never {}

impl ser::Error for Never {
    #[expect(clippy::panic, reason = "no answer is written by hand so that it could fail")]
    fn custom<T: fmt::Display>(_: T) -> Self {
        panic!("an answer has a JSON form")
    }
}

struct Handing {
    /// Whether every number so far is one that JavaScript holds.
    exact: Cell<bool>,
}

#[inline(never)]
fn text(text: &str) -> JsValue {
    JsValue::from_str(text)
}

#[inline(never)]
fn name(name: &'static str) -> JsValue {
    NAMES.with_borrow_mut(|names| {
        let place = (name.as_ptr(), name.len());
        names.entry(place).or_insert_with(|| JsValue::from_str(name)).clone()
    })
}

impl Handing {
    #[inline(never)]
    #[expect(clippy::cast_precision_loss, reason = "what is not exact is not handed over")]
    fn whole(&self, number: i64) -> JsValue {
        if !is_exact(number) {
            self.exact.set(false);
        }
        JsValue::from_f64(number as f64)
    }
}

macro_rules! whole {
    ($($serialize:ident $of:ty;)*) => {$(
        fn $serialize(self, number: $of) -> Result<JsValue, Never> {
            Ok(self.whole(i64::from(number)))
        }
    )*};
}

impl<'a> Serializer for &'a Handing {
    type Ok = JsValue;
    type Error = Never;
    type SerializeSeq = List<'a>;
    type SerializeTuple = List<'a>;
    type SerializeTupleStruct = List<'a>;
    type SerializeTupleVariant = OfVariant<List<'a>>;
    type SerializeMap = Entries<'a>;
    type SerializeStruct = Entries<'a>;
    type SerializeStructVariant = OfVariant<Entries<'a>>;

    whole! {
        serialize_i8 i8;
        serialize_i16 i16;
        serialize_i32 i32;
        serialize_i64 i64;
        serialize_u8 u8;
        serialize_u16 u16;
        serialize_u32 u32;
    }

    fn serialize_u64(self, number: u64) -> Result<JsValue, Never> {
        // One beyond the others is not exact either.
        Ok(self.whole(i64::try_from(number).unwrap_or(i64::MAX)))
    }

    fn serialize_f32(self, number: f32) -> Result<JsValue, Never> {
        self.serialize_f64(f64::from(number))
    }

    fn serialize_f64(self, number: f64) -> Result<JsValue, Never> {
        Ok(JsValue::from_f64(number))
    }

    fn serialize_bool(self, answer: bool) -> Result<JsValue, Never> {
        Ok(JsValue::from_bool(answer))
    }

    fn serialize_char(self, character: char) -> Result<JsValue, Never> {
        Ok(text(character.encode_utf8(&mut [0; 4])))
    }

    fn serialize_str(self, written: &str) -> Result<JsValue, Never> {
        Ok(text(written))
    }

    fn serialize_bytes(self, bytes: &[u8]) -> Result<JsValue, Never> {
        self.collect_seq(bytes)
    }

    fn serialize_none(self) -> Result<JsValue, Never> {
        Ok(JsValue::NULL)
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<JsValue, Never> {
        value.serialize(self)
    }

    fn serialize_unit(self) -> Result<JsValue, Never> {
        Ok(JsValue::NULL)
    }

    fn serialize_unit_struct(self, _: &'static str) -> Result<JsValue, Never> {
        Ok(JsValue::NULL)
    }

    fn serialize_unit_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
    ) -> Result<JsValue, Never> {
        Ok(name(variant))
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        value: &T,
    ) -> Result<JsValue, Never> {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        value: &T,
    ) -> Result<JsValue, Never> {
        Ok(within(variant, value.serialize(self)?))
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<List<'a>, Never> {
        Ok(List { list: Array::new(), handing: self })
    }

    fn serialize_tuple(self, _: usize) -> Result<List<'a>, Never> {
        self.serialize_seq(None)
    }

    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Result<List<'a>, Never> {
        self.serialize_seq(None)
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        _: usize,
    ) -> Result<OfVariant<List<'a>>, Never> {
        Ok(OfVariant { variant, value: self.serialize_seq(None)? })
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Entries<'a>, Never> {
        let object = Object::new().unchecked_into();
        Ok(Entries { object, key: JsValue::NULL, handing: self })
    }

    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Entries<'a>, Never> {
        self.serialize_map(None)
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        _: usize,
    ) -> Result<OfVariant<Entries<'a>>, Never> {
        Ok(OfVariant { variant, value: self.serialize_map(None)? })
    }
}

/// An object with one key: a variant with what it holds.
#[inline(never)]
fn within(variant: &'static str, value: JsValue) -> JsValue {
    let object: Keyed = Object::new().unchecked_into();
    object.set(&name(variant), &value);
    object.into()
}

/// A variant and what it holds, which is being written.
struct OfVariant<T> {
    variant: &'static str,
    value: T,
}

/// A list that is being written.
struct List<'a> {
    list: Array,
    handing: &'a Handing,
}

impl List<'_> {
    fn push<T: Serialize + ?Sized>(&self, value: &T) -> Result<(), Never> {
        self.list.push(&value.serialize(self.handing)?);
        Ok(())
    }
}

macro_rules! lists {
    ($($kind:ident $serialize:ident;)*) => {$(
        impl ser::$kind for List<'_> {
            type Ok = JsValue;
            type Error = Never;

            fn $serialize<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Never> {
                self.push(value)
            }

            fn end(self) -> Result<JsValue, Never> {
                Ok(self.list.into())
            }
        }
    )*};
}

lists! {
    SerializeSeq serialize_element;
    SerializeTuple serialize_element;
    SerializeTupleStruct serialize_field;
}

impl ser::SerializeTupleVariant for OfVariant<List<'_>> {
    type Ok = JsValue;
    type Error = Never;

    fn serialize_field<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Never> {
        self.value.push(value)
    }

    fn end(self) -> Result<JsValue, Never> {
        Ok(within(self.variant, self.value.list.into()))
    }
}

/// An object that is being written.
struct Entries<'a> {
    object: Keyed,
    /// The key of which the value comes next.
    key: JsValue,
    handing: &'a Handing,
}

impl Entries<'_> {
    #[inline(never)]
    fn put(&self, key: &'static str, value: JsValue) {
        self.object.set(&name(key), &value);
    }
}

impl ser::SerializeMap for Entries<'_> {
    type Ok = JsValue;
    type Error = Never;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), Never> {
        self.key = key.serialize(self.handing)?;
        Ok(())
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Never> {
        self.object.set(&self.key, &value.serialize(self.handing)?);
        Ok(())
    }

    fn end(self) -> Result<JsValue, Never> {
        Ok(self.object.into())
    }
}

impl ser::SerializeStruct for Entries<'_> {
    type Ok = JsValue;
    type Error = Never;

    fn serialize_field<T: Serialize + ?Sized>(
        &mut self,
        key: &'static str,
        value: &T,
    ) -> Result<(), Never> {
        self.put(key, value.serialize(self.handing)?);
        Ok(())
    }

    fn end(self) -> Result<JsValue, Never> {
        Ok(self.object.into())
    }
}

impl ser::SerializeStructVariant for OfVariant<Entries<'_>> {
    type Ok = JsValue;
    type Error = Never;

    fn serialize_field<T: Serialize + ?Sized>(
        &mut self,
        key: &'static str,
        value: &T,
    ) -> Result<(), Never> {
        self.value.put(key, value.serialize(self.value.handing)?);
        Ok(())
    }

    fn end(self) -> Result<JsValue, Never> {
        Ok(within(self.variant, self.value.object.into()))
    }
}
