import { html, nothing, type TemplateResult } from 'lit';
import type { Citation, Simulation } from '../../engine/types.ts';
import { once } from '../../state/memo.ts';
import { sourceList } from '../sources.ts';
import type { View } from '../view.ts';

/** Every provision that something in the ledger rests on, once. */
const citedIn = once(({ entries, yearEnds }: Simulation): Citation[] => {
  const all = [...entries, ...yearEnds].flatMap(({ citations }) => citations);
  return [...new Map(all.map((citation) => [citation.provision, citation])).values()];
});

/** The provisions behind the whole ledger; on paper they stand here and at no finding. */
export function ledgerCited(view: View, simulation: Simulation): TemplateResult | typeof nothing {
  const all = citedIn(simulation);
  if (all.length === 0) return nothing;
  return html`<details class="fold cited">
    <summary>${view.say('ledger-cited', { count: all.length })}</summary>
    ${sourceList(view, all)}
  </details>`;
}
