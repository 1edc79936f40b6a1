import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import '../../i18n/words-calendar.ts';
import type { Deadline } from '../../engine/types.ts';
import { download, fileName } from '../../exchange/download.ts';
import { today } from '../../i18n/dates.ts';
import type { View } from '../view.ts';
import { entriesOf } from './calendar-entries.ts';
import { calendarFile } from './calendar-file.ts';
import { entered } from './entered.ts';

/** So many days before a deadline a calendar can warn, which of them it does unless told, when. */
const WARNINGS = { days: [1, 3, 7], usual: 3, hour: 9 };

/** What the form for a calendar file needs beside the deadlines. */
export interface Calendar {
  /** The day as of which the law was applied. */
  asOf: string;
  /** What was typed and chosen: `matter`, `days`. */
  typed: Record<string, string>;
  type: (field: string, text: string) => void;
  /** Tells the user what came of a command, by message. */
  tell: (message: string, count: number) => void;
  /** The matter that the device keeps, where it is one: what it is called, and known by. */
  matter?: { id: string; name: string } | undefined;
}

/** The way to take deadlines into a calendar; nothing, while none has a day. */
export function calendar(
  view: View,
  items: Deadline[],
  one: Calendar,
): TemplateResult | typeof nothing {
  const { say } = view;
  const count = entered(view, items).length;
  if (count === 0) return nothing;
  const { typed } = one;
  const days = WARNINGS.days.find((number) => `${number}` === typed.days) ?? WARNINGS.usual;
  const { hour } = WARNINGS;
  const matter = typed.matter ?? one.matter?.name ?? '';
  const value = (event: Event) => (event.target as HTMLInputElement | HTMLSelectElement).value;
  const save = () => {
    const entries = entriesOf(view, items, {
      name: matter,
      asOf: one.asOf,
      id: one.matter?.id,
    });
    const file = calendarFile(entries, { made: new Date(), days, hour, lang: say.lang });
    // File systems allow 255 bytes.
    const name = `${say('calendar-file')} ${[...matter].slice(0, 40).join('')}`;
    download(fileName(name, today(), 'ics'), 'text/calendar;charset=utf-8', file);
    one.tell('calendar-saved', entries.length);
  };
  return html`<section class="calendar-file" aria-labelledby="calendar-title">
    <h3 id="calendar-title">${say('calendar-title')}</h3>
    <p class="quiet">${say('calendar-lead', { count, days, hour })}</p>
    <form class="fields" autocomplete="off" @submit=${(event: Event) => event.preventDefault()}>
      <label class="field" data-field="matter">
        <span>${say('calendar-matter')}</span>
        <small class="hint" id="calendar-hint">${say('calendar-matter-hint')}</small>
        <input
          maxlength="100"
          .value=${live(matter)}
          @input=${(event: Event) => one.type('matter', value(event))}
        />
      </label>
      <label class="field" data-field="days">
        <span>${say('calendar-days')}</span>
        <select @change=${(event: Event) => one.type('days', value(event))}>
          ${WARNINGS.days.map(
            (number) =>
              html`<option value=${number} .selected=${live(number === days)}>
                ${say('calendar-before', { count: number })}
              </option>`,
          )}
        </select>
      </label>
    </form>
    <div class="commands">
      <button type="button" @click=${save}>${say('calendar-save')}</button>
    </div>
    <p class="quiet">${say('calendar-where')}</p>
  </section>`;
}
