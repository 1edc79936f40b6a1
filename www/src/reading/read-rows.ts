import type { Line } from '../exchange/cut.ts';
import type { Kind } from '../exchange/kinds.ts';
import { pacer } from '../exchange/pace.ts';
import { ordersOfColumns } from '../exchange/reading.ts';
import type {
  Answers,
  FileRead,
  Order,
  Passing,
  Question,
  ReadOptions,
} from '../exchange/types.ts';
import type { RowFault, UnreadRow } from './row-faults.ts';
import { type SeenColumn, seenColumns } from './seen-columns.ts';
import { bodyOf, openLines } from './sheet-lines.ts';

/** What a column was taken for. */
interface TakenColumn {
  place: number;
  heading: string;
  examples: string[];
}

/** All that is known before the rows are read. */
export interface RowsReading<Column> {
  columns: Column[];
  /** How the dates of each column are written. */
  orders: Map<number, Order | undefined>;
  /** The year before which short years lie. */
  year: number;
  since: number;
  separator: string | undefined;
  /** The first column of days, by which a row swallowed by a quotation mark is known. */
  dated: number;
}

/** What tables of one kind are: how long at the most, and what their columns and rows hold. */
export interface RowsKind<Column extends TakenColumn, Row> {
  most: number;
  /** What headings can say. */
  headings: Kind<string>[];
  assign(headings: string[], seen: SeenColumn[]): Column[];
  /** Whether a column holds days. */
  isDated(column: Column | undefined): boolean;
  /** A row, or what is wrong with it. */
  row(line: Line, reading: RowsReading<Column>): Row | RowFault[];
}

/** What a table is read with. */
export interface RowsOptions extends Pick<ReadOptions, 'signal' | 'progress'> {
  asOf: string;
  answers: Omit<Answers, 'columns'>;
}

/** What was read of a table. */
export interface RowsRead<Column, Row> {
  file: FileRead;
  columns: Column[];
  questions: Question[];
  rows: Row[];
  refused: UnreadRow[];
  passed: Partial<Record<Passing, number>>;
  /** The most rows that are read, where the table has more. */
  tooMany?: number;
}

/**
 * Reads a table from a file or a pasted text. What is open comes back as questions and as columns
 * that nothing was taken for; rows that cannot be read, each with its reasons.
 */
export async function readRows<Column extends TakenColumn, Row>(
  source: Uint8Array | string,
  options: RowsOptions,
  kind: RowsKind<Column, Row>,
): Promise<RowsRead<Column, Row>> {
  const { answers, asOf } = options;
  const opened = await openLines(source, answers, pacer(options));
  const { file, questions, separator, since = 0 } = opened;
  const none = { file, columns: [], questions, rows: [], refused: [], passed: {} };
  if (!opened.lines) return none;
  if (opened.lines.length > kind.most) return { ...none, tooMany: kind.most };
  const pace = pacer(options);
  const { headings, rows, line, lines, passed } = bodyOf(opened.lines, kind.headings, answers);
  const seen = await seenColumns(rows, headings.length, (done) =>
    pace('columns', done, rows.length),
  );
  const columns = kind.assign(headings, seen);
  const dates = seen.filter(({ place }) => kind.isDated(columns[place]));
  const year = Number(asOf.slice(0, 4));
  const { orders, questions: ordering } = ordersOfColumns(columns, dates, answers, year);
  const dated = dates[0]?.place ?? -1;
  const reading = { columns, orders, year, since, separator, dated };
  const read: Row[] = [];
  const refused: UnreadRow[] = [];
  for (const [place, one] of rows.entries()) {
    await pace('rows', place, rows.length);
    const found = kind.row(one, reading);
    if (Array.isArray(found)) refused.push({ row: one.row, cells: one.cells, reasons: found });
    else read.push(found);
  }
  return {
    file: { ...file, headings: line, lines },
    columns,
    questions: [...questions, ...ordering],
    rows: read,
    refused,
    passed,
  };
}
