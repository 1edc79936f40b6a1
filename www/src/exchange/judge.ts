import { isFailure } from '../engine/types.ts';
import { inOrder } from '../state/findings.ts';
import { findingAt, toLedgerRequest } from '../state/ledger.ts';
import type { Law } from './law.ts';
import type { ColumnRead, Found, Reader, Reason, TakenFinding } from './types.ts';

/** How many findings the engine is asked about at once. */
const PORTION = 1_000;

/**
 * What the engine refuses of the findings read, by row. What it has against a finding rests on
 * the finding alone, so that of findings that are the same to it one is asked about.
 */
export async function judged(
  found: Found[],
  columns: ColumnRead[],
  law: Law,
  engine: Reader,
  pause: (done: number, all: number) => Promise<void>,
): Promise<Map<number, Reason[]>> {
  const rows = new Map<string, { finding: TakenFinding; rows: number[] }>();
  for (const { finding, row } of found) {
    const key = sameTo(finding);
    const known = rows.get(key);
    if (known) known.rows.push(row);
    else rows.set(key, { finding, rows: [row] });
  }
  const groups = new Map([...rows.values()].map((group) => [group.finding.id, group.rows]));
  const all = inOrder(
    [...rows.values()].map(({ finding }) => finding),
    law,
  );
  const refused = new Map<number, Reason[]>();
  const refuse = (id: string, reason: Reason) => {
    for (const row of groups.get(id) ?? []) refused.set(row, [...(refused.get(row) ?? []), reason]);
  };
  for (let from = 0; from < all.length; from += PORTION) {
    await pause(from, all.length);
    judgePortion(all.slice(from, from + PORTION), columns, law, engine, refuse);
  }
  return refused;
}

/** A finding as the engine sees it: which text a label has makes no difference, its length may. */
function sameTo({ id: _, time, labels = {}, ...finding }: TakenFinding): string {
  const named = Object.entries(labels).map(([label, text]) => [label, text.length]);
  return JSON.stringify([finding, named, finding.exam === undefined ? '' : time]);
}

function judgePortion(
  findings: TakenFinding[],
  columns: ColumnRead[],
  law: Law,
  engine: Reader,
  refuse: (id: string, reason: Reason) => void,
): void {
  let portion = findings;
  while (portion.length > 0) {
    const answer = engine.simulate({
      rulebook: law.rulebook,
      forecast: false,
      ...toLedgerRequest({ findings: portion }, law),
    });
    if (!isFailure(answer)) return;
    const wrong = new Set<string>();
    for (const { code, path, message } of [answer.error, ...answer.error.more]) {
      const finding = portion[findingAt(path) ?? -1];
      if (!finding) continue;
      wrong.add(finding.id);
      const place = placeOf(path, columns);
      const own = path.replace(/^\/findings\/\d+/, '');
      refuse(finding.id, {
        code,
        path: own,
        says: message,
        ...(place === undefined ? {} : { place }),
      });
    }
    // What is wrong with none of them is wrong with all.
    if (wrong.size === 0) {
      const { code, path, message } = answer.error;
      for (const { id } of portion) refuse(id, { code, path, says: message });
      return;
    }
    portion = portion.filter(({ id }) => !wrong.has(id));
  }
}

/** The place of the column from which a field of the request came. */
function placeOf(path: string, columns: ColumnRead[]): number | undefined {
  const [, , , field = '', name = ''] = path.split('/');
  const wanted = field === 'issued' ? 'day' : field === 'amounts' ? `amount/${name}` : field;
  return columns.find(
    ({ is }) =>
      is === wanted ||
      is === `circumstance/${field}` ||
      is === `label/${field}` ||
      (field === 'taken' && is === name),
  )?.place;
}
