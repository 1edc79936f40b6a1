import type {
  ByDates,
  Description,
  ElementDescription,
  FactDescription,
  ProvisionDescription,
  Value,
  VerdictDescription,
} from '../engine/types.ts';
import { dayInWords, isDay } from '../i18n/dates.ts';
import { type Legal, legal } from '../i18n/legal.ts';
import { allOf, anyOf, quoted } from '../i18n/lists.ts';
import type { Words } from '../i18n/words.ts';
import type { Answers } from '../state/answers.ts';
import { byId } from '../state/memo.ts';

/** All that the templates of a tool need to know. */
export interface View {
  say: Words;
  law: Legal;
  /** Whether there is room for notes in a margin. */
  wide: boolean;
  /** Where the pages of the reference are; nothing, if the host did not say. */
  reference: string | undefined;
  answers: Answers;
  /** What dates given say of other questions, by fact. */
  said: Map<string, ByDates>;
  facts: Map<string, FactDescription>;
  elements: Map<string, ElementDescription>;
  provisions: Map<string, ProvisionDescription>;
  description: Description;
  /** What is told at a question of where its answer was given. */
  told: ((fact: string) => unknown) | undefined;
}

/** The view of a description in one language. */
export function makeView(
  description: Description,
  answers: Answers,
  say: Words,
  wide: boolean,
  reference: string | undefined,
  byDates: ByDates[] = [],
  told?: View['told'],
): View {
  return {
    say,
    wide,
    reference,
    answers,
    said: new Map(byDates.map((item) => [item.fact, item])),
    description,
    told,
    law: legal(description, say.lang),
    facts: byId(description.facts),
    elements: byId(description.elements),
    provisions: byId(description.provisions),
  };
}

/** A list of labels that stands by itself: each begins as labels begin. */
export function joined(view: View, items: string[]): string {
  return items.join(view.say('label-separator'));
}

/** A list of labels within a sentence. */
export function within({ say }: View, labels: string[]): string {
  return allOf(
    say.lang,
    labels.map((label) => say('label-within', { label })),
  );
}

/** An answer in words. */
export function answerInWords(view: View, id: string, value: Value | null | undefined): string {
  if (value === undefined) return view.say('answer-open');
  if (value === null) return view.say('answer-unknown');
  if (typeof value === 'boolean') return view.say(value ? 'answer-yes' : 'answer-no');
  if (typeof value === 'number') return `${value}`;
  if (Array.isArray(value)) {
    return value.length === 0
      ? view.say('answer-none')
      : joined(
          view,
          value.map((choice) => view.law.say(`fact/${id}/choice/${choice}`)),
        );
  }
  // Of a date it can also be said, by a choice, that the day did not come.
  return view.facts.get(id)?.kind === 'date' && isDay(value)
    ? dayInWords(value, view.say.lang)
    : view.law.say(`fact/${id}/choice/${value}`);
}

/** One of these labels: a single one as it stands; of several each is set off in quotation marks. */
export function either({ say }: View, labels: string[]): string {
  const [only, ...others] = labels;
  return only !== undefined && others.length === 0 ? only : anyOf(say.lang, labels.map(quoted));
}

/** The verdict `id` of `issue`; nothing for the name of an open answer. */
export function verdictOf(view: View, issue: string, id: string): VerdictDescription | undefined {
  return view.description.issues
    .find((described) => described.id === issue)
    ?.verdicts.find((verdict) => verdict.id === id);
}
