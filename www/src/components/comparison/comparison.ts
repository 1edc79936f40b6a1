import { html, nothing, type TemplateResult } from 'lit';
import type { Difference, IssueComparison, Truth } from '../../engine/types.ts';
import {
  type Clause,
  common,
  factsOf,
  formsOf,
  type Gathered,
  gathered,
  less,
} from '../../state/patterns.ts';
import { sign } from '../marks.ts';
import { type View, verdictOf } from '../view.ts';
import { type Asks, criteria } from './criterion.ts';

/** So many criteria are told at once; more are folded. */
const MOST_OPEN = 3;

/** Of patterns that are only the first ones, so many cases are told. */
const MOST_CASES = 4;

/** An issue on two days, and what has to be known to tell what changed. */
export interface Compared {
  told: IssueComparison;
  /** The facts on which the change turns. */
  turning: Set<string>;
  /** Whether somebody's facts were given. */
  given: boolean;
  asks: Asks;
}

const CONCERNED: Record<Truth, string> = {
  yes: 'concern-yes',
  no: 'concern-no',
  unknown: 'concern-unknown',
};
const CHANGES: Record<Truth, string> = {
  yes: 'change-always',
  no: 'change-never',
  unknown: 'change-for-some',
};

/** Whether the verdict changes, from which to which, and by which facts. */
export function comparison(view: View, compared: Compared): TemplateResult {
  const { told, turning, given } = compared;
  const pairs = told.differences.map((difference) => ({
    difference,
    groups: gathered(formsOf(difference.patterns), (fact) => turning.has(fact)),
  }));
  const groups = pairs.flatMap((pair) => pair.groups);
  const lead = common(groups.map((group) => group.lead));
  const shared = groups.length > 1 ? common(groups.map((group) => group.shared)) : [];
  return html`<p class="concern" data-concerned=${told.concerned}>
      ${view.say((given ? CONCERNED : CHANGES)[told.concerned])}
    </p>
    ${pairs.length === 0 ? standing(view, compared) : nothing}
    ${
      lead.length > 0
        ? html`<h4>${view.say('compare-turns-on')}</h4>
            ${criteria(view, lead, compared.asks)}`
        : nothing
    }
    ${shared.length > 0 ? folded(view, 'compare-shared', shared, [], compared.asks) : nothing}
    ${pairs.map(({ difference, groups }) => {
      const own = groups.map((group) => ({
        lead: less(group.lead, lead),
        shared: less(group.shared, shared),
        cases: group.cases,
      }));
      return pair(view, compared, difference, own);
    })}`;
}

/** The verdicts where none differs: what stays, or what is decided on one of the days only. */
function standing(view: View, { told, given }: Compared): TemplateResult | typeof nothing {
  const { before, after } = told;
  if (before.length === 0) return html`<p class="quiet">${view.say('compare-issue-begins')}</p>`;
  if (after.length === 0) return html`<p class="quiet">${view.say('compare-issue-ends')}</p>`;
  if (!given) return nothing;
  return html`<ul class="possible">
    ${after.map((verdict) => html`<li>${named(view, told.issue, verdict)}</li>`)}
  </ul>`;
}

function named(view: View, issue: string, verdict: string): TemplateResult {
  const weight = verdictOf(view, issue, verdict)?.weight ?? 'open';
  return html`${sign(weight)} <span>${view.law.say(`verdict/${issue}/${verdict}/title`)}</span>`;
}

/** From one verdict to another, and the facts that lead there. */
function pair(
  view: View,
  { told, asks }: Compared,
  { from, to, complete }: Difference,
  groups: Gathered[],
): TemplateResult {
  return html`<section class="difference" data-from=${from} data-to=${to}>
    <h4 class="difference-name">
      <span>${named(view, told.issue, from)}</span>
      <span>
        <span class="arrow" role="img" aria-label=${view.say('compare-becomes')}>→</span>
        ${named(view, told.issue, to)}
      </span>
    </h4>
    ${groups.map((group) => facts(view, group, complete, asks))}
    ${complete ? nothing : html`<p class="quiet">${view.say('compare-more')}</p>`}
  </section>`;
}

/** What leads, and the other facts folded beneath it. */
function facts(
  view: View,
  { lead, shared, cases }: Gathered,
  complete: boolean,
  asks: Asks,
): TemplateResult {
  const open = lead.length + shared.length <= MOST_OPEN && cases.length === 0;
  const first = open ? [...lead, ...shared] : lead;
  if (open && first.length === 0) return html`<p>${view.say('compare-always')}</p>`;
  const told = complete ? cases : cases.slice(0, MOST_CASES);
  return html`${first.length > 0 ? criteria(view, first, asks) : nothing}
    ${open ? nothing : folded(view, 'compare-rest', shared, told, asks)}`;
}

/** Facts told on request: those that have to fit, and the cases of which one has to. */
function folded(
  view: View,
  title: string,
  shared: Clause[],
  cases: Clause[][],
  asks: Asks,
): TemplateResult {
  const count = new Set([...shared, ...cases.flat()].flatMap(factsOf)).size;
  return html`<details class="fold">
    <summary>${view.say(title, { count })}</summary>
    ${shared.length > 0 ? criteria(view, shared, asks) : nothing}
    ${cases.length > 0 ? alternatives(view, cases, asks) : nothing}
  </details>`;
}

function alternatives(view: View, cases: Clause[][], asks: Asks): TemplateResult {
  return html`<p class="cases-lead">${view.say('compare-cases')}</p>
    <ol class="alternatives">
      ${cases.map((one) => html`<li>${criteria(view, one, asks)}</li>`)}
    </ol>`;
}
