import { html, type TemplateResult } from 'lit';
import { dayInWords } from '../../i18n/dates.ts';
import type { View } from '../view.ts';

/** The day as of which the law is applied, in words, and the way to another one, with what is wrong with the one that was asked for. */
export function asOfLine(
  view: View,
  day: string,
  version: string | undefined,
  trouble: string | undefined,
  ask: (day: string | null) => void,
): TemplateResult {
  const { say } = view;
  return html`<details class="as-of" part="day" ?open=${trouble !== undefined}>
    <summary>
      <span>${say('as-of', { day: dayInWords(day, say.lang) })}</span><span>${
        version ? say('as-of-version', { day: dayInWords(version, say.lang) }) : ''
      }</span>
      <span class="link">${say('as-of-change')}</span>
    </summary>
    <zhengpin-date-field
      quiet
      lang=${say.lang}
      .value=${day}
      .label=${say('as-of-label')}
      .hint=${say('as-of-hint')}
      .trouble=${trouble}
      @day=${(event: CustomEvent<string | null>) => ask(event.detail)}
    ></zhengpin-date-field>
  </details>`;
}
