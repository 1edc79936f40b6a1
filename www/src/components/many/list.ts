import { html, nothing, type TemplateResult } from 'lit';
import type { CaseShown, CasesSeen, Sorting } from '../../reading/many/types.ts';
import { type FindSays, findRows } from '../import/find-rows.ts';
import { turningOf } from '../import/turning.ts';
import { sign } from '../marks.ts';
import type { View } from '../view.ts';
import type { ManyPart } from './many-part.ts';
import { standingName, standingSign } from './words.ts';

/** How cases are found, and in which order they can be shown. */
const FIND: FindSays<Sorting> = {
  search: 'many-search',
  sort: 'many-sort',
  sortings: [
    ['row', 'many-sort-row'],
    ['verdict', 'many-sort-verdict'],
    ['missing', 'many-sort-missing'],
  ],
};

/** So many of the facts that settle a case stand beside it; the table that is saved has all. */
const REASONS = 2;

/** What a list of cases has to know besides the cases. */
export interface ListAsked {
  issue: string;
  /** The address of the tool that shows a case, up to what a link carries. */
  tool: string | undefined;
  /** Whether a second side is asked. */
  beside: boolean;
}

/** Words to look for, and the order; and the way out of looking at one element alone. */
export function caseFilter({ say, law }: View, { wanted, want }: ManyPart): TemplateResult {
  const { missing } = wanted;
  const lift =
    missing === undefined
      ? nothing
      : html`<button type="button" class="link" data-lift @click=${() => want({ missing: undefined })}>
          ${say('many-only-missing', { element: law.say(`element/${missing}/title`) })}
        </button>`;
  return findRows(say, FIND, wanted, want, lift);
}

/** The cases of one page, and the way to the others. */
export function caseList(
  view: View,
  { rows, found }: CasesSeen,
  { wanted, want }: ManyPart,
  asked: ListAsked,
): TemplateResult {
  const { say } = view;
  const { from } = wanted;
  if (rows.length === 0) return html`<p class="quiet">${say('many-none')}</p>`;
  return html`<table class="rows cases" part="table" role="table">
      <thead>
        <tr>
          <th scope="col">${say('many-case')}</th>
          <th scope="col">${say('many-verdict')}</th>
          ${asked.beside ? html`<th scope="col">${say('many-other-verdict')}</th>` : nothing}
          <th scope="col">${say('many-lacks')}</th>
          <th scope="col">${say('many-because')}</th>
        </tr>
      </thead>
      <tbody role="rowgroup">
        ${rows.map((row) => line(view, row, asked))}
      </tbody>
    </table>
    ${turningOf(say, 'many-shown', { from, shown: rows.length, found }, (to) => want({ from: to }))}`;
}

function line(view: View, one: CaseShown, asked: ListAsked): TemplateResult {
  const { say, law } = view;
  const { row, name, standing, other, missing, unknown, because, link } = one;
  const [first = say('import-row', { row }), ...more] = name;
  const titled = (ids: string[]) =>
    ids.map((id) => law.say(`element/${id}/title`)).join(say('sentence-separator'));
  const lacks = [
    ...(missing.length > 0 ? [html`<span>${titled(missing)}</span>`] : []),
    ...(unknown.length > 0
      ? [html`<small>${say('many-unknown-are', { list: titled(unknown) })}</small>`]
      : []),
  ];
  const reasons = [
    ...because.slice(0, REASONS).map((id) => law.say(`fact/${id}/ask`)),
    ...(because.length > REASONS
      ? [say('many-because-more', { count: because.length - REASONS })]
      : []),
  ];
  return html`<tr role="row" data-row=${row} data-standing=${standing}>
    <th scope="row" role="rowheader">
      ${
        asked.tool === undefined || link === ''
          ? first
          : html`<a href=${asked.tool + link}>${first}</a>`
      }
      ${more.map((text) => html`<small>${text}</small>`)}
      ${name.length === 0 ? nothing : html`<small>${say('import-row', { row })}</small>`}
    </th>
    <td role="cell">${stands(view, asked.issue, standing, one.possible)}</td>
    ${
      asked.beside
        ? html`<td role="cell" data-label=${say('many-other-verdict')} ?data-touched=${other !== undefined && other !== standing}>
            ${other === undefined ? say('many-undecided') : stands(view, asked.issue, other, [])}
          </td>`
        : nothing
    }
    <td role="cell" data-label=${say('many-lacks')} ?data-empty=${lacks.length === 0}>${lacks}</td>
    <td role="cell" data-label=${say('many-because')} ?data-empty=${reasons.length === 0}>
      ${reasons.map((text) => html`<small>${text}</small>`)}
    </td>
  </tr>`;
}

/** How a case stands; of an open one, which verdicts are possible. */
function stands(view: View, issue: string, standing: string, possible: string[]): TemplateResult {
  const named = (id: string) => standingName(view, issue, id);
  return html`<span class="stand">
      ${sign(standingSign(view, issue, standing))}<span>${named(standing)}</span>
    </span>
    ${
      standing === 'open' && possible.length > 0
        ? html`<small>${view.say('many-possible', { list: possible.map(named).join(view.say('sentence-separator')) })}</small>`
        : nothing
    }`;
}
