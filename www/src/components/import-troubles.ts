import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Trouble } from '../exchange/read.ts';
import { type Result, rowsOf, type Session } from '../exchange/session.ts';
import type { Words } from '../i18n/words.ts';

/** How many cells are shown at once. */
const SHOWN = 50;

/** What is wrong, cell by cell, each to be written anew on the spot. */
export function importTroubles(
  say: Words,
  session: Session,
  { troubles }: Result,
  change: (part: Partial<Session>) => void,
): TemplateResult | typeof nothing {
  if (troubles.length === 0) return nothing;
  const rows = rowsOf(session);
  const cell = ({ row, place }: Trouble) =>
    place === undefined ? '' : (rows.find(({ number }) => number === row)?.cells[place] ?? '');
  // A column that is missing is missing in every row, and told once.
  const missing = [
    ...new Set(troubles.filter(({ place }) => place === undefined).map(({ says }) => says)),
  ];
  const wrong = troubles.filter(({ place }) => place !== undefined);
  return html`<section class="troubles" aria-labelledby="troubles-title">
    <h4 id="troubles-title">${say('import-troubles')}</h4>
    ${missing.map((says) => html`<p class="wrong">${says}</p>`)}
    <ul class="mapping">
      ${wrong.slice(0, SHOWN).map((trouble) => {
        const { row, place, says } = trouble;
        const id = `cell-${row}-${place}`;
        return html`<li>
          <label for=${id}>
            ${say('import-cell', { row, column: session.table.headings[place ?? 0] || `${(place ?? 0) + 1}` })}
            <small id="${id}-wrong">${says}</small>
          </label>
          <input
            id=${id}
            class="text"
            aria-invalid="true"
            aria-describedby="${id}-wrong"
            .value=${live(cell(trouble))}
            @change=${(event: Event) =>
              change({
                mended: {
                  ...session.mended,
                  [`${row}:${place}`]: (event.target as HTMLInputElement).value.trim(),
                },
              })}
          />
        </li>`;
      })}
    </ul>
    ${
      wrong.length > SHOWN
        ? html`<p class="quiet">${say('import-more', { count: wrong.length - SHOWN })}</p>`
        : nothing
    }
  </section>`;
}
