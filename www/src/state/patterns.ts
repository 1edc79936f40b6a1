import type { Criterion } from '../engine/types.ts';

/** Criteria to be met together. */
export type Way = Criterion[];

/** Something to be met, in one of several ways. */
export interface Clause {
  ways: Way[];
}

/** Clauses to be met together. */
export type Form = Clause[];

/** Patterns that begin alike: the clauses that lead, those shared besides, and the cases. */
export interface Gathered {
  lead: Clause[];
  shared: Clause[];
  /** One of these has to be met too; none, where there is a single pattern. */
  cases: Form[];
}

/** So many patterns are asked for at most; put together, they come to a few forms. */
export const MOST_PATTERNS = 100;

/** More criteria than this are not told as one way among others. */
const LONGEST_WAY = 2;

/** A clause as text that equal clauses share. */
function keyOf({ ways }: Clause): string {
  return ways
    .map((way) => JSON.stringify(way))
    .sort()
    .join('|');
}

/** Numbers that stand for clauses, equal ones for equal ones. */
class Clauses {
  private readonly numbers = new Map<string, number>();
  private readonly clauses: Clause[] = [];

  add(clause: Clause): number {
    const key = keyOf(clause);
    const number = this.numbers.get(key) ?? this.clauses.length;
    if (number === this.clauses.length) {
      this.numbers.set(key, number);
      this.clauses.push(clause);
    }
    return number;
  }

  get(number: number): Clause {
    return this.clauses[number] ?? { ways: [] };
  }

  /** The ways in which these clauses are met together, where they can be told in short. */
  ways(numbers: number[]): Way[] | undefined {
    const clauses = numbers.map((number) => this.get(number));
    if (clauses.length === 1) return clauses[0]?.ways;
    const criteria = clauses.flatMap(({ ways }) => (ways.length === 1 ? (ways[0] ?? []) : []));
    const short = clauses.every(({ ways }) => ways.length === 1) && criteria.length <= LONGEST_WAY;
    return short ? [criteria] : undefined;
  }
}

/**
 * The patterns with those put together that differ in one thing only: *A and x*, *A and y*
 * is *A, and x or y*. What meets a pattern meets a form, and the other way round.
 */
export function formsOf(patterns: Criterion[][]): Form[] {
  const clauses = new Clauses();
  const rows = patterns.map(
    (pattern) => new Set(pattern.map((criterion) => clauses.add({ ways: [[criterion]] }))),
  );
  // What differs in one criterion is put together first, for the result is then the shortest.
  for (const most of [1, LONGEST_WAY]) {
    let before = -1;
    while (before !== rows.length) {
      before = rows.length;
      for (let place = 0; place < rows.length; place += 1) gather(rows, place, most, clauses);
    }
  }
  return rows.map((row) => [...row].map((number) => clauses.get(number)));
}

/** Takes into the row at `place` every later one that differs from it in one thing only. */
function gather(rows: Set<number>[], place: number, most: number, clauses: Clauses): void {
  for (let other = place + 1; other < rows.length; other += 1) {
    const [one, another] = [rows[place], rows[other]];
    const together = one && another && joined(one, another, most, clauses);
    if (!together) continue;
    rows[place] = together;
    rows.splice(other, 1);
    other = place;
  }
}

/** Both rows as one; nothing, where they differ in more than one thing. */
function joined(
  one: Set<number>,
  other: Set<number>,
  most: number,
  clauses: Clauses,
): Set<number> | undefined {
  if (Math.abs(one.size - other.size) >= most) return undefined;
  const own = without(one, other, most);
  const others = without(other, one, most);
  if (!own || !others || own.length === 0 || others.length === 0) return undefined;
  const [ways, more] = [clauses.ways(own), clauses.ways(others)];
  if (!ways || !more) return undefined;
  const kept = [...one].filter((number) => other.has(number));
  return new Set([...kept, clauses.add({ ways: united([...ways, ...more]) })]);
}

/** What stands in `one` alone; nothing, if it is more than `most`. */
function without(one: Set<number>, other: Set<number>, most: number): number[] | undefined {
  const left: number[] = [];
  for (const number of one) {
    if (other.has(number)) continue;
    if (left.length === most) return undefined;
    left.push(number);
  }
  return left;
}

/** Ways that name values of the same fact and nothing else, as one way. */
function united(ways: Way[]): Way[] {
  const plain = (way: Way) => (way.length === 1 && way[0]?.is ? way[0] : undefined);
  const made: Way[] = [];
  for (const way of ways) {
    const criterion = plain(way);
    const place = made.findIndex((known) => {
      const same = plain(known);
      return same !== undefined && same.fact === criterion?.fact;
    });
    const known = made[place]?.[0];
    if (!criterion?.is || !known?.is) {
      made.push(way);
      continue;
    }
    made[place] = [{ ...known, is: [...new Set([...known.is, ...criterion.is])] }];
  }
  return made;
}

/** The facts that a clause asks for. */
export function factsOf({ ways }: Clause): string[] {
  return ways.flatMap((way) => way.map(({ fact }) => fact));
}

/** The clauses that all of these have. */
export function common(forms: Form[]): Clause[] {
  const [first = [], ...rest] = forms;
  const others = rest.map((form) => new Set(form.map(keyOf)));
  return first.filter((clause) => others.every((keys) => keys.has(keyOf(clause))));
}

/** A form without the clauses told elsewhere. */
export function less(form: Form, told: Clause[]): Form {
  const keys = new Set(told.map(keyOf));
  return form.filter((clause) => !keys.has(keyOf(clause)));
}

/** Forms by what leads them: the clauses about the facts that `leads` names. */
export function gathered(forms: Form[], leads: (fact: string) => boolean): Gathered[] {
  const groups = new Map<string, { lead: Clause[]; rests: Form[] }>();
  for (const form of forms) {
    const lead = form.filter((clause) => factsOf(clause).some(leads));
    const key = lead.map(keyOf).sort().join('&');
    const group = groups.get(key) ?? { lead, rests: [] };
    group.rests.push(less(form, lead));
    groups.set(key, group);
  }
  return [...groups.values()].map(({ lead, rests }) => {
    const shared = common(rests);
    const cases = rests.length > 1 ? rests.map((rest) => less(rest, shared)) : [];
    return { lead, shared, cases };
  });
}
