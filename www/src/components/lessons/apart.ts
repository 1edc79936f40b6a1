import { dayInWords, instantInWords } from '../../i18n/dates.ts';
import type { Apart, OtherFact, OtherFinding } from '../../lessons/apart.ts';
import type { Task } from '../../lessons/task.ts';
import { isLedger } from '../../lessons/types.ts';
import { answerInWords, type View } from '../view.ts';
import { outcomeInWords } from './option.ts';

/** What separates a wrong option from the truth, in a sentence. */
export function apartInWords(view: View, task: Task, apart: Apart): string {
  const { say, law } = view;
  switch (apart.kind) {
    case 'reading':
      return say('apart-reading', {
        title: law.say(`reading/${apart.reading}/title`),
        choice: law.say(`reading/${apart.reading}/choice/${apart.choice}`),
        chosen: law.say(`reading/${apart.reading}/choice/${apart.chosen}`),
      });
    case 'years':
      return say(apart.years < 0 ? 'apart-years-earlier' : 'apart-years-later', {
        years: Math.abs(apart.years),
      });
    case 'version': {
      const asOf = isLedger(task.lesson) ? apart.day : task.lesson.asOf;
      return say(apart.day < asOf ? 'apart-version-before' : 'apart-version-from', {
        day: dayInWords(apart.day, say.lang),
      });
    }
    case 'facts':
      return say('apart-facts', {
        facts: apart.facts.map((one) => factInWords(view, one)).join(say('apart-and')),
      });
    case 'finding':
      return say('apart-finding', {
        finding: findingInWords(view, task, apart.finding),
        other: otherInWords(view, apart),
      });
    case 'then':
      return say('apart-then', { outcome: outcomeInWords(view, task, apart.outcome) });
  }
}

/** A question with its other answer, and the one it has. */
function factInWords(view: View, { fact, was, presumed, is }: OtherFact): string {
  const { say, law } = view;
  const ask = law.say(`fact/${fact}/ask`);
  const answer = is === undefined ? say('answer-unknown') : answerInWords(view, fact, is);
  if (was === undefined) return say('apart-fact-new', { ask, answer });
  return say(presumed ? 'apart-fact-presumed' : 'apart-fact', {
    ask,
    answer,
    was: answerInWords(view, fact, was),
  });
}

/** A finding by its day and tier, as the lesson has it. */
function findingInWords({ say, law }: View, { lesson }: Task, id: string): string {
  const found = isLedger(lesson) ? lesson.findings.find((one) => one.id === id) : undefined;
  if (!found) return id;
  return say('entry-name', {
    when: instantInWords(found.issued, say.lang),
    tier: law.say(`tier/${found.tier}/title`),
  });
}

function otherInWords({ say, law }: View, other: OtherFinding): string {
  switch (other.part) {
    case 'tier':
      return say('apart-tier', { tier: law.say(`tier/${other.is}/title`) });
    case 'issued':
      return say('apart-issued', { when: instantInWords(other.is, say.lang) });
    case 'items':
      return say('apart-items', { count: other.is });
    case 'circumstance': {
      const what = law.say(`circumstance/${other.circumstance}/ask`);
      return say(other.is ? 'apart-circumstance' : 'apart-no-circumstance', { what });
    }
    case 'reversed':
      return say(other.is ? 'apart-reversed' : 'apart-not-reversed');
    case 'left_out':
      return say('apart-left-out');
  }
}
