import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';

/** A box to tick; what it does is said once it is ticked. */
export function tick(
  label: string,
  hint: string | undefined,
  checked: boolean,
  change: (on: boolean) => void,
): TemplateResult {
  return html`<label class="answer">
    <input
      type="checkbox"
      .checked=${live(checked)}
      @change=${(event: Event) => change((event.target as HTMLInputElement).checked)}
    />
    <span>${label}${checked && hint ? html`<small>${hint}</small>` : nothing}</span>
  </label>`;
}

interface Choice {
  name: string;
  value: string;
  label: string | TemplateResult;
  hint?: string | undefined;
  checked: boolean;
  choose: () => void;
  /** What stands at the end of the line. */
  aside?: string;
}

/** One of several answers; what it means is said once it is chosen. */
export function choice(one: Choice): TemplateResult {
  const { name, value, label, hint, checked, choose, aside } = one;
  return html`<label class="answer">
    <input
      type="radio"
      name=${name}
      value=${value}
      .checked=${live(checked)}
      @change=${choose}
    />
    <span>${label}${checked && hint ? html`<small>${hint}</small>` : nothing}</span>
    ${aside === undefined ? nothing : html`<span class="rate">${aside}</span>`}
  </label>`;
}
