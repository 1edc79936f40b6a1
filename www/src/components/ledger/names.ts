import type { Entry, Further } from '../../engine/types.ts';
import { instantInWords } from '../../i18n/dates.ts';
import { byId, once } from '../../state/memo.ts';
import type { View } from '../view.ts';

/** How many findings there are on each day. */
const perDay = once((entries: Entry[]) => {
  const counts = new Map<string, number>();
  for (const { issued } of entries) {
    const day = issued.slice(0, 10);
    counts.set(day, (counts.get(day) ?? 0) + 1);
  }
  return counts;
});

/** A finding by its day and what it was found to be. */
export function entryName({ say, law }: View, entries: Entry[], id: string): string {
  const entry = byId(entries).get(id);
  if (!entry) return id;
  const alone = perDay(entries).get(entry.issued.slice(0, 10)) === 1;
  const when = instantInWords(entry.issued.slice(0, alone ? 10 : 16), say.lang);
  return say('entry-name', { when, tier: law.say(`tier/${entry.tier}/title`) });
}

/** So many findings are named; of more, it is said how many they are. */
const NAMED = 12;

/** Findings in a list; the last ones by their number only, if they are many. */
export function entryNames(view: View, entries: Entry[], ids: string[]): string {
  const rest = ids.length - NAMED;
  const shown = rest > 1 ? ids.slice(0, NAMED) : ids;
  const names = shown.map((id) => entryName(view, entries, id));
  const more = rest > 1 ? [view.say('entries-more', { count: rest })] : [];
  return [...names, ...more].join(view.say('list-separator'));
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
