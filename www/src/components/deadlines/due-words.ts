import type { Deadline, DueRange } from '../../engine/types.ts';
import { dayInWords } from '../../i18n/dates.ts';
import { daysInWords } from '../../i18n/spans.ts';
import type { View } from '../view.ts';

/** Something said of a last day: to where it gives way, how late it may be, why that is open. */
export interface Remark {
  kind: 'moved' | 'range' | 'unknown';
  text: string;
}

/** What has to be said of a last day beside the day itself. */
export function remarks(view: View, item: Deadline): Remark[] {
  const { say } = view;
  const { range, moved, holidaysUnknown } = item;
  if (range !== null) return aboutRange(view, item, range);
  const gives: Remark[] =
    moved === null
      ? []
      : [{ kind: 'moved', text: say('deadline-moved', { day: dayInWords(moved, say.lang) }) }];
  const far: Remark[] =
    holidaysUnknown.length === 0
      ? []
      : [
          {
            kind: 'unknown',
            text: say('deadline-far-from-holidays', { years: years(view, item) }),
          },
        ];
  return [...gives, ...far];
}

/** How much later than the safe day it may be, then why. */
function aboutRange(view: View, item: Deadline, range: DueRange): Remark[] {
  const { say } = view;
  const words = (day: string) => dayInWords(day, say.lang);
  const { counted, earliest, latest, expected } = range;
  const ends = { earliest: words(earliest), latest: words(latest) };
  // Counted back from a day, whatever is ordered.
  if (item.holidaysUnknown.length === 0) {
    return [{ kind: 'range', text: say('deadline-range-back', ends) }];
  }
  const told = (message: string, days: string[]) =>
    days.length === 0
      ? []
      : say(message, { days: daysInWords(say, days).join(say('list-separator')) });
  const why = [
    told('deadline-holidays', range.holidays),
    told('deadline-may-be-off', range.mayBeOff),
    told('deadline-may-be-worked', range.mayBeWorked),
  ].flat();
  const reach =
    counted === null
      ? say('deadline-range', ends)
      : say(counted === earliest ? 'deadline-range-may-move' : 'deadline-range-moved', ends);
  const arranged = say(
    reachesBack(item, range) ? 'deadline-not-arranged-december' : 'deadline-not-arranged',
    { years: years(view, item) },
  );
  return [
    { kind: 'range', text: reach },
    ...(expected === null
      ? []
      : [{ kind: 'range' as const, text: say('deadline-expected', { day: words(expected) }) }]),
    { kind: 'unknown', text: arranged },
    { kind: 'unknown', text: why.join(say('sentence-separator')) },
  ];
}

/** Whether the arrangement of a year may change days of the year before. */
function reachesBack(item: Deadline, { mayBeOff, mayBeWorked }: DueRange): boolean {
  return [...mayBeOff, ...mayBeWorked].some(
    (day) => !item.holidaysUnknown.includes(Number(day.slice(0, 4))),
  );
}

function years(view: View, item: Deadline): string {
  return item.holidaysUnknown.join(view.say('list-separator'));
}
