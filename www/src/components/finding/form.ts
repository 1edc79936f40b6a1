import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { LedgerDescription } from '../../engine/types.ts';
import type { Draft, DraftTroubles } from '../../state/draft.ts';
import { tick } from '../tick.ts';
import type { View } from '../view.ts';
import { findingExam } from './exam.ts';
import { findingNames } from './names.ts';
import { findingTaken } from './taken.ts';
import { findingTier } from './tier.ts';

interface Handlers {
  change: (part: Partial<Draft>) => void;
  /** Whether the finding that is being entered calls for an exam. */
  examined: boolean;
  /** What is odd about the day. */
  remark: string | undefined;
}

interface FormHandlers extends Handlers {
  /** Nothing, while there is no engine to book it. */
  save: (() => void) | undefined;
  cancel: () => void;
  /** Where the account stands, to be said under the button where the ledger is out of sight. */
  standing: string | undefined;
}

/** The form by which a finding goes into a ledger, with what the platform booked for it. */
export function findingForm(
  view: View,
  ledger: LedgerDescription,
  draft: Draft,
  wrong: DraftTroubles,
  handlers: FormHandlers,
): TemplateResult {
  const { say } = view;
  const { change, save, cancel, standing } = handlers;
  return html`<form
    class="finding"
    autocomplete="off"
    novalidate
    aria-labelledby="finding-title"
    @submit=${(event: Event) => {
      event.preventDefault();
      save?.();
    }}
  >
    <h2 id="finding-title">${say(draft.id === undefined ? 'finding-new' : 'finding-edit')}</h2>
    ${findingFields(view, ledger, draft, wrong, handlers)}
    ${findingTaken(view, ledger, draft, wrong, change)}
    <p class="buttons">
      <button type="submit" class="main" ?disabled=${!save}>
        ${say(draft.id === undefined ? 'finding-add' : 'finding-save')}
      </button>
      ${
        draft.id === undefined
          ? nothing
          : html`<button type="button" @click=${cancel}>${say('finding-cancel')}</button>`
      }
    </p>
    ${standing && !view.wide ? html`<p class="standing"><a href="#record-title" @click=${toRecord}>${standing}</a></p>` : nothing}
  </form>`;
}

/** The fields of one finding: whatever the rulebook lets a finding say. */
export function findingFields(
  view: View,
  ledger: LedgerDescription,
  draft: Draft,
  wrong: DraftTroubles,
  { change, examined, remark }: Handlers,
): TemplateResult {
  const { say, law } = view;
  return html`<zhengpin-date-field
      id="finding-day"
      lang=${say.lang}
      .value=${live(draft.day)}
      .label=${say('finding-day')}
      .hint=${say('finding-day-hint')}
      .trouble=${wrong.day}
      .remark=${remark}
      timed
      @time=${(event: CustomEvent<string>) => change({ time: event.detail })}
      @day=${(event: CustomEvent<string | null>) => change({ day: event.detail })}
    ></zhengpin-date-field>
    <div class="field">
      <label for="finding-time">${say('finding-time')}</label>
      <p class="hint" id="finding-time-hint">
        ${say('finding-time-hint', { time: ledger.timeOfDay, offset: ledger.offset })}
      </p>
      <input
        id="finding-time"
        class="number"
        inputmode="numeric"
        placeholder="00:00"
        aria-describedby="finding-time-hint finding-time-wrong"
        aria-invalid=${wrong.time ? 'true' : 'false'}
        .value=${live(draft.time)}
        @input=${(event: Event) => change({ time: (event.target as HTMLInputElement).value })}
      />
      <p class="wrong" id="finding-time-wrong">${wrong.time ?? ''}</p>
    </div>
    ${findingTier(view, ledger, draft, wrong, change)}
    ${findingNames(view, ledger, draft, wrong, change)}
    <fieldset class="question stacked" aria-describedby="finding-circumstances-wrong">
      <legend>${say('finding-circumstances')}</legend>
      <div class="answers">
        ${ledger.circumstances.map((id) =>
          tick(
            law.say(`circumstance/${id}/ask`),
            law.say(`circumstance/${id}/says`),
            draft.circumstances.includes(id),
            (on) =>
              change({
                circumstances: on
                  ? [...draft.circumstances, id]
                  : draft.circumstances.filter((other) => other !== id),
              }),
          ),
        )}
        ${tick(say('finding-reversed'), undefined, draft.reversed, (reversed) => change({ reversed }))}
      </div>
      <p class="wrong" id="finding-circumstances-wrong">${wrong.circumstances ?? ''}</p>
    </fieldset>
    ${examined || draft.exam !== '' ? findingExam(view, draft, wrong, change) : nothing}`;
}

/** Goes to the ledger; the address stays as it is. */
function toRecord(event: Event): void {
  event.preventDefault();
  const root = (event.target as HTMLElement).getRootNode() as ShadowRoot;
  const record = root.getElementById('record-title');
  record?.scrollIntoView();
  record?.focus({ preventScroll: true });
}
