import type { Line } from '../../exchange/cut.ts';
import { isMoment, readMoment } from '../../exchange/days.ts';
import { told } from '../../exchange/says.ts';
import type { RowsReading } from '../read-rows.ts';
import { cellOf, DAY_FAULTS, lineFaults, type RowFault, shortened } from '../row-faults.ts';
import { readGone, saysNone } from './columns.ts';
import type { Seller, SellerColumnRead } from './types.ts';

/** Platforms of China keep their lists by its clock. */
const OFFSET = '+08:00';

/** All that is known before the rows are read. */
type SellerReading = RowsReading<SellerColumnRead>;

/** A row as a seller, or what is wrong with it. */
export function readSeller(line: Line, reading: SellerReading, asOf: string): Seller | RowFault[] {
  const { columns, separator } = reading;
  const { row, cells } = line;
  const verified = columns.findIndex(({ is }) => is === 'verified');
  const reasons = lineFaults(line, columns.length, verified, separator);
  const seller: Seller = { row, name: '', number: '' };
  for (const { place, is } of columns) {
    if (is === undefined || is === 'ignored') continue;
    const cell = cellOf(cells[place]);
    if (typeof cell !== 'string') reasons.push({ place, ...cell });
    else if (is === 'name' || is === 'number') seller[is] = cell;
    else if (is === 'deregistered' && readGone(cell) !== undefined) {
      if (readGone(cell)) seller.deregistered = true;
    } else if (!saysNone(cell)) {
      const read = dayIn(cell, place, reading);
      const about = { cell: shortened(cell) };
      if (typeof read !== 'string') {
        reasons.push({ place, says: told(DAY_FAULTS[read.fault], about) });
      } else if (asOf < read) reasons.push({ place, says: told('seller-after_as_of', about) });
      else seller[is] = read;
    }
  }
  if (seller.name === '' && seller.number === '') reasons.push({ says: told('seller-nameless') });
  return reasons.length === 0 ? seller : reasons;
}

function dayIn(
  cell: string,
  place: number,
  { orders, year, since }: SellerReading,
): string | { fault: keyof typeof DAY_FAULTS } {
  const read = readMoment(cell, { offset: OFFSET, order: orders.get(place), year, since });
  return isMoment(read) ? read.day : { fault: read };
}
