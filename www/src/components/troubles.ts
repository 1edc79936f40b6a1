import { html, type TemplateResult } from 'lit';
import type { Failure, Told } from '../engine/types.ts';
import { messageOf } from '../i18n/told.ts';
import type { Words } from '../i18n/words.ts';
import type { View } from './view.ts';

/** What the law has to say on a problem, if anything. */
export type Reason = (told: Told) => string | undefined;

/** Why facts cannot be true together, in the words of the rule that they offend. */
export function reasonIn({ law }: Pick<View, 'law'>): Reason {
  return ({ rule }) => (rule === undefined ? undefined : law.maybe(`${rule}/says`));
}

/** What the engine has to say against a request; the reason once, where there is one. */
export function troubles(say: Words, { error }: Failure, reason?: Reason): TemplateResult {
  const all = [error, ...error.more].map((told) => reason?.(told) ?? messageOf(told, say.lang));
  const told = reason === undefined ? all : [...new Set(all)];
  return html`<div class="troubles" part="troubles" role="alert">
    <p class="warning-name">${say('troubles-title')}</p>
    <ul>
      ${told.map((message) => html`<li>${message}</li>`)}
    </ul>
  </div>`;
}
