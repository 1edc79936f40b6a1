import { html, type TemplateResult } from 'lit';
import type { Versions } from '../../state/versions.ts';
import type { View } from '../view.ts';

/** The rulebooks by name, to choose the one whose changes are shown. */
export function rulebookChoice(
  view: View,
  versions: Versions,
  chosen: string,
  choose: (rulebook: string) => void,
): TemplateResult {
  const title = (rulebook: string, asOf: string) =>
    rulebook === chosen
      ? view.law.say('title')
      : (versions.describe(rulebook, asOf)?.texts[view.say.lang]?.title ?? rulebook);
  return html`<h2>${view.say('compare-rulebook')}</h2>
    <ul class="books">
      ${versions.listed.map(
        ({ rulebook, asOf }) => html`<li>
          <button
            type="button"
            data-rulebook=${rulebook}
            aria-pressed=${rulebook === chosen}
            @click=${() => choose(rulebook)}
          >
            ${title(rulebook, asOf)}
          </button>
        </li>`,
      )}
    </ul>`;
}
