import type { Finding as Judged } from '../engine/types.ts';
import type { Finding } from '../state/findings.ts';
import type { LedgerState } from '../state/ledger.ts';
import { readMoment } from './moments.ts';

/**
 * The ledger that a request to the engine holds, bare or as we export it, with its answer.
 * Nothing, if the text is no such request. What it says, the engine judges.
 */
export function readJson(text: string, offset: string): LedgerState | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return undefined;
  }
  const request = isObject(value) && isObject(value.request) ? value.request : value;
  if (!isObject(request) || !Array.isArray(request.findings)) return undefined;
  const { rulebook, findings, until, reading, amounts } = request;
  return {
    ...(typeof rulebook === 'string' ? { rulebook } : {}),
    findings: findings.map((finding) => fromRequest(finding as Judged, offset)),
    ...(until === undefined ? {} : { until }),
    ...(reading === undefined ? {} : { reading }),
    ...(amounts === undefined ? {} : { amounts }),
  } as LedgerState;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A finding of a request as the user enters it. */
function fromRequest(finding: Judged, offset: string): Finding {
  const { id, issued, tier, items, reversed, exam, amounts, ...rest } = finding;
  const { day, time } = readMoment(`${issued}`, offset, undefined) ?? { day: `${issued}` };
  const stated = Object.entries(rest);
  const circumstances = stated.filter(([, value]) => value === true).map(([key]) => key);
  const labels = stated.filter(([, value]) => typeof value !== 'boolean');
  return {
    id: `${id}`,
    day,
    tier,
    ...(time === undefined ? {} : { time }),
    ...(items === undefined ? {} : { items }),
    ...(circumstances.length === 0 ? {} : { circumstances }),
    ...(labels.length === 0
      ? {}
      : { labels: Object.fromEntries(labels) as Record<string, string> }),
    ...(amounts === undefined ? {} : { amounts }),
    ...(exam === undefined ? {} : { exam }),
    ...(reversed ? { reversed } : {}),
  };
}
