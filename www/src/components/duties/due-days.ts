import { html, nothing, type TemplateResult } from 'lit';
import type { DueDay, DutyAnswer } from '../../engine/types.ts';
import { dayInWords } from '../../i18n/dates.ts';
import type { View } from '../view.ts';
import { inShort } from './duty-words.ts';

const WEEKDAYS = {
  zh: new Intl.DateTimeFormat('zh-CN', { weekday: 'long', timeZone: 'UTC' }),
  en: new Intl.DateTimeFormat('en-GB', { weekday: 'long', timeZone: 'UTC' }),
};

/** A day with the duty that is due on it. */
export interface Dated {
  duty: DutyAnswer;
  due: DueDay;
}

/** All days on which something is due, oldest first. */
export function datedOf(duties: DutyAnswer[]): Dated[] {
  const all = duties.flatMap((duty) => duty.days.map((due) => ({ duty, due })));
  return all.sort((one, other) => one.due.day.localeCompare(other.due.day));
}

/** How a day stands: spent or to come, and whether anything is due for certain. */
export function dayState({ say }: View, { due }: Dated): string {
  const state = say(due.spent ? 'duties-spent' : 'duties-to-come');
  return due.doubtful ? say('duties-doubtful', { state }) : state;
}

/** The days as a calendar: each with its day of the week, who, what, and how it stands. */
export function dueDays(
  view: View,
  days: Dated[],
  duties: DutyAnswer[],
): TemplateResult | typeof nothing {
  const { say } = view;
  const dayless = duties.filter((duty) => duty.every !== null && duty.days.length === 0);
  if (days.length === 0) return nothing;
  const years = [...new Set(days.map(({ due }) => due.day.slice(0, 4)))].join('–');
  return html`<section class="part due-days" aria-labelledby="due-days">
    <h3 id="due-days">${say('duties-calendar', { years })}</h3>
    ${
      dayless.length === 0
        ? nothing
        : html`<p class="quiet">
            ${say('duties-dayless', { list: dayless.map((duty) => inShort(view, duty)).join(say('duties-and')) })}
          </p>`
    }
    <table>
      <thead>
        <tr>
          <th scope="col">${say('duties-day')}</th>
          <th scope="col">${say('duties-what')}</th>
          <th scope="col">${say('duties-state')}</th>
        </tr>
      </thead>
      <tbody>
        ${days.map(
          (one) => html`<tr ?data-spent=${one.due.spent}>
            <th scope="row">
              ${dayInWords(one.due.day, say.lang)}
              <small>${WEEKDAYS[say.lang].format(new Date(`${one.due.day}T00:00:00Z`))}</small>
            </th>
            <td>${inShort(view, one.duty)}</td>
            <td>${dayState(view, one)}</td>
          </tr>`,
        )}
      </tbody>
    </table>
  </section>`;
}
