import type { Line } from '../exchange/cut.ts';
import { type Headed, headed } from '../exchange/headings.ts';
import type { Kind } from '../exchange/kinds.ts';
import { mended } from '../exchange/mended.ts';
import { openTable } from '../exchange/open.ts';
import type { pacer } from '../exchange/pace.ts';
import { fileOf } from '../exchange/sniff.ts';
import type { Answers, FileRead, Passing, Question } from '../exchange/types.ts';

/** A table whose rows are all of one kind, opened. */
export interface SheetLines {
  file: FileRead;
  /** How the bytes are read, where they do not tell. */
  questions: Question[];
  /** Nothing, where the file cannot be read. */
  lines?: Line[];
  separator?: string;
  since?: number;
}

/** Opens a file or a pasted text, and takes the sheet that was said, or the first with anything. */
export async function openLines(
  source: Uint8Array | string,
  answers: Pick<Answers, 'encoding' | 'separator' | 'sheet'>,
  pace: ReturnType<typeof pacer>,
): Promise<SheetLines> {
  const unread = (file: FileRead) => ({ file: { ...file, readable: false }, questions: [] });
  const opened = await openTable(source, answers, pace);
  if (opened.holds === 'nothing') return unread(opened.file);
  if (opened.holds === 'json') return unread(fileOf('text'));
  if (opened.holds === 'lines') {
    const { lines, separator, file, questions } = opened;
    return { file, questions, lines, separator };
  }
  const filled = opened.sheets.filter(({ lines }) =>
    lines.some(({ cells }) => cells.some((cell) => cell.trim() !== '')),
  );
  const sheet = filled.find(({ name }) => name === answers.sheet) ?? filled[0];
  if (!sheet) return unread(fileOf('empty'));
  const { lines, since, name } = sheet;
  const sheets = filled.map((one) => one.name);
  const file = { ...fileOf(opened.kind), ...opened.encoding, sheets, sheet: name };
  return { file, questions: [], lines, ...(since === undefined ? {} : { since }) };
}

/** The rows below the headings, and how many lines of which kind were passed over. */
export interface Body extends Pick<Headed, 'headings' | 'rows' | 'line'> {
  passed: Partial<Record<Passing, number>>;
  /** How many lines there are in all. */
  lines: number;
}

/** The rows of a table; where nothing is a heading, no line above them is taken for a title. */
export function bodyOf(
  all: Line[],
  kinds: Kind<string>[],
  answers: Pick<Answers, 'cells' | 'headings'>,
): Body {
  const lines = mended(all, answers);
  const table = headed(lines, kinds, answers.headings);
  const titles = new Set(
    table.line === 0 ? table.passed.filter(({ why }) => why === 'title').map(({ row }) => row) : [],
  );
  const above = titles.size === 0 ? [] : lines.filter(({ row }) => titles.has(row));
  const passed: Body['passed'] = {};
  for (const { why, row } of table.passed) {
    if (!titles.has(row)) passed[why] = (passed[why] ?? 0) + 1;
  }
  const { headings, line } = table;
  return { headings, line, rows: [...above, ...table.rows], passed, lines: lines.length };
}
