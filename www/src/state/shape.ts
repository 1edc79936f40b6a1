import { isDay } from '../i18n/dates.ts';

/** What could be read of a state that came from outside, and how many parts of it could not. */
export interface Saved<T> {
  state: T;
  lost: number;
}

/** Whether a value is an object, and no list. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether a value is an object with values of one kind. */
export function isRecordOf(kind: 'string' | 'number', value: unknown): boolean {
  return isObject(value) && Object.values(value).every((one) => typeof one === kind);
}

/** Whether a value is a list of texts. */
export function isListOfTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((one) => typeof one === 'string');
}

/** What each part of a state has to be. */
export type Shape<T> = { [key in keyof Required<T>]: (value: unknown) => boolean };

/**
 * The parts of a state that have their form; the others are counted, those that nobody knows
 * among them. What the parts say, the engine judges.
 *
 * Fails where the value is no object at all, so that there is nothing to save.
 */
export function saved<T extends object>(value: unknown, shape: Shape<T>): Saved<Partial<T>> {
  if (!isObject(value)) throw new TypeError();
  const tests = new Map(Object.entries(shape) as [string, (value: unknown) => boolean][]);
  const given = Object.entries(value).filter(([, part]) => part !== undefined);
  const kept = given.filter(([key, part]) => tests.get(key)?.(part));
  return { state: Object.fromEntries(kept) as Partial<T>, lost: given.length - kept.length };
}

/** The tests that a part of a state can be put to. */
export const is = {
  text: (value: unknown): value is string => typeof value === 'string',
  day: isDay,
  object: isObject,
  list: (value: unknown): value is unknown[] => Array.isArray(value),
};
