import { html, nothing, type TemplateResult } from 'lit';
import type { MeasureEntry, NextFinding, Simulation } from '../../engine/types.ts';
import { dayInWords } from '../../i18n/dates.ts';
import { sign } from '../marks.ts';
import type { View } from '../view.ts';
import { countedIn, head, strikesCell } from './columns.ts';
import { measureList } from './measures.ts';

/** What one further finding of each tier would do. */
export function ledgerNext(view: View, simulation: Simulation): TemplateResult | typeof nothing {
  const next = simulation.forecast?.next ?? [];
  if (next.length === 0) return nothing;
  const { say, law } = view;
  // Nobody has booked what may come.
  const counted = countedIn({ ...simulation, audit: null });
  return html`<section class="ahead next-finding">
    <h3>${say('next-title')}</h3>
    <table class="ledger">
      <caption class="unseen">${say('next-caption')}</caption>
      ${head(view, counted, 'finding-tier')}
      ${next.map(
        (one) => html`<tbody data-next=${one.tier} data-closes=${one.closes ? '' : nothing}>
          <tr>
            <th scope="row"><span class="tier-name">${law.say(`tier/${one.tier}/title`)}</span></th>
            ${
              counted.points
                ? html`<td class="figure">
                      ${one.points}${one.lost > 0 ? html`<small>${say('ledger-lost', { lost: one.lost })}</small>` : nothing}
                    </td>
                    <td class="figure">${one.ledger}</td>`
                : nothing
            }
            ${counted.strikes ? strikesCell(view, one.strikes, one.strike) : nothing}
          </tr>
          ${
            one.closes || one.measures.length > 0
              ? html`<tr class="explained">
                  <td colspan=${counted.columns}><div class="follows">${follows(view, one)}</div></td>
                </tr>`
              : nothing
          }
        </tbody>`,
      )}
    </table>
  </section>`;
}

/** That the finding would close the account, and the measures that would begin. */
function follows(view: View, { closes, measures }: NextFinding): TemplateResult {
  return html`${closes ? html`<p class="closes">${sign('severe')} ${view.say('next-closes')}</p>` : nothing}
  ${
    measures.length === 0
      ? nothing
      : html`<details class="fold">
          <summary>${inShort(view, measures)}</summary>
          ${measureList(view, measures)}
        </details>`
  }`;
}

function inShort({ say }: View, measures: MeasureEntry[]): string {
  const ends = measures.flatMap(({ until }) => until ?? []).sort();
  const count = measures.length;
  const last = ends.at(-1);
  return last === undefined
    ? say('next-measures', { count })
    : say('next-measures-until', { count, until: dayInWords(last, say.lang) });
}
