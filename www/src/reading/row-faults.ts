import type { Line } from '../exchange/cut.ts';
import { faultOf } from '../exchange/line-fault.ts';
import { told } from '../exchange/says.ts';
import { freed, isFailed } from '../exchange/spelling.ts';
import type { Told } from '../exchange/types.ts';

/** What is wrong with a row, and in which cell. */
export interface RowFault {
  place?: number;
  says: Told;
}

/** A row that cannot be read: as it stood, with the reasons. */
export interface UnreadRow {
  row: number;
  cells: string[];
  reasons: RowFault[];
}

/** How much of a cell is told. */
const SHORT = 60;

/** A cell as a message quotes it. */
export const shortened = (cell: string): string =>
  cell.length > SHORT ? `${cell.slice(0, SHORT)}…` : cell;

/** What is wrong with a row whatever its columns hold: quotation marks, and more cells than columns. */
export function lineFaults(
  line: Line,
  width: number,
  day: number,
  separator: string | undefined,
): RowFault[] {
  const faults: RowFault[] = [];
  const { cells } = line;
  const fault = faultOf(line, width, day, separator);
  if (fault === 'quote_open') faults.push({ says: told('row-quote_open') });
  if (fault === 'quote_wrong') faults.push({ says: told('row-quote_wrong') });
  if (cells.slice(width).some((cell) => cell.trim() !== '')) {
    faults.push({ says: told('row-too_many_cells', { count: cells.length }) });
  }
  return faults;
}

/** A cell as its writer meant it, or what is wrong with it whatever it should hold. */
export function cellOf(text: string | undefined): string | { says: Told } {
  const cell = freed(text ?? '');
  if (isFailed(cell)) return { says: told('row-cell_failed', { cell: shortened(cell) }) };
  if (cell.includes('\uFFFD')) return { says: told('row-bad_bytes', { cell: shortened(cell) }) };
  return cell;
}

/** What is wrong with a day, by message. */
export const DAY_FAULTS = {
  not_a_day: 'row-not_a_day',
  no_such_day: 'row-no_such_day',
  no_such_time: 'row-no_such_time',
  order_open: 'row-order_open',
} as const;
