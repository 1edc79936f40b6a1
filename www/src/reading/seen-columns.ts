import type { Line } from '../exchange/cut.ts';
import { freed } from '../exchange/spelling.ts';

/** The values of a column, each once, with how often it stands there and in which rows first. */
export type SeenValues = Map<string, { count: number; rows: number[] }>;

/** What stands in a column. */
export interface SeenColumn {
  place: number;
  values: SeenValues;
}

/** How many different values are looked at to find out what a column holds. */
const LOOKED = 400;

/** How many of them are shown beside a column. */
const SHOWN = 5;

/** What stands in each column: every value once. `pause` is called at every row. */
export async function seenColumns(
  rows: Line[],
  width: number,
  pause: (done: number) => Promise<void>,
): Promise<SeenColumn[]> {
  const seen = Array.from({ length: width }, (_, place) => ({
    place,
    values: new Map() as SeenValues,
  }));
  for (const [done, { row, cells }] of rows.entries()) {
    await pause(done);
    for (const { place, values } of seen) {
      const value = freed(cells[place] ?? '');
      if (value === '') continue;
      const known = values.get(value);
      if (known) known.count += 1;
      else values.set(value, { count: 1, rows: [row] });
    }
  }
  return seen;
}

/** Whether most of what stands in a column can be read so. */
export function mostly({ values }: SeenColumn, reads: (value: string) => boolean): boolean {
  const looked = [...values.keys()].slice(0, LOOKED);
  return looked.length > 0 && looked.filter(reads).length >= looked.length * 0.6;
}

/** The first values that differ. */
export function examplesOf({ values }: SeenColumn): string[] {
  return [...values.keys()].slice(0, SHOWN);
}
