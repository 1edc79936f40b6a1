import type { Entry, Further } from '../engine/types.ts';
import type { View } from './view.ts';

/** A finding by its day and what it was found to be. */
export function entryName({ say, law }: View, entries: Entry[], id: string): string {
  const entry = entries.find((one) => one.id === id);
  if (!entry) return id;
  const alike = entries.filter((one) => one.issued.slice(0, 10) === entry.issued.slice(0, 10));
  const when = entry.issued.slice(0, alike.length > 1 ? 16 : 10).replace('T', ' ');
  return say('entry-name', { when, tier: law.say(`tier/${entry.tier}/title`) });
}

const COUNTED = {
  finding: 'further-finding',
  item: 'further-item',
  time: 'further-time',
  point: 'further-point',
} as const;

/** Further findings in a row: what each would be, how much of it, how often. */
export function furtherNames(view: View, findings: Further[]): string {
  const { say, law, description } = view;
  const groups = new Map<string, { further: Further; times: number }>();
  for (const further of findings) {
    const key = `${further.tier} ${further.items}`;
    const group = groups.get(key) ?? { further, times: 0 };
    groups.set(key, { further, times: group.times + 1 });
  }
  return [...groups.values()]
    .map(({ further: { tier, items }, times }) => {
      const per = description.ledger?.tiers.find(({ id }) => id === tier)?.per ?? 'finding';
      const name = say(COUNTED[per], { tier: law.say(`tier/${tier}/title`), count: items });
      return times === 1 ? name : say('further-times', { name, times });
    })
    .join(say('plus'));
}
