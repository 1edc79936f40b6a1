import type {
  Failure,
  Finding as Judged,
  LedgerDescription,
  SimulateRequest,
  Simulation,
} from '../engine/types.ts';
import { isFailure } from '../engine/types.ts';
import type { Finding } from '../state/findings.ts';
import type { Ledger, LedgerState } from '../state/ledger.ts';
import { isObject } from '../state/shape.ts';
import { keyTwice } from './twice.ts';

/** What a JSON text was found to be. */
export type ReadJson =
  | { state: LedgerState }
  /** What the engine has against it, as the command line would say it. */
  | { failure: Failure }
  /** A key that stands twice in one object, so that one of its values would be lost. */
  | { twice: string }
  /** It is no request to run a ledger. */
  | 'other';

const UTC = '+00:00';

/** What is needed to read a request: the engine, and how a rulebook counts time. */
export interface Judge {
  simulate: (request: SimulateRequest) => Simulation | Failure;
  clock: (rulebook: string) => Pick<LedgerDescription, 'offset'> | undefined;
}

/**
 * The ledger that a request to the engine holds, bare or as we export it, with its answer.
 *
 * The engine judges the request as it stands; only what it accepts is turned into what the
 * page shows. So nothing is read otherwise here than on the command line.
 */
export function readJson(text: string, { simulate, clock }: Judge): ReadJson {
  const json = text.replace(/^\uFEFF/, '');
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    return 'other';
  }
  const request = isObject(value) && isObject(value.request) ? value.request : value;
  if (!isObject(request) || !('findings' in request)) return 'other';
  const twice = keyTwice(json);
  if (twice !== undefined) return { twice };
  const answer = simulate(request as unknown as SimulateRequest);
  if (isFailure(answer)) return { failure: answer };
  const accepted = request as unknown as SimulateRequest;
  return { state: toState(accepted, clock(accepted.rulebook)?.offset ?? UTC) };
}

/** The parts of a request of which a ledger is made. */
type Said = { [key in keyof Ledger]?: SimulateRequest[key] | undefined };

/** A request that the engine accepts, as the page keeps it. */
export function toState(request: SimulateRequest, offset: string): LedgerState {
  const { rulebook, findings, until, reading, amounts, whatIf } = request;
  const ledger = ({ findings = [], ...said }: Said): Ledger => {
    const given = Object.entries(said).filter(([, part]) => part !== undefined);
    return {
      findings: findings.map((one) => toFinding(one, offset)),
      ...Object.fromEntries(given),
    };
  };
  const said = { findings, until, reading, amounts };
  // What is taken instead is what the page shows, held against the rest.
  return whatIf
    ? { rulebook, ...ledger({ ...said, ...whatIf }), base: ledger(said) }
    : { rulebook, ...ledger(said) };
}

/** A finding of a request as the user enters it. */
function toFinding(finding: Judged, offset: string): Finding {
  const { id, issued, tier, items, reversed, exam, amounts, ...rest } = finding;
  const { day, time } = momentOf(byClock(issued, offset));
  const stated = Object.entries(rest);
  const circumstances = stated.filter(([, value]) => value === true).map(([key]) => key);
  const labels = stated.filter(([, value]) => typeof value === 'string');
  const others = stated.filter(([, value]) => typeof value === 'object' && value !== null);
  return {
    id,
    day,
    tier,
    ...(time === undefined ? {} : { time }),
    ...(items === undefined ? {} : { items }),
    ...(circumstances.length === 0 ? {} : { circumstances }),
    ...(labels.length === 0
      ? {}
      : { labels: Object.fromEntries(labels) as Record<string, string> }),
    ...(amounts === undefined ? {} : { amounts }),
    ...(exam === undefined ? {} : { exam: exam && byClock(exam, offset) }),
    ...(reversed ? { reversed } : {}),
    ...Object.fromEntries(others),
  };
}

/** The day and the time of a moment, to the second where it has seconds. */
function momentOf(moment: string): Pick<Finding, 'day' | 'time'> {
  const day = moment.slice(0, 10);
  const [, time] = /T(\d{2}:\d{2}(?::\d{2})?)/.exec(moment) ?? [];
  return time === undefined ? { day } : { day, time: time.replace(/^(.{5}):00$/, '$1') };
}

/** A day or a time, by the clock of `offset`, where it is written by another one. */
function byClock(instant: string, offset: string): string {
  if (!/T.*(Z|[+-]\d{2}:\d{2})$/.test(instant)) return instant;
  const [, sign, hours = '0', minutes = '0'] = /^([+-])(\d{2}):(\d{2})$/.exec(offset) ?? [];
  const ahead = (Number(hours) * 60 + Number(minutes)) * (sign === '-' ? -1 : 1);
  return new Date(Date.parse(instant) + ahead * 60_000).toISOString().slice(0, 19);
}
