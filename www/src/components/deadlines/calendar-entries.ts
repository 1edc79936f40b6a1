import type { Deadline } from '../../engine/types.ts';
import { dayInWords } from '../../i18n/dates.ts';
import { fingerprint } from '../../state/fingerprint.ts';
import { safeDay } from '../../state/safe-day.ts';
import { citationName, confidenceInWords, standingInWords } from '../citation.ts';
import type { View } from '../view.ts';
import { isStated, named } from './deadline-words.ts';
import { remarks } from './due-words.ts';
import { entered } from './entered.ts';

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
  /** By this it is known whatever it is called, where the device keeps it as a matter. */
  id?: string | undefined;
}

/** Deadlines as entries, one for each that is entered. */
export function entriesOf(view: View, items: Deadline[], { name, asOf, id }: Matter): Entry[] {
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
      uid: uidOf(view, matter, item, id),
      day,
      title: certain ? titled : say('calendar-maybe', { what: titled }),
      text: [...counting(view, item, day), ...rests(view, item, asOf)].join('\n'),
      certain,
    };
  });
}

/**
 * A matter that the device keeps is known by its id, any other by what the user calls it. One without a name is known by the days given:
 * two of them must never be taken for one, or the later file would move a deadline of the
 * earlier matter. Then a corrected day gives a second entry.
 */
function uidOf(view: View, matter: string, item: Deadline, kept: string | undefined): string {
  const { id, since, from, due } = item;
  const days = ['', since, from, isStated(view, item) ? due : null];
  const known = kept !== undefined ? ['matter', kept] : matter === '' ? days : [matter];
  const { rulebook } = view.description;
  return `${fingerprint(JSON.stringify([rulebook, id, ...known]))}@zhengpin`;
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
