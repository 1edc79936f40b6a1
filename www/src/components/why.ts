import type { Entry, StrikeReason } from '../engine/types.ts';
import type { Finding } from '../state/findings.ts';
import type { View } from './view.ts';

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

/** Why a finding led to what it led to: the sum, the window, the strike, the threshold. */
export function why(view: View, finding: Finding, entry: Entry): string[] {
  const { say, law } = view;
  if (entry.reason === 'reversed' || entry.reason === 'not_counted') {
    return [say(STRIKES[entry.reason])];
  }
  const said: string[] = [];
  if (entry.tier !== finding.tier) {
    said.push(say('why-upgraded', { tier: law.say(`tier/${entry.tier}/title`) }));
  }
  const tier = view.description.ledger?.tiers.find(({ id }) => id === entry.tier);
  if (tier) {
    const count = finding.items ?? 1;
    said.push(say(SUMS[tier.per], { points: tier.points, count, sum: entry.points + entry.lost }));
  }
  const { window } = entry;
  if (window && window.cap !== null) {
    said.push(
      say('why-window', {
        window: law.say(`window/${window.id}/title`),
        from: window.from.slice(0, 10),
        to: window.to.slice(0, 10),
        points: window.points,
        cap: window.cap,
      }),
    );
  }
  if (entry.lost > 0) said.push(say('why-lost', { lost: entry.lost }));
  said.push(say(STRIKES[entry.reason]));
  if (entry.node !== null) said.push(say('why-node', { node: entry.node }));
  if (entry.raised > 0) said.push(say('why-raised', { raised: entry.raised }));
  return said;
}
