import { html, nothing, type TemplateResult } from 'lit';
import type { Words } from '../../i18n/words.ts';
import type { UnreadRow } from '../../reading/row-faults.ts';

/** So many cells of a row are shown. */
const CELLS = 6;

/** The messages that head the rows, and say that there are more. */
export interface UnreadSays {
  title: string;
  more: string;
}

/** The rows that cannot be read, each with what is wrong with it; none is dropped in silence. */
export function unreadRows(
  say: Words,
  rows: UnreadRow[],
  count: number,
  says: UnreadSays,
  save: () => void,
  headings: string[] = [],
): TemplateResult | typeof nothing {
  if (count === 0 || rows.length === 0) return nothing;
  const reason = ({ place, says: what }: UnreadRow['reasons'][number]) => {
    const heading = place === undefined ? '' : (headings[place] ?? '');
    const words = what[say.lang];
    return heading === '' ? words : say('import-in-column', { column: heading, says: words });
  };
  return html`<details class="fold unread" open>
    <summary>${say(says.title, { count })}</summary>
    <ul>
      ${rows.map(
        ({ row, cells, reasons }) => html`<li>
          <p>
            ${say('import-row', { row })}
            <small>${reasons.map(reason).join(say('sentence-separator'))}</small>
          </p>
          <p class="cells">${cells
            .filter((cell) => cell.trim() !== '')
            .slice(0, CELLS)
            .join(say('list-separator'))}</p>
        </li>`,
      )}
    </ul>
    <p class="pages">
      ${count > rows.length ? html`<span>${say(says.more, { count: rows.length })}</span>` : nothing}
      <button type="button" class="link" @click=${save}>${say('refused-download')}</button>
    </p>
  </details>`;
}
