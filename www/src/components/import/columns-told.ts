import { html, type TemplateResult } from 'lit';
import { download } from '../../exchange/download.ts';
import { writeTable } from '../../exchange/table.ts';
import type { Words } from '../../i18n/words.ts';

/** What columns hold, below a line that leads to it, and an empty table with them to fill in. */
export function columnsTold(
  say: Words,
  messages: { lead: string; template: string },
  columns: TemplateResult[],
  headings: () => string[],
): TemplateResult {
  return html`<p class="quiet">${say(messages.lead)}</p>
    <dl>${columns}</dl>
    <button
      type="button"
      class="link"
      @click=${() => download('zhengpin.csv', 'text/csv', writeTable(headings(), []))}
    >
      ${say(messages.template)}
    </button>`;
}
