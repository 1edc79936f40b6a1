import { html, nothing, type TemplateResult } from 'lit';
import type { CaseDescription, Facts, Precedent } from '../../engine/types.ts';
import { quoted } from '../../i18n/lists.ts';
import { docketsInWords } from '../dockets.ts';
import { sign } from '../marks.ts';
import { casePage } from '../reference.ts';
import { answerInWords, either, type View, verdictOf } from '../view.ts';

/** Who keeps a text, as the keys of the texts name them, by message. */
const KEEPERS = {
  official: 'case-source-official',
  copy: 'case-source-copy',
  report: 'case-source-report',
} as const;

/** Whether the rules agree with a case; `none`, where they cannot be compared; by message. */
export const AGREEING = {
  agrees: 'precedent-agrees',
  open: 'precedent-open',
  contradicts: 'precedent-contradicts',
  none: 'precedent-none',
} as const;

/** More open facts than this are counted, not named. */
const MOST_MISSING = 3;

/** Court, year and docket of a case. */
export function courtLine(view: View, { id, year, dockets }: CaseDescription): string {
  const court = view.law.say(`case/${id}/court`);
  const known = [court, year === null ? view.say('case-no-year') : `${year}`];
  return [...known, docketsInWords(view, dockets)]
    .filter((part) => part !== '')
    .join(view.say('dot'));
}

/** How a case came out on an issue: a verdict, or several among which its account does not choose. */
export function outcome(view: View, issue: string, held: string[]): TemplateResult {
  const weights = held.map((id) => verdictOf(view, issue, id)?.weight ?? 'open');
  const [weight = 'open'] = weights;
  const titles = held.map((id) => view.law.say(`verdict/${issue}/${id}/title`));
  return html`<span class="plain-verdict">${sign(weight)}<span>${either(view, titles)}</span></span>`;
}

/** What the rules say of a case today, and whether that agrees with how it came out. */
export function agreement(view: View, issue: string, one: Precedent): TemplateResult {
  const { say, law } = view;
  const { verdict, missing } = one;
  const asks = missing.slice(0, MOST_MISSING).map((fact) => law.say(`fact/${fact}/ask`));
  const rest = missing.length - asks.length;
  const more = rest > 0 ? say('precedent-missing-more', { count: rest }) : '';
  return html`<span class="agreement" data-agreement=${one.agreement}>
    ${say(AGREEING[one.agreement])}${
      one.agreement === 'agrees' || verdict === null
        ? nothing
        : html`${say('dot')}${law.say(`verdict/${issue}/${verdict}/title`)}`
    }${
      asks.length === 0
        ? nothing
        : html`${say('dot')}${say('precedent-missing', { facts: asks.map(quoted).join(say('quoted-separator')) })}${more}`
    }
  </span>`;
}

/** Facts in words, a line each. */
export function factLines(view: View, facts: string[], values: Facts): TemplateResult {
  return html`<ul class="criteria">
    ${facts.map(
      (id) => html`<li>
        ${view.law.say(`fact/${id}/ask`)}${view.say('gap')}<b>${answerInWords(view, id, values[id])}</b>
      </li>`,
    )}
  </ul>`;
}

/** Where a case can be read: the addresses by their hosts, and its place in the reference. */
export function caseSources(view: View, id: string): TemplateResult | typeof nothing {
  const links = [];
  for (let number = 0; ; number += 1) {
    const keepers = Object.keys(KEEPERS) as (keyof typeof KEEPERS)[];
    const keeper = keepers.find((one) => view.law.maybe(`case/${id}/source/${number}/${one}`));
    if (keeper === undefined) break;
    const address = view.law.say(`case/${id}/source/${number}/${keeper}`);
    const host = URL.canParse(address) ? new URL(address).hostname : address;
    links.push(
      html`<li><a href=${address} rel="noreferrer">${host}</a> <small>${view.say(KEEPERS[keeper])}</small></li>`,
    );
  }
  const page = casePage(view, id);
  if (page !== undefined) {
    links.push(html`<li><a href=${page}>${view.say('precedent-reference')}</a></li>`);
  }
  if (links.length === 0) return nothing;
  return html`<ul class="case-sources" aria-label=${view.say('precedent-sources')}>${links}</ul>`;
}
