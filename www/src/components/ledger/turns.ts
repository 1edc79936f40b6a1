import { html, nothing, type TemplateResult } from 'lit';
import type { LapseEntry, YearEndEntry } from '../../engine/types.ts';
import { instantInDigits } from '../../i18n/dates.ts';
import type { Words } from '../../i18n/words.ts';
import type { View } from '../view.ts';
import { whenOpen } from '../when-open.ts';
import type { Counted } from './columns.ts';
import { cited } from './sources.ts';

/** A number that changed: the old one struck out, and in words which is which. */
export function turned(say: Words, before: number, after: number): TemplateResult {
  return before === after
    ? html`${after}`
    : html`<span class="unseen">${say('turned-from')} </span><s>${before}</s>
        <span class="unseen">${say('turned-to')} </span>${after}`;
}

/** The turn of a year, as a row of the ledger. */
export function yearEndRow(view: View, row: YearEndEntry, counted: Counted): TemplateResult {
  const { say, law } = view;
  return html`<tbody class="year-end">
    <tr>
      <th scope="row">${say('ledger-year-end', { year: `${row.year}` })}</th>
      ${counted.taken ? html`<td></td>` : nothing}
      ${
        counted.points
          ? html`<td></td>
              <td class="figure">${turned(say, row.pointsBefore, row.pointsAfter)}</td>`
          : nothing
      }
      ${
        counted.strikes
          ? html`<td class="figure">${turned(say, row.strikesBefore, row.strikesAfter)}</td>`
          : nothing
      }
    </tr>
    <tr class="explained">
      <td colspan=${counted.columns}>
        ${row.others.map(
          ({ book, pointsBefore, pointsAfter }) => html`<p class="why">
            ${law.say(`book/${book}/title`)} ${turned(say, pointsBefore, pointsAfter)}
          </p>`,
        )}
        ${
          row.citations.length === 0
            ? nothing
            : html`<details class="fold">
                <summary>
                  ${say('ledger-sources')}<span class="unseen"> ${say('ledger-year-end', { year: `${row.year}` })}</span>
                </summary>
                ${whenOpen(() => cited(view, row.citations))}
              </details>`
        }
      </td>
    </tr>
  </tbody>`;
}

/** Points or strikes that lapsed, as a row of the ledger. */
export function lapseRow(view: View, lapse: LapseEntry, counted: Counted): TemplateResult {
  const { at, book, points, strikes } = lapse;
  const { say, law } = view;
  const [main] = view.description.ledger?.books ?? [];
  return html`<tbody class="year-end">
    <tr>
      <th scope="row">
        <time>${instantInDigits(at)}</time>${say(book === null ? 'ledger-strikes-lapse' : 'ledger-points-lapse')}
        ${book !== null && book !== main ? html`<span class="book">${law.say(`book/${book}/title`)}</span>` : nothing}
      </th>
      ${counted.taken ? html`<td></td>` : nothing}
      ${
        counted.points
          ? html`<td class="figure">${points > 0 ? `−${points}` : nothing}</td>
              <td></td>`
          : nothing
      }
      ${counted.strikes ? html`<td class="figure">${strikes > 0 ? `−${strikes}` : nothing}</td>` : nothing}
    </tr>
  </tbody>`;
}
