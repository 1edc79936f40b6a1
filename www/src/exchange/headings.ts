import type { Line } from './cut.ts';
import { looksLikeDay } from './days.ts';
import { type Kind, namedBy } from './kinds.ts';
import { readCount } from './numbers.ts';
import { setOf } from './says.ts';
import { freed, plain } from './spelling.ts';
import type { Passed } from './types.ts';

/** A table with its headings found. */
export interface Headed {
  /** The line that the headings stand on; 0 where there are none. */
  line: number;
  headings: string[];
  rows: Line[];
  passed: Passed[];
}

/** How many lines are looked through for headings. */
const LOOKED = 30;

/** Finds the headings, and passes over what stands above and below the table. */
export function headed(lines: Line[], kinds: Kind<string>[], said?: number): Headed {
  const passed: Passed[] = [];
  const filled: Line[] = [];
  for (const line of lines) {
    if (line.cells.every((cell) => freed(cell) === '')) {
      passed.push({ ...bare(line), why: 'blank' });
    } else if (isSeparator(line)) {
      passed.push({ ...bare(line), why: 'separator' });
    } else filled.push(line);
  }
  const found =
    said === undefined ? find(filled, kinds) : filled.findIndex(({ row }) => row === said);
  const named = filled[found];
  const rows: Line[] = [];
  // Where nothing is a heading, lines above the first whole row are titles all the same.
  const first = named ? found + 1 : filled.findIndex(({ cells }) => cells.some(looksLikeDay));
  const headings = named ? trimmed(named.cells) : [];
  const width = named ? headings.length : Math.max(0, ...filled.map(({ cells }) => cells.length));
  for (const [place, line] of filled.entries()) {
    if (line === named) passed.push({ ...bare(line), why: 'headings' });
    else if (place < first) passed.push({ ...bare(line), why: 'title' });
    else if (isTotal(line)) passed.push({ ...bare(line), why: 'total' });
    else if (named && isSame(line, headings))
      passed.push({ ...bare(line), why: 'repeated_headings' });
    else rows.push(line);
  }
  passed.sort((a, b) => a.row - b.row);
  const whole = named ? headings : Array.from({ length: width }, () => '');
  return { line: named?.row ?? 0, headings: whole, rows, passed };
}

/** A first line that names the separator, or the line of dashes below headings in Markdown. */
function isSeparator({ row, cells }: Line): boolean {
  if (row === 1 && /^sep=.?$/.test(cells.join(','))) return true;
  return (
    cells.some((cell) => cell !== '') && cells.every((cell) => /^ *(?::?-{2,}:? *)?$/.test(cell))
  );
}

const bare = ({ row, cells }: Line) => ({ row, cells });

/** Headings without the empty cells behind the last one. */
function trimmed(cells: string[]): string[] {
  const names = cells.map(freed);
  return names.slice(0, names.findLastIndex((name) => name !== '') + 1);
}

/** The place of the headings among the filled lines; -1 where there are none. */
function find(lines: Line[], kinds: Kind<string>[]): number {
  const scores = lines.slice(0, LOOKED).map(({ cells }) => score(cells, kinds));
  const best = Math.max(0, ...scores);
  if (best >= 2) return scores.indexOf(best);
  const width = mostCells(lines);
  const first = lines.findIndex(({ cells }) => filledCells(cells) >= Math.min(2, width));
  const cells = lines[first]?.cells ?? [];
  // The first whole line names columns if nothing in it could stand in a row.
  return cells.some((cell) => looksLikeDay(cell) || isNumber(cell)) ? -1 : first;
}

const isNumber = (cell: string) => readCount(cell) !== undefined;
const filledCells = (cells: string[]) => cells.filter((cell) => cell.trim() !== '').length;

function mostCells(lines: Line[]): number {
  return Math.max(0, ...lines.slice(0, 200).map(({ cells }) => filledCells(cells)));
}

/** How many cells of a line are names of columns; a line with a day in it is a row. */
function score(cells: string[], kinds: Kind<string>[]): number {
  if (cells.some(looksLikeDay)) return 0;
  const named = cells.map((cell) => (cell.length > 40 ? [] : namedBy(freed(cell), kinds)));
  return named.reduce((sum, [first]) => sum + (first ? (first.by === 'name' ? 1 : 0.5) : 0), 0);
}

/** A line that adds up those above it. */
function isTotal({ cells }: Line): boolean {
  const first = cells.find((cell) => cell.trim() !== '') ?? '';
  if (first.length > 20) return false;
  return setOf('word-total').has(plain(first).replace(/数$/, '')) && !cells.some(looksLikeDay);
}

function isSame({ cells }: Line, headings: string[]): boolean {
  return headings.every((name, place) => freed(cells[place] ?? '') === name);
}
