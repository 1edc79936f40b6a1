import { html, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Words } from '../../i18n/words.ts';

/** What is looked for in a table, and in which order it is shown. */
interface Find<Sorting extends string> {
  text: string;
  sorting: Sorting;
}

/** The messages of the fields, and the orders that there are. */
export interface FindSays<Sorting extends string> {
  search: string;
  sort: string;
  sortings: [Sorting, string][];
}

/** The fields by which rows are found and put in order, and what stands behind them. */
export function findRows<Sorting extends string>(
  say: Words,
  says: FindSays<Sorting>,
  { text, sorting }: Find<Sorting>,
  want: (wanted: Partial<Find<Sorting>>) => void,
  more?: unknown,
): TemplateResult {
  return html`<p class="rows-find">
    <label>
      <span>${say(says.search)}</span>
      <input
        type="search"
        name="text"
        maxlength="100"
        autocomplete="off"
        .value=${live(text)}
        @input=${(event: Event) => want({ text: (event.target as HTMLInputElement).value })}
      />
    </label>
    <label>
      <span>${say(says.sort)}</span>
      <select
        name="sorting"
        @change=${(event: Event) => want({ sorting: (event.target as HTMLSelectElement).value as Sorting })}
      >
        ${says.sortings.map(
          ([id, message]) =>
            html`<option value=${id} .selected=${live(id === sorting)}>${say(message)}</option>`,
        )}
      </select>
    </label>
    ${more}
  </p>`;
}
