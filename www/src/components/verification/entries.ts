import { DEADLINE } from '../../reading/sellers/desk-rule.ts';
import type { DueDay } from '../../reading/sellers/types.ts';
import type { Entry } from '../deadlines/calendar-entries.ts';
import type { View } from '../view.ts';

/** For how many days one file has entries. */
export const MOST_DAYS = 400;

/** So many days before the day the calendar warns, and at which hour. */
export const WARNING = { days: 3, hour: 9 };

/** One entry for each day on which sellers are due, which names the first of them. */
export function dueEntries(
  view: View,
  days: DueDay[],
  asOf: string,
  { fingerprint, rests }: Pick<typeof import('../../lazy/calendar.ts'), 'fingerprint' | 'rests'>,
): Entry[] {
  const { say } = view;
  return days.map(({ day, count, names, rule }) => ({
    uid: `${fingerprint(JSON.stringify([DEADLINE.rulebook, DEADLINE.deadline, day]))}@zhengpin`,
    day,
    title: say('sellers-calendar-title', { count }),
    text: [
      say('sellers-calendar-names', {
        names: names.join(say('list-separator')),
        more: count - names.length,
      }),
      '',
      ...rests(view, rule, asOf),
      say('sellers-calendar-moves'),
    ].join('\n'),
    certain: rule.applies === 'yes',
  }));
}
