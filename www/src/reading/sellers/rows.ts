import type { Line } from '../../exchange/cut.ts';
import { isMoment, readMoment } from '../../exchange/days.ts';
import { faultOf } from '../../exchange/rows.ts';
import { told } from '../../exchange/says.ts';
import { freed, isFailed } from '../../exchange/spelling.ts';
import type { Order, Told } from '../../exchange/types.ts';
import { readGone, saysNone } from './columns.ts';
import type { RefusedSeller, Seller, SellerColumnRead } from './types.ts';

/** Platforms of China keep their lists by its clock. */
const OFFSET = '+08:00';

/** All that is known before the rows are read. */
export interface SellerReading {
  columns: SellerColumnRead[];
  asOf: string;
  orders: Map<number, Order | undefined>;
  since: number;
  separator: string | undefined;
}

/** How much of a cell is told. */
const SHORT = 60;

/** What is wrong with a day, by message. */
const FAULTS = {
  not_a_day: 'row-not_a_day',
  no_such_day: 'row-no_such_day',
  no_such_time: 'row-no_such_time',
  order_open: 'row-order_open',
} as const;

/** A row as a seller, or what is wrong with it. */
export function readSeller(line: Line, reading: SellerReading): Seller | RefusedSeller['reasons'] {
  const { columns, separator, asOf } = reading;
  const { row, cells } = line;
  const reasons: RefusedSeller['reasons'] = [];
  const wrong = (says: Told, place?: number) =>
    reasons.push(place === undefined ? { says } : { place, says });
  const verified = columns.findIndex(({ is }) => is === 'verified');
  const fault = faultOf(line, columns.length, verified, separator);
  if (fault === 'quote_open') wrong(told('row-quote_open'));
  if (fault === 'quote_wrong') wrong(told('row-quote_wrong'));
  if (cells.slice(columns.length).some((cell) => cell.trim() !== '')) {
    wrong(told('row-too_many_cells', { count: cells.length }));
  }
  const seller: Seller = { row, name: '', number: '' };
  for (const { place, is } of columns) {
    if (is === undefined || is === 'ignored') continue;
    const cell = freed(cells[place] ?? '');
    const short = cell.length > SHORT ? `${cell.slice(0, SHORT)}…` : cell;
    if (isFailed(cell)) wrong(told('row-cell_failed', { cell: short }), place);
    else if (cell.includes('\uFFFD')) wrong(told('row-bad_bytes', { cell: short }), place);
    else if (is === 'name' || is === 'number') seller[is] = cell;
    else if (is === 'deregistered' && readGone(cell) !== undefined) {
      if (readGone(cell)) seller.deregistered = true;
    } else if (!saysNone(cell)) {
      const read = dayIn(cell, place, reading);
      if (typeof read !== 'string') wrong(told(FAULTS[read.fault], { cell: short }), place);
      else if (asOf < read) wrong(told('seller-after_as_of', { cell: short }), place);
      else seller[is] = read;
    }
  }
  if (seller.name === '' && seller.number === '') wrong(told('seller-nameless'));
  return reasons.length === 0 ? seller : reasons;
}

function dayIn(
  cell: string,
  place: number,
  { asOf, orders, since }: SellerReading,
): string | { fault: keyof typeof FAULTS } {
  const year = Number(asOf.slice(0, 4));
  const read = readMoment(cell, { offset: OFFSET, order: orders.get(place), year, since });
  return isMoment(read) ? read.day : { fault: read };
}
