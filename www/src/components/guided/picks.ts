import { html, nothing, type TemplateResult } from 'lit';
import type { FactDescription, Value } from '../../engine/types.ts';
import type { View } from '../view.ts';

/** Whether one tap answers a question: yes or no, or one of several choices. */
export const isPicked = ({ kind }: FactDescription): boolean =>
  kind === 'yes_no' || kind === 'choice';

/** The answers to a question as buttons: each answers it and goes on. */
export function picks(
  view: View,
  fact: FactDescription,
  pick: (value: Value) => void,
): TemplateResult {
  const given = view.answers[fact.id];
  const key = `fact/${fact.id}`;
  const one = (value: Value, label: string, hint?: string) => html`<button
    type="button"
    class="pick"
    data-value=${`${value}`}
    aria-pressed=${given === undefined ? nothing : given === value}
    @click=${() => pick(value)}
  >
    <span>${label}</span>${hint ? html`<small>${hint}</small>` : nothing}
  </button>`;
  return html`<div
    class="picks"
    data-kind=${fact.kind}
    role="group"
    aria-labelledby="guided-ask"
    aria-describedby=${view.law.maybe(`${key}/hint`) ? 'guided-hint' : nothing}
  >
    ${
      fact.kind === 'yes_no'
        ? [one(true, view.say('answer-yes')), one(false, view.say('answer-no'))]
        : fact.choices.map((choice) =>
            one(
              choice,
              view.law.say(`${key}/choice/${choice}`),
              view.law.maybe(`${key}/choice/${choice}/hint`),
            ),
          )
    }
  </div>`;
}
