import { instantOf } from '../state/findings.ts';
import type { Law } from './law.ts';
import type { Found, TakenFinding } from './types.ts';

/** Remarks findings that stand there twice, or are there already. */
export function again(found: Found[], present: TakenFinding[], law: Law): Found[] {
  const told = ({ id: _, ...finding }: TakenFinding) =>
    JSON.stringify([instantOf(finding, law), Object.entries(finding).toSorted()]);
  const seen = new Set(present.map(told));
  const numbers = new Map<string, number>();
  for (const { number } of found) {
    if (number !== undefined) numbers.set(number, (numbers.get(number) ?? 0) + 1);
  }
  return found.map((one) => {
    const key = told(one.finding);
    const equal = seen.has(key);
    if (one.number === undefined || (numbers.get(one.number) ?? 0) > 1) seen.add(key);
    const shared = one.number !== undefined && (numbers.get(one.number) ?? 0) > 1;
    const remarks = [
      ...one.remarks,
      ...(equal ? (['again'] as const) : []),
      ...(shared ? (['same_number'] as const) : []),
    ];
    return { ...one, remarks };
  });
}
