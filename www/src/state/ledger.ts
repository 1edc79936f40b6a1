import type { Failure, SimulateRequest, Simulation } from '../engine/types.ts';
import { isFailure } from '../engine/types.ts';
import { type Clock, type Finding, inOrder, toRequest } from './findings.ts';

/** What a ledger is made of. */
export interface Ledger {
  findings: Finding[];
  /** The day up to which it runs; that of the last finding, if left out. */
  until?: string;
  /** How ambiguous texts are read, where not as the rulebook does. */
  reading?: Record<string, string>;
  /** Sums of money of the account, in yuan. */
  amounts?: Record<string, number>;
}

/** What a link to a ledger carries. */
export interface LedgerState extends Ledger {
  /** The rulebook; that of links from before there was a choice, if left out. */
  rulebook?: string;
  /** The ledger with which this one is compared. */
  base?: Ledger;
}

/** The rulebook of links that name none. */
export const FIRST = 'taobao/counterfeit';

/** The ledger without what is empty in it. */
export function tidy({ findings, until, reading = {}, amounts = {} }: Partial<Ledger>): Ledger {
  return {
    findings: findings ?? [],
    ...(until === undefined ? {} : { until }),
    ...(Object.keys(reading).length === 0 ? {} : { reading }),
    ...(Object.keys(amounts).length === 0 ? {} : { amounts }),
  };
}

/** Whether two ledgers say the same. */
export function isSame(one: Ledger, other: Ledger): boolean {
  return JSON.stringify(tidy(one)) === JSON.stringify(tidy(other));
}

/** The ledger as the engine reads it. */
export function toLedgerRequest(ledger: Ledger, clock: Clock): Omit<SimulateRequest, 'rulebook'> {
  const { findings, ...rest } = tidy(ledger);
  return { findings: inOrder(findings, clock).map((one) => toRequest(one, clock)), ...rest };
}

/** The finding to which a place in a request belongs: `/findings/3/tier` to the fourth. */
export function findingAt(path: string): number | undefined {
  const [, place] = /^\/findings\/(\d+)(?:\/|$)/.exec(path) ?? [];
  return place === undefined ? undefined : Number(place);
}

/** A ledger as far as the engine takes it, and how many of its parts it does not take. */
export function accepted(
  given: Ledger,
  ask: (ledger: Ledger) => Simulation | Failure | undefined,
  clock: Clock,
): { ledger: Ledger; lost: number } {
  let ledger = tidy({ findings: inOrder(given.findings, clock) });
  let lost = 0;
  for (;;) {
    const answer = ask(ledger);
    if (!answer || !isFailure(answer)) break;
    const wrong = new Set([answer.error, ...answer.error.more].map(({ path }) => findingAt(path)));
    const kept = ledger.findings.filter((_, place) => !wrong.has(place));
    ledger = { findings: kept.length < ledger.findings.length ? kept : [] };
  }
  lost += given.findings.length - ledger.findings.length;
  if (given.until !== undefined) {
    const answer = ask({ ...ledger, until: given.until });
    if (answer && !isFailure(answer)) ledger = tidy({ ...ledger, until: given.until });
    else lost += 1;
  }
  for (const name of ['reading', 'amounts'] as const) {
    const stated = Object.entries(given[name] ?? {});
    let kept = stated;
    // One refusal names all that is wrong, so that a thousand keys cost no more than one.
    while (kept.length > 0) {
      const answer = ask({ ...ledger, [name]: Object.fromEntries(kept) });
      if (!answer || !isFailure(answer)) break;
      const paths = [answer.error, ...answer.error.more].map(({ path }) => path);
      const left = kept.filter(([id]) => !paths.includes(`/${name}/${pointer(id)}`));
      kept = left.length < kept.length ? left : [];
    }
    ledger = tidy({ ...ledger, [name]: Object.fromEntries(kept) });
    lost += stated.length - kept.length;
  }
  return { ledger, lost };
}

/** A key as a JSON pointer names it. */
function pointer(key: string): string {
  return key.replace(/~/g, '~0').replace(/\//g, '~1');
}
