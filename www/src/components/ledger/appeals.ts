import { html, nothing, type TemplateResult } from 'lit';
import type { Appeal, Entry, Simulation } from '../../engine/types.ts';
import { instantInWords } from '../../i18n/dates.ts';
import { begun } from '../../i18n/sentence.ts';
import { byId } from '../../state/memo.ts';
import { type View, within } from '../view.ts';
import { whenOpen } from '../when-open.ts';
import { type Counted, countedIn } from './columns.ts';
import { names } from './measures.ts';
import { entryName, entryNames } from './names.ts';
import { standingOf } from './standing.ts';

/** So many findings stand open; the others are folded. */
const SHOWN = 6;

/** What a successful appeal against each finding would restore. */
export function ledgerAppeals(
  view: View,
  appeals: Appeal[],
  simulation: Simulation,
): TemplateResult | typeof nothing {
  if (appeals.length === 0) return nothing;
  const { say } = view;
  const { entries } = simulation;
  const counted = countedIn(simulation);
  const row = (appeal: Appeal) => html`<div data-appeal=${appeal.finding}>
    <dt>${entryName(view, entries, appeal.finding)}</dt>
    <dd>${restores(view, appeal, entries, counted)}</dd>
  </div>`;
  const rest = appeals.slice(SHOWN);
  return html`<section class="ahead appeals">
    <h3>${say('appeals-title')}</h3>
    <dl>
      ${appeals.slice(0, SHOWN).map(row)}
    </dl>
    ${
      rest.length === 0
        ? nothing
        : html`<details class="fold">
            <summary>${say('appeals-more', { count: rest.length })}</summary>
            ${whenOpen(() => html`<dl>${rest.map(row)}</dl>`)}
          </details>`
    }
  </section>`;
}

function restores(view: View, appeal: Appeal, entries: Entry[], counted: Counted): TemplateResult {
  const { say } = view;
  const { points, strikes, reopens, measures, status } = appeal;
  const costs = (byId(entries).get(appeal.finding)?.money.length ?? 0) > 0;
  const less = [
    ...(points > 0 ? [say('appeal-points', { points })] : []),
    ...(strikes > 0 ? [say('appeal-strikes', { strikes })] : []),
    ...(reopens ? [say('appeal-reopens')] : []),
    ...(costs ? [say('appeal-money')] : []),
  ];
  const over = measures.filter(({ instead }) => instead === null).map(({ code }) => code);
  const moved = new Map<string, string[]>();
  for (const { code, instead } of measures) {
    if (instead !== null) moved.set(instead, [...(moved.get(instead) ?? []), code]);
  }
  return html`${
    less.length === 0 && measures.length === 0
      ? html`<p class="quiet">${say('appeal-nothing')}</p>`
      : html`<p>
          ${less.length === 0 ? nothing : html`${less.join(say('list-separator'))}${say('sentence-separator')}`}<span class="quiet">${say('appeal-standing', { standing: standingOf(say, status, counted) })}</span>
        </p>`
  }
  ${over.length === 0 ? nothing : html`<p class="quiet">${begun(say('appeal-over', { measures: within(view, names(view, over)) }))}</p>`}
  ${[...moved].map(
    ([until, codes]) => html`<p class="quiet">
      ${say('appeal-instead', {
        measures: within(view, names(view, codes)),
        until: instantInWords(until, say.lang),
      })}
    </p>`,
  )}
  ${appeal.entries.length === 0 ? nothing : html`<p class="quiet">${say('appeal-others', { findings: entryNames(view, entries, appeal.entries) })}</p>`}`;
}
