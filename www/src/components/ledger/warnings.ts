import { html, nothing, type TemplateResult } from 'lit';
import type { Warning } from '../../engine/types.ts';
import type { View } from '../view.ts';
import { joined } from '../view.ts';
import { nameOf, warningItem } from '../warnings.ts';

/** So many badly attested rules stand open; more are named in one line that unfolds. */
const OPEN = 2;

/** What a reader of a ledger has to know besides. */
export function ledgerWarnings(view: View, all: Warning[]): TemplateResult | typeof nothing {
  if (all.length === 0) return nothing;
  const doubtful = all.filter(({ code }) => code === 'confidence');
  const folded = doubtful.length > OPEN;
  const shown = folded ? all.filter(({ code }) => code !== 'confidence') : all;
  const names = doubtful.map(({ about }) => nameOf(view, about));
  return html`<section class="part warnings">
    <h3>${view.say('warnings-title')}</h3>
    <ul>
      ${shown.map((warning) => warningItem(view, warning))}
    </ul>
    ${
      folded
        ? html`<details class="fold doubtful">
            <summary>${view.say('doubtful', { rules: joined(view, names) })}</summary>
            <ul>
              ${doubtful.map((warning) => warningItem(view, warning))}
            </ul>
          </details>`
        : nothing
    }
  </section>`;
}
