import type { SimulateRequest } from '../engine/types.ts';
import { isFailure } from '../engine/types.ts';
import { findingAt } from '../state/ledger.ts';
import { toState } from './json.ts';
import type { Law } from './law.ts';
import { said } from './row-says.ts';
import { keyTwice } from './twice.ts';
import type { Found, Read, Reader, Reason, Refused } from './types.ts';

type Result = Pick<Read, 'findings' | 'refused' | 'request'>;

/**
 * The findings of a request to the engine, bare or as the page exports it with its answer. What
 * the engine refuses is refused, with its code and path: a finding, or the request as a whole.
 */
export function readRequest(text: string, law: Law, engine: Reader): Result {
  const json = text.replace(/^\uFEFF/, '');
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    return whole({ code: 'not_json', says: said('not_json') });
  }
  const request = isObject(value) && isObject(value.request) ? value.request : value;
  if (!isObject(request) || !Array.isArray(request.findings)) {
    return whole({ code: 'no_request', path: '/findings', says: said('no_request') });
  }
  const key = keyTwice(json);
  if (key !== undefined) return whole({ code: 'key_twice', says: said('key_twice', { key }) });
  const { rulebook } = request;
  if (rulebook !== undefined && rulebook !== law.rulebook) {
    const says = said('other_rulebook', { rulebook: `${rulebook}` });
    const refused = whole({ code: 'other_rulebook', path: '/rulebook', says });
    // Only a rulebook that keeps a ledger can be turned to.
    return keepsLedger(engine, rulebook) ? { ...refused, request: { rulebook } } : refused;
  }
  const given: { finding: unknown; row: number }[] = request.findings.map((finding, place) => ({
    finding,
    row: place + 1,
  }));
  const { kept, refused } = accepted(given, request, engine);
  if (!kept) return { findings: [], refused };
  const sound = { ...request, findings: kept.map(({ finding }) => finding) };
  const { findings: own, ...besides } = toState(sound as unknown as SimulateRequest, law.offset);
  const findings = own.map(
    (finding, place): Found => ({ finding, row: kept[place]?.row ?? 0, remarks: [] }),
  );
  return { findings, refused, request: besides };
}

/** Leaves out the findings that the engine refuses, until it takes the request or refuses all. */
function accepted(
  given: { finding: unknown; row: number }[],
  request: Record<string, unknown>,
  engine: Reader,
): { kept: typeof given | undefined; refused: Refused[] } {
  const reasons = new Map<number, Reason[]>();
  let kept = given;
  for (;;) {
    const answer = engine.simulate({
      ...request,
      findings: kept.map(({ finding }) => finding),
    } as SimulateRequest);
    if (!isFailure(answer)) break;
    const wrong = new Set<number>();
    for (const { code, path, message } of [answer.error, ...answer.error.more]) {
      const place = findingAt(path);
      const one = place === undefined ? undefined : kept[place];
      if (!one) {
        const says = { code, path, says: message };
        return { kept: undefined, refused: [{ row: 0, cells: [], reasons: [says] }] };
      }
      wrong.add(one.row);
      // The path counts all findings of the file, not only those still asked about.
      const own = path.replace(/^\/findings\/\d+/, `/findings/${one.row - 1}`);
      reasons.set(one.row, [...(reasons.get(one.row) ?? []), { code, path: own, says: message }]);
    }
    kept = kept.filter(({ row }) => !wrong.has(row));
  }
  const refused = [...reasons].map(([row, some]): Refused => {
    const finding = given[row - 1]?.finding;
    return { row, cells: [JSON.stringify(finding) ?? ''], reasons: some };
  });
  return { kept, refused: refused.sort((a, b) => a.row - b.row) };
}

function keepsLedger(engine: Reader, rulebook: unknown): rulebook is string {
  const list = engine.list();
  return (
    !isFailure(list) && list.rulebooks.some((one) => one.rulebook === rulebook && one.simulates)
  );
}

function whole(reason: Reason): Result {
  return { findings: [], refused: [{ row: 0, cells: [], reasons: [reason] }] };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
