import { readXlsx } from 'hucre/xlsx';
import { clockOf } from './clock.ts';
import type { Sheet } from './sheets.ts';

/** Between the first days of the two systems in which workbooks count days. */
const DAYS_BETWEEN_SYSTEMS = 1_462;

/** The sheets of a workbook; nothing, if it cannot be opened. */
export async function readWorkbook(bytes: Uint8Array): Promise<Sheet[] | undefined> {
  const book = await readXlsx(bytes).catch(() => undefined);
  if (!book) return undefined;
  const since = book.dateSystem === '1904' ? DAYS_BETWEEN_SYSTEMS : 0;
  return book.sheets.map(({ name, rows }) => ({
    name,
    since,
    lines: rows.map((cells, place) => ({ row: place + 1, cells: cells.map(written) })),
  }));
}

/**
 * A cell as text. Days come from the workbook as instants whose parts in UTC are what the cell
 * shows; those of the first days of the count are times without a day.
 */
function written(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  if (!(cell instanceof Date))
    return typeof cell === 'boolean' ? (cell ? 'true' : 'false') : `${cell}`;
  // The library reads a time of 23:59:30 as a fraction of a day: half a second rounds it back.
  const instant = new Date(Math.round(cell.getTime() / 1000) * 1000);
  const iso = instant.toISOString();
  if (instant.getUTCFullYear() < 1905) return clockOf(secondsOfDay(instant));
  return secondsOfDay(instant) === 0
    ? iso.slice(0, 10)
    : `${iso.slice(0, 10)} ${clockOf(secondsOfDay(instant))}`;
}

function secondsOfDay(instant: Date): number {
  return (instant.getUTCHours() * 60 + instant.getUTCMinutes()) * 60 + instant.getUTCSeconds();
}
