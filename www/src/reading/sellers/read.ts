import { pacer } from '../../exchange/pace.ts';
import { ordersOfColumns } from '../../exchange/reading.ts';
import type { FileRead, ReadOptions } from '../../exchange/types.ts';
import type { UnreadRow } from '../row-faults.ts';
import { seenColumns } from '../seen-columns.ts';
import { bodyOf, openLines, type SheetLines } from '../sheet-lines.ts';
import { assignSellers, sellerKinds } from './columns.ts';
import { readSeller, type SellerReading } from './rows.ts';
import type { Seller, SellerAnswers, SellerColumn, SellersRead } from './types.ts';

/** The longest list that is read. */
const MOST_SELLERS = 200_000;

/** What a list is read with. */
export interface SellerOptions extends Pick<ReadOptions, 'signal' | 'progress'> {
  asOf: string;
  answers: SellerAnswers;
}

const DATED: (SellerColumn | undefined)[] = ['verified', 'admitted', 'deregistered'];

/**
 * Reads a list of sellers from a file or a pasted text. What is open comes back as questions
 * and as columns that nothing was taken for; rows that cannot be read, each with its reasons.
 */
export async function readSellers(
  source: Uint8Array | string,
  options: SellerOptions,
): Promise<SellersRead> {
  const opened = await openLines(source, options.answers, pacer(options));
  const { file, questions } = opened;
  const read = await readLines(opened, options);
  return {
    ...read,
    file: { ...file, ...read.file },
    questions: [...questions, ...read.questions],
  };
}

const none = { file: {}, columns: [], questions: [], sellers: [], refused: [], passed: {} };

type LinesRead = Omit<SellersRead, 'file'> & { file: Pick<FileRead, 'headings' | 'lines'> };

async function readLines(source: SheetLines, options: SellerOptions): Promise<LinesRead> {
  const { answers, asOf } = options;
  if (!source.lines) return none;
  if (source.lines.length > MOST_SELLERS) return { ...none, tooMany: MOST_SELLERS };
  const pace = pacer(options);
  const { headings, rows, line, lines, passed } = bodyOf(source.lines, sellerKinds(), answers);
  const seen = await seenColumns(rows, headings.length, (done) =>
    pace('columns', done, rows.length),
  );
  const columns = assignSellers(headings, seen, answers);
  const dated = seen.filter(({ place }) => DATED.includes(columns[place]?.is));
  const year = Number(asOf.slice(0, 4));
  const { orders, questions } = ordersOfColumns(columns, dated, answers, year);
  const { separator, since = 0 } = source;
  const reading: SellerReading = { columns, asOf, orders, since, separator };
  const sellers: Seller[] = [];
  const refused: UnreadRow[] = [];
  for (const [place, line] of rows.entries()) {
    await pace('rows', place, rows.length);
    const read = readSeller(line, reading);
    if (Array.isArray(read)) refused.push({ row: line.row, cells: line.cells, reasons: read });
    else sellers.push(read);
  }
  const file = { headings: line, lines };
  return { file, columns, questions, sellers, refused, passed };
}
