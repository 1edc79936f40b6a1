import type { Answers, ColumnRead } from '../exchange/types.ts';

const KEY = 'zhengpin-import';

/** How many shapes are remembered; the oldest is forgotten first. */
const MOST = 20;

/** What was said of files of one shape. */
type Remembered = [shape: string, answers: Answers][];

/** What files have to have in common for the same answers to fit: rulebook and headings. */
export function shapeOf(rulebook: string, columns: ColumnRead[]): string {
  return JSON.stringify([rulebook, ...columns.map(({ heading }) => heading)]);
}

function all(): Remembered {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    return Array.isArray(kept) ? kept : [];
  } catch {
    return [];
  }
}

function keep(remembered: Remembered): void {
  try {
    if (remembered.length === 0) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, JSON.stringify(remembered.slice(-MOST)));
  } catch {
    // A browser that keeps nothing remembers nothing.
  }
}

/** What was said of the last file of this shape, if the user wanted that remembered. */
export function recall(shape: string): Answers | undefined {
  return all().find(([known]) => known === shape)?.[1];
}

/** Remembers answers for the next file of this shape. Cells written anew belong to the file. */
export function remember(shape: string, { cells: _, ...answers }: Answers): void {
  keep([...all().filter(([known]) => known !== shape), [shape, answers]]);
}

/** Forgets what was said of files of this shape. */
export function forget(shape: string): void {
  keep(all().filter(([known]) => known !== shape));
}
