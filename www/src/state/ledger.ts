import type { Failure, SimulateRequest, Simulation } from '../engine/types.ts';
import { isFailure } from '../engine/types.ts';
import { type Clock, type Finding, inOrder, isFinding, toRequest } from './findings.ts';
import { is, isObject, type Saved, saved } from './shape.ts';

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

/** A ledger as it comes from outside: each part of its form, what it says not yet judged. */
export type Given = Partial<Record<keyof Ledger, unknown>>;

/** What a link holds of a ledger; fails where there is nothing to save. */
export function givenState(
  value: unknown,
): Saved<Given & { rulebook?: string; base?: Saved<Given> }> {
  const { state, lost } = saved<LedgerState>(value, {
    rulebook: is.text,
    findings: is.list,
    until: is.day,
    reading: isObject,
    amounts: isObject,
    base: isObject,
  });
  if (!state.findings) throw new TypeError();
  const { base, ...own } = state;
  if (!base) return { state: own, lost };
  const other = saved<Ledger>(base, {
    findings: is.list,
    until: is.day,
    reading: isObject,
    amounts: isObject,
  });
  return { state: { ...own, base: other }, lost };
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
  value: Given,
  ask: (ledger: Ledger) => Simulation | Failure | undefined,
  clock: Clock,
): { ledger: Ledger; lost: number } {
  const given = Array.isArray(value.findings) ? (value.findings as unknown[]) : [];
  let ledger = tidy({ findings: inOrder(given.filter(isFinding), clock) });
  let lost = 0;
  for (;;) {
    const answer = ask(ledger);
    if (!answer || !isFailure(answer)) break;
    const wrong = new Set([answer.error, ...answer.error.more].map(({ path }) => findingAt(path)));
    const kept = ledger.findings.filter((_, place) => !wrong.has(place));
    ledger = { findings: kept.length < ledger.findings.length ? kept : [] };
  }
  lost += given.length - ledger.findings.length;
  const take = (part: Partial<Ledger>) => {
    const answer = ask({ ...ledger, ...part });
    if (answer && !isFailure(answer)) ledger = tidy({ ...ledger, ...part });
    else lost += 1;
  };
  if (typeof value.until === 'string') take({ until: value.until });
  for (const [name, kind] of [
    ['reading', 'string'],
    ['amounts', 'number'],
  ] as const) {
    const part = value[name];
    if (part === undefined) continue;
    const stated = Object.entries(Object(part));
    let kept = stated.filter(([, one]) => typeof one === kind);
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
    if (typeof part !== 'object') lost += 1;
  }
  return { ledger, lost };
}

/** A key as a JSON pointer names it. */
function pointer(key: string): string {
  return key.replace(/~/g, '~0').replace(/\//g, '~1');
}
