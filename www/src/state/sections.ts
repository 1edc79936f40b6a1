import type { Description, FactDescription } from '../engine/types.ts';

/** A section of a form: what bears on the answer, and what bears on nothing but remarks. */
export interface Section {
  group: string;
  facts: FactDescription[];
  aside: FactDescription[];
}

/**
 * The sections of a form that asks the facts for which `bears` holds. A section in which no
 * fact bears on any issue goes along with the one before it. Days that only deadlines are
 * counted from are asked where the deadlines stand.
 */
export function sections(
  { groups, facts }: Description,
  bears: (fact: FactDescription) => boolean,
): Section[] {
  let asked = false;
  return groups
    .map((group) => {
      const all = facts.filter((fact) => fact.group === group);
      const own = all.filter(bears);
      const goesAlong = all.every(({ issues }) => issues.length === 0);
      asked = own.length > 0 || (goesAlong && asked);
      const aside = all.filter(
        ({ issues, alerts, deadlines }) =>
          asked && issues.length === 0 && alerts.length > 0 && deadlines.length === 0,
      );
      return { group, facts: own, aside };
    })
    .filter((section) => section.facts.length + section.aside.length > 0);
}
