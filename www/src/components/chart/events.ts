import type { Entry, Simulation } from '../../engine/types.ts';
import { sortable } from '../../i18n/dates.ts';

/** A moment by the ledger's own clock, as a number of milliseconds that UTC scales read. */
export function moment(instant: string): number {
  return Date.parse(`${sortable(instant)}Z`);
}

/** The first moment of the year after this one. */
export function turnOf(year: number): number {
  return Date.parse(`${year + 1}-01-01T00:00Z`);
}

/** What a book stands at, from a moment on. */
export interface Step {
  at: number;
  points: number;
}

/** The points of a book as they rose, lapsed and were cleared. */
export function stepsOf({ entries, lapses, yearEnds, status }: Simulation, book: string): Step[] {
  const isMain = status.books[0]?.book === book;
  const events: { at: number; next: (points: number) => number }[] = [
    ...entries
      .filter((entry) => entry.book === book)
      .map(({ issued, ledger }) => ({ at: moment(issued), next: () => ledger })),
    ...yearEnds.flatMap((end) => {
      const after = isMain
        ? end.pointsAfter
        : end.others.find((other) => other.book === book)?.pointsAfter;
      return after === undefined ? [] : [{ at: turnOf(end.year), next: () => after }];
    }),
    ...lapses
      .filter((lapse) => lapse.book === book)
      .map(({ at, points }) => ({
        at: moment(at),
        next: (before: number) => Math.max(0, before - points),
      })),
  ];
  let points = 0;
  return events
    .sort((a, b) => a.at - b.at)
    .map(({ at, next }) => {
      points = next(points);
      return { at, points };
    });
}

/** A time during which measures run; for good, if it has no end. */
export interface Band {
  from: number;
  to: number | undefined;
  codes: string[];
}

/** The measures of a ledger, those that run for the same time together. Acts done once are none. */
export function bandsOf(entries: Entry[]): Band[] {
  const bands = new Map<string, Band>();
  for (const { code, from, until, replaced } of entries.flatMap(({ measures }) => measures)) {
    const end = replaced ?? until;
    if (end === null) continue;
    const key = `${from} ${end}`;
    const band = bands.get(key) ?? { from: moment(from), to: moment(end), codes: [] };
    if (!band.codes.includes(code)) band.codes.push(code);
    bands.set(key, band);
  }
  return [...bands.values()].sort((a, b) => a.from - b.from);
}

/** Bands in as few rows as there can be, so that none covers another. */
export function inRows(bands: Band[]): Band[][] {
  const rows: Band[][] = [];
  for (const band of bands) {
    const free = rows.find((row) => (row.at(-1)?.to ?? Number.POSITIVE_INFINITY) <= band.from);
    if (free) free.push(band);
    else rows.push([band]);
  }
  return rows;
}

/** The windows that findings fell into, from their first moment to their last. */
export function windowsOf(entries: Entry[], book: string): { from: number; to: number }[] {
  const windows = new Map<string, { from: number; to: number }>();
  for (const { window, book: own } of entries) {
    if (!window || own !== book) continue;
    // A window counted in days ends with its last day.
    const rest = window.to.includes('T') ? 0 : 86_400_000;
    const span = { from: moment(window.from), to: moment(window.to) + rest };
    windows.set(`${window.id} ${window.from}`, span);
  }
  return [...windows.values()];
}

/** The numbers of points at which something happens in a book, as far as they are in reach. */
export function levelsOf(
  { entries, forecast, status }: Simulation,
  book: string,
  bookOf: (tier: string) => string | undefined,
): { limit: number | null; nodes: number[] } {
  const limit = status.books[0]?.book === book ? (forecast?.pointsLimit ?? null) : null;
  const reached = entries.filter((one) => one.book === book).map(({ node }) => node);
  const ahead = (forecast?.next ?? [])
    .filter(({ tier }) => bookOf(tier) === book)
    .map(({ node }) => node);
  const nodes = [...reached, ...ahead].filter((node) => node !== null && node !== limit);
  return { limit, nodes: [...new Set(nodes as number[])].sort((a, b) => a - b) };
}
