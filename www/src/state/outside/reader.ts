import { type GenericSchema, safeParse } from 'valibot';
import { isObject } from '../shape.ts';

/** What could be kept of a value from outside, and how many parts of it could not. */
export interface Kept<T> {
  kept: T;
  lost: number;
}

/** Reads a value from outside; nothing, where it is not of the kind at all. */
export type Reader<T> = (value: unknown) => Kept<T> | undefined;

/** Kept as a whole, or not at all. */
export function whole<T>(schema: GenericSchema<unknown, T>): Reader<T> {
  return (value) => {
    const { success, output } = safeParse(schema, value);
    return success ? { kept: output, lost: 0 } : undefined;
  };
}

/** A list; of its items those are kept that fit. */
export function items<T>(read: Reader<T>): Reader<T[]> {
  return (value) => {
    if (!Array.isArray(value)) return undefined;
    const found = value.map(read);
    const held = found.filter((one) => one !== undefined);
    return { kept: held.map(({ kept }) => kept), lost: lostIn(found) };
  };
}

/** An object with keys of any name; of its entries those are kept that fit. */
export function entries<T>(read: Reader<T>): Reader<Record<string, T>> {
  return (value) => {
    if (!isObject(value)) return undefined;
    const found = Object.entries(value).map(([key, one]) => [key, read(one)] as const);
    const held = found.flatMap(([key, one]) => (one ? [[key, one.kept] as const] : []));
    return { kept: Object.fromEntries(held), lost: lostIn(found.map(([, one]) => one)) };
  };
}

/** What reads each part of an object. */
export type Parts<T> = { [key in keyof Required<T>]: Reader<Exclude<T[key], undefined>> };

/**
 * An object with parts of known names; those are kept that fit. The others are counted, and so
 * are those that nobody knows.
 */
export function parts<T extends object>(readers: Parts<T>): Reader<Partial<T>> {
  const known = new Map(Object.entries(readers) as [string, Reader<unknown>][]);
  const read = (key: string, part: unknown) => known.get(key)?.(part);
  return (value) => {
    if (!isObject(value)) return undefined;
    const given = Object.entries(value).filter(([, part]) => part !== undefined);
    const found = given.map(([key, part]) => [key, read(key, part)] as const);
    const held = found.flatMap(([key, one]) => (one ? [[key, one.kept] as const] : []));
    return {
      kept: Object.fromEntries(held) as Partial<T>,
      lost: lostIn(found.map(([, one]) => one)),
    };
  };
}

/** An object that says nothing without some of its parts. */
export function having<T extends object, Key extends keyof T>(
  read: Reader<Partial<T>>,
  ...keys: Key[]
): Reader<Partial<T> & Required<Pick<T, Key>>> {
  return (value) => {
    const found = read(value);
    const lacks = keys.some((key) => found?.kept[key] === undefined);
    return lacks ? undefined : (found as Kept<Partial<T> & Required<Pick<T, Key>>> | undefined);
  };
}

function lostIn(found: (Kept<unknown> | undefined)[]): number {
  return found.reduce((sum, one) => sum + (one?.lost ?? 1), 0);
}
