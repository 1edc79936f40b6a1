import type { Failure, LedgerDescription, Simulation } from '../engine/types.ts';
import { isFailure } from '../engine/types.ts';
import { messageOf } from '../i18n/told.ts';
import type { Words } from '../i18n/words.ts';
import { fieldAt } from '../state/draft.ts';
import { type Finding, inOrder } from '../state/findings.ts';
import { findingAt, type Ledger } from '../state/ledger.ts';
import { type Column, guessed } from './columns.ts';
import { needsOrder, type Order, orderOf } from './moments.ts';
import { type Reading, readRow, type Trouble, tierOf } from './read.ts';
import type { Row, Table } from './table.ts';

/** A table that is being imported, and what the user has said about it. */
export interface Session {
  table: Table;
  /** For each heading the id of its column, if any. */
  mapping: (string | undefined)[];
  /** Tiers named for texts that name none. */
  chosen: Record<string, string>;
  /** How dates such as 3/4/2026 are to be read, where the user had to say. */
  order: Order | undefined;
  /** Cells written anew, by row and place. */
  mended: Record<string, string>;
}

/** What can be taken from a table, and what cannot yet. */
export interface Result {
  /** The findings by the number of their rows. */
  findings: Map<number, Finding>;
  troubles: Trouble[];
}

/** Begins with what the headings say. */
export function begin(table: Table, columns: Column[]): Session {
  const mapping = guessed(table.headings, columns);
  return { table, mapping, chosen: {}, order: undefined, mended: {} };
}

/** The rows as they stand, cells that were mended included. */
export function rowsOf({ table, mended }: Session): Row[] {
  return table.rows.map(({ number, cells }) => ({
    number,
    cells: table.headings.map((_, place) => mended[`${number}:${place}`] ?? cells[place] ?? ''),
  }));
}

/** The cells of the columns that hold what is asked. */
export function cellsOf(session: Session, id: string): string[] {
  const place = session.mapping.indexOf(id);
  return place < 0 ? [] : rowsOf(session).map(({ cells }) => cells[place] ?? '');
}

/** The order of day and month: found, said, or still to be said. Nothing, if it does not matter. */
export function orderAsked(
  session: Session,
): { order: Order | undefined; open: boolean } | undefined {
  const days = cellsOf(session, 'day').filter(needsOrder);
  if (days.length === 0) return undefined;
  const found = orderOf(days);
  return { order: found ?? session.order, open: found === undefined };
}

/** Texts in the column of the tiers that name none, each once. */
export function unknownTiers(session: Session, tiers: Reading['tiers']): string[] {
  const cells = cellsOf(session, 'tier').filter((cell) => cell !== '');
  return [...new Set(cells)].filter((cell) => tierOf(cell, { tiers, chosen: {} }) === undefined);
}

/** Reads the rows; those that the engine refuses are troubles as well. */
export function readSession(
  session: Session,
  columns: Column[],
  tiers: Reading['tiers'],
  present: Finding[],
  tables: LedgerDescription,
  simulate: (ledger: Ledger) => Simulation | Failure | undefined,
  say: Words,
): Result {
  const places = session.mapping.map((id) => columns.find((column) => column.id === id));
  const order = orderAsked(session)?.order;
  const reading = { places, tiers, chosen: session.chosen, offset: tables.offset, order, say };
  const findings = new Map<number, Finding>();
  const troubles: Trouble[] = [];
  let next = Math.max(0, ...present.map(({ id }) => Number(id.slice(1)) || 0));
  for (const row of rowsOf(session)) {
    next += 1;
    const read = readRow(row, `f${next}`, reading);
    if (Array.isArray(read)) troubles.push(...read);
    else findings.set(row.number, read);
  }
  const rowOf = new Map([...findings].map(([number, { id }]) => [id, number]));
  for (;;) {
    const all = inOrder([...present, ...findings.values()], tables);
    const answer = simulate({ findings: all });
    if (!answer || !isFailure(answer) || findings.size === 0) break;
    let dropped = 0;
    for (const told of [answer.error, ...answer.error.more]) {
      const finding = all[findingAt(told.path) ?? -1];
      const row = finding && rowOf.get(finding.id);
      if (row === undefined) continue;
      const place = placeOf(fieldAt(told.path), places);
      troubles.push({ row, place, says: messageOf(told, say.lang) });
      if (findings.delete(row)) dropped += 1;
    }
    if (dropped === 0) {
      const number = [...findings.keys()][0] ?? 1;
      troubles.push({ row: number, place: undefined, says: messageOf(answer.error, say.lang) });
      findings.clear();
    }
  }
  troubles.sort((a, b) => a.row - b.row);
  return { findings, troubles };
}

/** Where in a row stands what fills a field of a finding. */
function placeOf(field: string, places: (Column | undefined)[]): number | undefined {
  const place = places.findIndex((column) => column?.id === field);
  return place < 0 ? undefined : place;
}
