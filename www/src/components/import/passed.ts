import { html, nothing, type TemplateResult } from 'lit';
import type { Passing } from '../../exchange/types.ts';
import type { Words } from '../../i18n/words.ts';
import type { Seen } from '../../reading/types.ts';
import { PASSED } from './messages.ts';

/** Which lines hold no finding, and why: nothing is left out in silence. */
export function importPassed(say: Words, passed: Seen['passed']): TemplateResult | typeof nothing {
  const list = (Object.entries(passed) as [Passing, number][]).flatMap(([why, count]) => {
    const message = PASSED[why];
    return message === undefined ? [] : say(message, { count });
  });
  if (list.length === 0) return nothing;
  return html`<p class="quiet">${say('passed', { list: list.join(say('list-separator')) })}</p>`;
}
