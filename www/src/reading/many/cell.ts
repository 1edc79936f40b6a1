import type { Value } from '../../engine/types.ts';
import { isMoment, readMoment, timeIn } from '../../exchange/days.ts';
import { readCount } from '../../exchange/numbers.ts';
import { told } from '../../exchange/says.ts';
import { plain, same } from '../../exchange/spelling.ts';
import type { Order, Told } from '../../exchange/types.ts';
import { DAY_FAULTS, shortened } from '../row-faults.ts';
import type { CaseFact } from './law.ts';
import { casesSay } from './says.ts';
import type { CaseAnswers, WordAsked } from './types.ts';

/** What a cell says of a fact: a value, that it is not known, or what is wrong with it. */
export type CellRead =
  | { value: Value }
  | 'unknown'
  | { says: Told; word?: Omit<WordAsked, 'count'> };

/** What has to be known to read a cell. */
export interface CellReading {
  answers: CaseAnswers;
  /** How the dates of the column are written. */
  order: Order | undefined;
  /** The year before which short years lie. */
  year: number;
  since: number;
}

/** What separates the members of a set: first what no name of a choice holds. */
const SEPARATORS = [/[;；|\r\n]+/, /[、,，/]+/];

/** A filled cell, as an answer to the question about a fact. */
export function readCell(cell: string, fact: CaseFact, reading: CellReading): CellRead {
  if (isUnknown(cell) && choiceOf(cell, fact) === undefined) return 'unknown';
  switch (fact.kind) {
    case 'yes_no':
      return readYesNo(cell, reading);
    case 'number':
      return readNumber(cell);
    case 'date':
      return readDay(cell, fact, reading);
    case 'choice':
      return readChoice(cell, fact, reading);
    case 'set':
      return readSet(cell, fact, reading);
  }
}

/** Whether a cell says that something is not known. An empty one says so, too. */
function isUnknown(cell: string): boolean {
  return cell === '' || /^[?？]+$/.test(cell) || casesSay.setOf('word-unknown').has(plain(cell));
}

/** Yes or no in a word that means nothing else; `1` and `0` are none, for programs fill in a 0. */
export function yesOrNo(cell: string): boolean | undefined {
  const text = same(cell);
  if (['√', '✓', '✔'].includes(text)) return true;
  if (['×', '✗', '✘'].includes(text)) return false;
  if (casesSay.setOf('word-case-yes').has(plain(text))) return true;
  return casesSay.setOf('word-case-no').has(plain(text)) ? false : undefined;
}

function readYesNo(cell: string, { answers }: CellReading): CellRead {
  const yes = yesOrNo(cell);
  if (yes !== undefined) return { value: yes };
  const id = 'word/yes_no';
  const meant = answerIn(answers, id, cell);
  if (meant === 'unknown') return 'unknown';
  if (meant === 'yes' || meant === 'no') return { value: meant === 'yes' };
  const word = { id, key: same(cell), value: cell, options: ['yes', 'no', 'unknown'] };
  return { says: casesSay.told('row-not_yes_no_unknown', { cell: shortened(cell) }), word };
}

function readNumber(cell: string): CellRead {
  const text = same(cell);
  const value = /^-\d{1,15}$/.test(text) ? Number(text) : readCount(cell);
  if (value !== undefined) return { value };
  return { says: told('row-not_a_count', { cell: shortened(cell) }) };
}

function readDay(cell: string, fact: CaseFact, reading: CellReading): CellRead {
  const choice = choiceOf(cell, fact);
  if (choice !== undefined) return { value: choice };
  const { order, year, since } = reading;
  // Which day an instant falls on depends on a clock that the table does not name.
  if ((timeIn(cell)?.own ?? '') !== '') {
    return { says: casesSay.told('row-day_of_an_instant', { cell: shortened(cell) }) };
  }
  const read = readMoment(cell, { offset: '+00:00', order, year, since });
  if (isMoment(read)) return { value: read.day };
  return { says: told(DAY_FAULTS[read], { cell: shortened(cell) }) };
}

/** The choice that a cell names, by its id or its words; nothing, if none or several. */
function choiceOf(cell: string, { choices, said }: CaseFact): string | undefined {
  const text = cell.trim();
  if (choices.includes(text)) return text;
  const found = said.get(plain(text));
  const [only] = found ?? [];
  return found?.size === 1 ? only : undefined;
}

function readChoice(cell: string, fact: CaseFact, { answers }: CellReading): CellRead {
  const choice = choiceOf(cell, fact) ?? yesOrNoAmong(cell, fact);
  if (choice !== undefined) return { value: choice };
  const id = `word/${fact.id}`;
  const meant = answerIn(answers, id, cell);
  if (meant === 'unknown') return 'unknown';
  if (meant !== undefined && fact.choices.includes(meant)) return { value: meant };
  return noChoice(cell, fact, [...fact.choices, 'unknown']);
}

/** `true` and `false` are the choices yes and no, where those are offered. */
function yesOrNoAmong(cell: string, { choices }: CaseFact): string | undefined {
  const yes = yesOrNo(cell);
  const choice = yes === undefined ? undefined : yes ? 'yes' : 'no';
  return choice !== undefined && choices.includes('yes') && choices.includes(choice)
    ? choice
    : undefined;
}

function readSet(cell: string, fact: CaseFact, { answers }: CellReading): CellRead {
  const none = cell.trim() === '[]' || casesSay.setOf('word-none-of-them').has(plain(cell));
  if (none && choiceOf(cell, fact) === undefined) return { value: [] };
  const members = membersIn(cell, fact);
  if (members) return { value: [...new Set(members)] };
  const id = `word/${fact.id}`;
  const meant = answerIn(answers, id, cell);
  if (meant === 'unknown') return 'unknown';
  if (meant === 'none') return { value: [] };
  if (meant !== undefined && fact.choices.includes(meant)) return { value: [meant] };
  return noChoice(cell, fact, [...fact.choices, 'none', 'unknown']);
}

/** The members that a cell lists; nothing, where one of them is not known. */
function membersIn(cell: string, fact: CaseFact, from = 0): string[] | undefined {
  const whole = choiceOf(cell, fact);
  if (whole !== undefined) return [whole];
  const separator = SEPARATORS[from];
  if (!separator) return undefined;
  const parts = cell.split(separator).filter((part) => part.trim() !== '');
  const read = parts.map((part) => membersIn(part, fact, from + 1));
  const found = read.flatMap((members) => members ?? []);
  return parts.length > 0 && read.every((members) => members !== undefined) ? found : undefined;
}

function noChoice(cell: string, fact: CaseFact, options: string[]): CellRead {
  const word = { id: `word/${fact.id}`, fact: fact.id, key: same(cell), value: cell, options };
  return { says: casesSay.told('row-not_a_choice', { cell: shortened(cell) }), word };
}

/** What was said that a word means. */
function answerIn({ values = {} }: CaseAnswers, id: string, cell: string): string | undefined {
  const given = values[id];
  const key = same(cell);
  return given !== undefined && Object.hasOwn(given, key) ? given[key] : undefined;
}
