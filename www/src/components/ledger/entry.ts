import { html, nothing, type TemplateResult } from 'lit';
import type { Entry, Simulation, TierDescription } from '../../engine/types.ts';
import { instantInDigits } from '../../i18n/dates.ts';
import type { Finding } from '../../state/findings.ts';
import { byId } from '../../state/memo.ts';
import type { View } from '../view.ts';
import { countedIn, strikesCell } from './columns.ts';
import { outcome } from './outcome.ts';
import { entrySources } from './sources.ts';

/** What the rows of the ledger need besides the answer. */
export interface Rows {
  findings: Finding[];
  /** The tiers as they stood in a version of the rulebook. */
  tiersOf: (version: string) => TierDescription[];
  edit: (id: string) => void;
  remove: (id: string) => void;
  /** Today, by the visitor's calendar. */
  today: string;
  /** How many rows are drawn, the latest ones, and the way to draw more. */
  most: number;
  more: () => void;
  /** How it is told what the platform booked; nothing, until that is loaded. */
  audit: Pick<typeof import('../../lazy/audit.ts'), 'auditRemarks' | 'takenCell'> | undefined;
  /** The page of appeals, where there is one for this platform, and what hands a finding over. */
  appeal: { page: string; handOver: (id: string) => void } | undefined;
  /** What can be supposed about a finding. */
  suppose: (finding: Finding) => TemplateResult;
}

/** A finding as a row of the ledger, with what it led to and why below. */
export function ledgerEntry(
  view: View,
  entry: Entry,
  simulation: Simulation,
  { findings, tiersOf, today, edit, remove, audit, appeal, suppose }: Rows,
): TemplateResult {
  const { say, law } = view;
  const entered = byId(findings).get(entry.id);
  if (!entered) return html``;
  const when = instantInDigits(entry.issued);
  const [main] = view.description.ledger?.books ?? [];
  const tiers = tiersOf(entry.version);
  const counted = countedIn(simulation);
  const credit = tiers.find(({ id }) => id === entry.tier)?.credit && entry.points > 0;
  return html`<tbody data-finding=${entry.id} data-closes=${entry.closes ? '' : nothing}>
    <tr>
      <th scope="row">
        <time>${entered.time === undefined ? entered.day : when}</time>
        <span class="tier-name">${law.say(`tier/${entered.tier}/title`)}</span>
        ${outOfTime(view, entry, simulation, today)}
        ${entry.book === main ? nothing : html`<span class="book">${law.say(`book/${entry.book}/title`)}</span>`}
      </th>
      ${counted.taken ? (audit?.takenCell(view, entry) ?? html`<td></td>`) : nothing}
      ${
        counted.points
          ? html`<td class="figure">
                ${credit ? '−' : ''}${entry.points}${entry.lost > 0 ? html`<small>${say('ledger-lost', { lost: entry.lost })}</small>` : nothing}
              </td>
              <td class="figure">${entry.ledger}</td>`
          : nothing
      }
      ${counted.strikes ? strikesCell(view, entry.strikes, entry.strike) : nothing}
    </tr>
    <tr class="explained">
      <td colspan=${counted.columns}>
        ${outcome(view, entered, entry, simulation, tiers, audit?.auditRemarks(view, entry))}
        <div class="row-commands">
          ${entrySources(view, entry)}
          <button type="button" class="link" @click=${() => edit(entry.id)}>
            ${say('ledger-edit')}<span class="unseen"> ${when}</span>
          </button>
          <button type="button" class="link" @click=${() => remove(entry.id)}>
            ${say('ledger-remove')}<span class="unseen"> ${when}</span>
          </button>
          ${
            appeal && !entered.reversed && !credit
              ? html`<a href=${appeal.page} data-to-appeal @click=${() => appeal.handOver(entry.id)}
                  >${say('ledger-appeal')}<span class="unseen"> ${when}</span></a
                >`
              : nothing
          }
          ${suppose(entered)}
        </div>
      </td>
    </tr>
  </tbody>`;
}

/** That the day of a finding has not come, or that the account was closed by then. */
function outOfTime(
  { say }: View,
  { issued }: Entry,
  { status: { closedAt } }: Simulation,
  today: string,
): TemplateResult | typeof nothing {
  const said = [
    ...(issued.slice(0, 10) > today ? [say('entry-ahead')] : []),
    ...(closedAt !== null && issued.slice(0, 16) > closedAt.slice(0, 16)
      ? [say('entry-after-closure')]
      : []),
  ];
  return said.length === 0
    ? nothing
    : html`<small class="out-of-time">${said.join(say('clause-separator'))}</small>`;
}
