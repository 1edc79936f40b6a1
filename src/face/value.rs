//! Reading JavaScript values: whatever a caller hands over is read as what it says, or refused
//! with its path. Nothing is taken for "nothing stated".
//!
//! `walk.js` walks a value once and writes down what is there; that is judged here. So a getter
//! or a proxy cannot say one thing when it is looked at and another when it is used, and no
//! `toJSON` is called.

use serde_json::{Map, Number, Value};
use wasm_bindgen::prelude::*;

use crate::json::{self, Parsed, Pointer, Token};
use crate::limits;
use crate::problem::{Code, Problem};
use crate::request::Reader;

#[wasm_bindgen(module = "/src/face/walk.js")]
extern "C" {
    /// What is there, in the kinds below; nothing, if it is too much.
    fn walk(value: &JsValue, nesting: usize, key: usize, most: usize) -> Vec<u8>;
}

// What is written, as in `walk.js`.
const NULL: u8 = 0;
const FALSE: u8 = 1;
const TRUE: u8 = 2;
const NUMBER: u8 = 3;
const TEXT: u8 = 4;
const HALF: u8 = 5;
const LIST: u8 = 6;
const OBJECT: u8 = 7;
const END: u8 = 8;
const UNDEFINED: u8 = 9;
const ODD: u8 = 10;
const TOO_DEEP: u8 = 11;
const CIRCULAR: u8 = 12;
const THROWN: u8 = 13;
const BROKEN: u8 = 14;
const LONG: u8 = 15;

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
    let written = walk(request, limits::NESTING, limits::KEY_CHARACTERS, limits::REQUEST_BYTES);
    let mut walked = Walked { written: &written, reader: Reader::default(), bytes: 0 };
    match walked.value(&Pointer::ROOT) {
        Ok(value) => walked.reader.need(value),
        Err(TooLarge) => Err(json::too_large().into()),
    }
}

/// The request is longer than any may be; no more of it is read, and what was not written is
/// not missed.
struct TooLarge;

/// What was read, or nothing where something was wrong with it.
type Judged<T> = Result<Option<T>, TooLarge>;

struct Walked<'a> {
    /// What is still to be read.
    written: &'a [u8],
    reader: Reader,
    /// How many bytes of JSON have been read so far.
    bytes: usize,
}

impl<'a> Walked<'a> {
    fn value(&mut self, place: &Pointer<'_>) -> Judged<Value> {
        let [kind] = self.next()?;
        self.value_of(kind, place)
    }

    fn value_of(&mut self, kind: u8, place: &Pointer<'_>) -> Judged<Value> {
        match kind {
            NULL => self.took(4, Value::Null),
            FALSE => self.took(4, Value::Bool(false)),
            TRUE => self.took(4, Value::Bool(true)),
            NUMBER => {
                let number = f64::from_le_bytes(self.next()?);
                self.number(json::number(number), place)
            }
            TEXT => {
                let text = self.text()?;
                Ok(Some(Value::String(text.to_owned())))
            }
            LIST => self.list(place),
            OBJECT => self.object(place),
            UNDEFINED => Ok(self.no_json(place, "undefined")),
            HALF | ODD => {
                let value = self.told()?;
                Ok(self.no_json(place, value))
            }
            TOO_DEEP => Ok(self.wrong(place.too_deep())),
            CIRCULAR => Ok(self.wrong(Problem::new(Code::CircularValue, place.path()))),
            THROWN => self.unreadable(place),
            // No other kind is written.
            _ => Err(TooLarge),
        }
    }

    fn list(&mut self, place: &Pointer<'_>) -> Judged<Value> {
        let mut read = Vec::new();
        loop {
            match self.next()? {
                [END] => break,
                [BROKEN] => return self.unreadable(place),
                [kind] => {
                    let item = self.value_of(kind, &place.below(Token::Index(read.len())))?;
                    read.push(self.took_one(item)?);
                }
            }
        }
        loop {
            match self.next()? {
                [END] => return self.took(2, Value::Array(read)),
                [BROKEN] => return self.unreadable(place),
                _ => {
                    let name = self.told()?;
                    let place = place.below(Token::Name(name));
                    self.no_json::<Value>(&place, &format!("Array.{name}"));
                }
            }
        }
    }

    fn object(&mut self, place: &Pointer<'_>) -> Judged<Value> {
        let keys = u32::from_le_bytes(self.next()?) as usize;
        let mut read = Map::with_capacity(keys.min(self.written.len()));
        loop {
            match self.next()? {
                [END] => return self.took(2, Value::Object(read)),
                [BROKEN] => return self.unreadable(place),
                [TEXT] => {
                    let key = self.text()?;
                    let value = self.value(&place.below(Token::Name(key)))?;
                    let value = self.took_one(value)?;
                    read.insert(key.to_owned(), value);
                }
                [LONG] => {
                    let key = self.text()?;
                    place.too_long(key).into_iter().for_each(|problem| self.reader.report(problem));
                }
                _ => {
                    let told = self.told()?;
                    self.no_json::<Value>(place, told);
                }
            }
        }
    }

    fn number(&mut self, number: Option<Number>, place: &Pointer<'_>) -> Judged<Value> {
        let Some(number) = number else { return Ok(self.wrong(place.imprecise())) };
        self.took(number.to_string().len(), Value::Number(number))
    }

    /// A text of the request.
    fn text(&mut self) -> Result<&'a str, TooLarge> {
        let escaped = |byte: u8| match byte {
            b'"' | b'\\' | b'\n' | b'\r' | b'\t' | 0x08 | 0x0c => 2,
            0..0x20 => 6,
            _ => 1,
        };
        let text = self.told()?;
        let length: usize = text.bytes().map(escaped).sum();
        self.took(length + 2, ())?;
        Ok(text)
    }

    /// A text that `walk.js` tells of the request.
    fn told(&mut self) -> Result<&'a str, TooLarge> {
        let length = u32::from_le_bytes(self.next()?);
        let (text, rest) = self.written.split_at_checked(length as usize).ok_or(TooLarge)?;
        self.written = rest;
        str::from_utf8(text).map_err(|_| TooLarge)
    }

    /// The next bytes.
    fn next<const LENGTH: usize>(&mut self) -> Result<[u8; LENGTH], TooLarge> {
        let (next, rest) = self.written.split_first_chunk().ok_or(TooLarge)?;
        self.written = rest;
        Ok(*next)
    }

    /// A value below an object or a list, with the comma or the colon that goes with it.
    fn took_one(&mut self, value: Option<Value>) -> Result<Value, TooLarge> {
        self.took(1, value.unwrap_or_default()).map(Option::unwrap_or_default)
    }

    fn took<T>(&mut self, bytes: usize, value: T) -> Judged<T> {
        self.bytes += bytes;
        if self.bytes > limits::REQUEST_BYTES { Err(TooLarge) } else { Ok(Some(value)) }
    }

    fn no_json<T>(&mut self, place: &Pointer<'_>, value: &str) -> Option<T> {
        self.wrong(Problem::new(Code::NotJson, place.path()).with("value", value))
    }

    fn unreadable(&mut self, place: &Pointer<'_>) -> Judged<Value> {
        let said = self.told()?;
        Ok(self.wrong(Problem::new(Code::UnreadableValue, place.path()).with("value", said)))
    }

    fn wrong<T>(&mut self, problem: Problem) -> Option<T> {
        self.reader.report(problem);
        None
    }
}
