// Walks what a caller hands over, once, and writes down what is there: `value.rs` judges it. One
// call for a whole request costs a fraction of one for each value.

// What is written, as `value.rs` reads it. A text is its length and its bytes.
const NULL = 0;
const FALSE = 1;
const TRUE = 2;
const NUMBER = 3;
const TEXT = 4;
/** A text with half a character in it. */
const HALF = 5;
/** Its items follow, then `END`. */
const LIST = 6;
/** How many keys it has, these with their values, then `END`. */
const OBJECT = 7;
const END = 8;
const UNDEFINED = 9;
/** What has no JSON form; its name follows. Among keys it is one that is no text. */
const ODD = 10;
const TOO_DEEP = 11;
const CIRCULAR = 12;
/** To look at what is there threw something; what that says follows. */
const THROWN = 13;
/** So did the rest of the list or the object that was begun, which ends here. */
const BROKEN = 14;
/** A key of too many characters; its value is not written. */
const LONG = 15;

const encoder = new TextEncoder();
const half = /[\ud800-\udfff]/u;

/** What one walk leaves to the next, if a getter does not begin one in between. */
let spare;
const SPARE_BYTES = 65_536;

/**
 * Writes a value down: lists and objects within `nesting` others, keys of `key` characters, and
 * `most` characters altogether. Nothing, if it has more.
 */
export function walk(value, nesting, key, most) {
  const written = new Walk(nesting, key, most);
  try {
    written.value(value);
  } catch {
    return new Uint8Array();
  }
  return written.taken();
}

class Walk {
  constructor(nesting, key, most) {
    this.bytes = spare ?? new Uint8Array(4096);
    spare = undefined;
    this.at = 0;
    this.nesting = nesting;
    this.key = key;
    this.most = most;
    this.within = [];
  }

  taken() {
    if (this.bytes.length <= SPARE_BYTES) spare = this.bytes;
    return this.bytes.subarray(0, this.at);
  }

  value(value) {
    this.count(1);
    switch (typeof value) {
      case 'boolean':
        return this.put(value ? TRUE : FALSE);
      case 'string':
        return this.text(TEXT, value);
      case 'number':
        if (Number.isFinite(value)) return this.number(value);
        return this.text(ODD, Number.isNaN(value) ? 'NaN' : 'Infinity');
      case 'bigint':
        // What is beyond the exact ones stays beyond them.
        return this.number(Number(value));
      case 'object':
        return value === null ? this.put(NULL) : this.compound(value);
      case 'undefined':
        return this.put(UNDEFINED);
      default:
        return this.text(ODD, typeof value);
    }
  }

  compound(value) {
    if (this.within.length >= this.nesting) return this.put(TOO_DEEP);
    if (this.within.includes(value)) return this.put(CIRCULAR);
    this.within.push(value);
    const { at } = this;
    try {
      this.inside(value);
    } catch (thrown) {
      if (thrown === this) throw thrown;
      this.text(this.at === at ? THROWN : BROKEN, said(thrown));
    }
    this.within.pop();
  }

  inside(value) {
    const named = Object.prototype.toString.call(value);
    if (Array.isArray(value)) return this.list(value);
    if (named === '[object Object]' && isPlain(value)) return this.object(value);
    const kind = named.slice('[object '.length, -1);
    if (kind !== 'Date') return this.text(ODD, kind === 'Object' ? classOf(value) : kind);
    const instant = instantOf(value);
    return instant === undefined ? this.text(ODD, 'Invalid Date') : this.text(TEXT, instant);
  }

  list(list) {
    const { length } = list;
    this.put(LIST);
    let index = 0;
    for (; typeof length === 'number' && index < length; index += 1) this.value(list[index]);
    // Keys beside the items come after them; the items are no holes, or were told.
    this.put(END);
    for (const key of Object.keys(list).slice(index)) this.text(TEXT, key);
    this.put(END);
  }

  object(object) {
    const keys = Object.keys(object);
    this.need(5);
    this.put(OBJECT);
    this.length(keys.length);
    for (const key of keys) {
      const value = object[key];
      if (value === undefined) continue;
      const isLong = key.length > this.key && [...key].length > this.key;
      // Of a key that is wrong the value is not looked at.
      if (this.text(isLong ? LONG : TEXT, key) && !isLong) this.value(value);
    }
    for (const symbol of Object.getOwnPropertySymbols(object)) {
      const described = Reflect.getOwnPropertyDescriptor(object, symbol);
      if (Reflect.get(described, 'enumerable')) this.text(ODD, 'symbol');
    }
    this.put(END);
  }

  number(number) {
    this.need(9);
    this.bytes[this.at] = NUMBER;
    new DataView(this.bytes.buffer).setFloat64(this.at + 1, number, true);
    this.at += 9;
  }

  /** Writes a text, and says whether it is whole. */
  text(kind, text) {
    this.count(text.length);
    this.need(5 + text.length * 3);
    const { bytes } = this;
    const start = this.at + 5;
    let end = start;
    let isWhole = true;
    for (let index = 0; index < text.length; index += 1) {
      const code = text.charCodeAt(index);
      if (code > 127) {
        end = start + encoder.encodeInto(text, bytes.subarray(start)).written;
        isWhole = !half.test(text);
        break;
      }
      bytes[end] = code;
      end += 1;
    }
    this.put(!isWhole && (kind === TEXT || kind === LONG) ? HALF : kind);
    this.length(end - start);
    this.at = end;
    return isWhole;
  }

  put(kind) {
    this.need(1);
    this.bytes[this.at] = kind;
    this.at += 1;
  }

  /** Writes a number of bytes or keys, for which there is room. */
  length(length) {
    const { bytes, at } = this;
    bytes[at] = length;
    bytes[at + 1] = length >> 8;
    bytes[at + 2] = length >> 16;
    bytes[at + 3] = length >> 24;
    this.at += 4;
  }

  /** Makes room for one thing more, of so many bytes. */
  need(bytes) {
    if (this.at + bytes <= this.bytes.length) return;
    const more = new Uint8Array((this.at + bytes) * 2);
    more.set(this.bytes);
    this.bytes = more;
  }

  /** Ends the walk where a request is longer than any may be, however its JSON is written. */
  count(characters) {
    this.most -= characters;
    if (this.most < 0) throw this;
  }
}

/** Whether an object inherits from nothing but the root of all objects, of whichever window. */
function isPlain(value) {
  const above = Object.getPrototypeOf(value);
  if (above === null || above === Object.prototype) return true;
  return Object.getPrototypeOf(above) === null && 'isPrototypeOf' in above;
}

/** The name of the class of an object, if it can be told. */
function classOf(value) {
  try {
    const { name } = value.constructor;
    if (typeof name === 'string' && name !== 'Object') return name;
  } catch {
    // It cannot.
  }
  return 'Object.create';
}

/** The instant of a `Date`, unless it is none. */
function instantOf(date) {
  try {
    const instant = date.toISOString();
    return typeof instant === 'string' ? instant : undefined;
  } catch {
    return undefined;
  }
}

/** What something says that was thrown. */
function said(thrown) {
  if (typeof thrown === 'string') return thrown;
  try {
    const { message } = thrown;
    return typeof message === 'string' ? message : '';
  } catch {
    return '';
  }
}
