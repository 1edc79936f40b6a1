import { html, nothing, type TemplateResult } from 'lit';
import type { Citation, IssueComparison, Rules } from '../engine/types.ts';
import { foldedNote, note } from './citation.ts';
import type { View } from './view.ts';

/** Provisions beyond those of the elements are folded if there are more than this. */
const MOST_NAMED = 2;

/** Duties are folded if there are more than this. */
const MOST_DUTIES = 6;

/** What begins and what ends, by message. */
export interface Titles {
  begun: string;
  ended: string;
}

const TITLES: Titles = { begun: 'compare-begun', ended: 'compare-ended' };

/** Whether nothing begins or ends. */
export function isEmpty({
  provisions,
  elements,
  alerts,
  deadlines,
  duties,
  ledger,
}: Rules): boolean {
  const rules = [provisions, elements, alerts, deadlines, duties, ledger];
  return rules.every(({ length }) => length === 0);
}

/** What begins and what ends, as notes beside what it changes. */
export function turnOfRules(
  view: View,
  begun: Rules,
  ended: Rules,
  titles = TITLES,
): TemplateResult {
  return html`${side(view, titles.begun, begun)} ${side(view, titles.ended, ended)}`;
}

function side(view: View, title: string, rules: Rules): TemplateResult | typeof nothing {
  if (isEmpty(rules)) return nothing;
  return html`<section class="turn-of-rules" data-side=${title}>
    <h4>${view.say(title)}</h4>
    ${rules.elements.map((id) => rule(view, `element/${id}`))}
    ${rules.deadlines.map((id) => rule(view, `deadline/${id}`))}
    ${duties(view, rules.duties)} ${rules.ledger.map((key) => rule(view, key))}
    ${rules.alerts.map((id) => rule(view, `alert/${id}`))} ${provisions(view, rules)}
  </section>`;
}

/** The duties of a list, folded where they are many. */
function duties(view: View, ids: string[]): unknown {
  const all = ids.map((id) => rule(view, `duty/${id}`));
  if (ids.length <= MOST_DUTIES) return all;
  return html`<details class="fold">
    <summary>${view.say('compare-duties', { count: ids.length })}</summary>
    ${all}
  </details>`;
}

/** A rule by its title, with what is said about it to unfold. */
function rule(view: View, key: string): TemplateResult {
  const title = view.law.maybe(`${key}/title`) ?? view.law.maybe(`${key}/ask`) ?? key;
  const more = ['says', 'note', 'reading', 'split']
    .map((word) => view.law.maybe(`${key}/${word}`))
    .filter((text) => text !== undefined);
  if (more.length === 0) return html`<p class="rule-name" data-rule=${key}>${title}</p>`;
  return html`<details class="note" data-rule=${key}>
    <summary class="rule-name">${title}</summary>
    ${more.map((text) => html`<p>${text}</p>`)}
  </details>`;
}

/** The provisions: first those behind the elements, the others folded where they are many. */
function provisions(view: View, { provisions: all, elements }: Rules): TemplateResult {
  const behind = new Set(elements.flatMap((id) => view.elements.get(id)?.cite ?? []));
  const first = all.filter(({ provision }) => behind.has(provision));
  const others = all.filter(({ provision }) => !behind.has(provision));
  const folded = others.length > MOST_NAMED;
  const named = (cited: Citation) => foldedNote(view, cited);
  return html`<div class="notes">
    ${first.map((cited) => (view.wide ? note(view, cited) : named(cited)))}
    ${folded ? nothing : others.map(named)}
    ${
      folded
        ? html`<details class="fold">
            <summary>${view.say(first.length > 0 ? 'compare-provisions-more' : 'compare-provisions', { count: others.length })}</summary>
            ${others.map(named)}
          </details>`
        : nothing
    }
  </div>`;
}

/** What of the rules of a whole rulebook was not told with its issues. */
export function besides(all: Rules, told: IssueComparison[], side: 'begun' | 'ended'): Rules {
  const provisions = new Set(told.flatMap((one) => one[side].provisions.map((it) => it.provision)));
  const elements = new Set(told.flatMap((one) => one[side].elements));
  return {
    ...all,
    provisions: all.provisions.filter(({ provision }) => !provisions.has(provision)),
    elements: all.elements.filter((id) => !elements.has(id)),
  };
}
