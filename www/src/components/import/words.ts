import type { Answers, ColumnId, Order, Question } from '../../exchange/types.ts';
import type { Legal } from '../../i18n/legal.ts';
import type { Words } from '../../i18n/words.ts';
import { ASKS, ORDERS, STATUSES } from './messages.ts';

/** Something said of a file: what was said so far, with more. */
export type Change = (answers: Answers) => Answers;

/** The words in which an import speaks of a table. */
export interface ImportWords {
  say: Words;
  law: Legal;
  /** The headings of the table, by place. */
  headings: string[];
  /** What columns are called. */
  names: Map<ColumnId, string>;
}

/** What a column can be, in words. */
export function kindInWords({ say, names }: ImportWords, id: ColumnId): string {
  return id === 'ignored' ? say('mapping-ignore') : (names.get(id) ?? id);
}

/** What a column is called: its heading, or its number where it has none. */
export function headingOf({ say, headings }: ImportWords, place: number): string {
  return headings[place] || say('mapping-no-heading', { number: place + 1 });
}

/** An option of a question in words. */
export function optionInWords(words: ImportWords, { topic }: Question, option: string): string {
  const { say, law } = words;
  switch (topic) {
    case 'column':
      return kindInWords(words, option as ColumnId);
    case 'which':
      return option === 'none' ? say('which-none') : headingOf(words, Number(option));
    case 'order':
      return say(ORDERS[option as Order]);
    case 'tier':
      return option === 'ignored' ? say('tier-ignored') : law.say(`tier/${option}/title`);
    case 'measure':
      return option === 'ignored' ? say('measure-ignored') : law.say(`measure/${option}/title`);
    case 'status':
    case 'yes':
      return say(STATUSES[option as keyof typeof STATUSES]);
    case 'encoding':
    case 'items':
    case 'sheet':
    case 'shop':
      return option;
  }
}

/** What is asked, in words. */
export function questionInWords(words: ImportWords, { topic, place, column }: Question): string {
  return words.say(ASKS[topic], {
    column: place === undefined ? '' : headingOf(words, place),
    kind: column === undefined ? '' : kindInWords(words, column),
  });
}
