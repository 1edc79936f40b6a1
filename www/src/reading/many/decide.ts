import type { DecidingEngine } from '../../engine/deciding.ts';
import { type Facts, type Failure, isFailure, type Reasons } from '../../engine/types.ts';
import type { pacer } from '../../exchange/pace.ts';
import type { RowFault, UnreadRow } from '../row-faults.ts';
import { casesSay } from './says.ts';
import type { CaseColumnRead, CaseDecided, CaseRow, CasesLook, Standing } from './types.ts';

/** A case with its answer. */
export interface DecidedCase {
  read: CaseRow;
  decided: CaseDecided;
  standing: Standing;
}

/** What came of all rows. */
export interface DecidedCases {
  cases: DecidedCase[];
  /** Those that the engine refuses. */
  refused: UnreadRow[];
}

/** Where an answer is not settled, and where the issue does not arise on the day. */
export const OPEN: Standing = 'open';
export const NONE: Standing = 'none';

const NOTHING: Omit<CaseDecided, 'version' | 'disputed'> = {
  verdict: null,
  settled: false,
  possible: [],
  because: [],
  missing: [],
  unknown: [],
  provisions: [],
  next: [],
};

/** Decides every row as a request by itself would be; rows that say the same are decided once. */
export async function decideAll(
  engine: Pick<DecidingEngine, 'decide'>,
  rows: CaseRow[],
  columns: CaseColumnRead[],
  { rulebook, issue, asOf }: Pick<CasesLook, 'rulebook' | 'issue' | 'asOf'>,
  pace: ReturnType<typeof pacer>,
): Promise<DecidedCases> {
  const known = new Map<string, CaseDecided | Failure>();
  const all: DecidedCases = { cases: [], refused: [] };
  for (const [place, read] of rows.entries()) {
    await pace('rules', place, rows.length);
    const { facts, day = asOf } = read;
    const key = keyOf(facts, day);
    let decided = known.get(key);
    if (!decided) {
      const request = { rulebook, asOf: day, facts, issues: [issue], want: 'reasons' as const };
      const answer = engine.decide(request);
      decided = isFailure(answer) ? answer : inCodes(answer, issue);
      known.set(key, decided);
    }
    if (isFailure(decided)) {
      const { row, cells } = read;
      all.refused.push({ row, cells, reasons: reasonsOf(decided, columns) });
    } else all.cases.push({ read, decided, standing: standingOf(decided) });
  }
  await pace('rules', rows.length, rows.length);
  return all;
}

/** What a row is decided on, as text. */
export const keyOf = (facts: Facts, day: string): string => JSON.stringify([day, facts]);

function inCodes(answer: Reasons, issue: string): CaseDecided {
  const { version, next, disputed } = answer;
  const found = answer.issues.find((one) => one.issue === issue);
  if (!found) return { ...NOTHING, version, disputed };
  const { verdict, settled, possible, because, provisions } = found;
  const elements = (state: string) => [
    ...new Set(found.missing.filter((one) => one.state === state).map(({ element }) => element)),
  ];
  return {
    version,
    verdict,
    settled,
    possible,
    because,
    provisions,
    missing: elements('no'),
    unknown: elements('unknown'),
    next,
    disputed,
  };
}

export function standingOf({
  verdict,
  settled,
  possible,
}: Pick<CaseDecided, 'verdict' | 'settled' | 'possible'>): Standing {
  if (possible.length === 0) return NONE;
  return settled ? (verdict ?? NONE) : OPEN;
}

/** What the engine has against a row, by the columns that tell the facts it names. */
function reasonsOf({ error }: Failure, columns: CaseColumnRead[]): RowFault[] {
  const place = (path: string) => {
    const [, part, fact = ''] = path.split('/');
    const is = part === 'asOf' ? 'day' : `fact/${fact.replace(/~1/g, '/').replace(/~0/g, '~')}`;
    return columns.findIndex((column) => column.is === is);
  };
  const reasons = [error, ...error.more].map(({ path, message }) => {
    const at = place(path);
    return { says: message, ...(at < 0 ? {} : { place: at }) };
  });
  return reasons.length > 0 ? reasons : [{ says: casesSay.told('row-refused') }];
}
