import type { Entry, StrikeReason, TierDescription } from '../../engine/types.ts';
import { instantInWords } from '../../i18n/dates.ts';
import { sentence } from '../../i18n/sentence.ts';
import type { Finding } from '../../state/findings.ts';
import { once } from '../../state/memo.ts';
import type { View } from '../view.ts';

const STRIKES: Record<StrikeReason, string> = {
  own: 'why-strike-own',
  opened_window: 'why-strike-opened',
  merged: 'why-strike-merged',
  not_of_tier: 'why-strike-not-of-tier',
  not_in_force: 'why-strike-not-in-force',
  not_counted: 'why-strike-not-counted',
  reversed: 'why-strike-reversed',
};
const SUMS = {
  finding: 'why-sum-finding',
  item: 'why-sum-item',
  time: 'why-sum-time',
  point: 'why-sum-point',
} as const;

/**
 * Why a finding led to what it led to, in one sentence: the window it fell into, the sum, the
 * strike, if there are `strikes` at all, the threshold. `tiers` are those of the version that
 * judged it.
 */
export function why(
  view: View,
  finding: Finding,
  entry: Entry,
  entries: Entry[],
  tiers: TierDescription[],
  strikes: boolean,
): string {
  const { say, law } = view;
  if (entry.reason === 'reversed' || entry.reason === 'not_counted') {
    return sentence(say, say(STRIKES[entry.reason]));
  }
  const said: string[] = [];
  if (entry.tier !== finding.tier) {
    said.push(say('why-judged-as', { tier: law.say(`tier/${entry.tier}/title`) }));
  }
  said.push(...inWindow(view, entry, entries));
  said.push(...arithmetic(view, finding, entry, tiers));
  if (strikes) said.push(say(STRIKES[entry.reason]));
  if (entry.node !== null) said.push(say('why-node', { node: entry.node }));
  if (entry.raised > 0) said.push(say('why-raised', { raised: entry.raised }));
  return said.length === 0 ? '' : sentence(say, said.join(say('sentence-separator')));
}

/** Which finding of its window each is, the first of them being 1. */
const placesIn = once((entries: Entry[]) => {
  const counts = new Map<string, number>();
  const places = new Map<string, number>();
  for (const { id, window } of entries) {
    if (!window) continue;
    const key = `${window.id} ${window.from}`;
    const place = (counts.get(key) ?? 0) + 1;
    counts.set(key, place);
    places.set(id, place);
  }
  return places;
});

/** The window that a finding fell into, and which of its findings it is. */
function inWindow({ say, law }: View, { id, window }: Entry, entries: Entry[]): string[] {
  if (!window) return [];
  return [
    say('why-window', {
      window: law.say(`window/${window.id}/title`),
      from: instantInWords(window.from, say.lang),
      to: instantInWords(window.to, say.lang),
      place: placesIn(entries).get(id) ?? 0,
    }),
  ];
}

/** What was booked and how it came about: 2 × 10 = 20 points, 20 − 8 = 12. */
function arithmetic(
  { say }: View,
  finding: Finding,
  entry: Entry,
  tiers: TierDescription[],
): string[] {
  const { points, lost, window } = entry;
  const tier = tiers.find(({ id }) => id === entry.tier);
  const count = finding.items ?? 1;
  const sum = points + lost;
  // A finding that costs no points is not told as a sum of none.
  if (sum === 0 && tier?.points === 0) return [];
  // Where the sum does not follow from the table, as for a first finding, it stands alone.
  const follows = tier && sum === tier.points * (tier.per === 'finding' ? 1 : count);
  const full = tier?.credit
    ? say('why-sum-credit', { sum })
    : follows
      ? say(SUMS[tier.per], { points: tier.points, count, sum })
      : say('why-sum', { sum });
  if (lost === 0) return [full];
  const cap = window?.cap ?? null;
  const rest = say(cap === null ? 'why-lost' : 'why-lost-cap', {
    cap: cap ?? 0,
    sum,
    lost,
    points,
  });
  return [`${full}${say('clause-separator')}${rest}`];
}
