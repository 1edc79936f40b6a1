import { html, nothing, type TemplateResult } from 'lit';
import { dayInWords } from '../../i18n/dates.ts';
import {
  type Checked,
  type SellersSeen,
  type Sorting,
  STATUSES,
  type Status,
} from '../../reading/sellers/types.ts';
import { verifiedAfter } from '../../reading/sellers/verified-after.ts';
import { type FindSays, findRows } from '../import/find-rows.ts';
import { turningOf } from '../import/turning.ts';
import { sign } from '../marks.ts';
import type { View } from '../view.ts';
import type { Wanted } from './sellers-part.ts';
import { SHAPES, STANDS } from './words.ts';

/** How sellers are found, and in which order they can be shown. */
const FIND: FindSays<Sorting> = {
  search: 'sellers-search',
  sort: 'sellers-sort',
  sortings: [
    ['due', 'sellers-sort-due'],
    ['name', 'sellers-sort-name'],
    ['row', 'sellers-sort-row'],
  ],
};

/** What is looked for: how sellers stand, a name, the order. */
export function sellerFilter(
  { say }: View,
  { counts, all }: SellersSeen,
  wanted: Wanted,
  want: (wanted: Partial<Wanted>) => void,
): TemplateResult {
  const button = (status: Status | undefined, words: string, count: number) => html`<li>
    <button
      type="button"
      data-status=${status ?? 'all'}
      aria-pressed=${wanted.status === status}
      @click=${() => want({ ...wanted, status: status as Status, from: 0 })}
    >
      ${status === undefined ? nothing : sign(SHAPES[status])}<span>${words}</span> <b>${count}</b>
    </button>
  </li>`;
  return html`<div class="rows-filter">
    <ul class="stands" aria-label=${say('sellers-filter')}>
      ${button(undefined, say('sellers-all'), all)}
      ${STATUSES.filter((status) => counts[status] > 0 || status === wanted.status).map((status) =>
        button(status, say(STANDS[status]), counts[status]),
      )}
    </ul>
    ${findRows(say, FIND, wanted, want)}
  </div>`;
}

/** The sellers of one page, and the way to the others. */
export function sellerTable(
  view: View,
  { rows, found }: SellersSeen,
  { from }: Wanted,
  asOf: string,
  turn: (from: number) => void,
): TemplateResult {
  const { say } = view;
  if (rows.length === 0) return html`<p class="quiet">${say('sellers-none')}</p>`;
  return html`<table class="rows sellers" part="table" role="table">
      <thead>
        <tr>
          <th scope="col">${say('sellers-seller')}</th>
          <th scope="col">${say('sellers-standing')}</th>
          <th scope="col">${say('sellers-due')}</th>
          <th scope="col">${say('sellers-last')}</th>
        </tr>
      </thead>
      <tbody role="rowgroup">
        ${rows.map((row) => line(view, row, asOf))}
      </tbody>
    </table>
    ${turningOf(say, 'sellers-shown', { from, shown: rows.length, found }, turn)}`;
}

function line(view: View, seller: Checked, asOf: string): TemplateResult {
  const { say } = view;
  const { name, number, status, due, verified, admitted, sinceAdmission } = seller;
  const last = sinceAdmission ? admitted : verified;
  const day = (iso: string) => html`<time datetime=${iso}>${dayInWords(iso, say.lang)}</time>`;
  return html`<tr role="row" data-status=${status} data-row=${seller.row}>
    <th scope="row" role="rowheader">${name || number}${name && number ? html` <small>${number}</small>` : nothing}</th>
    <td role="cell">
      <span class="stand">${sign(SHAPES[status])}<span>${say(STANDS[status])}</span></span>
      ${details(view, seller, asOf).map((text) => html`<small>${text}</small>`)}
    </td>
    <td role="cell" data-label=${say('sellers-due')}>${due === undefined ? '–' : day(due)}</td>
    <td role="cell" data-label=${say('sellers-last')}>
      ${last === undefined ? '–' : day(last)}${sinceAdmission ? html` <small>${say('sellers-since-admission')}</small>` : nothing}
    </td>
  </tr>`;
}

/** How late a seller is, or how many days are left; when it was deregistered. */
function details({ say }: View, seller: Checked, asOf: string): string[] {
  const { deregistered, due, over, status } = seller;
  if (status === 'deregistered') {
    const gone =
      deregistered === true || deregistered === undefined
        ? say('sellers-gone')
        : say('sellers-gone-on', { day: dayInWords(deregistered, say.lang) });
    return [
      gone,
      ...(over ? [say('sellers-gone-late')] : []),
      ...(verifiedAfter(seller) ? [say('sellers-verified-after')] : []),
    ];
  }
  if (due === undefined) return [];
  const days = Math.round((Date.parse(due) - Date.parse(asOf)) / 86_400_000);
  if (status === 'overdue') return [say('sellers-late', { days: -days })];
  if (status === 'open') return [];
  return [days === 0 ? say('sellers-today') : say('sellers-left', { days })];
}
