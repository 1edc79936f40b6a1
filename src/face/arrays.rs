//! Typed arrays in, typed arrays out: rows are copied into the engine and back as they lie, and
//! no value of a row is converted.

use js_sys::{
    Array, ArrayBuffer, Float64Array, Function, Int32Array, Object, Reflect, Uint8Array,
    Uint16Array, Uint32Array,
};
use serde_json::{Map, Value};
use wasm_bindgen::prelude::*;

use crate::answer::Failure;
use crate::problem::{Code, Problem, child};
use crate::refused::Refused;
use crate::request::Reader;

use super::value;

/// An array that was handed over.
pub(super) enum Handed {
    Bytes(Vec<u8>),
    Words(Vec<u32>),
    Whole(Vec<i32>),
    Floats(Vec<f64>),
}

/// Whether the memory of an array was not given away, to a worker for instance: to copy from it
/// would throw in the midst of a call. Its entries are asked for, which copies nothing.
fn is_there(array: &JsValue) -> bool {
    let entries = Reflect::get(array, &"entries".into());
    let entries = entries.ok().and_then(|entries| entries.dyn_into::<Function>().ok());
    entries.is_some_and(|entries| entries.call0(array).is_ok())
}

impl Handed {
    fn of(value: &JsValue) -> Option<Self> {
        if let Some(array) = value.dyn_ref::<Uint8Array>() {
            return Some(Self::Bytes(array.to_vec()));
        }
        if let Some(array) = value.dyn_ref::<Uint32Array>() {
            return Some(Self::Words(array.to_vec()));
        }
        if let Some(array) = value.dyn_ref::<Int32Array>() {
            return Some(Self::Whole(array.to_vec()));
        }
        value.dyn_ref::<Float64Array>().map(|array| Self::Floats(array.to_vec()))
    }

    pub(super) fn len(&self) -> usize {
        match self {
            Self::Bytes(list) => list.len(),
            Self::Words(list) => list.len(),
            Self::Whole(list) => list.len(),
            Self::Floats(list) => list.len(),
        }
    }
}

/// The arrays of an object by their names; what is `null` or `undefined` is left out.
///
/// # Errors
///
/// What is no object, cannot be read, or is no array of one of the four kinds, with its path.
pub(super) fn arrays(value: &JsValue, path: &str) -> Result<Vec<(String, Handed)>, Refused> {
    let mut reader = Reader::default();
    let mut found = Vec::new();
    let plain = value.is_object() && !Array::is_array(value);
    let keys = if plain { Reflect::own_keys(value).ok() } else { None };
    let Some(keys) = keys else {
        reader.wrong(&Value::Null, path, "object");
        return reader.need(None);
    };
    for key in keys.iter() {
        let Some(name) = key.as_string() else {
            reader.report(Problem::new(Code::NotJson, path).with("value", "symbol"));
            continue;
        };
        let at = child(path, &name);
        let Ok(array) = Reflect::get(value, &key) else {
            reader.report(Problem::new(Code::UnreadableValue, at).with("value", &name));
            continue;
        };
        if array.is_null() || array.is_undefined() {
            continue;
        }
        if ArrayBuffer::is_view(&array) && !is_there(&array) {
            reader.report(Problem::new(Code::UnreadableValue, at).with("value", &name));
            continue;
        }
        match Handed::of(&array) {
            Some(handed) => found.push((name, handed)),
            None => {
                let expected = "Uint8Array, Uint32Array, Int32Array, Float64Array";
                let problem = Problem::new(Code::WrongType, at).with("value", &name);
                reader.report(problem.with("expected", expected));
            }
        }
    }
    reader.finish(found)
}

/// An object with options; one without any, where nothing is handed over.
///
/// # Errors
///
/// What is no object with these keys alone.
pub(super) fn options(value: &JsValue, keys: &[&str]) -> Result<Map<String, Value>, Refused> {
    if value.is_undefined() {
        return Ok(Map::new());
    }
    let read = value::read(value)?;
    let mut reader = Reader::default();
    let map = reader.object(&read, "", keys).cloned();
    reader.need(map)
}

/// An object of arrays, as it is handed back.
pub(super) struct Arrays(Object);

impl Arrays {
    pub(super) fn new() -> Self {
        Self(Object::new())
    }

    pub(super) fn with(self, name: &str, array: impl Into<JsValue>) -> Self {
        // A plain object takes every key.
        let _ = Reflect::set(&self.0, &name.into(), &array.into());
        self
    }

    pub(super) fn bytes(self, name: &str, list: &[u8]) -> Self {
        self.with(name, Uint8Array::from(list))
    }

    pub(super) fn halves(self, name: &str, list: &[u16]) -> Self {
        self.with(name, Uint16Array::from(list))
    }

    pub(super) fn words(self, name: &str, list: &[u32]) -> Self {
        self.with(name, Uint32Array::from(list))
    }

    pub(super) fn whole(self, name: &str, list: &[i32]) -> Self {
        self.with(name, Int32Array::from(list))
    }

    pub(super) fn handed_over(self) -> JsValue {
        self.0.into()
    }
}

/// Arrays or a refusal, as they are handed over.
pub(super) fn told(answer: Result<Arrays, Refused>) -> JsValue {
    match answer {
        Ok(arrays) => arrays.handed_over(),
        Err(refused) => super::handed_over::<()>(&Err(Failure::from(refused))),
    }
}
