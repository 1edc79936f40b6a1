import type { Apart } from './apart.ts';

/** A lesson's scenario with one thing otherwise. */
export interface Alteration<Case> {
  /** Where it is otherwise, such as `findings/b/tier`. */
  path: string;
  /** How near it is to the truth: of what leads to one and the same, the nearest is told. */
  cost: number;
  case: Partial<Case>;
  apart: Apart;
}

/** Something that may be predicted, and what separates it from the truth. */
export interface Option {
  /** What comes out; a finding, or a fact with its value, where these are asked. */
  key: string;
  /** None for the truth. */
  apart?: Apart;
}

/** So many wrong options are set, where there are as many. */
export const MOST_WRONG = 3;

/** With fewer a lesson asks nothing. */
export const LEAST_WRONG = 2;

/**
 * Alterations, those first whose path begins as an entry of `vary` does, in its order; then the
 * nearest first.
 */
export function ranked<Case>(all: Alteration<Case>[], vary: string[] = []): Alteration<Case>[] {
  const rank = ({ path }: Alteration<Case>) => {
    const place = vary.findIndex((start) => path === start || path.startsWith(`${start}/`));
    return place < 0 ? vary.length : place;
  };
  return [...all].sort((a, b) => rank(a) - rank(b) || a.cost - b.cost);
}

/**
 * What comes out under alterations and is not the truth, each with the first alteration that
 * leads there. Runs no more of them than it needs.
 */
export function separated<Case>(
  all: Iterable<Alteration<Case>>,
  truth: string,
  cameOf: (altered: Partial<Case>) => string | undefined,
): Option[] {
  const found = new Map<string, Option>();
  for (const { case: altered, apart } of all) {
    const key = cameOf(altered);
    if (key === undefined || key === truth || found.has(key)) continue;
    found.set(key, { key, apart });
    if (found.size === MOST_WRONG) break;
  }
  return [...found.values()];
}

/** Options in the order of what they say: numbers and days as they grow, others as in `order`. */
export function inOrder(options: Option[], order: string[] = []): Option[] {
  const place = (key: string) => (order.includes(key) ? order.indexOf(key) : order.length);
  return [...options].sort(
    (a, b) => place(a.key) - place(b.key) || a.key.localeCompare(b.key, 'en', { numeric: true }),
  );
}
