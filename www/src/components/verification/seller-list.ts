import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { dayInWords } from '../../i18n/dates.ts';
import type { SellersSeen } from '../../reading/sellers/types.ts';
import { progressLine } from '../import/progress.ts';
import { importSource } from '../import/source.ts';
import { unreadRows } from '../import/unread-rows.ts';
import { sourceList } from '../sources.ts';
import type { View } from '../view.ts';
import { MOST_DAYS, WARNING } from './entries.ts';
import { sellerFilter, sellerTable } from './list.ts';
import { sellerColumns } from './mapping.ts';
import type { SellersPart } from './sellers-part.ts';

/** So many days ahead a seller can count as nearly due. */
const CHOICES = [7, 14, 30, 60, 90];

/** What heads the rows that cannot be read. */
const UNREAD = { title: 'sellers-refused', more: 'sellers-refused-more' };

/** What is asked of the list. */
export interface Asked {
  asOf: string;
  within: number;
  setWithin: (days: number) => void;
}

/** The way in for a list of sellers, and what is told of it. */
export function sellerList(view: View, part: SellersPart, asked: Asked): TemplateResult {
  const { say } = view;
  const { seen, progress, trouble } = part;
  const choices = [...new Set([...CHOICES, asked.within])].sort((a, b) => a - b);
  return html`<section class="rows-part seller-list">
    <p class="within">
      <label>
        <span>${say('sellers-within')}</span>
        <select
          name="within"
          @change=${(event: Event) => asked.setWithin(Number((event.target as HTMLSelectElement).value))}
        >
          ${choices.map(
            (days) => html`<option value=${days} .selected=${live(days === asked.within)}>
              ${say('sellers-days', { count: days })}
            </option>`,
          )}
        </select>
      </label>
    </p>
    ${
      seen || progress
        ? nothing
        : html`${importSource(say, say('sellers-lead'), part.readFile, part.readText)}
            <p class="try">
              <button type="button" class="link" data-example @click=${part.showExample}>${say('sellers-example')}</button>
            </p>`
    }
    <p class="wrong" role="alert">${trouble}</p>
    ${progressLine(say, progress, part.stop)} ${seen ? result(view, part, seen, asked) : nothing}
  </section>`;
}

function result(view: View, part: SellersPart, seen: SellersSeen, asked: Asked): TemplateResult {
  const { say } = view;
  return html`${part.example ? html`<p class="quiet">${say('sellers-example-note')}</p>` : nothing}
    ${sellerColumns(view, seen, part.asked, part.answers, part.say)}
    ${seen.blocked ? html`<p class="waits">${say('sellers-blocked')}</p>` : told(view, part, seen, asked)}
    <p class="commands">
      <button type="button" @click=${part.leave}>${say('sellers-other')}</button>
    </p>`;
}

/** How the sellers stand, and the ways out. */
function told(view: View, part: SellersPart, seen: SellersSeen, { asOf, within }: Asked) {
  const { say } = view;
  const { counts, all, refusedCount: refused, rule } = seen;
  const { overdue, due, deregistered, never } = counts;
  const day = dayInWords(asOf, say.lang);
  return html`<h2>${say('sellers-result')}</h2>
    <p class="sum">
      ${say('sellers-sum', { all, day, overdue, due, within, deregistered, never, refused })}
    </p>
    ${seen.lapsed === 0 ? nothing : html`<p class="lapsed">${say('sellers-lapsed', { count: seen.lapsed })}</p>`}
    ${seen.again === 0 ? nothing : html`<p class="quiet">${say('sellers-again', { count: seen.again })}</p>`}
    ${sellerFilter(view, seen, part.wanted, part.want)}
    ${sellerTable(view, seen, part.wanted, asOf, (from) => part.want({ ...part.wanted, from }))}
    ${unreadRows(say, seen.refused, refused, UNREAD, part.saveRefused)}
    <div class="commands">
      <button type="button" class="table" @click=${part.saveTable}>${say('sellers-table')}</button>
      <button type="button" class="ics" @click=${part.saveCalendar}>${say('sellers-calendar')}</button>
      <p class="notice" role="status">${part.told}</p>
    </div>
    <p class="quiet">${say('sellers-calendar-note', { count: MOST_DAYS, days: WARNING.days })}${say('gap')}${say('sellers-print')}</p>
    ${
      rule === undefined
        ? nothing
        : html`<section class="part">
            <h3>${say('sellers-rule')}</h3>
            <p>${view.law.say(`deadline/${rule.id}/says`)}</p>
            <p class="quiet">${view.law.maybe(`deadline/${rule.id}/reading`) ?? ''}</p>
            ${sourceList(view, rule.citations)}
          </section>`
    }`;
}
