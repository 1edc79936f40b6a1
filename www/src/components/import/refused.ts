import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Refused } from '../../exchange/types.ts';
import type { Seen } from '../../reading/types.ts';
import { type Change, headingOf, type ImportWords } from './words.ts';

/** What can be done with the rows that cannot be read. */
export interface Mending {
  change(answer: Change): void;
  /** From which of them on they are shown. */
  from: number;
  turn(from: number): void;
  download(): void;
  /** Whether rows wait for an answer: then the questions come first, and the rows fold. */
  waits: boolean;
}

/** The rows that cannot be read, each cell to be written anew on the spot. */
export function importRefused(
  words: ImportWords,
  { refused, refusedCount, shown }: Seen,
  mending: Mending,
): TemplateResult | typeof nothing {
  if (refusedCount === 0) return nothing;
  const { say } = words;
  const { from, turn, waits } = mending;
  const last = from + refused.length;
  return html`<details class="fold troubles" ?open=${!waits}>
    <summary>${say('import-troubles', { count: refusedCount })}</summary>
    <ul class="mapping">
      ${refused.map((row) => one(words, row, mending))}
    </ul>
    <p class="pages">
      ${
        refusedCount <= shown
          ? nothing
          : html`${say('refused-shown', { from: from + 1, to: last, count: refusedCount })}
              <button type="button" class="link" ?disabled=${from === 0} @click=${() => turn(Math.max(0, from - shown))}>
                ${say('refused-before')}
              </button>
              <button type="button" class="link" ?disabled=${last >= refusedCount} @click=${() => turn(last)}>
                ${say('refused-after')}
              </button>`
      }
      <button type="button" class="link" @click=${() => mending.download()}>${say('refused-download')}</button>
    </p>
  </details>`;
}

function one(
  words: ImportWords,
  { row, cells, reasons }: Refused,
  mending: Mending,
): TemplateResult {
  const { say } = words;
  const placed = reasons.filter(({ place }) => place !== undefined);
  const whole = reasons.filter(({ place }) => place === undefined);
  return html`${placed.map(({ place = 0, says, path }) => {
    const id = `cell-${row}-${place}`;
    return html`<li>
      <label for=${id}>
        ${say('import-cell', { row, column: headingOf(words, place) })}
        <small id="${id}-wrong">${says[say.lang]}${path === undefined ? nothing : ` ${path}`}</small>
      </label>
      <input
        id=${id}
        class="text"
        aria-invalid="true"
        aria-describedby="${id}-wrong"
        .value=${live(cells[place] ?? '')}
        @change=${(event: Event) => {
          const text = (event.target as HTMLInputElement).value.trim();
          mending.change((now) => ({ ...now, cells: { ...now.cells, [`${row}:${place}`]: text } }));
        }}
      />
    </li>`;
  })}${whole.map(
    ({ says, path }) => html`<li class="whole">
      <p>
        ${say('import-row', { row })} <small>${says[say.lang]}${path === undefined ? nothing : ` ${path}`}</small>
      </p>
      <p class="cells">${cells.slice(0, 6).join(say('list-separator'))}</p>
    </li>`,
  )}`;
}
