import {
  array,
  boolean,
  check,
  custom,
  exactOptional,
  type GenericSchema,
  is,
  literal,
  null as nothing,
  number,
  object,
  pipe,
  record,
  safeInteger,
  strictObject,
  string,
  union,
} from 'valibot';
import type { Value } from '../../engine/types.ts';
import { isDay } from '../../i18n/dates.ts';
import { type Finding, readTime } from '../findings.ts';
import type { Handed } from '../handover.ts';

/** A day such as `2017-04-01`. */
export const day = custom<string>(isDay);

/** A value that a fact can have; whether this one can, its rulebook says. */
export const value: GenericSchema<unknown, Value> = union([
  boolean(),
  number(),
  string(),
  array(string()),
]);

/** An answer: a value, or that it is not known. */
export const answer: GenericSchema<unknown, Value | null> = union([value, nothing()]);

const whole = pipe(number(), safeInteger());
const texts = record(string(), string());

/**
 * A finding, with nothing in it that would not be handed on. What it says, the engine judges.
 */
export const finding: GenericSchema<unknown, Finding> = strictObject({
  id: string(),
  day,
  time: exactOptional(
    pipe(
      string(),
      check((text) => readTime(text) === text),
    ),
  ),
  tier: string(),
  items: exactOptional(whole),
  circumstances: exactOptional(array(string())),
  labels: exactOptional(texts),
  amounts: exactOptional(record(string(), number())),
  exam: exactOptional(union([literal(false), string()])),
  reversed: exactOptional(boolean()),
  taken: exactOptional(
    strictObject({
      points: exactOptional(whole),
      strike: exactOptional(boolean()),
      measures: exactOptional(array(string())),
    }),
  ),
});

/** Whether a value has the form of a finding. */
export const isFinding = (value: unknown): value is Finding => is(finding, value);

/** What one tool lays ready for another. */
export const handed: GenericSchema<unknown, Handed> = object({
  facts: record(string(), value),
  fields: record(string(), texts),
  asOf: exactOptional(day),
  issue: exactOptional(string()),
});
