import type { Line } from '../../exchange/cut.ts';
import { type RowsOptions, type RowsReading, readRows } from '../read-rows.ts';
import { cellOf, lineFaults, type RowFault } from '../row-faults.ts';
import { readCell } from './cell.ts';
import { assignCases } from './columns.ts';
import type { CaseFact, CasesLaw } from './law.ts';
import { casesSay } from './says.ts';
import type {
  CaseAnswers,
  CaseColumn,
  CaseColumnRead,
  CaseRow,
  CasesRead,
  WordAsked,
} from './types.ts';

/** The longest table that is read. */
const MOST_CASES = 100_000;

/** A column with more words than this that cannot be read holds something else: none is asked. */
const MOST_WORDS = 12;

/** What a table is read with. */
export interface CaseOptions extends RowsOptions {
  law: CasesLaw;
  issue: string;
  answers: CaseAnswers;
}

/**
 * Reads a table of cases from a file or a pasted text: one row a case, one column a fact. An empty
 * cell says that the fact is not known.
 */
export async function readCases(
  source: Uint8Array | string,
  options: CaseOptions,
): Promise<CasesRead> {
  const { law, issue, answers } = options;
  const words = new Map<string, WordAsked>();
  const { rows: cases, ...read } = await readRows(source, options, {
    most: MOST_CASES,
    headings: law.kinds,
    assign: (headings, seen) => assignCases(headings, seen, law, issue, answers),
    isDated: (column) => isDated(column?.is, law),
    row: (line, reading) => readRow(line, reading, options, words),
  });
  return { ...read, words: asked([...words.values()]), cases };
}

function isDated(is: CaseColumn | undefined, { facts }: CasesLaw): boolean {
  return is === 'day' || factOf(is, facts)?.kind === 'date';
}

const factOf = (is: CaseColumn | undefined, facts: Map<string, CaseFact>) =>
  is?.startsWith('fact/') ? facts.get(is.slice('fact/'.length)) : undefined;

/** The words that are asked about: none of a column that holds something else. */
function asked(words: WordAsked[]): WordAsked[] {
  const count = (id: string) => words.filter((word) => word.id === id).length;
  return words.filter(({ id }) => count(id) <= MOST_WORDS);
}

/** What stands in place of a fact where a cell tells the day of the row. */
const DAY: CaseFact = {
  id: 'day',
  kind: 'date',
  choices: [],
  issues: new Set(),
  said: new Map(),
};

/** A row as a case, or what is wrong with it. */
function readRow(
  line: Line,
  { columns, orders, year, since, separator, dated }: RowsReading<CaseColumnRead>,
  { law, answers }: CaseOptions,
  words: Map<string, WordAsked>,
): CaseRow | RowFault[] {
  const { row, cells } = line;
  const reasons = lineFaults(line, columns.length, dated, separator);
  const read: CaseRow = { row, cells, facts: {} };
  for (const { place, is } of columns) {
    const fact = is === 'day' ? DAY : factOf(is, law.facts);
    if (!fact) continue;
    const cell = cellOf(cells[place]);
    if (typeof cell !== 'string') {
      reasons.push({ place, ...cell });
      continue;
    }
    const found = readCell(cell, fact, { answers, order: orders.get(place), year, since });
    if (found === 'unknown') {
      // Every row is decided by the law of a day: one that should tell its own is not given another.
      if (is === 'day') reasons.push({ place, says: casesSay.told('row-no_as_of') });
    } else if ('says' in found) {
      reasons.push({ place, says: found.says });
      if (found.word) meet(found.word, words);
    } else if (is === 'day') read.day = `${found.value}`;
    else read.facts[fact.id] = found.value;
  }
  return reasons.length === 0 ? read : reasons;
}

function meet(word: Omit<WordAsked, 'count'>, words: Map<string, WordAsked>): void {
  const key = JSON.stringify([word.id, word.key]);
  const known = words.get(key);
  if (known) known.count += 1;
  else words.set(key, { ...word, count: 1 });
}
