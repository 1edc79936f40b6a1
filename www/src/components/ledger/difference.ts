import { html, nothing, type TemplateResult } from 'lit';
import type { Differing, Entry, Simulation, StrikeReason, WhatIf } from '../../engine/types.ts';
import { type View, within } from '../view.ts';
import { type Counted, countedIn, head } from './columns.ts';
import { names } from './measures.ts';
import { entryName } from './names.ts';
import { standingOf } from './standing.ts';
import { turned } from './turns.ts';

interface Handlers {
  back: () => void;
  accept: () => void;
}

/** What distinguishes the ledger from the one that was kept, finding by finding. */
export function ledgerDifference(
  view: View,
  difference: { was: Simulation; is: WhatIf } | undefined,
  { back, accept }: Handlers,
): TemplateResult {
  const { say } = view;
  return html`<section class="part difference" aria-labelledby="difference-title">
    <h3 id="difference-title">${say('difference-title')}</h3>
    ${
      difference
        ? html`<p class="turn-of">
              <span>${standingOf(say, difference.was.status, countedIn(difference.was))}</span> →
              <strong>${standingOf(say, difference.is.status, countedIn(difference.was))}</strong>
            </p>
            ${table(view, difference.was, difference.is)}`
        : html`<p class="quiet">${say('difference-none')}</p>`
    }
    <p class="row-commands">
      <button type="button" class="link" @click=${back}>${say('difference-back')}</button>
      ${
        difference
          ? html`<button type="button" class="link" @click=${accept}>${say('difference-accept')}</button>`
          : nothing
      }
    </p>
  </section>`;
}

function table(view: View, was: Simulation, is: WhatIf): TemplateResult | typeof nothing {
  const { say } = view;
  if (is.entries.length === 0) return nothing;
  const counted = countedIn({
    ...was,
    audit: null,
    entries: is.entries.flatMap((one) => one.is ?? one.was ?? []),
  });
  return html`<table class="ledger">
    <caption class="unseen">${say('difference-caption')}</caption>
    ${head(view, counted, 'ledger-finding')}
    ${is.entries.map((one) => row(view, one, was.entries, counted))}
  </table>`;
}

function row(
  view: View,
  { id, was, is }: Differing,
  entries: Entry[],
  counted: Counted,
): TemplateResult {
  const { say } = view;
  const entry = is ?? was;
  const name = entryName(view, is ? [is] : entries, id);
  const cell = (of: (entry: Entry) => number) => {
    const [before, after] = [was && of(was), is && of(is)];
    if (before !== null && after !== null) return turned(say, before, after);
    return after === null
      ? html`<s>${before}</s> <span aria-hidden="true">–</span>`
      : html`${after}`;
  };
  const told = remarks(view, was, is);
  return html`<tbody data-differs=${id}>
    <tr>
      <th scope="row">
        ${name}
        ${was === null ? html`<small>${say('difference-new')}</small>` : is === null ? html`<small>${say('difference-gone')}</small>` : nothing}
      </th>
      ${
        counted.points
          ? html`<td class="figure">${cell(({ points }) => points)}</td>
              <td class="figure">${cell(({ ledger }) => ledger)}</td>`
          : nothing
      }
      ${counted.strikes ? html`<td class="figure">${cell(({ strikes }) => strikes)}</td>` : nothing}
    </tr>
    ${
      entry && told.length > 0
        ? html`<tr class="explained">
            <td colspan=${counted.columns}><p class="why">${told.join(say('sentence-separator'))}</p></td>
          </tr>`
        : nothing
    }
  </tbody>`;
}

/** Why a finding that counted does not count any more. */
const UNCOUNTED: Partial<Record<StrikeReason, string>> = {
  reversed: 'why-strike-reversed',
  not_counted: 'why-strike-not-counted',
};

/** What else differs: the tier, whether it counts, the measures, closure. */
function remarks(view: View, was: Entry | null, is: Entry | null): string[] {
  const { say, law } = view;
  const title = (entry: Entry) => law.say(`tier/${entry.tier}/title`);
  const begun = (entry: Entry | null) =>
    new Map(entry?.measures.map((one) => [`${one.code} ${one.from} ${one.until}`, one.code]));
  const [before, after] = [begun(was), begun(is)];
  const only = (some: Map<string, string>, others: Map<string, string>) =>
    within(
      view,
      names(
        view,
        [...some].filter(([key]) => !others.has(key)).map(([, code]) => code),
      ),
    );
  const [gone, come] = [only(before, after), only(after, before)];
  return [
    ...(was && is && was.tier !== is.tier
      ? [say('difference-tier', { from: title(was), to: title(is) })]
      : []),
    ...(is && was?.reason !== is.reason && UNCOUNTED[is.reason]
      ? [say(UNCOUNTED[is.reason] ?? '')]
      : []),
    ...(was?.closes && !is?.closes ? [say('difference-open')] : []),
    ...(is?.closes && !was?.closes ? [say('difference-closes')] : []),
    ...(gone ? [say('difference-without', { measures: gone })] : []),
    ...(come ? [say('difference-with', { measures: come })] : []),
  ];
}
