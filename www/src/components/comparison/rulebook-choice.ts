import { html, type TemplateResult } from 'lit';
import type { Listed } from '../../engine/types.ts';
import type { Choices } from '../../state/versions.ts';
import type { View } from '../view.ts';

/** The rulebooks by name, to choose the one whose changes are shown. */
export function rulebookChoice(
  view: View,
  choices: Choices,
  chosen: string,
  choose: (rulebook: string) => void,
): TemplateResult {
  const title = (one: Listed) =>
    one.rulebook === view.description.rulebook
      ? view.law.say('title')
      : choices.titleOf(one, view.say.lang);
  return html`<h2>${view.say('compare-rulebook')}</h2>
    <ul class="books">
      ${choices.listed.map(
        (one) => html`<li>
          <button
            type="button"
            data-rulebook=${one.rulebook}
            aria-pressed=${one.rulebook === chosen}
            @click=${() => choose(one.rulebook)}
          >
            ${title(one)}
          </button>
        </li>`,
      )}
    </ul>`;
}
