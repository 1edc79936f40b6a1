import { html, nothing, type TemplateResult } from 'lit';
import type { Passing } from '../../exchange/types.ts';
import type { Words } from '../../i18n/words.ts';
import type { Seen } from '../../reading/types.ts';

/** Lines that everybody expects to be passed over, and of which nothing is said. */
const EXPECTED: Passing[] = ['headings', 'separator', 'blank'];

/** Which lines hold no finding, and why: nothing is left out in silence. */
export function importPassed(say: Words, passed: Seen['passed']): TemplateResult | typeof nothing {
  const told = (Object.entries(passed) as [Passing, number][]).filter(
    ([why]) => !EXPECTED.includes(why),
  );
  if (told.length === 0) return nothing;
  const list = told.map(([why, count]) => say(`passed-${why}`, { count }));
  return html`<p class="quiet">${say('passed', { list: list.join(say('list-separator')) })}</p>`;
}
