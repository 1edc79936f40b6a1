import { html, nothing, type TemplateResult } from 'lit';
import type { Words } from '../../i18n/words.ts';
import { PAGE } from '../../reading/page-size.ts';

/** Which rows are shown of how many, by a message, and the way to the others. */
export function turningOf(
  say: Words,
  says: string,
  { from, shown, found }: { from: number; shown: number; found: number },
  turn: (from: number) => void,
): TemplateResult {
  const last = from + shown;
  return html`<p class="pages">
    <span>${say(says, { from: from + 1, to: last, count: found })}</span>
    ${
      shown === found
        ? nothing
        : html`<button type="button" class="link" ?disabled=${from === 0} @click=${() => turn(Math.max(0, from - PAGE))}>
            ${say('refused-before')}
          </button>
          <button type="button" class="link" ?disabled=${last >= found} @click=${() => turn(last)}>
            ${say('refused-after')}
          </button>`
    }
  </p>`;
}
