import type { ComparingEngine } from '../engine/comparing.ts';
import type { Comparison, Description, Node } from '../engine/types.ts';
import { isFailure } from '../engine/types.ts';

/** What either day knows; of what both know, the later word. */
function united<T extends { id: string }>(before: T[], after: T[]): T[] {
  const known = new Set(after.map(({ id }) => id));
  return [...after, ...before.filter(({ id }) => !known.has(id))];
}

/** One description for two days: the facts, issues and elements that either knows. */
export function bothDays(before: Description, after: Description): Description {
  return {
    ...after,
    facts: united(before.facts, after.facts),
    issues: united(before.issues, after.issues),
    elements: united(before.elements, after.elements),
  };
}

/**
 * The facts on which the change of an issue turns: those that only one of the days asks, and
 * those that stand in an element that begins or ends.
 */
export function turningFacts(
  engine: ComparingEngine,
  { rulebook, from, to, issues }: Comparison,
  [before, after]: [Description, Description],
  issue: string,
): Set<string> {
  const asked = ({ facts }: Description) =>
    facts.filter((fact) => fact.issues.includes(issue)).map(({ id }) => id);
  const changed = issues.find((told) => told.issue === issue);
  const [first, second] = [asked(before), asked(after)];
  return new Set([
    ...first.filter((fact) => !second.includes(fact)),
    ...second.filter((fact) => !first.includes(fact)),
    ...inElements(engine, { rulebook, asOf: to.asOf, issue }, changed?.begun.elements ?? []),
    ...inElements(engine, { rulebook, asOf: from.asOf, issue }, changed?.ended.elements ?? []),
  ]);
}

/** For each issue of which a verdict changes, the facts on which that turns. */
export function turningIn(
  engine: ComparingEngine,
  comparison: Comparison,
  days: [Description, Description],
): Map<string, Set<string>> {
  const changed = comparison.issues.filter(({ differences }) => differences.length > 0);
  return new Map(
    changed.map(({ issue }) => [issue, turningFacts(engine, comparison, days, issue)]),
  );
}

/** The facts that stand in these elements, and in no other one within them. */
function inElements(
  engine: ComparingEngine,
  { rulebook, asOf, issue }: { rulebook: string; asOf: string; issue: string },
  elements: string[],
): string[] {
  if (elements.length === 0) return [];
  const decided = engine.decide({ rulebook, asOf, facts: {}, issues: [issue] });
  if (isFailure(decided)) return [];
  const within = (node: Node, inside: boolean): string[] => {
    if (node.kind === 'fact') return inside && node.id !== null ? [node.id] : [];
    const named = node.id !== null && (node.kind === 'element' || node.kind === 'exception');
    const here = named ? elements.includes(node.id ?? '') : inside;
    return node.children.flatMap((child) => within(child, here));
  };
  return decided.issues.flatMap(({ application }) => within(application, false));
}
