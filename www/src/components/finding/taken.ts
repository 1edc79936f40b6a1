import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { LedgerDescription } from '../../engine/types.ts';
import type { Draft, DraftTroubles } from '../../state/draft.ts';
import { choice } from '../tick.ts';
import type { View } from '../view.ts';

const STRIKES = { '': 'taken-strike-unsaid', yes: 'taken-strike-yes', no: 'taken-strike-no' };

/** What the platform booked for a finding: folded, for only those who want it checked. */
export function findingTaken(
  { say }: View,
  { strikesLimit }: LedgerDescription,
  draft: Draft,
  wrong: DraftTroubles,
  change: (part: Partial<Draft>) => void,
): TemplateResult {
  const stated = draft.takenPoints !== '' || draft.takenStrike !== '';
  return html`<details class="fold taken" ?open=${stated || Boolean(wrong['taken-points'])}>
    <summary>${say('taken')}</summary>
    <p class="hint">${say('taken-hint')}</p>
    <div class="field">
      <label for="finding-taken-points">${say('taken-points')}</label>
      <input
        id="finding-taken-points"
        class="number"
        inputmode="numeric"
        aria-describedby="finding-taken-points-wrong"
        aria-invalid=${wrong['taken-points'] ? 'true' : 'false'}
        .value=${live(draft.takenPoints)}
        @input=${(event: Event) => change({ takenPoints: (event.target as HTMLInputElement).value })}
      />
      <p class="wrong" id="finding-taken-points-wrong">${wrong['taken-points'] ?? ''}</p>
    </div>
    ${
      strikesLimit === null && draft.takenStrike === ''
        ? nothing
        : html`<fieldset class="question stacked">
            <legend>${say('taken-strike')}</legend>
            <div class="answers">
              ${Object.entries(STRIKES).map(([value, name]) =>
                choice({
                  name: 'taken-strike',
                  value,
                  label: say(name),
                  checked: draft.takenStrike === value,
                  choose: () => change({ takenStrike: value as Draft['takenStrike'] }),
                }),
              )}
            </div>
          </fieldset>`
    }
  </details>`;
}
