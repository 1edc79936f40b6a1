import { html, nothing, type TemplateResult } from 'lit';
import type { LedgerDescription, TierDescription } from '../../engine/types.ts';
import type { Draft, DraftTroubles } from '../../state/draft.ts';
import { choice } from '../tick.ts';
import type { View } from '../view.ts';
import { writeIn } from '../write-in.ts';

const PER = {
  finding: 'per-finding',
  item: 'per-item',
  time: 'per-time',
  point: 'per-point',
} as const;
const COUNT = {
  finding: '',
  item: 'count-items',
  time: 'count-times',
  point: 'count-points',
} as const;

/** Points and what they are taken for: 2 分／件. */
export function rate(view: View, { points, per, credit }: TierDescription): string {
  return view.say(credit ? 'per-credit' : PER[per], { points });
}

/** What the platform found: one of the tiers in force on the day, and how much of it. */
export function findingTier(
  view: View,
  { tiers, pointsLimit }: LedgerDescription,
  draft: Draft,
  wrong: DraftTroubles,
  change: (part: Partial<Draft>) => void,
): TemplateResult {
  const { say, law } = view;
  const chosen = tiers.find(({ id }) => id === draft.tier);
  return html`<fieldset class="question stacked tier" aria-describedby="finding-tier-wrong">
      <legend>${say('finding-tier')}</legend>
      <div class="answers">
        ${tiers.map((tier) =>
          choice({
            name: 'tier',
            value: tier.id,
            label: law.say(`tier/${tier.id}/title`),
            hint: law.say(`tier/${tier.id}/says`),
            checked: tier.id === draft.tier,
            choose: () => change({ tier: tier.id }),
            aside: tier.points === 0 && pointsLimit === null ? '' : rate(view, tier),
          }),
        )}
      </div>
      <p class="wrong" id="finding-tier-wrong">${wrong.tier ?? ''}</p>
    </fieldset>
    ${
      chosen && chosen.per !== 'finding'
        ? writeIn({
            id: 'finding-items',
            label: say(chosen.credit ? 'count-credit' : COUNT[chosen.per]),
            value: draft.items,
            wrong: wrong.items,
            numeric: true,
            write: (items) => change({ items }),
          })
        : nothing
    }`;
}
