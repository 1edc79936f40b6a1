import { html, nothing, type TemplateResult } from 'lit';
import type { Forecast, Further, Status, Way } from '../../engine/types.ts';
import { dayInWords } from '../../i18n/dates.ts';
import { sign } from '../marks.ts';
import type { View } from '../view.ts';
import { furtherNames } from './names.ts';

/** How many combinations stand open; the others are folded. */
const SHOWN = 3;

const closes = ({ rule }: Way) => rule.startsWith('closure/');

/**
 * The smallest combinations of further findings that lead to closure and to each node. Those
 * of books in which nothing stands yet are folded.
 */
export function ledgerWays(
  view: View,
  { ways, at }: Forecast,
  { books }: Status,
): TemplateResult | typeof nothing {
  if (ways.length === 0) return nothing;
  const { say } = view;
  const tiers = view.description.ledger?.tiers ?? [];
  const empty = new Set(books.slice(1).flatMap(({ book, points }) => (points > 0 ? [] : book)));
  const isAside = ({ findings }: Way) =>
    findings.length > 0 &&
    findings.flat().every(({ tier }) => empty.has(tiers.find(({ id }) => id === tier)?.book ?? ''));
  const sorted = [...ways].sort((a, b) => Number(closes(b)) - Number(closes(a)));
  const aside = sorted.filter(isAside);
  return html`<section class="ahead ways">
    <h3>${say('ways-title')}</h3>
    <dl>
      ${sorted.filter((one) => !aside.includes(one)).map((one) => line(view, one, at))}
    </dl>
    ${
      aside.length === 0
        ? nothing
        : html`<details class="fold">
            <summary>${say('ways-aside', { count: aside.length })}</summary>
            <dl>
              ${aside.map((one) => line(view, one, at))}
            </dl>
          </details>`
    }
  </section>`;
}

function line(view: View, way: Way, now: string): TemplateResult {
  const { say, law } = view;
  return html`<div data-way=${way.rule}>
    <dt>
      ${closes(way) ? sign('severe') : nothing}
      ${law.say(`${way.rule}/title`)}
      ${closes(way) ? nothing : html`<span class="number-of">${say('way-number', { number: way.number })}</span>`}
    </dt>
    <dd>${combinations(view, way.findings, now)}</dd>
  </div>`;
}

function combinations(view: View, all: Further[][], now: string): TemplateResult {
  const { say } = view;
  const days = (findings: Further[]) =>
    findings.map(({ at }) => dayInWords(at.slice(0, 10), say.lang)).join(say('list-separator'));
  if (all.length === 0) return html`<p class="quiet">${say('way-none')}</p>`;
  const named = (findings: Further[]) => html`<li>
    ${furtherNames(view, findings)}
    ${
      findings.every(({ at }) => at === now)
        ? nothing
        : html`<small class="apart">${say('way-apart', { count: findings.length, days: days(findings) })}</small>`
    }
  </li>`;
  // A single one more is shown rather than folded.
  const shown = all.length === SHOWN + 1 ? all.length : SHOWN;
  const rest = all.slice(shown);
  return html`<ul class="either">
      ${all.slice(0, shown).map(named)}
    </ul>
    ${
      rest.length === 0
        ? nothing
        : html`<details class="fold">
            <summary>${say('way-more', { count: rest.length })}</summary>
            <ul class="either">
              ${rest.map(named)}
            </ul>
          </details>`
    }`;
}
