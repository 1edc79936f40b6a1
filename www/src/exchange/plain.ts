import { isObject } from '../state/shape.ts';
import { keyTwice } from './twice.ts';

/** What is no value of JSON and is read as none: it fits nothing, so it is counted as lost. */
const UNREADABLE = Symbol('unreadable');

/**
 * What a host's page gives by a property, or as JSON by an attribute, as plain JSON of our own.
 * Text that is no JSON, or states a key twice, stays text, and a `Map`, a `Date` or an instance of
 * a class becomes a symbol: readers find neither to be of their form, and count it as lost.
 */
export function plain(given: unknown): unknown {
  if (typeof given === 'string') {
    try {
      const read: unknown = JSON.parse(given);
      return keyTwice(given) === undefined ? read : given;
    } catch {
      return given;
    }
  }
  return copied(given, []);
}

function copied(value: unknown, within: unknown[]): unknown {
  if (typeof value === 'bigint') return Number(value);
  if (typeof value !== 'object' || value === null) return value;
  if (within.includes(value)) return UNREADABLE;
  const inside = [...within, value];
  if (Array.isArray(value)) return value.map((one) => copied(one, inside));
  if (!isObject(value) || !isPlain(value)) return UNREADABLE;
  const own = Object.keys(value)
    .map((key): [string, unknown] => [key, read(value, key)])
    .filter(([, one]) => one !== undefined);
  return Object.fromEntries(own.map(([key, one]) => [key, copied(one, inside)]));
}

/** What an object holds; what throws instead of telling it is as good as no value. */
function read(from: Record<string, unknown>, key: string): unknown {
  try {
    return from[key];
  } catch {
    return UNREADABLE;
  }
}

/** Whether an object is a bare one, of this window or another. */
function isPlain(value: object): boolean {
  const kind = Object.getPrototypeOf(value);
  return kind === null || Object.getPrototypeOf(kind) === null;
}

/** A text that is the same for what says the same. */
export function textOf(given: unknown): string {
  const told = (_: string, one: unknown) => (typeof one === 'symbol' ? String(one) : one);
  return JSON.stringify(plain(given), told) ?? '';
}
