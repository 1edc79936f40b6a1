import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Draft, DraftTroubles } from '../../state/draft.ts';
import { choice } from '../tick.ts';
import type { View } from '../view.ts';

const CHOICES = { '': 'exam-unsaid', passed: 'exam-passed', failed: 'exam-failed' } as const;

/** Whether the exam that a finding calls for was passed, and when. */
export function findingExam(
  { say }: View,
  draft: Draft,
  wrong: DraftTroubles,
  change: (part: Partial<Draft>) => void,
): TemplateResult {
  return html`<fieldset class="question stacked exam">
      <legend>${say('exam')}</legend>
      <div class="answers">
        ${Object.entries(CHOICES).map(([exam, name]) =>
          choice({
            name: 'exam',
            value: exam,
            label: say(name),
            checked: draft.exam === exam,
            choose: () => change({ exam: exam as Draft['exam'] }),
          }),
        )}
      </div>
    </fieldset>
    ${
      draft.exam === 'passed'
        ? html`<zhengpin-date-field
            id="finding-exam"
            lang=${say.lang}
            .value=${live(draft.examDay)}
            .label=${say('exam-day')}
            .trouble=${wrong.exam}
            @day=${(event: CustomEvent<string | null>) => change({ examDay: event.detail, examTime: '' })}
          ></zhengpin-date-field>`
        : nothing
    }`;
}
