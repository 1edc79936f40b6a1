import { html, type TemplateResult } from 'lit';
import type { AmountDescription } from '../../engine/types.ts';
import type { View } from '../view.ts';
import { writeIn } from '../write-in.ts';

interface Premises {
  until: string | undefined;
  untilWrong: string | undefined;
  amounts: Record<string, string>;
  wrong: Partial<Record<string, string>>;
  runTo: (day: string | undefined) => void;
  today: () => void;
  /** Takes what stands in a field while it is written, and once it is written. */
  write: (amount: string, text: string) => void;
  state: (amount: string, text: string) => void;
}

/** On what the ledger is worked out besides the findings: until which day, and the account's sums. */
export function premises(
  view: View,
  amounts: AmountDescription[],
  { until, untilWrong, amounts: stated, wrong, runTo, today, write, state }: Premises,
): TemplateResult {
  const { say, law } = view;
  return html`<div class="premises">
    <div class="until">
      <zhengpin-date-field
        lang=${say.lang}
        .value=${until ?? null}
        .label=${say('until-label')}
        .hint=${say('until-hint')}
        .trouble=${untilWrong}
        @day=${(event: CustomEvent<string | null>) => runTo(event.detail ?? undefined)}
      ></zhengpin-date-field>
      <button type="button" class="link" @click=${today}>${say('until-today')}</button>
    </div>
    ${amounts
      .filter(({ of }) => of === 'account')
      .map(({ id }) =>
        writeIn({
          id: `amount-${id}`,
          label: law.say(`amount/${id}/ask`),
          hint: law.maybe(`amount/${id}/says`),
          value: stated[id] ?? '',
          wrong: wrong[id],
          numeric: true,
          write: (text) => write(id, text),
          done: (text) => state(id, text),
        }),
      )}
  </div>`;
}
