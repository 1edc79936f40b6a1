import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Entry, LapseEntry, Simulation, YearEndEntry } from '../../engine/types.ts';
import { sortable } from '../../i18n/dates.ts';
import type { View } from '../view.ts';
import { type Counted, countedIn, head } from './columns.ts';
import { ledgerEntry, type Rows } from './entry.ts';
import { lapseRow, yearEndRow } from './turns.ts';

type Row = { entry: Entry } | { yearEnd: YearEndEntry } | { lapse: LapseEntry };

/**
 * The ledger as a table: a row for every finding, for what lapsed, and for every turn of a
 * year. It is the record; all else shows parts of it.
 */
export function ledgerTable(view: View, simulation: Simulation, rows: Rows): TemplateResult {
  const { say } = view;
  const counted = countedIn(simulation);
  const all = inTime(simulation);
  const hidden = Math.max(0, all.length - rows.most);
  return html`<table class="ledger" part="table">
    <caption class="unseen">${say('ledger-caption')}</caption>
    ${head(view, counted, 'ledger-finding')}
    ${hidden === 0 ? nothing : earlier(view, hidden, counted, rows.more)}
    ${repeat(
      all.slice(hidden),
      ({ key }) => key,
      ({ row }) =>
        'entry' in row
          ? ledgerEntry(view, row.entry, simulation, rows)
          : 'yearEnd' in row
            ? yearEndRow(view, row.yearEnd, counted)
            : lapseRow(view, row.lapse, counted),
    )}
  </table>`;
}

/** That there are earlier rows, and the way to them. */
function earlier(
  { say }: View,
  hidden: number,
  { columns }: Counted,
  more: () => void,
): TemplateResult {
  return html`<tbody class="earlier">
    <tr>
      <td colspan=${columns}>
        <button type="button" class="link" @click=${more}>${say('ledger-earlier', { hidden })}</button>
      </td>
    </tr>
  </tbody>`;
}

/** Findings, lapses and turns of the year, as they follow each other. */
function inTime({ entries, lapses, yearEnds }: Simulation): { key: string; row: Row }[] {
  const rows: { at: string; key: string; row: Row }[] = [
    ...yearEnds.map((yearEnd) => {
      const at = `${yearEnd.year}-12-31T24:00`;
      return { at, key: `year-${yearEnd.year}`, row: { yearEnd } };
    }),
    ...lapses.map((lapse, place) => ({ at: lapse.at, key: `lapse-${place}`, row: { lapse } })),
    ...entries.map((entry) => ({ at: entry.issued, key: entry.id, row: { entry } })),
  ];
  return rows.sort((a, b) => sortable(a.at).localeCompare(sortable(b.at)));
}
