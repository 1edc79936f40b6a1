import type { Simulation } from '../../engine/types.ts';
import { dayInWords } from '../../i18n/dates.ts';
import type { Handed } from '../../state/handover.ts';
import type { View } from '../view.ts';

/** The issue that says how an appeal is made, and the document that makes it. */
const [ISSUE, DOCUMENT] = ['appeal', 'appeal'];

/**
 * What the page of appeals begins with: the day of a finding and what it was found to be, and
 * what else is known of it. Nothing is said of what is not known, such as the day on which the
 * notice arrived.
 */
export function appealOf(
  { say, law }: View,
  { entries }: Pick<Simulation, 'entries'>,
  id: string,
  known: Handed = { facts: {}, fields: {} },
): Handed {
  const entry = entries.find((one) => one.id === id);
  if (!entry) return { facts: {}, fields: {} };
  const day = entry.issued.slice(0, 10);
  const finding = say('appeal-finding', {
    day: dayInWords(day, say.lang),
    tier: law.say(`tier/${entry.tier}/title`),
  });
  const { more, ...fields } = known.fields[DOCUMENT] ?? {};
  return {
    facts: { stage: 'after_penalty', ...known.facts },
    fields: {
      [DOCUMENT]: {
        found_on: day,
        ...fields,
        more: more === undefined ? finding : `${finding}\n${more}`,
      },
    },
    issue: ISSUE,
  };
}
