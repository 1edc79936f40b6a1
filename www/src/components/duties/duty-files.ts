import type { CitedProvision, DutyAnswer } from '../../engine/types.ts';
import { writeTable } from '../../exchange/table.ts';
import { fingerprint } from '../../state/fingerprint.ts';
import { citationName } from '../citation.ts';
import type { Entry } from '../deadlines/calendar-entries.ts';
import type { View } from '../view.ts';
import { type Dated, dayState } from './due-days.ts';
import type { Progress } from './duty-list.ts';
import {
  everyInWords,
  forceInWords,
  inShort,
  occasionsInWords,
  partiesInWords,
  standsInWords,
} from './duty-words.ts';

const COLUMNS = [
  'duties-phase',
  'duties-force',
  'duties-what',
  'duties-says',
  'duties-who',
  'duties-to',
  'duties-in',
  'duties-due',
  'duties-days',
  'duties-listed-by',
  'duties-binding',
  'duties-done',
  'duties-remark',
];

/** Duties as a table for spreadsheets, with what was noted of them. */
export function dutyTable(view: View, duties: DutyAnswer[], progress: Progress): string {
  const { say, law } = view;
  const cited = (all: CitedProvision[]) =>
    all
      .map((one) => {
        const name = citationName(view, one.provision);
        return say('duties-cited', { name, stands: standsInWords(view, one) });
      })
      .join('\n');
  return writeTable(
    COLUMNS.map((column) => say(column)),
    duties.map((duty) => [
      law.say(`group/${duty.group}/title`),
      forceInWords(view, duty.force),
      law.say(`duty/${duty.id}/title`),
      law.say(`duty/${duty.id}/says`),
      partiesInWords(view, duty.who),
      partiesInWords(view, duty.to),
      occasionsInWords(view, duty),
      duty.every === null ? '' : everyInWords(view, duty.every),
      duty.days.map(({ day }) => day).join(view.say('list-separator')),
      cited(duty.citations),
      cited(duty.counterparts),
      progress.done(duty.id) ?? '',
      progress.remark(duty.id),
    ]),
  );
}

/** The days on which something is due as entries of a calendar. */
export function dutyEntries(view: View, days: Dated[]): Entry[] {
  const { say, law } = view;
  const { rulebook } = view.description;
  return days.map((one) => {
    const { duty, due } = one;
    const what = law.say(`duty/${duty.id}/title`);
    const reading = law.maybe(`duty/${duty.id}/reading`);
    const cited = duty.citations.map((of) =>
      say('duties-cited', {
        name: citationName(view, of.provision),
        stands: standsInWords(view, of),
      }),
    );
    return {
      uid: `${fingerprint(JSON.stringify([rulebook, duty.id, due.day]))}@zhengpin`,
      day: due.day,
      title: due.spent ? say('duties-history', { what }) : what,
      text: [
        inShort(view, duty),
        law.say(`duty/${duty.id}/says`),
        ...(reading === undefined ? [] : [reading]),
        dayState(view, one),
        ...cited,
      ].join('\n'),
      certain: !due.doubtful,
    };
  });
}
