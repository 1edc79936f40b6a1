import type { Description, FactDescription, Facts, Value } from '../engine/types.ts';
import { isDay } from '../i18n/dates.ts';
import type { Alteration } from './alteration.ts';
import type { OtherFact } from './apart.ts';
import type { CaseFacts } from './case.ts';
import { daysLater } from './days.ts';
import type { CaseLesson } from './types.ts';

/** How far away each kind of alteration is. */
const COST = { stated: 1, presumed: 1.2, unasked: 1.3, dropped: 1.4, version: 2, several: 10 };

/**
 * A case of a lesson with one fact otherwise, one fact fewer, or under another version. Tried are
 * the facts that the lesson states or names, and those `near` to its verdict.
 */
export function alterations(
  lesson: CaseLesson,
  { facts }: Description,
  versions: string[],
  presumed: Facts,
  near: string[],
): Alteration<CaseFacts>[] {
  const named = new Set([
    ...Object.keys(lesson.facts),
    ...(lesson.vary ?? []).map((path) => path.replace(/^facts\//, '')),
    ...near,
  ]);
  return [
    ...facts.filter(({ id }) => named.has(id)).flatMap((fact) => ofFact(lesson, fact, presumed)),
    ...versions
      .filter((version) => version !== versionOn(versions, lesson.asOf))
      .map((version) => (version < lesson.asOf ? lastDayOf(versions, version) : version))
      .map((day) => ({
        path: 'versions',
        cost: COST.version + Math.abs(yearsBetween(day, lesson.asOf)) / 100,
        case: { asOf: day },
        apart: { kind: 'version' as const, day },
      })),
  ];
}

/** Several facts otherwise together, as the engine found them to be a smallest change. */
export function together(
  lesson: CaseLesson,
  changed: Facts,
  presumed: Facts,
): Alteration<CaseFacts> {
  const facts = Object.entries(changed).map(([fact, is]) => other(lesson, presumed, fact, is));
  return {
    path: facts.map(({ fact }) => `facts/${fact}`).join('+'),
    cost: COST.several + facts.length,
    case: { facts: { ...lesson.facts, ...changed } },
    apart: { kind: 'facts', facts },
  };
}

function ofFact(
  lesson: CaseLesson,
  fact: FactDescription,
  presumed: Facts,
): Alteration<CaseFacts>[] {
  const { id } = fact;
  const stated = lesson.facts[id];
  const known = stated ?? presumed[id];
  const cost = stated !== undefined ? COST.stated : id in presumed ? COST.presumed : COST.unasked;
  const altered = (is: Value | undefined, at: number): Alteration<CaseFacts> => {
    const { [id]: _, ...rest } = lesson.facts;
    return {
      path: `facts/${id}`,
      cost: at,
      case: { facts: is === undefined ? rest : { ...rest, [id]: is } },
      apart: { kind: 'facts', facts: [other(lesson, presumed, id, is)] },
    };
  };
  return [
    ...otherValues(fact, known).map((is) => altered(is, cost)),
    // What is presumed takes the place of what is not stated: that is another value, not none.
    ...(stated !== undefined && (!lesson.presume || fact.undisputed === null)
      ? [altered(undefined, COST.dropped)]
      : []),
  ];
}

function other(
  { facts }: CaseLesson,
  presumed: Facts,
  fact: string,
  is: Value | undefined,
): OtherFact {
  const was = facts[fact] ?? presumed[fact];
  return { fact, was, presumed: !(fact in facts) && fact in presumed, is };
}

/** The other values of a fact: of a day or a number, those beside the one it has. */
function otherValues(fact: FactDescription, known: Value | undefined): Value[] {
  const { kind, choices } = fact;
  const one = (value: Value) => JSON.stringify(value) !== JSON.stringify(known);
  switch (kind) {
    case 'yes_no':
      return [true, false].filter(one);
    case 'choice':
      return choices.filter(one);
    case 'set': {
      const members = Array.isArray(known) ? known : [];
      return choices.map((choice) =>
        choices.filter((each) => (each === choice) !== members.includes(each)),
      );
    }
    case 'number':
      return typeof known === 'number'
        ? [known - 1, known + 1].filter((value) => value >= (fact.min ?? value))
        : [];
    case 'date':
      return isDay(known)
        ? [...[-1, 1, -2, 2, 7, -7].map((days) => daysLater(known, days)), ...choices]
        : [];
  }
}

/** The version in force on a day. */
function versionOn(versions: string[], day: string): string | undefined {
  return versions.filter((version) => version <= day).at(-1);
}

/** The last day of a version that another one followed. */
function lastDayOf(versions: string[], version: string): string {
  const next = versions.find((one) => one > version);
  return next === undefined ? version : daysLater(next, -1);
}

function yearsBetween(one: string, other: string): number {
  return (Date.parse(one) - Date.parse(other)) / (365.25 * 24 * 3600 * 1000);
}
