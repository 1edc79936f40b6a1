import { html, nothing, type TemplateResult } from 'lit';
import type { SellersSeen } from '../../reading/sellers/types.ts';
import type { View } from '../view.ts';

/** The rows that cannot be read, each with what is wrong with it; none is dropped in silence. */
export function refusedSellers(
  { say }: View,
  { refused, refusedCount, blocked }: SellersSeen,
  save: () => void,
): TemplateResult | typeof nothing {
  if (refusedCount === 0 || blocked) return nothing;
  return html`<details class="fold unread" open>
    <summary>${say('sellers-refused', { count: refusedCount })}</summary>
    <ul>
      ${refused.map(
        ({ row, cells, reasons }) => html`<li>
          <p>
            ${say('import-row', { row })}
            <small>${reasons.map(({ says }) => says[say.lang]).join(say('sentence-separator'))}</small>
          </p>
          <p class="cells">${cells
            .filter((cell) => cell.trim() !== '')
            .slice(0, 6)
            .join(say('list-separator'))}</p>
        </li>`,
      )}
    </ul>
    <p class="pages">
      ${refusedCount > refused.length ? html`<span>${say('sellers-refused-more', { count: refused.length })}</span>` : nothing}
      <button type="button" class="link" @click=${save}>${say('refused-download')}</button>
    </p>
  </details>`;
}
