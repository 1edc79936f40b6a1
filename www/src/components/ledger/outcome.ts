import { html, nothing, type TemplateResult } from 'lit';
import type { Entry, Simulation, TierDescription } from '../../engine/types.ts';
import type { Finding } from '../../state/findings.ts';
import { seal } from '../verdict.ts';
import type { View } from '../view.ts';
import { countedIn } from './columns.ts';
import { measureList } from './measures.ts';
import { moneyList } from './money.ts';
import { why } from './why.ts';

/** What a finding led to, and why: points, closure, measures, money; and what is said besides. */
export function outcome(
  view: View,
  entered: Finding,
  entry: Entry,
  simulation: Simulation,
  tiers: TierDescription[],
  besides?: TemplateResult | typeof nothing,
): TemplateResult {
  const { strikes } = countedIn(simulation);
  return html`<p class="why">${why(view, entered, entry, simulation.entries, tiers, strikes)}</p>
    ${besides}
    ${entry.closes ? html`<p class="closing">${seal(view.say('ledger-closes'))}</p>` : nothing}
    ${measureList(view, entry.measures)} ${moneyList(view, entry.money)}`;
}
