import type { Comparison, Criterion, FactDescription, Facts, Value } from '../../engine/types.ts';
import type { Trait } from './types.ts';

/** What is known of a fact, to tell cases apart by. */
type Asked = Pick<FactDescription, 'id' | 'kind' | 'choices'>;

/** Numbers and days by fact. */
type Bounds = Map<string, Set<string | number>>;

/** What can be so of a case, and be told apart by: every value of some facts, and that one is not known. */
export function traitsOf(facts: Asked[], bounds: Bounds): Trait[] {
  return facts.flatMap((fact) => [
    ...valuesOf(fact, bounds),
    { fact: fact.id, unknown: true as const },
  ]);
}

function valuesOf({ id, kind, choices }: Asked, bounds: Bounds): Criterion[] {
  const is = (value: Value): Criterion => ({ fact: id, is: [value] });
  const cuts = [...(bounds.get(id) ?? [])];
  switch (kind) {
    case 'yes_no':
      return [is(true), is(false)];
    case 'choice':
      return choices.map(is);
    case 'set':
      return [
        ...choices.map((choice) => ({ fact: id, has: choice })),
        ...choices.map((choice) => ({ fact: id, lacks: choice })),
      ];
    case 'number':
    case 'date':
      return [
        ...cuts.map((cut) => ({ fact: id, from: cut })),
        ...cuts.map((cut) => ({ fact: id, before: cut })),
        ...choices.map(is),
      ];
  }
}

/** The facts on which a change turns, and the numbers and days at which it does. */
export function turningIn({ issues }: Pick<Comparison, 'issues'>): {
  facts: Set<string>;
  bounds: Bounds;
} {
  const facts = new Set<string>();
  const bounds: Bounds = new Map();
  const criteria = issues.flatMap(({ differences }) =>
    differences.flatMap(({ patterns }) => patterns.flat()),
  );
  for (const { fact, from, before, since } of criteria) {
    facts.add(fact);
    if (since !== undefined) {
      facts.add(since);
      continue;
    }
    const cuts = [from, before].filter((cut) => typeof cut === 'string' || typeof cut === 'number');
    if (cuts.length > 0) bounds.set(fact, new Set([...(bounds.get(fact) ?? []), ...cuts]));
  }
  return { facts, bounds };
}

/** Whether something is so of a case. What is not known is so only where that is asked. */
export function isSo(trait: Trait, facts: Facts): boolean {
  const value = facts[trait.fact];
  if ('unknown' in trait) return value === undefined;
  if (value === undefined) return false;
  const { is, has, lacks, from, before } = trait;
  if (is) return is.some((one) => one === value);
  if (has !== undefined) return Array.isArray(value) && value.includes(has);
  if (lacks !== undefined) return Array.isArray(value) && !value.includes(lacks);
  // That a day did not come is said by a choice, and lies on neither side of a day.
  const ordered = typeof value === typeof (from ?? before) && !isChoice(value, from ?? before);
  return (
    ordered && (from === undefined || value >= from) && (before === undefined || value < before)
  );
}

/** Whether a text beside a day is none. */
function isChoice(value: Value, bound: Value | undefined): boolean {
  return typeof bound === 'string' && !/^\d{4}-/.test(`${value}`);
}
