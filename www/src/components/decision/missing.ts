import { html, nothing, type TemplateResult } from 'lit';
import type { IssueAnswer, Missing } from '../../engine/types.ts';
import { notes } from '../citation.ts';
import { stateMark } from '../marks.ts';
import type { View } from '../view.ts';
import { type Jump, jumpLink } from './jump.ts';

/**
 * What stands between the facts and a better verdict: each element with the provision that
 * asks for it and the way to mend it.
 */
export function missing(
  view: View,
  { missing: items }: IssueAnswer,
  jump: Jump,
): TemplateResult | typeof nothing {
  const failing = items.filter(({ state }) => state === 'no');
  const open = items.filter(({ state }) => state !== 'no');
  const told = new Set<string>();
  const whole = open.length === 0 ? 'missing-whole' : 'missing-perhaps-more';
  return html`${list(view, 'missing-title', failing, jump, told)}
  ${list(view, 'missing-open-title', open, jump, told)}
  ${failing.length === 0 ? nothing : html`<p class="quiet missing-whole">${view.say(whole)}</p>`}`;
}

function list(
  view: View,
  title: string,
  items: Missing[],
  jump: Jump,
  told: Set<string>,
): TemplateResult | typeof nothing {
  if (items.length === 0) return nothing;
  return html`<section class="part missing">
    <h3>${view.say(title)}</h3>
    <ul>
      ${items.map((item) => one(view, item, jump, told))}
    </ul>
  </section>`;
}

function one(view: View, item: Missing, jump: Jump, told: Set<string>): TemplateResult {
  const note = view.law.maybe(`element/${item.element}/note`);
  return html`<li class="noted" data-element=${item.element}>
    <div>
      <p class="missing-name">
        ${stateMark(item.state)}<span>${view.law.say(`element/${item.element}/title`)}</span>
      </p>
      ${mends(view, item).map((mend) => html`<p class="mend">${mend}</p>`)}
      ${item.state !== 'no' && note ? html`<p class="quiet">${note}</p>` : nothing}
      ${item.facts.filter((fact) => view.facts.has(fact)).map((fact) => jumpLink(view, fact, jump))}
    </div>
    ${notes(view, item.citations, told)}
  </li>`;
}

/** How to mend what fails: the element's own advice, or that of its facts. */
function mends(view: View, { element, state, facts }: Missing): string[] {
  if (state !== 'no') return [];
  const own = view.law.maybe(`element/${element}/mend`);
  const remedies = facts.map((fact) => view.law.maybe(`fact/${fact}/remedy`));
  return own ? [own] : remedies.filter((remedy) => remedy !== undefined);
}
