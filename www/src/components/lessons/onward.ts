import { html, nothing, type TemplateResult } from 'lit';
import type { Words } from '../../i18n/words.ts';

/** The way back to all lessons. */
export function wayBack(say: Words, back: () => void): TemplateResult {
  return html`<p class="back">
    <button type="button" class="link" @click=${back}>${say('lessons-back')}</button>
  </p>`;
}

/** The ways on from a lesson that was predicted: the next one, if there is one, or again. */
export function onward(
  say: Words,
  next: (() => void) | undefined,
  again: () => void,
): TemplateResult {
  return html`<p class="buttons onward">
    ${next ? html`<button type="button" class="main" @click=${next}>${say('lessons-next')}</button>` : nothing}
    <button type="button" @click=${again}>${say('lessons-again')}</button>
  </p>`;
}
