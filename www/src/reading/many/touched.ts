import type { Facts } from '../../engine/types.ts';
import type { pacer } from '../../exchange/pace.ts';
import type { Told } from '../../exchange/types.ts';
import { Cases } from './apart.ts';
import { type DecidedCase, keyOf } from './decide.ts';
import type { CaseFact } from './law.ts';
import type { Other } from './other.ts';
import { isSo, traitsOf, turningIn } from './traits.ts';
import type { Standing, Touched, TouchedGroup, Trait } from './types.ts';

/** A case beside the second side. */
export interface Beside {
  /** How it stands there; nothing, where it is not decided. */
  other?: Standing;
  /** What sets it apart from those that are not touched. */
  apart?: Trait[];
}

/** Which cases are touched, and each case beside the second side. */
export interface Compared {
  touched: Touched;
  beside: Map<number, Beside>;
}

/** Holds every case against a second side. */
export async function compareAll(
  cases: DecidedCase[],
  facts: Map<string, CaseFact>,
  other: Other,
  asOf: string,
  pace: ReturnType<typeof pacer>,
): Promise<Compared> {
  const beside = new Map<number, Beside>();
  const known = new Map<string, ReturnType<Other['stands']>>();
  const groups = new Map<string, { from: Standing; to: Standing; places: number[] }>();
  const same: number[] = [];
  let undecided = 0;
  let why: Told | undefined;
  for (const [place, { read, standing }] of cases.entries()) {
    await pace('rules', place, cases.length);
    const { day = asOf } = read;
    const key = keyOf(read.facts, day);
    const to = known.get(key) ?? other.stands(read.facts, day);
    known.set(key, to);
    if (typeof to !== 'string') {
      undecided += 1;
      why ??= to.error.message;
      beside.set(read.row, {});
      continue;
    }
    beside.set(read.row, { other: to });
    if (to === standing) same.push(place);
    else {
      const turn = `${standing}>${to}`;
      const group = groups.get(turn) ?? { from: standing, to, places: [] };
      group.places.push(place);
      groups.set(turn, group);
    }
  }
  const told = await toldApart(cases, facts, other, [...groups.values()], same, pace);
  for (const { places, apart } of told) {
    for (const place of places) {
      const { read } = cases[place] ?? {};
      const traits = read && apart.find((one) => isPattern(one.traits, read.facts))?.traits;
      if (read && traits) beside.set(read.row, { ...beside.get(read.row), apart: traits });
    }
  }
  const list: TouchedGroup[] = told
    .map(({ from, to, places, apart }) => ({ from, to, count: places.length, apart }))
    .sort((one, another) => another.count - one.count);
  const touched = list.reduce((sum, { count }) => sum + count, 0);
  return {
    touched: { groups: list, touched, same: same.length, undecided, ...(why ? { why } : {}) },
    beside,
  };
}

/** Whether all of a pattern is so; none that says nothing. */
function isPattern(traits: Trait[], facts: Facts): boolean {
  return traits.length > 0 && traits.every((trait) => isSo(trait, facts));
}

/** What sets each group apart from the cases that are not touched. */
async function toldApart(
  cases: DecidedCase[],
  facts: Map<string, CaseFact>,
  { comparison }: Other,
  groups: { from: Standing; to: Standing; places: number[] }[],
  same: number[],
  pace: ReturnType<typeof pacer>,
) {
  const turning = turningIn(comparison ?? { issues: [] });
  const stated = new Set(cases.flatMap(({ read }) => Object.keys(read.facts)));
  // Where the rules do not tell on what the change turns, anything that is stated may.
  const wanted = turning.facts.size > 0 ? turning.facts : stated;
  const asked = [...facts.values()].filter(({ id }) => wanted.has(id));
  const all = new Cases(
    cases.map(({ read }) => read.facts),
    traitsOf(asked, turning.bounds),
  );
  const outside = all.of(same);
  const told = [];
  for (const group of groups) {
    const pause = () => pace('rules', cases.length, cases.length);
    const apart = same.length === 0 ? [] : await all.apart(all.of(group.places), outside, pause);
    told.push({ ...group, apart });
  }
  return told;
}
