import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { LedgerDescription, TierDescription } from '../engine/types.ts';
import type { Draft, DraftTroubles } from '../state/draft.ts';
import type { View } from './view.ts';

interface Handlers {
  change: (part: Partial<Draft>) => void;
  save: () => void;
  cancel: () => void;
  /** Where the account stands, to be said under the button where the ledger is out of sight. */
  standing: string | undefined;
}

const PER = {
  finding: 'per-finding',
  item: 'per-item',
  time: 'per-time',
  point: 'per-point',
} as const;
const COUNT = {
  finding: '',
  item: 'count-items',
  time: 'count-times',
  point: 'count-points',
} as const;

/** Points and what they are taken for: 2 分／件. */
export function rate(view: View, { points, per }: TierDescription): string {
  return view.say(PER[per], { points });
}

/** The fields of one finding. */
export function findingForm(
  view: View,
  ledger: LedgerDescription,
  draft: Draft,
  wrong: DraftTroubles,
  { change, save, cancel, standing }: Handlers,
): TemplateResult {
  const { say, law } = view;
  const tier = ledger.tiers.find(({ id }) => id === draft.tier);
  return html`<form
    class="finding"
    autocomplete="off"
    novalidate
    aria-labelledby="finding-title"
    @submit=${(event: Event) => {
      event.preventDefault();
      save();
    }}
  >
    <h2 id="finding-title">${say(draft.id === undefined ? 'finding-new' : 'finding-edit')}</h2>
    <zhengpin-date-field
      id="finding-day"
      lang=${say.lang}
      .value=${live(draft.day)}
      .label=${say('finding-day')}
      .hint=${say('finding-day-hint')}
      .trouble=${wrong.day}
      @day=${(event: CustomEvent<string | null>) => change({ day: event.detail })}
    ></zhengpin-date-field>
    <div class="field">
      <label for="finding-time">${say('finding-time')}</label>
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
      <p class="hint" id="finding-time-hint">
        ${say('finding-time-hint', { time: ledger.timeOfDay, offset: ledger.offset })}
      </p>
      <p class="wrong" id="finding-time-wrong">${wrong.time ?? ''}</p>
    </div>
    <fieldset class="question stacked" aria-describedby="finding-tier-wrong">
      <legend>${say('finding-tier')}</legend>
      <div class="answers">
        ${ledger.tiers.map(
          (one) => html`<label class="answer tier">
            <input
              type="radio"
              name="tier"
              .checked=${live(one.id === draft.tier)}
              @change=${() => change({ tier: one.id })}
            />
            <span>
              ${law.say(`tier/${one.id}/title`)}
              ${one.id === draft.tier ? html`<small>${law.say(`tier/${one.id}/says`)}</small>` : nothing}
            </span>
            <span class="rate">${rate(view, one)}</span>
          </label>`,
        )}
      </div>
      <p class="wrong" id="finding-tier-wrong">${wrong.tier ?? ''}</p>
    </fieldset>
    ${
      tier && tier.per !== 'finding'
        ? html`<div class="field">
            <label for="finding-items">${say(COUNT[tier.per])}</label>
            <input
              id="finding-items"
              class="number"
              inputmode="numeric"
              aria-describedby="finding-items-wrong"
              aria-invalid=${wrong.items ? 'true' : 'false'}
              .value=${live(draft.items)}
              @input=${(event: Event) => change({ items: (event.target as HTMLInputElement).value })}
            />
            <p class="wrong" id="finding-items-wrong">${wrong.items ?? ''}</p>
          </div>`
        : nothing
    }
    <fieldset class="question stacked">
      <legend>${say('finding-circumstances')}</legend>
      <div class="answers">
        ${ledger.circumstances.map((id) =>
          box(
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
        ${box(say('finding-reversed'), undefined, draft.reversed, (reversed) => change({ reversed }))}
      </div>
    </fieldset>
    <p class="buttons">
      <button type="submit" class="main">
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

/** Goes to the ledger; the address stays as it is. */
function toRecord(event: Event): void {
  event.preventDefault();
  const root = (event.target as HTMLElement).getRootNode() as ShadowRoot;
  const record = root.getElementById('record-title');
  record?.scrollIntoView();
  record?.focus({ preventScroll: true });
}

function box(
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
