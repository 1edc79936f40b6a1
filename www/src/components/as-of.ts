import { html, type TemplateResult } from 'lit';
import type { Failure } from '../engine/types.ts';
import { dayInWords } from '../i18n/dates.ts';
import { messageOf } from '../i18n/told.ts';
import type { View } from './view.ts';

/** The day as of which the law is applied, in words, and the way to another one. */
export function asOfLine(
  view: View,
  day: string,
  version: string | undefined,
  failure: Failure | undefined,
  ask: (day: string | null) => void,
): TemplateResult {
  const { say } = view;
  return html`<details class="as-of" ?open=${failure !== undefined}>
    <summary>
      ${say('as-of', { day: dayInWords(day, say.lang) })}${
        version ? say('as-of-version', { day: dayInWords(version, say.lang) }) : ''
      }
      <span class="link">${say('as-of-change')}</span>
    </summary>
    <zhengpin-date-field
      quiet
      lang=${say.lang}
      .value=${day}
      .label=${say('as-of-label')}
      .hint=${say('as-of-hint')}
      .trouble=${failure && messageOf(failure.error, say.lang)}
      @day=${(event: CustomEvent<string | null>) => ask(event.detail)}
    ></zhengpin-date-field>
  </details>`;
}
