import { html, nothing, type TemplateResult } from 'lit';
import type { Comparison, Facts, IssueComparison } from '../../engine/types.ts';
import { besides, isEmpty, type Titles, turnOfRules } from '../rules.ts';
import { answerInWords, joined, type View } from '../view.ts';
import { comparison } from './comparison.ts';

/** What is shown of a comparison. */
export interface Shown {
  comparison: Comparison;
  /** For each issue, the facts on which its change turns. */
  turning: Map<string, Set<string>>;
  /** Somebody's answers. */
  facts: Facts | undefined;
  /** Leaves these answers out. */
  without: () => void;
}

/** How it is told, by message. */
export interface Telling extends Titles {
  sum: string;
  others: string;
  nothing: string;
}

/** What a change of the rules changes: how many verdicts, issue by issue, and the other rules. */
export function result(
  view: View,
  { comparison: told, turning, facts, without }: Shown,
  telling: Telling,
  /** What is told before the single issues. */
  more: unknown = nothing,
): TemplateResult {
  const { say, law } = view;
  const { issues, begun, ended } = told;
  const touched = issues.filter(
    (one) => one.concerned !== 'no' || !isEmpty(one.begun) || !isEmpty(one.ended),
  );
  const untouched = issues.filter((one) => !touched.includes(one));
  const others = [besides(begun, touched, 'begun'), besides(ended, touched, 'ended')] as const;
  const nothingElse = others.every(isEmpty);
  const count = issues.filter(({ concerned }) => concerned !== 'no').length;
  return html`${
    issues.length > 0
      ? html`<p class="sum">${say(telling.sum, { count, all: issues.length })}</p>`
      : nothing
  }
    ${given(view, facts, without)} ${more}
    ${touched.map((one) => {
      const turns = turning.get(one.issue) ?? new Set();
      return issue(view, one, turns, facts !== undefined, telling);
    })}
    ${
      untouched.length > 0 && touched.length > 0
        ? html`<p class="untouched">
            ${say('compare-unchanged', {
              issues: joined(
                view,
                untouched.map((one) => law.say(`issue/${one.issue}/title`)),
              ),
            })}
          </p>`
        : nothing
    }
    ${
      nothingElse
        ? nothing
        : html`<section class="part others">
            ${issues.length > 0 ? html`<h3>${say(telling.others)}</h3>` : nothing}
            <div class="sides">${turnOfRules(view, ...others, telling)}</div>
          </section>`
    }
    ${
      touched.length === 0 && nothingElse && more === nothing
        ? html`<p class="sum">${say(telling.nothing)}</p>`
        : nothing
    }`;
}

/** The answers that a link brought along. */
function given(
  view: View,
  facts: Facts | undefined,
  without: () => void,
): TemplateResult | typeof nothing {
  if (!facts) return nothing;
  const all = Object.entries(facts);
  return html`<details class="fold given">
    <summary>${view.say('compare-given', { count: all.length })}</summary>
    <ul class="criteria">
      ${all.map(
        ([id, value]) => html`<li>
          ${view.law.say(`fact/${id}/ask`)} <b>${answerInWords(view, id, value)}</b>
        </li>`,
      )}
    </ul>
    <button type="button" class="link" @click=${without}>${view.say('compare-without')}</button>
  </details>`;
}

function issue(
  view: View,
  told: IssueComparison,
  turning: Set<string>,
  given: boolean,
  titles: Titles,
): TemplateResult {
  const asks = (fact: string) => view.law.say(`fact/${fact}/ask`);
  return html`<section class="part compared" data-issue=${told.issue}>
    <h3>${view.law.say(`issue/${told.issue}/title`)}</h3>
    <div class="noted">
      <div>${comparison(view, { told, turning, given, asks })}</div>
      <div class="notes">${turnOfRules(view, told.begun, told.ended, titles)}</div>
    </div>
  </section>`;
}
