import type { Lang, Value } from '../../engine/types.ts';
import { writeTable } from '../../exchange/table.ts';
import type { UnreadRow } from '../row-faults.ts';
import { type DecidedCase, NONE } from './decide.ts';
import type { Beside } from './touched.ts';
import type { CaseColumnRead, CaseTableWords } from './types.ts';

/** What is written. */
export interface CaseTable {
  issue: string;
  columns: CaseColumnRead[];
  cases: DecidedCase[];
  /** The rows that were set aside; they go along with their reasons. */
  refused: UnreadRow[];
  /** Each case beside the second side, where there is one. */
  beside: Map<number, Beside> | undefined;
}

/** What stands between two ids of a list, as `zhengpin batch` writes it. */
const BETWEEN = ';';

/** The columns in codes, named as `zhengpin batch` names them. */
const CODES = ['verdict', 'settled', 'possible', 'because', 'missing', 'unknown', 'provisions'];

/**
 * Every row with its own columns, its answer in words, and the same in codes as the command line
 * writes them. Rows stand in the order of the file, also those that were set aside.
 */
export function writeCases(table: CaseTable, words: CaseTableWords): string {
  const { columns, issue, beside } = table;
  const { headings: named } = words;
  const headings = [
    named.row,
    ...columns.map(({ heading }) => heading),
    named.verdict,
    named.settled,
    named.because,
    named.missing,
    named.unknown,
    named.next,
    named.provisions,
    ...(beside ? [named.other, named.apart] : []),
    named.refused,
    'version',
    ...CODES.map((code) => `${issue}_${code}`),
    'next',
    'disputed',
  ];
  const decided = table.cases.map((one) => ({
    row: one.read.row,
    cells: decidedRow(one, table, words),
  }));
  const width = headings.length;
  const refused = table.refused.map((one) => ({
    row: one.row,
    cells: refusedRow(one, table, words.lang, width),
  }));
  const rows = [...decided, ...refused].sort((one, other) => one.row - other.row);
  return writeTable(
    headings,
    rows.map(({ cells }) => cells),
  );
}

/** The cells of a row under the headings, and none beyond. */
const own = (cells: string[], columns: CaseColumnRead[]) =>
  columns.map((_, place) => cells[place] ?? '');

function decidedRow(one: DecidedCase, table: CaseTable, words: CaseTableWords): string[] {
  const { columns, beside } = table;
  const { read, decided, standing } = one;
  const { standings, elements, facts, provisions, and } = words;
  const listed = (ids: string[], names: Record<string, string>) =>
    ids.map((id) => names[id] ?? id).join(and);
  const found = beside?.get(read.row);
  const to = found?.other ?? '';
  const traits = (found?.apart ?? []).map((trait) => JSON.stringify(trait));
  const settled = standing !== NONE;
  const codes = [
    decided.verdict ?? '',
    settled ? `${decided.settled}` : '',
    decided.possible.join(BETWEEN),
    decided.because.join(BETWEEN),
    decided.missing.join(BETWEEN),
    decided.unknown.join(BETWEEN),
    decided.provisions.join(BETWEEN),
  ];
  return [
    `${read.row}`,
    ...own(read.cells, columns),
    standings[decided.verdict ?? standing] ?? decided.verdict ?? '',
    settled ? (decided.settled ? words.yes : words.no) : '',
    decided.because.map((id) => answered(id, read.facts[id], words)).join(and),
    listed(decided.missing, elements),
    listed(decided.unknown, elements),
    listed(decided.next, facts),
    listed(decided.provisions, provisions),
    ...(beside ? [standings[to] ?? to, listed(traits, words.traits)] : []),
    '',
    decided.version,
    ...codes,
    decided.next.join(BETWEEN),
    decided.disputed.join(BETWEEN),
  ];
}

/** A question with its answer. */
function answered(fact: string, value: Value | undefined, words: CaseTableWords): string {
  const { facts, choices, yes, no, nothing, is, and } = words;
  const named = (choice: string) => choices[fact]?.[choice] ?? choice;
  let told = typeof value === 'string' ? named(value) : `${value ?? ''}`;
  if (typeof value === 'boolean') told = value ? yes : no;
  if (Array.isArray(value)) told = value.length === 0 ? nothing : value.map(named).join(and);
  return `${facts[fact] ?? fact}${is}${told}`;
}

function refusedRow(one: UnreadRow, table: CaseTable, lang: Lang, width: number): string[] {
  const { columns } = table;
  const reasons = one.reasons.map(({ place, says }) => {
    const heading = place === undefined ? '' : (columns[place]?.heading ?? '');
    return heading === '' ? says[lang] : `${heading}: ${says[lang]}`;
  });
  const begin = [`${one.row}`, ...own(one.cells, columns)];
  const cells = Array.from({ length: width }, (_, at) => begin[at] ?? '');
  cells[begin.length + 7 + (table.beside ? 2 : 0)] = reasons.join(' ');
  return cells;
}
