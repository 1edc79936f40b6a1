import { type DecidedCase, OPEN } from './decide.ts';
import type { CasesSeen, MissingCount, QuestionCount, Standing } from './types.ts';

/** How many of each are told. */
const MOST = 8;

/** How many cases stand how, most first, the open ones last. */
export function standingsOf(cases: DecidedCase[]): CasesSeen['counts'] {
  const counts = new Map<Standing, number>();
  for (const { standing } of cases) counts.set(standing, (counts.get(standing) ?? 0) + 1);
  return [...counts].sort(
    ([one, some], [other, more]) => Number(one === OPEN) - Number(other === OPEN) || more - some,
  );
}

/** What is missing most often, or not known to be there. */
export function missingIn(cases: DecidedCase[]): MissingCount[] {
  const found = new Map<string, MissingCount>();
  const count = (element: string, what: 'missing' | 'unknown') => {
    const known = found.get(element) ?? { element, missing: 0, unknown: 0 };
    known[what] += 1;
    found.set(element, known);
  };
  for (const { decided } of cases) {
    for (const element of decided.missing) count(element, 'missing');
    for (const element of decided.unknown) count(element, 'unknown');
  }
  return [...found.values()]
    .sort((one, other) => other.missing - one.missing || other.unknown - one.unknown)
    .slice(0, MOST);
}

/** Which questions settle most of the open cases, each by itself; then those that bear on most. */
export function questionsIn(cases: DecidedCase[]): QuestionCount[] {
  const found = new Map<string, QuestionCount>();
  for (const { standing, decided } of cases) {
    if (standing !== OPEN) continue;
    for (const fact of decided.next) {
      const known = found.get(fact) ?? { fact, bears: 0, settles: 0 };
      known.bears += 1;
      if (decided.next.length === 1) known.settles += 1;
      found.set(fact, known);
    }
  }
  return [...found.values()]
    .sort((one, other) => other.settles - one.settles || other.bears - one.bears)
    .slice(0, MOST);
}
