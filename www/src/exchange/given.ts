import {
  type Failure,
  isFailure,
  type Finding as Judged,
  type LedgerDescription,
  type Simulation,
} from '../engine/types.ts';
import { findingAt, type LedgerState } from '../state/ledger.ts';
import type { Kept } from '../state/outside/reader.ts';
import { toState } from './json.ts';
import { plain } from './plain.ts';

/**
 * The ledger of the findings that a host's page gives, in the form of a request. The engine
 * judges each as it stands; those that it refuses are left out and counted.
 */
export function readFindings(
  given: unknown,
  rulebook: string,
  { offset }: Pick<LedgerDescription, 'offset'>,
  ask: (findings: Judged[]) => Simulation | Failure,
): Kept<LedgerState> {
  const read = plain(given);
  const all: Judged[] = Array.isArray(read) ? read : [];
  let kept = all;
  for (;;) {
    const answer = ask(kept);
    if (!isFailure(answer)) break;
    const wrong = new Set([answer.error, ...answer.error.more].map(({ path }) => findingAt(path)));
    const left = kept.filter((_, place) => !wrong.has(place));
    // What cannot be traced to a finding refuses them all.
    kept = left.length < kept.length ? left : [];
    if (kept.length === 0) break;
  }
  const lost = Array.isArray(read) ? all.length - kept.length : 1;
  return { kept: toState({ rulebook, findings: kept }, offset), lost };
}
