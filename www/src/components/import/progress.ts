import { html, nothing, type TemplateResult } from 'lit';
import type { Progress } from '../../exchange/types.ts';
import type { Words } from '../../i18n/words.ts';
import { STAGES } from './messages.ts';

/** How far a reading is, and the way to end it. */
export function progressLine(
  say: Words,
  progress: Progress | undefined,
  stop: () => void,
): TemplateResult | typeof nothing {
  if (!progress) return nothing;
  const { stage, done, all } = progress;
  return html`<div class="progress">
    <label for="import-progress">${say(STAGES[stage], { done, all })}</label>
    ${
      all > 0
        ? html`<progress id="import-progress" max=${all} .value=${done}></progress>`
        : html`<progress id="import-progress"></progress>`
    }
    <button type="button" @click=${stop}>${say('import-cancel')}</button>
  </div>`;
}
