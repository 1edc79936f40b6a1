import type { Description, FactDescription } from '../engine/types.ts';

/** A section of a form: what bears on the answer, and what bears on nothing but remarks. */
export interface Section {
  group: string;
  facts: FactDescription[];
  aside: FactDescription[];
}

/**
 * The sections of a form that asks the facts for which `bears` holds. A section in which no
 * fact bears on any issue goes along with the one before it, and the first ones with the next.
 * Days that only deadlines are counted from are asked where the deadlines stand.
 */
export function sections(
  { groups, facts }: Description,
  bears: (fact: FactDescription) => boolean,
): Section[] {
  const all = groups.map((group) => facts.filter((fact) => fact.group === group));
  const decides = (section: FactDescription[]) => section.some(({ issues }) => issues.length > 0);
  let asked = all.find(decides)?.some(bears) ?? false;
  return groups
    .map((group, index) => {
      const section = all[index] ?? [];
      if (decides(section)) asked = section.some(bears);
      const aside = section.filter(
        ({ issues, alerts, deadlines }) =>
          asked && issues.length === 0 && alerts.length > 0 && deadlines.length === 0,
      );
      return { group, facts: section.filter(bears), aside };
    })
    .filter((section) => section.facts.length + section.aside.length > 0);
}
