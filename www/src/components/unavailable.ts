import { html, type TemplateResult } from 'lit';
import type { Reason } from '../engine/load.ts';
import type { Words } from '../i18n/words.ts';

/** Why there is no engine, by message. */
export const REASONS: Record<Reason, string> = {
  no_wasm: 'fallback-no-wasm',
  blocked: 'fallback-blocked',
  old: 'fallback-old',
  fetch: 'fallback-fetch',
};

/** Why a tool cannot be had, and what its host says to it. */
export function unavailable(say: Words, reason: Reason): TemplateResult {
  return html`<section class="fallback" part="fallback" role="alert">
    <h2>${say('fallback-title')}</h2>
    <p>${say(REASONS[reason])}${say('gap')}${reason === 'fetch' ? '' : say('fallback-neither')}</p>
    <p>${say('fallback-then')}</p>
    <slot name="fallback"></slot>
  </section>`;
}

/** That nothing can be shown, and the ways on: what was shown last, or nothing at all. */
export function broken(
  say: Words,
  error: unknown,
  { back, clear }: { back: (() => void) | undefined; clear: () => void },
): TemplateResult {
  return html`<div class="tool" part="tool" lang=${say.lang === 'zh' ? 'zh-CN' : 'en'}>
    <section class="fallback" part="fallback" role="alert" data-code="cannot_draw">
      <h2>${say('broken-title')}</h2>
      <p>${say('broken-says')}</p>
      <p class="quiet"><code>cannot_draw: ${error}</code></p>
      <p class="buttons">
        ${back === undefined ? '' : html`<button type="button" class="main" @click=${back}>${say('broken-back')}</button>`}
        <button type="button" @click=${clear}>${say('command-clear')}</button>
      </p>
    </section>
  </div>`;
}
