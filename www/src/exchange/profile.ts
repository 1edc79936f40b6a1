import { isClock, readClock } from './clock.ts';
import type { Line } from './cut.ts';
import { looksLikeDay } from './days.ts';
import { readCount, readPoints, readYes } from './numbers.ts';
import { freed } from './spelling.ts';
import { readAppeal } from './statuses.ts';
import type { TierWords } from './tiers.ts';

/** A value of a column, with how often it stands there and in which rows first. */
export interface Value {
  count: number;
  rows: number[];
}

/** What stands in a column. */
export interface Profile {
  place: number;
  heading: string;
  filled: number;
  /** The values, each once, as far as there are not too many of them. */
  values: Map<string, Value>;
  /** The share of filled cells that can be read as each thing. */
  share: Record<Holding, number>;
  /** Whether it counts the rows. */
  counts: boolean;
}

/** What cells can be read as. */
export type Holding = 'day' | 'clock' | 'count' | 'points' | 'yes' | 'appeal' | 'tier' | 'fakes';

/** How many different values are kept per column; of more, those that come later are not told. */
const KEPT = 5_000;
/** How many of them are looked at to find out what a column holds. */
const LOOKED = 400;

/** The columns of a table, from its rows. `pause` is called at every row. */
export async function profiles(
  rows: Line[],
  headings: string[],
  words: TierWords,
  pause: (done: number) => Promise<void>,
): Promise<Profile[]> {
  const seen = headings.map((heading, place) => ({
    heading,
    place,
    filled: 0,
    values: new Map<string, Value>(),
  }));
  for (const [done, { row, cells }] of rows.entries()) {
    await pause(done);
    for (const column of seen) {
      const cell = cells[column.place];
      const value = cell === undefined || cell === '' ? '' : freed(cell);
      if (value === '') continue;
      column.filled += 1;
      const known = column.values.get(value);
      if (known) {
        known.count += 1;
        if (known.rows.length < 3) known.rows.push(row);
      } else if (column.values.size < KEPT) column.values.set(value, { count: 1, rows: [row] });
    }
  }
  return seen.map((column) => ({
    ...column,
    share: sharesOf(column.values, words),
    counts: isSequence([...column.values.keys()]),
  }));
}

function sharesOf(values: Map<string, Value>, words: TierWords): Profile['share'] {
  const reads: Record<Holding, (value: string) => boolean> = {
    day: looksLikeDay,
    clock: (value) => isClock(readClock(value)),
    count: (value) => readCount(value) !== undefined,
    points: (value) => readPoints(value) !== undefined,
    yes: (value) => readYes(value) !== undefined,
    // 无 and 已生效 say nothing of an appeal.
    appeal: (value) => !['none', undefined].includes(readAppeal(value, 'state')),
    tier: (value) => words.read(value).tier !== undefined,
    fakes: (value) => words.read(value).several.length > 0,
  };
  const looked = [...values].slice(0, LOOKED);
  const all = looked.reduce((sum, [, { count }]) => sum + count, 0);
  const share = (read: (value: string) => boolean) => {
    const some = looked.reduce((sum, [value, { count }]) => sum + (read(value) ? count : 0), 0);
    return all === 0 ? 0 : some / all;
  };
  return Object.fromEntries(
    Object.entries(reads).map(([holding, read]) => [holding, share(read)]),
  ) as Profile['share'];
}

function isSequence(values: string[]): boolean {
  return (
    values.length > 2 && values.every((value, place) => Number(value) === Number(values[0]) + place)
  );
}
