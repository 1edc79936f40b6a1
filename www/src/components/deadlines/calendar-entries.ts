import type { Deadline } from '../../engine/types.ts';
import { dayInWords, isDay } from '../../i18n/dates.ts';
import { safeDay } from '../../state/safe-day.ts';
import { citationName, confidenceInWords, standingInWords } from '../citation.ts';
import type { View } from '../view.ts';
import { isStated, named } from './deadline-words.ts';
import { remarks } from './due-words.ts';

/** An entry of a calendar that takes a whole day. */
export interface Entry {
  /** The same in every file about the same deadline of the same matter. */
  uid: string;
  /** The day by which to act under every reading. */
  day: string;
  title: string;
  /** How the day was counted, and what that rests on. */
  text: string;
  /** Whether the deadline applies for certain. */
  certain: boolean;
}

/** What entries are about. */
export interface Matter {
  /** What the user calls it; may be empty. */
  name: string;
  /** The day as of which the law was applied. */
  asOf: string;
}

/** The deadlines that a calendar can hold: those with a day that are not done yet. */
export function entered(view: View, items: Deadline[]): Deadline[] {
  const isDone = (fact: string | null) => fact !== null && isDay(view.answers[fact]);
  return items.filter((item) => safeDay(item) !== null && !isDone(item.done));
}

/** Deadlines as entries, one for each that is entered. */
export function entriesOf(view: View, items: Deadline[], { name, asOf }: Matter): Entry[] {
  const { say } = view;
  const matter = name
    .normalize('NFKC')
    .replace(/[\p{C}\s]+/gu, ' ')
    .trim();
  return entered(view, items).flatMap((item) => {
    const day = safeDay(item);
    if (day === null) return [];
    const certain = item.applies !== 'unknown';
    const what = named(view, item);
    const titled = matter === '' ? what : say('calendar-titled', { matter, what });
    return {
      uid: uidOf(view, matter, item),
      day,
      title: certain ? titled : say('calendar-maybe', { what: titled }),
      text: [...counting(view, item, day), ...rests(view, item, asOf)].join('\n'),
      certain,
    };
  });
}

/**
 * A matter is known by what the user calls it. One without a name is known by the days given:
 * two of them must never be taken for one, or the later file would move a deadline of the
 * earlier matter. Then a corrected day gives a second entry.
 */
function uidOf(view: View, matter: string, item: Deadline): string {
  const { id, since, from, due } = item;
  const known = matter === '' ? ['', since, from, isStated(view, item) ? due : null] : [matter];
  const { rulebook } = view.description;
  return `${fingerprint(JSON.stringify([rulebook, id, ...known]))}@zhengpin`;
}

/** FNV-1a of 64 bits: what a matter is called had better not stand in an identifier. */
export function fingerprint(text: string): string {
  let hash = 0xcbf29ce484222325n;
  for (const byte of new TextEncoder().encode(text)) {
    hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n);
  }
  return hash.toString(16).padStart(16, '0');
}

/** The day, from which day it was counted, and what is uncertain about it. */
function counting(view: View, item: Deadline, day: string): string[] {
  const { say, law } = view;
  const words = (iso: string) => dayInWords(iso, say.lang);
  const { from, since, range, applies } = item;
  const stated = isStated(view, item);
  return [
    say(range === null ? 'calendar-last' : 'calendar-safe', { day: words(day) }),
    ...(from === null || stated
      ? []
      : [say('calendar-from', { asked: law.say(`fact/${since}/ask`), day: words(from) })]),
    ...(stated ? [say('deadline-stated')] : []),
    ...remarks(view, item).map(({ text }) => text),
    ...(applies === 'unknown' ? [say('deadline-may-apply')] : []),
    '',
  ];
}

/** What follows, how the deadline is read, and the provisions. */
export function rests(view: View, item: Deadline, asOf: string): string[] {
  const { say, law } = view;
  const key = `deadline/${item.id}`;
  const reading = law.maybe(`${key}/reading`);
  return [
    law.say(`${key}/says`),
    ...(item.confidence === 'high' ? [] : [confidenceInWords(view, item.confidence)]),
    ...(reading === undefined ? [] : [reading]),
    '',
    ...item.citations.map((citation) => {
      const { provision } = citation;
      const says = law.say(`provision/${provision}/says`);
      const how = standingInWords(view, citation);
      return say('calendar-rule', { name: citationName(view, provision), how, says });
    }),
    '',
    say('calendar-as-of', { day: dayInWords(asOf, say.lang) }),
  ];
}
