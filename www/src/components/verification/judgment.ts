import { html, nothing, type TemplateResult } from 'lit';
import { type Engine, type Facts, type IssueAnswer, isFailure } from '../../engine/types.ts';
import { caseList } from '../decision/cases.ts';
import { lookOf, verdictMark } from '../verdict.ts';
import type { View } from '../view.ts';

/** The element in which the lapse of a verification makes a platform liable, and its issue. */
const [ELEMENT, ISSUE] = ['stale_verification', 'platform'];

/**
 * The facts of the judgment, as its report tells them, and what followed from them: the seller
 * of books needed a registration, had lost it, and was not verified again.
 */
export const JUDGED: Facts = {
  ctx_platform_kind: 'ec_platform',
  ctx_listing_kind: 'goods',
  right_type: 'publisher_right',
  notice_before_suit: false,
  p_verified_entry: true,
  reverify_within_6m: false,
  p_seller_deregistered: true,
  s_registration_exempt: false,
  s_infringes: true,
  p_measure: 'none',
};

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
  { page, handOver }: Onward,
): TemplateResult | typeof nothing {
  const { say, law } = view;
  const element = view.elements.get(ELEMENT);
  if (!element) return nothing;
  const told = (key: string) => law.maybe(`element/${ELEMENT}/${key}`);
  const [split, reading] = [told('split'), told('reading')];
  const decided = decide(view, engine, asOf);
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
            : html`<p><a href=${page} @click=${() => handOver(JUDGED, ISSUE)}>${say('judgment-open')}</a></p>`
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
): IssueAnswer | undefined {
  const { rulebook } = description;
  const answer = engine.decide({ rulebook, asOf, facts: JUDGED, issues: [ISSUE] });
  return isFailure(answer) ? undefined : answer.issues[0];
}
