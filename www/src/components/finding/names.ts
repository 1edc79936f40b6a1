import { html, nothing, type TemplateResult } from 'lit';
import type { LedgerDescription } from '../../engine/types.ts';
import type { Draft, DraftTroubles } from '../../state/draft.ts';
import { joined, type View } from '../view.ts';
import { writeIn } from '../write-in.ts';

/**
 * What a finding can name besides its tier: sums of money, and, folded away, the right or who
 * complained.
 */
export function findingNames(
  view: View,
  { labels, amounts }: LedgerDescription,
  draft: Draft,
  wrong: DraftTroubles,
  change: (part: Partial<Draft>) => void,
): TemplateResult {
  const { law, say } = view;
  const asks = labels.map((id) => law.say(`label/${id}/ask`));
  return html`${amounts
    .filter((amount) => amount.of === 'finding')
    .map(({ id }) =>
      writeIn({
        id: `finding-amount-${id}`,
        label: law.say(`amount/${id}/ask`),
        hint: law.maybe(`amount/${id}/says`),
        value: draft.amounts[id] ?? '',
        wrong: wrong[`amount/${id}`],
        numeric: true,
        write: (text) => change({ amounts: { ...draft.amounts, [id]: text } }),
      }),
    )}
  ${
    labels.length === 0
      ? nothing
      : html`<details class="fold names" ?open=${Object.keys(draft.labels).length > 0}>
          <summary>${say('labels-optional', { labels: joined(view, asks) })}</summary>
          ${labels.map((id) =>
            writeIn({
              id: `finding-label-${id}`,
              label: law.say(`label/${id}/ask`),
              hint: law.maybe(`label/${id}/says`),
              value: draft.labels[id] ?? '',
              wrong: undefined,
              write: (text) => change({ labels: { ...draft.labels, [id]: text } }),
            }),
          )}
        </details>`
  }`;
}
