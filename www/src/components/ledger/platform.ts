import { html, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Words } from '../../i18n/words.ts';

/** A rulebook to choose. */
export interface Platform {
  rulebook: string;
  title: string;
}

/** Whose rules are applied; none can be chosen while there is no engine to ask. */
export function platformChoice(
  say: Words,
  platforms: Platform[],
  chosen: string,
  choose: ((rulebook: string) => void) | undefined,
): TemplateResult {
  return html`<div class="platform">
    <label for="platform">${say('platform')}</label>
    <select
      id="platform"
      ?disabled=${!choose}
      .value=${live(chosen)}
      @change=${(event: Event) => choose?.((event.target as HTMLSelectElement).value)}
    >
      ${platforms.map(
        ({ rulebook, title }) => html`<option value=${rulebook} ?selected=${rulebook === chosen}>
          ${title}
        </option>`,
      )}
    </select>
    <details class="fold">
      <summary>${say('platform-missing')}</summary>
      <p>${say('platform-missing-says')}</p>
    </details>
  </div>`;
}
