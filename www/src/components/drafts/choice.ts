import { html, nothing, type TemplateResult } from 'lit';
import type { LawDraft } from '../../engine/drafts.ts';
import type { View } from '../view.ts';

/** The drafts that would have changed a rulebook, each to be held against the law. */
export function draftChoice(
  view: View,
  drafts: LawDraft[],
  chosen: string | undefined,
  choose: (draft: string) => void,
): TemplateResult | typeof nothing {
  if (drafts.length === 0) return nothing;
  const { say } = view;
  return html`<h2>${say('draft-title')}</h2>
    <ul class="versions drafts">
      ${drafts.map(
        ({ rulebook, title, never }) => html`<li>
          <button
            type="button"
            aria-pressed=${rulebook === chosen}
            data-draft=${rulebook}
            @click=${() => choose(rulebook)}
          >
            <span class="version-head">
              <span class="version-day">${title[say.lang]}</span>
              <small>${say('draft-never')}</small>
            </span>
            <span class="version-says">${never[say.lang]}</span>
          </button>
        </li>`,
      )}
    </ul>`;
}
