import type { Value } from '../../engine/types.ts';
import { dayInWords, isDay } from '../../i18n/dates.ts';
import { factIn } from '../../lessons/case-task.ts';
import type { Task } from '../../lessons/task.ts';
import { isLedger } from '../../lessons/types.ts';
import { entryName } from '../ledger/names.ts';
import { answerInWords, type View } from '../view.ts';

/** How a closed account is told, by what closed it. */
const CLOSED: Record<string, string> = {
  open: 'lesson-account-open',
  points: 'lesson-closed-points',
  strikes: 'lesson-closed-strikes',
  both: 'lesson-closed-both',
  finding: 'lesson-closed-finding',
};

/** A fact with another answer, in words. */
export function actInWords(view: View, fact: string, is: Value): string {
  const { say, law } = view;
  return say('lesson-act', {
    ask: law.say(`fact/${fact}/ask`),
    answer: answerInWords(view, fact, is),
  });
}

/** What comes out, in words: a number, a day, a verdict, whether the account is open. */
export function outcomeInWords(view: View, { lesson }: Task, outcome: string): string {
  const { say, law } = view;
  const { ask } = lesson;
  switch (ask.what) {
    case 'points':
    case 'balance':
      return say('lesson-points', { count: Number(outcome) });
    case 'strikes':
      return say('lesson-strikes', { count: Number(outcome) });
    case 'closure':
    case 'appeal':
      return say(CLOSED[outcome] ?? 'lesson-closed-finding');
    case 'verdict':
    case 'saves':
      return outcome === 'open'
        ? say('lesson-open')
        : law.say(`verdict/${ask.of}/${outcome}/title`);
    default:
      if (isDay(outcome)) return dayInWords(outcome, say.lang);
      return say(outcome === 'final' ? 'lesson-final' : 'lesson-none');
  }
}

/** An option in words. */
export function optionInWords(view: View, task: Task, key: string): string {
  const { lesson, simulation } = task;
  if (lesson.ask.what === 'saves') {
    const { fact, is } = factIn(key);
    return actInWords(view, fact, is);
  }
  return lesson.ask.what === 'appeal'
    ? entryName(view, simulation?.entries ?? [], key)
    : outcomeInWords(view, task, key);
}

/** What is asked, in words. */
export function askInWords(view: View, { lesson, simulation }: Task): string {
  const { say, law } = view;
  const finding = (id: string) => entryName(view, simulation?.entries ?? [], id);
  if (isLedger(lesson)) {
    const { ask, until } = lesson;
    switch (ask.what) {
      case 'points':
        return say('lesson-asks-points', { finding: finding(ask.of) });
      case 'ends':
        return say('lesson-asks-ends', {
          finding: finding(ask.of),
          measure: law.say(`measure/${ask.measure}/title`),
        });
      case 'balance':
        return until === undefined
          ? say('lesson-asks-balance')
          : say('lesson-asks-balance-on', { day: dayInWords(until, say.lang) });
      default:
        return say(
          {
            strikes: 'lesson-asks-strikes',
            closure: 'lesson-asks-closure',
            appeal: 'lesson-asks-appeal',
          }[ask.what],
        );
    }
  }
  const { ask } = lesson;
  if (ask.what === 'due')
    return say('lesson-asks-due', { what: law.say(`deadline/${ask.of}/title`) });
  if (ask.what === 'verdict') return law.say(`issue/${ask.of}/asks`);
  return ask.to === undefined
    ? say('lesson-asks-saves')
    : say('lesson-asks-saves-to', { verdict: law.say(`verdict/${ask.of}/${ask.to}/title`) });
}
