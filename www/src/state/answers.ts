import type { FactDescription, Facts, Value } from '../engine/types.ts';
import { isDay } from '../i18n/dates.ts';

/** What the user has said: a value, or `null` for "I don't know". Absent: not yet asked. */
export type Answers = Record<string, Value | null>;

/** The answers that the engine can be asked with on a day: what is known, and asked then. */
export function knownFacts(answers: Answers, facts: FactDescription[]): Facts {
  const known: Facts = {};
  for (const { id } of facts) {
    const value = answers[id];
    if (value !== undefined && value !== null) known[id] = value;
  }
  return known;
}

/** Whether a value from a link still is an answer to this fact. */
export function fits(fact: FactDescription | undefined, value: unknown): value is Value | null {
  if (!fact) return false;
  if (value === null) return true;
  switch (fact.kind) {
    case 'yes_no':
      return typeof value === 'boolean';
    case 'number':
      return Number.isSafeInteger(value);
    case 'date':
      return isDay(value) || (typeof value === 'string' && fact.choices.includes(value));
    case 'choice':
      return typeof value === 'string' && fact.choices.includes(value);
    case 'set':
      return (
        Array.isArray(value) &&
        new Set(value).size === value.length &&
        value.every((choice) => fact.choices.includes(choice))
      );
  }
}
