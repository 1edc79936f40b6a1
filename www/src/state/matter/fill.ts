import type { Value } from '../../engine/types.ts';
import { isAlike, textOf } from './alike.ts';
import { GROUPS, type Group, type Place, valueAt, withValue } from './places.ts';
import type { HeldTool, Part, Parts } from './types.ts';

/** What is known here because it was said elsewhere in the matter. */
export interface Taken {
  place: Place;
  value: Value;
  /** Where it was said; the ledger, where it is the name of its platform. */
  from: HeldTool;
}

/** What is known of the matter when a tool's part of it is looked at. */
export interface Around {
  tool: HeldTool;
  /** What the other tools say. */
  others: Parts;
  /** What the platform of the ledger is called, once something stands in it. */
  platform: string | undefined;
  /** The day of a state that begins here. */
  day: string;
  /** Whether a value can be an answer at a place of this tool. */
  fits: (place: Place, value: Value) => boolean;
}

/** Something that two places say differently. */
export interface Difference {
  here: Place;
  there: Place;
  mine: Value | null;
  theirs: Value | null;
  /** By this it is known whether it was settled. */
  key: string;
}

/** The places of a group, each with what is said there by somebody. */
function sayings({ places }: Group, tool: HeldTool, own: Part, others: Parts) {
  return places.map((place) => ({
    place,
    value: valueAt(place.tool === tool ? own : others[place.tool], place),
  }));
}

/**
 * The part of a tool with what is said elsewhere put in where it says nothing itself, and what
 * that was. Where others contradict each other nothing is put in.
 */
export function fill(own: Part, around: Around): { part: Part; taken: Map<string, Taken> } {
  const { tool, others, platform, day, fits } = around;
  const taken = new Map<string, Taken>();
  let part = own;
  for (const group of GROUPS) {
    const said = sayings(group, tool, own, others);
    const known = said.filter(({ value }) => value !== undefined && value !== null);
    const [first] = known;
    const agree = known.every(({ value }) => isAlike(value, first?.value));
    const source: { value: Value; from: HeldTool } | undefined =
      first?.value != null && agree
        ? { value: first.value, from: first.place.tool }
        : known.length === 0 && group.platform && platform !== undefined
          ? { value: platform, from: 'penalties' }
          : undefined;
    if (!source) continue;
    for (const { place, value } of said) {
      if (place.tool !== tool || value !== undefined || !fits(place, source.value)) continue;
      if (place.id in (own.declined ?? {}) && isAlike(own.declined?.[place.id], source.value)) {
        continue;
      }
      taken.set(place.id, { place, ...source });
      part = withValue(part, place, source.value, day);
    }
  }
  return { part, taken };
}

/**
 * What was said in a tool itself: what it shows, without what was taken over and still stands.
 * What was taken over and taken back is remembered, so that it is not put in again.
 */
export function ownOf(shown: Part, taken: Map<string, Taken>, before: Part, day: string): Part {
  const part = without(shown, taken, day);
  const declined = { ...before.declined };
  for (const [id, { place, value }] of taken) {
    if (valueAt(shown, place) === undefined) declined[id] = value;
  }
  // Whoever says something anew has not taken it back.
  for (const group of GROUPS) {
    for (const place of group.places) {
      if (valueAt(part, place) !== undefined) delete declined[place.id];
    }
  }
  const { declined: _, ...rest } = part;
  return Object.keys(declined).length > 0 ? { ...rest, declined } : rest;
}

/** What a tool says otherwise than another one, or in two documents, but for what is meant so. */
export function differences(
  own: Part,
  { tool, others }: Around,
  apart: readonly string[],
): Difference[] {
  const found: Difference[] = [];
  for (const group of GROUPS) {
    const said = sayings(group, tool, own, others);
    for (const [at, here] of said.entries()) {
      if (here.place.tool !== tool || here.value === undefined) continue;
      const there = said.find(
        ({ place, value }, place2) =>
          value !== undefined &&
          (place.tool !== tool || place2 > at) &&
          !isAlike(value, here.value) &&
          !apart.includes(keyOf(here.place, here.value ?? null, place, value)),
      );
      if (!there || there.value === undefined) continue;
      const [mine, theirs] = [here.value, there.value];
      const key = keyOf(here.place, mine, there.place, theirs);
      found.push({ here: here.place, there: there.place, mine, theirs, key });
    }
  }
  return found;
}

/** The same from both sides, and another one once either says something else. */
function keyOf(one: Place, mine: unknown, other: Place, theirs: unknown): string {
  const sides = [textOf([one.id, mine]), textOf([other.id, theirs])];
  return sides.sort().join('≠');
}

/** A part without what was taken over and still stands. */
export function without(shown: Part, taken: Map<string, Taken>, day: string): Part {
  let part = shown;
  for (const { place, value } of taken.values()) {
    const now = valueAt(shown, place);
    if (now !== undefined && isAlike(now, value)) part = withValue(part, place, undefined, day);
  }
  return part;
}

/** What one part brings beside another, and at how many places they contradict each other. */
export function merged(under: Part, over: Part): { part: Part; against: number } {
  let against = 0;
  const join = (one: unknown, other: unknown): Record<string, unknown> => {
    const all = { ...(one as object) } as Record<string, unknown>;
    for (const [key, value] of Object.entries(other ?? {})) {
      if (value === undefined || value === '') continue;
      const was = all[key];
      if (was !== undefined && was !== '' && !isAlike(was, value)) against += 1;
      all[key] = value;
    }
    return all;
  };
  const drafts: Record<string, unknown> = { ...under.drafts };
  for (const [document, typed] of Object.entries(over.drafts ?? {})) {
    drafts[document] = join(drafts[document], typed);
  }
  if (!over.state) return { part: { ...under, drafts }, against };
  const answers = join(under.state?.answers, over.state.answers);
  // The law of the day that was asked for stays; what is looked at now is what was brought.
  const asOf = under.state?.asOf ?? over.state.asOf;
  const state = { ...under.state, ...over.state, asOf, answers };
  return { part: { ...under, state, drafts }, against };
}
