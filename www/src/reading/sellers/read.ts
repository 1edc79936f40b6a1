import type { Line } from '../../exchange/cut.ts';
import { headed } from '../../exchange/headings.ts';
import { openTable } from '../../exchange/open.ts';
import { pacer } from '../../exchange/pace.ts';
import { mended } from '../../exchange/read-lines.ts';
import { ordersOfColumns } from '../../exchange/reading.ts';
import { fileOf } from '../../exchange/sniff.ts';
import type { FileRead, Passing, Question, ReadOptions } from '../../exchange/types.ts';
import { assignSellers, profilesOf, sellerKinds } from './columns.ts';
import { readSeller, type SellerReading } from './rows.ts';
import type { RefusedSeller, Seller, SellerAnswers, SellerColumn, SellersRead } from './types.ts';

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
  const { answers } = options;
  const opened = await openTable(source, answers, pacer(options));
  if (opened.holds === 'nothing') return nothing(opened.file);
  if (opened.holds === 'json') return nothing({ ...fileOf('text') });
  if (opened.holds === 'lines') {
    const { lines, separator, file, questions } = opened;
    const read = await readLines({ lines, separator }, options);
    return {
      ...read,
      file: { ...file, ...read.file },
      questions: [...questions, ...read.questions],
    };
  }
  const filled = opened.sheets.filter(({ lines }) =>
    lines.some(({ cells }) => cells.some((cell) => cell.trim() !== '')),
  );
  const sheet = filled.find(({ name }) => name === answers.sheet) ?? filled[0];
  const file = {
    ...fileOf(opened.kind),
    ...opened.encoding,
    sheets: filled.map(({ name }) => name),
  };
  if (!sheet) return nothing(fileOf('empty'));
  const read = await readLines(sheet, options);
  return { ...read, file: { ...file, ...read.file, sheet: sheet.name } };
}

const none = { file: {}, columns: [], questions: [], sellers: [], refused: [], passed: {} };

const nothing = (file: FileRead): SellersRead => ({ ...none, file: { ...file, readable: false } });

type LinesRead = Omit<SellersRead, 'file'> & { file: Pick<FileRead, 'headings' | 'lines'> };

async function readLines(
  source: { lines: Line[]; separator?: string; since?: number },
  options: SellerOptions,
): Promise<LinesRead> {
  const { answers, asOf } = options;
  const lines = mended(source.lines, answers);
  if (lines.length > MOST_SELLERS) return { ...none, tooMany: MOST_SELLERS };
  const pace = pacer(options);
  const table = headed(lines, sellerKinds(), answers.headings);
  // Without headings nothing tells a title from a seller without days.
  const titles = new Set(
    table.line === 0 ? table.passed.filter(({ why }) => why === 'title').map(({ row }) => row) : [],
  );
  const rows =
    titles.size === 0 ? table.rows : [...lines.filter(({ row }) => titles.has(row)), ...table.rows];
  const seen = await profilesOf(rows, table.headings.length, (done) =>
    pace('columns', done, rows.length),
  );
  const columns = assignSellers(table.headings, seen, answers);
  const dated = seen.filter(({ place }) => DATED.includes(columns[place]?.is));
  const year = Number(asOf.slice(0, 4));
  const { orders, questions } = ordersOfColumns(columns, dated, answers, year);
  const { separator, since = 0 } = source;
  const reading: SellerReading = { columns, asOf, orders, since, separator };
  const sellers: Seller[] = [];
  const refused: RefusedSeller[] = [];
  for (const [place, line] of rows.entries()) {
    await pace('rows', place, rows.length);
    const read = readSeller(line, reading);
    if (Array.isArray(read)) refused.push({ row: line.row, cells: line.cells, reasons: read });
    else sellers.push(read);
  }
  const passed: Partial<Record<Passing, number>> = {};
  for (const { why, row } of table.passed) {
    if (!titles.has(row)) passed[why] = (passed[why] ?? 0) + 1;
  }
  const asked: Question[] = questions;
  const file = { headings: table.line, lines: lines.length };
  return { file, columns, questions: asked, sellers, refused, passed };
}
