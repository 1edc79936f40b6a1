import { html, nothing, type TemplateResult } from 'lit';
import type { Simulation } from '../../engine/types.ts';
import { once } from '../../state/memo.ts';
import type { View } from '../view.ts';

/** What a ledger counts, and how many columns its table has. */
export interface Counted {
  points: boolean;
  strikes: boolean;
  /** Whether it is told what the platform booked. */
  taken: boolean;
  columns: number;
}

/** Whether points and strikes are counted at all: there is a limit, or there are some. */
export const countedIn = once((simulation: Simulation): Counted => {
  const { entries, forecast, status, yearEnds } = simulation;
  const taken = simulation.audit !== null;
  const points =
    (forecast?.pointsLimit ?? null) !== null ||
    status.books.some((book) => book.points > 0) ||
    entries.some((entry) => entry.points + entry.lost + entry.ledger > 0);
  const strikes =
    (forecast?.strikesLimit ?? null) !== null ||
    entries.some((entry) => entry.strikes > 0) ||
    yearEnds.some((end) => end.strikesBefore > 0);
  const columns = 1 + (points ? 2 : 0) + (strikes ? 1 : 0) + (taken ? 1 : 0);
  return { points, strikes, taken, columns };
});

/** The head of a table of findings. */
export function head(
  { say }: View,
  { points, strikes, taken }: Counted,
  first: string,
): TemplateResult {
  const column = (name: string) => html`<th scope="col" class="figure">${say(name)}</th>`;
  return html`<thead>
    <tr>
      <th scope="col">${say(first)}</th>
      ${taken ? column('ledger-taken') : nothing}
      ${points ? html`${column('ledger-points')}${column('ledger-total')}` : nothing}
      ${strikes ? column('ledger-strikes') : nothing}
    </tr>
  </thead>`;
}

/** Strikes so far, with a mark where one was added. */
export function strikesCell({ say }: View, strikes: number, strike: boolean): TemplateResult {
  return html`<td class="figure"><span class="strikes"
      >${strikes}${
        strike
          ? html`<span class="plus" role="img" aria-label=${say('ledger-strike')}></span>`
          : nothing
      }</span
    ></td>`;
}
