import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Citation, Entry, MeasureEntry, Simulation, YearEndEntry } from '../engine/types.ts';
import { dayInWords, instantInDigits } from '../i18n/dates.ts';
import type { Finding } from '../state/findings.ts';
import { note } from './citation.ts';
import { seal } from './verdict.ts';
import { joined, type View } from './view.ts';
import { why } from './why.ts';

interface Rows {
  findings: Finding[];
  simulation: Simulation;
  edit: (id: string) => void;
  remove: (id: string) => void;
}

/** The ledger as a table: a row for every finding, and one for every turn of a year. */
export function ledgerTable(view: View, rows: Rows): TemplateResult {
  const { say } = view;
  return html`<table class="ledger">
    <caption class="unseen">${say('ledger-caption')}</caption>
    <thead>
      <tr>
        <th scope="col">${say('ledger-finding')}</th>
        <th scope="col" class="figure">${say('ledger-points')}</th>
        <th scope="col" class="figure">${say('ledger-total')}</th>
        <th scope="col" class="figure">${say('ledger-strikes')}</th>
      </tr>
    </thead>
    ${repeat(
      inTime(rows.simulation),
      (row) => ('year' in row ? `year-${row.year}` : row.id),
      (row) => ('year' in row ? yearEnd(view, row) : finding(view, row, rows)),
    )}
  </table>`;
}

/** Findings and turns of the year, as they follow each other. */
function inTime({ entries, yearEnds }: Simulation): (Entry | YearEndEntry)[] {
  const year = (entry: Entry) => Number(entry.issued.slice(0, 4));
  const last = yearEnds.at(-1)?.year ?? Number.NEGATIVE_INFINITY;
  return [
    ...yearEnds.flatMap((end, place) => {
      const before = yearEnds[place - 1]?.year ?? Number.NEGATIVE_INFINITY;
      return [...entries.filter((one) => year(one) > before && year(one) <= end.year), end];
    }),
    ...entries.filter((one) => year(one) > last),
  ];
}

function finding(view: View, entry: Entry, { findings, edit, remove }: Rows): TemplateResult {
  const { say, law } = view;
  const entered = findings.find(({ id }) => id === entry.id);
  if (!entered) return html``;
  const when = instantInDigits(entry.issued);
  return html`<tbody data-finding=${entry.id} data-closes=${entry.closes ? '' : nothing}>
    <tr>
      <th scope="row">
        <time>${entered.time === undefined ? entered.day : when}</time>
        <span class="tier-name">${law.say(`tier/${entered.tier}/title`)}</span>
      </th>
      <td class="figure">
        ${entry.points}${entry.lost > 0 ? html`<small>${say('ledger-lost', { lost: entry.lost })}</small>` : nothing}
      </td>
      <td class="figure">${entry.ledger}</td>
      <td class="figure"><span class="strikes"
          >${entry.strikes}${
            entry.strike
              ? html`<span class="plus" role="img" aria-label=${say('ledger-strike')}></span>`
              : nothing
          }</span
        ></td>
    </tr>
    <tr class="explained">
      <td colspan="4">
        <p class="why">${why(view, entered, entry).join(say('sentence-separator'))}</p>
        ${entry.closes ? html`<p class="closing">${seal(say('ledger-closes'))}</p>` : nothing}
        ${measures(view, entry.measures)}
        <div class="row-commands">
          <details class="fold">
            <summary>${say('ledger-sources')}</summary>
            <p class="remark">${say('ledger-version', { day: dayInWords(entry.version, say.lang) })}</p>
            ${readings(view, entry)} ${cited(view, entry.citations)}
          </details>
          <button type="button" class="link" @click=${() => edit(entry.id)}>
            ${say('ledger-edit')}<span class="unseen"> ${when}</span>
          </button>
          <button type="button" class="link" @click=${() => remove(entry.id)}>
            ${say('ledger-remove')}<span class="unseen"> ${when}</span>
          </button>
        </div>
      </td>
    </tr>
  </tbody>`;
}

function cited(view: View, citations: Citation[]): TemplateResult {
  return html`<div class="notes">${citations.map((citation) => note(view, citation))}</div>`;
}

function readings(view: View, { tier, window }: Entry): TemplateResult[] {
  return [
    view.law.maybe(`tier/${tier}/reading`),
    window && view.law.maybe(`window/${window.id}/reading`),
  ]
    .filter((text) => text)
    .map((text) => html`<p class="remark">${text}</p>`);
}

/** Measures that run for the same time stand together. */
function measures(view: View, all: MeasureEntry[]): TemplateResult | typeof nothing {
  if (all.length === 0) return nothing;
  const spans = new Map<string, MeasureEntry[]>();
  for (const measure of all) {
    const span = `${measure.from} ${measure.until}`;
    spans.set(span, [...(spans.get(span) ?? []), measure]);
  }
  return html`<ul class="measures">
    ${[...spans.values()].map((together) => {
      const [first] = together;
      const names = together.map(({ code }) => view.law.say(`measure/${code}/title`));
      const from = instantInDigits(first?.from ?? '');
      return html`<li>
        <span class="span">
          ${
            first?.until
              ? view.say('measure-span', { from, until: instantInDigits(first.until) })
              : view.say('measure-final', { from })
          }
        </span>
        ${joined(view, names)}
      </li>`;
    })}
  </ul>`;
}

function yearEnd(view: View, row: YearEndEntry): TemplateResult {
  const { say } = view;
  const turn = (before: number, after: number) =>
    before === after ? `${after}` : html`<s>${before}</s> ${after}`;
  return html`<tbody class="year-end">
    <tr>
      <th scope="row">${say('ledger-year-end', { year: `${row.year}` })}</th>
      <td></td>
      <td class="figure">${turn(row.pointsBefore, row.pointsAfter)}</td>
      <td class="figure">${turn(row.strikesBefore, row.strikesAfter)}</td>
    </tr>
    <tr class="explained">
      <td colspan="4">
        <details class="fold">
          <summary>${say('ledger-sources')}</summary>
          ${cited(view, row.citations)}
        </details>
      </td>
    </tr>
  </tbody>`;
}
