import { isFailure } from '../engine/types.ts';
import { inOrder } from '../state/findings.ts';
import { findingAt, toLedgerRequest } from '../state/ledger.ts';
import type { Law } from './law.ts';
import type { ColumnRead, Found, Reader, Reason } from './types.ts';

/** How many findings the engine is asked about at once. */
const PORTION = 1_000;

/** What the engine refuses of the findings read, by row. */
export async function judged(
  found: Found[],
  columns: ColumnRead[],
  law: Law,
  engine: Reader,
  pause: (done: number, all: number) => Promise<void>,
): Promise<Map<number, Reason[]>> {
  const refused = new Map<number, Reason[]>();
  const rows = new Map(found.map(({ finding, row }) => [finding.id, row]));
  const all = inOrder(
    found.map(({ finding }) => finding),
    law,
  );
  for (let from = 0; from < all.length; from += PORTION) {
    await pause(from, all.length);
    let portion = all.slice(from, from + PORTION);
    while (portion.length > 0) {
      const answer = engine.simulate({
        rulebook: law.rulebook,
        forecast: false,
        ...toLedgerRequest({ findings: portion }, law),
      });
      if (!isFailure(answer)) break;
      const wrong = new Set<string>();
      for (const { code, path, message } of [answer.error, ...answer.error.more]) {
        const finding = portion[findingAt(path) ?? -1];
        if (!finding) continue;
        wrong.add(finding.id);
        const row = rows.get(finding.id) ?? 0;
        const place = placeOf(path, columns);
        const own = path.replace(/^\/findings\/\d+/, '');
        const reason = {
          code,
          path: own,
          says: message,
          ...(place === undefined ? {} : { place }),
        };
        refused.set(row, [...(refused.get(row) ?? []), reason]);
      }
      // What is wrong with none of them is wrong with all.
      if (wrong.size === 0) {
        const { code, path, message } = answer.error;
        for (const { id } of portion) {
          refused.set(rows.get(id) ?? 0, [{ code, path, says: message }]);
        }
        break;
      }
      portion = portion.filter(({ id }) => !wrong.has(id));
    }
  }
  return refused;
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
