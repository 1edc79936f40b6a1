//! Reading JavaScript values: whatever a caller hands over is read as what it says, or refused
//! with its path. Nothing is taken for "nothing stated".
//!
//! What is judged is what was read here, once: a getter or a proxy cannot say one thing when
//! it is looked at and another when it is used, and no `toJSON` is called.

use js_sys::{Array, Function, JsString, Object, Reflect};
use serde_json::{Map, Number, Value};
use wasm_bindgen::prelude::*;

use crate::json::{self, Parsed, Pointer, Token};
use crate::limits;
use crate::problem::{Code, Problem};
use crate::request::Reader;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(catch, js_namespace = Array, js_name = isArray)]
    fn is_array(value: &JsValue) -> Result<bool, JsValue>;
    #[wasm_bindgen(catch, js_namespace = Object, js_name = keys)]
    fn keys(value: &JsValue) -> Result<Array, JsValue>;
    #[wasm_bindgen(catch, js_namespace = Object, js_name = getOwnPropertySymbols)]
    fn symbols(value: &JsValue) -> Result<Array, JsValue>;
    /// `[object Map]`
    #[wasm_bindgen(catch, js_namespace = ["Object", "prototype", "toString"], js_name = call)]
    fn named(value: &JsValue) -> Result<String, JsValue>;
}

/// Reads a request.
///
/// - Plain objects are read by their own keys, in order; a key that is `undefined` is absent.
/// - Lists, texts, `true`, `false`, `null` and finite numbers are what they are.
/// - A `BigInt` is the number, as Arrow and `DuckDB` hand numbers over.
/// - A `Date` is its instant.
///
/// # Errors
///
/// Those of [`json::parse`], and [`Code::NotJson`], [`Code::CircularValue`] and
/// [`Code::UnreadableValue`] with their paths: for a `Map`, a `Set`, an instance of a class, a
/// function, a symbol, `undefined` in a list, `NaN`, half a character, and everything else.
pub(super) fn read(request: &JsValue) -> Parsed {
    if request.is_undefined() {
        let problem = Problem::new(Code::WrongType, "").with("value", "undefined");
        return Err(problem.with_word("expected", "object").into());
    }
    let mut walk = JsWalk { reader: Reader::default(), within: Vec::new(), bytes: 0 };
    match walk.value(request, &Pointer::ROOT) {
        Ok(value) => walk.reader.need(value),
        Err(TooLarge) => Err(json::too_large().into()),
    }
}

/// The request is longer than any may be; no more of it is read.
struct TooLarge;

/// A value, or nothing where something was wrong with it.
type Walked = Result<Option<Value>, TooLarge>;

struct JsWalk {
    reader: Reader,
    /// The objects and lists in which the value that is being read stands.
    within: Vec<JsValue>,
    /// How many bytes of JSON have been read so far.
    bytes: usize,
}

impl JsWalk {
    fn value(&mut self, value: &JsValue, place: &Pointer<'_>) -> Walked {
        if value.is_null() {
            return self.took(4, Value::Null);
        }
        if let Some(answer) = value.as_bool() {
            return self.took(4, Value::Bool(answer));
        }
        if let Some(number) = value.as_f64() {
            if !number.is_finite() {
                // Written by hand: the general way to write such numbers is large.
                return Ok(self.no_json(place, if number.is_nan() { "NaN" } else { "Infinity" }));
            }
            return self.number(json::number(number), place);
        }
        if let Some(text) = value.dyn_ref::<JsString>() {
            let text = self.text(text, place)?;
            return Ok(text.map(Value::String));
        }
        if value.is_bigint() {
            let whole = i64::try_from(value.clone()).ok().and_then(json::whole);
            return self.number(whole, place);
        }
        if !value.is_object() {
            let kind = value.js_typeof().as_string().unwrap_or_default();
            return Ok(self.no_json(place, &kind));
        }
        if place.is_too_deep() {
            self.reader.report(place.too_deep());
            return Ok(None);
        }
        if self.within.contains(value) {
            self.reader.report(Problem::new(Code::CircularValue, place.path()));
            return Ok(None);
        }
        self.within.push(value.clone());
        let read = match self.compound(value, place) {
            Ok(walked) => walked,
            Err(thrown) => Ok(self.unreadable(place, &thrown)),
        };
        self.within.pop();
        read
    }

    /// A list, an object, or something of a kind that is neither.
    ///
    /// # Errors
    ///
    /// What a proxy or a getter throws.
    fn compound(&mut self, value: &JsValue, place: &Pointer<'_>) -> Result<Walked, JsValue> {
        let kind = kind(value)?;
        if is_array(value)? {
            return self.list(value.unchecked_ref(), place);
        }
        match kind.as_str() {
            "Object" if is_plain(value)? => self.object(value, place),
            "Object" => Ok(Ok(self.no_json(place, &class(value)))),
            "Date" => Ok(match instant(value) {
                Some(text) => self.took(text.len() + 2, Value::String(text)),
                None => Ok(self.no_json(place, "Invalid Date")),
            }),
            _ => Ok(Ok(self.no_json(place, &kind))),
        }
    }

    fn list(&mut self, list: &Array, place: &Pointer<'_>) -> Result<Walked, JsValue> {
        let length = Reflect::get(list, &"length".into())?.as_f64().unwrap_or_default();
        let mut read = Vec::new();
        for index in 0..u32::MAX {
            if f64::from(index) >= length {
                break;
            }
            let item = Reflect::get_u32(list, index)?;
            let item = self.value(&item, &place.below(Token::Index(read.len())));
            match self.took_one(item) {
                Ok(item) => read.push(item),
                Err(full) => return Ok(Err(full)),
            }
        }
        // Keys beside the items come after them; the items are no holes, or were told.
        for key in keys(list)?.iter().skip(read.len()) {
            let name = key.as_string().unwrap_or_default();
            self.no_json::<Value>(&place.below(Token::Name(&name)), &format!("Array.{name}"));
        }
        Ok(self.took(2, Value::Array(read)))
    }

    fn object(&mut self, object: &JsValue, place: &Pointer<'_>) -> Result<Walked, JsValue> {
        let mut read = Map::new();
        for key in keys(object)?.iter() {
            let value = Reflect::get(object, &key)?;
            if value.is_undefined() {
                continue;
            }
            let key = match self.text(key.unchecked_ref(), place) {
                Ok(Some(key)) => key,
                Ok(None) => continue,
                Err(full) => return Ok(Err(full)),
            };
            if let Some(problem) = place.too_long(&key) {
                self.reader.report(problem);
                continue;
            }
            let value = self.value(&value, &place.below(Token::Name(&key)));
            match self.took_one(value) {
                Ok(value) => drop(read.insert(key, value)),
                Err(full) => return Ok(Err(full)),
            }
        }
        for symbol in symbols(object)?.iter() {
            let described =
                Reflect::get_own_property_descriptor(object.unchecked_ref::<Object>(), &symbol)?;
            if Reflect::get(&described, &"enumerable".into())?.is_truthy() {
                self.no_json::<Value>(place, "symbol");
            }
        }
        Ok(self.took(2, Value::Object(read)))
    }

    fn text(&mut self, text: &JsString, place: &Pointer<'_>) -> Result<Option<String>, TooLarge> {
        if text.length() as usize > limits::REQUEST_BYTES {
            return Err(TooLarge);
        }
        let read = String::from(text);
        // Half a character comes over as this one, which can also stand there by itself.
        if read.contains('\u{fffd}') && JsValue::from_str(&read) != JsValue::from(text) {
            return Ok(self.no_json(place, &read));
        }
        let escaped = |byte: u8| match byte {
            b'"' | b'\\' | b'\n' | b'\r' | b'\t' | 0x08 | 0x0c => 2,
            0..0x20 => 6,
            _ => 1,
        };
        let length: usize = read.bytes().map(escaped).sum();
        self.took(length + 2, read)
    }

    fn number(&mut self, number: Option<Number>, place: &Pointer<'_>) -> Walked {
        let Some(number) = number else {
            self.reader.report(place.imprecise());
            return Ok(None);
        };
        self.took(number.to_string().len(), Value::Number(number))
    }

    /// A value below an object or a list, with the comma or the colon that goes with it.
    fn took_one(&mut self, value: Walked) -> Result<Value, TooLarge> {
        let value = value?.unwrap_or_default();
        self.took(1, value).map(Option::unwrap_or_default)
    }

    fn took<T>(&mut self, bytes: usize, value: T) -> Result<Option<T>, TooLarge> {
        self.bytes += bytes;
        if self.bytes > limits::REQUEST_BYTES { Err(TooLarge) } else { Ok(Some(value)) }
    }

    fn no_json<T>(&mut self, place: &Pointer<'_>, value: &str) -> Option<T> {
        self.reader.report(Problem::new(Code::NotJson, place.path()).with("value", value));
        None
    }

    fn unreadable(&mut self, place: &Pointer<'_>, thrown: &JsValue) -> Option<Value> {
        let message = Reflect::get(thrown, &"message".into()).ok();
        let said = message.and_then(|message| message.as_string()).or_else(|| thrown.as_string());
        let problem = Problem::new(Code::UnreadableValue, place.path());
        self.reader.report(problem.with("value", said.unwrap_or_default()));
        None
    }
}

/// What `Object.prototype.toString` names an object: `Object`, `Map`, `Uint8Array`.
fn kind(value: &JsValue) -> Result<String, JsValue> {
    let named = named(value)?;
    let inner = named.strip_prefix("[object ").and_then(|rest| rest.strip_suffix(']'));
    Ok(inner.unwrap_or_default().to_owned())
}

/// Whether an object inherits from nothing but the root of all objects, of whichever window.
fn is_plain(value: &JsValue) -> Result<bool, JsValue> {
    let above = Reflect::get_prototype_of(value)?;
    if above.is_null() {
        return Ok(true);
    }
    let root = Reflect::get_prototype_of(&above)?.is_null();
    Ok(root && Reflect::has(&above, &"isPrototypeOf".into())?)
}

/// The name of the class of an object, if it can be told.
fn class(value: &JsValue) -> String {
    let class = Reflect::get(value, &"constructor".into());
    let name = class.and_then(|class| Reflect::get(&class, &"name".into())).ok();
    let name = name.and_then(|name| name.as_string()).filter(|name| name != "Object");
    name.unwrap_or_else(|| "Object.create".to_owned())
}

/// The instant of a `Date`, unless it is none.
fn instant(date: &JsValue) -> Option<String> {
    let write = Reflect::get(date, &"toISOString".into()).ok()?;
    write.dyn_ref::<Function>()?.call0(date).ok()?.as_string()
}
