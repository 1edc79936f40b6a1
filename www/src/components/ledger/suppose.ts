import { html, type TemplateResult } from 'lit';
import type { TierDescription } from '../../engine/types.ts';
import type { Finding } from '../../state/findings.ts';
import type { View } from '../view.ts';
import { whenOpen } from '../when-open.ts';

/** What a finding may be supposed to be instead; nothing, if it were not there. */
export type Suppose = (finding: Finding, instead: Finding | undefined) => void;

/** What if a finding were reversed, not there, or of another tier. */
export function ledgerSuppose(
  { say, law }: View,
  finding: Finding,
  tiers: TierDescription[],
  suppose: Suppose,
): TemplateResult {
  const { reversed = false } = finding;
  // What the platform booked for a finding that stands says nothing of one that does not.
  const { taken: _, ...others } = finding;
  return html`<details class="fold suppose">
    <summary>${say('suppose')}<span class="unseen"> ${finding.day}</span></summary>
    ${whenOpen(
      () => html`<div class="supposed">
      <button type="button" class="link" @click=${() => suppose(finding, { ...others, reversed: !reversed })}>
        ${say(reversed ? 'suppose-standing' : 'suppose-reversed')}
      </button>
      <button type="button" class="link" @click=${() => suppose(finding, undefined)}>
        ${say('suppose-gone')}
      </button>
      <label>
        ${say('suppose-tier')}
        <select
          @change=${(event: Event) => {
            const { value } = event.target as HTMLSelectElement;
            suppose(finding, { ...finding, tier: value });
          }}
        >
          ${tiers.map(
            ({ id }) => html`<option value=${id} ?selected=${id === finding.tier}>
              ${law.say(`tier/${id}/title`)}
            </option>`,
          )}
        </select>
      </label>
    </div>`,
    )}
  </details>`;
}
