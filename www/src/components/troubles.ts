import { html, type TemplateResult } from 'lit';
import type { Failure } from '../engine/types.ts';
import { messageOf } from '../i18n/told.ts';
import type { Words } from '../i18n/words.ts';

/** What the engine has to say against a request. */
export function troubles(say: Words, { error }: Failure): TemplateResult {
  return html`<div class="troubles" role="alert">
    <p class="warning-name">${say('troubles-title')}</p>
    <ul>
      ${[error, ...error.more].map((told) => html`<li>${messageOf(told, say.lang)}</li>`)}
    </ul>
  </div>`;
}
