import { html, nothing, type TemplateResult } from 'lit';
import { type Engine, type Facts, type IssueAnswer, isFailure } from '../../engine/types.ts';
import type { FactsExample } from '../../state/example.ts';
import { caseList } from '../decision/cases.ts';
import { lookOf, verdictMark } from '../verdict.ts';
import type { View } from '../view.ts';

/** The element in which the lapse of a verification makes a platform liable. */
const ELEMENT = 'stale_verification';

/** The facts of the judgment, as its report tells them, and the issue that it decided. */
export type Judged = Pick<FactsExample, 'facts' | 'issue'>;

/** The way to the tool that decides complaints, where the page has one. */
export interface Onward {
  page: string | undefined;
  handOver: (facts: Facts, issue: string) => void;
}

/** The judgment, what the rules say on its facts, and the cases that went the other way. */
export function judgment(
  view: View,
  engine: Pick<Engine, 'decide'>,
  asOf: string,
  judged: Judged,
  { page, handOver }: Onward,
): TemplateResult | typeof nothing {
  const { say, law } = view;
  const element = view.elements.get(ELEMENT);
  if (!element) return nothing;
  const told = (key: string) => law.maybe(`element/${ELEMENT}/${key}`);
  const [split, reading] = [told('split'), told('reading')];
  const decided = decide(view, engine, asOf, judged);
  return html`<section class="part judgment" aria-labelledby="judgment-title">
    <h2 id="judgment-title">${say('judgment-title')}</h2>
    <div class="judgment-columns">
      <div>
        <h3>${say('judgment-for')}</h3>
        ${caseList(view, element.casesFor)}
        ${
          decided === undefined
            ? nothing
            : html`<p class="judgment-lead">${say('judgment-lead')}</p>
                <p class="verdict-name">${verdictMark(lookOf(view, decided))}</p>
                <p>${lookOf(view, decided).says}</p>`
        }
        ${
          page === undefined
            ? nothing
            : html`<p><a href=${page} @click=${() => handOver(judged.facts, judged.issue)}>${say('judgment-open')}</a></p>`
        }
      </div>
      <div>
        <h3>${say('judgment-against')}</h3>
        ${caseList(view, element.casesAgainst)}
        ${split === undefined ? nothing : html`<h3>${say('judgment-split')}</h3><p>${split}</p>`}
        ${reading === undefined ? nothing : html`<h3>${say('judgment-reading')}</h3><p>${reading}</p>`}
      </div>
    </div>
  </section>`;
}

function decide(
  { description }: View,
  engine: Pick<Engine, 'decide'>,
  asOf: string,
  { facts, issue }: Judged,
): IssueAnswer | undefined {
  const { rulebook } = description;
  const answer = engine.decide({ rulebook, asOf, facts, issues: [issue] });
  return isFailure(answer) ? undefined : answer.issues[0];
}
