import type { Line } from '../../exchange/cut.ts';
import { pacer } from '../../exchange/pace.ts';
import { ordersOfColumns } from '../../exchange/reading.ts';
import { told } from '../../exchange/says.ts';
import type { FileRead, Order, ReadOptions } from '../../exchange/types.ts';
import { cellOf, lineFaults, type RowFault, type UnreadRow } from '../row-faults.ts';
import { seenColumns } from '../seen-columns.ts';
import { bodyOf, openLines, type SheetLines } from '../sheet-lines.ts';
import { readCell } from './cell.ts';
import { assignCases } from './columns.ts';
import type { CaseFact, CasesLaw } from './law.ts';
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
export interface CaseOptions extends Pick<ReadOptions, 'signal' | 'progress'> {
  law: CasesLaw;
  issue: string;
  asOf: string;
  answers: CaseAnswers;
}

/**
 * Reads a table of cases from a file or a pasted text: one row a case, one column a fact. What is
 * open comes back as questions and as columns that nothing was taken for; rows that cannot be
 * read, each with its reasons. An empty cell says that the fact is not known.
 */
export async function readCases(
  source: Uint8Array | string,
  options: CaseOptions,
): Promise<CasesRead> {
  const opened = await openLines(source, options.answers, pacer(options));
  const { file, questions } = opened;
  const read = await readLines(opened, options);
  return {
    ...read,
    file: { ...file, ...read.file },
    questions: [...questions, ...read.questions],
  };
}

const none = {
  file: {},
  columns: [],
  questions: [],
  words: [],
  cases: [],
  refused: [],
  passed: {},
};

type LinesRead = Omit<CasesRead, 'file'> & { file: Pick<FileRead, 'headings' | 'lines'> };

/** All that is known before the rows are read. */
interface RowReading {
  columns: CaseColumnRead[];
  law: CasesLaw;
  answers: CaseAnswers;
  orders: Map<number, Order | undefined>;
  year: number;
  since: number;
  separator: string | undefined;
  /** The first column of days, by which a row swallowed by a quotation mark is known. */
  dated: number;
}

async function readLines(source: SheetLines, options: CaseOptions): Promise<LinesRead> {
  const { answers, asOf, issue, law } = options;
  if (!source.lines) return none;
  if (source.lines.length > MOST_CASES) return { ...none, tooMany: MOST_CASES };
  const pace = pacer(options);
  const { headings, rows, line, lines, passed } = bodyOf(source.lines, law.kinds, answers);
  const seen = await seenColumns(rows, headings.length, (done) =>
    pace('columns', done, rows.length),
  );
  const columns = assignCases(headings, seen, law, issue, answers);
  const dates = seen.filter(({ place }) => isDated(columns[place]?.is, law));
  const year = Number(asOf.slice(0, 4));
  const { orders, questions } = ordersOfColumns(columns, dates, answers, year);
  const { separator, since = 0 } = source;
  const dated = dates[0]?.place ?? -1;
  const reading = { columns, law, answers, orders, year, since, separator, dated };
  const cases: CaseRow[] = [];
  const refused: UnreadRow[] = [];
  const words = new Map<string, WordAsked>();
  for (const [place, one] of rows.entries()) {
    await pace('rows', place, rows.length);
    const read = readRow(one, reading, words);
    if (Array.isArray(read)) refused.push({ row: one.row, cells: one.cells, reasons: read });
    else cases.push(read);
  }
  const file = { headings: line, lines };
  return { file, columns, questions, words: asked([...words.values()]), cases, refused, passed };
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
  reading: RowReading,
  words: Map<string, WordAsked>,
): CaseRow | RowFault[] {
  const { columns, law, separator, dated, ...rest } = reading;
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
    const found = readCell(cell, fact, { ...rest, order: rest.orders.get(place) });
    if (found === 'unknown') {
      // Every row is decided by the law of a day: one that should tell its own is not given another.
      if (is === 'day') reasons.push({ place, says: told('row-no_as_of') });
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
