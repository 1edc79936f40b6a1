import { html, nothing, type TemplateResult } from 'lit';
import type { Ending, Forecast, YearEndEntry } from '../../engine/types.ts';
import { instantInWords, sortable } from '../../i18n/dates.ts';
import { type View, within } from '../view.ts';
import { names } from './measures.ts';
import { turned } from './turns.ts';

type Line = { at: string; when: string; says: string | TemplateResult };

/** What runs out if nothing more happens, in order of time, the turns of the year among it. */
export function ledgerEndings(
  view: View,
  { ends, yearEnds }: Forecast,
): TemplateResult | typeof nothing {
  const lines = [
    ...atOneTime(ends).flatMap((group) => ending(view, group)),
    ...yearEnds.map((end) => yearEnd(view, end)),
  ].sort((a, b) => a.at.localeCompare(b.at));
  if (lines.length === 0) return nothing;
  return html`<section class="ahead endings">
    <h3>${view.say('ends-title')}</h3>
    <dl>
      ${lines.map(
        ({ when, says }) => html`<div>
          <dt>${when}</dt>
          <dd>${says}</dd>
        </div>`,
      )}
    </dl>
  </section>`;
}

function atOneTime(ends: Ending[]): Ending[][] {
  const groups = new Map<string, Ending[]>();
  for (const one of ends) {
    const key = `${one.at} ${one.what}`;
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()];
}

function ending(view: View, group: Ending[]): Line[] {
  const { say, law } = view;
  const [{ at, what } = { at: '', what: 'measure' }] = group;
  const line = (says: string) => ({ at: sortable(at), when: instantInWords(at, say.lang), says });
  if (what === 'measure') {
    const ended = names(view, [...new Set(group.map(({ id }) => id ?? ''))]);
    return [line(say('ends-measures', { measures: within(view, ended) }))];
  }
  return group.map(({ id, number }) => {
    if (what === 'window') {
      return line(say('ends-window', { window: law.say(`window/${id}/title`) }));
    }
    return what === 'strikes'
      ? line(say('ends-strikes', { number: number ?? 0 }))
      : line(say('ends-points', { number: number ?? 0, book: law.say(`book/${id}/title`) }));
  });
}

function yearEnd(view: View, end: YearEndEntry): Line {
  const { say, law } = view;
  const { pointsBefore, pointsAfter, strikesBefore, strikesAfter } = end;
  const parts = [
    pointsBefore + pointsAfter > 0
      ? html`<span class="pair">${say('status-points')} ${turned(say, pointsBefore, pointsAfter)}</span>`
      : nothing,
    strikesBefore + strikesAfter > 0
      ? html`<span class="pair">${say('status-strikes')} ${turned(say, strikesBefore, strikesAfter)}</span>`
      : nothing,
    ...end.others.map(
      (other) => html`<span class="pair">
        ${law.say(`book/${other.book}/title`)} ${turned(say, other.pointsBefore, other.pointsAfter)}
      </span>`,
    ),
  ];
  return {
    at: `${end.year}-12-31T24:00:00`,
    when: say('ledger-year-end', { year: `${end.year}` }),
    says: html`${parts}`,
  };
}
