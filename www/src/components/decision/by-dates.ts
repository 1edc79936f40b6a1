import { html, nothing, type TemplateResult } from 'lit';
import type { ByDates, Value } from '../../engine/types.ts';
import { dayInWords } from '../../i18n/dates.ts';
import { notes } from '../citation.ts';
import type { View } from '../view.ts';
import { type Jump, jumpLink } from './jump.ts';

/** What dates given say of a question, and the way to change them or to the one that decides. */
export function saidByDates(view: View, said: ByDates, jump: Jump): TemplateResult {
  const lead = {
    settles: 'by-dates-settles',
    agrees: 'by-dates-agrees',
    suggests: 'by-dates-suggests',
    contradicts: 'by-dates-contradicts',
  }[said.bearing];
  return html`<div class="by-dates" data-bearing=${said.bearing}>
    <p>${view.say(lead, { value: inWords(view, said.fact, said.value) })}${reason(view, said)}</p>
    ${said.open.length > 0 ? links(view, 'by-dates-decides', said.open, jump) : nothing}
    ${said.open.length === 0 || said.bearing === 'contradicts' ? links(view, 'by-dates-change', said.from, jump) : nothing}
  </div>`;
}

/**
 * What is stated against the dates given, in front of the verdict that stays open because of
 * it: both sides, why they clash, and what decides.
 */
export function clashes(
  view: View,
  items: ByDates[],
  issue: string,
  jump: Jump,
): TemplateResult | typeof nothing {
  const mine = items.filter(({ fact, bearing }) => {
    const bears = view.facts.get(fact)?.issues.includes(issue) ?? false;
    return bears && bearing === 'contradicts';
  });
  if (mine.length === 0) return nothing;
  return html`<section class="part clashes" role="alert">
    <h3>${view.say('clash-title')}</h3>
    <ul>
      ${mine.map((item) => clash(view, item, jump))}
    </ul>
  </section>`;
}

function clash(view: View, item: ByDates, jump: Jump): TemplateResult {
  const stated = view.answers[item.fact] ?? !item.value;
  return html`<li class="noted" data-clash=${item.fact}>
    <div>
      <p>
        ${view.say('clash-stated', { value: inWords(view, item.fact, stated) })}${view.say('gap')}${jumpLink(view, item.fact, jump)}
      </p>
      <p>${view.say('clash-dates', { value: inWords(view, item.fact, item.value) })}${reason(view, item)}</p>
      ${links(view, 'by-dates-decides', item.open, jump)}
    </div>
    ${notes(view, item.citations)}
  </li>`;
}

/** The deadline that it was found by, with its last day. */
function reason(view: View, { deadline, earliest, latest }: ByDates): string {
  if (deadline === null || earliest === null || latest === null) return view.say('by-dates-only');
  const { lang } = view.say;
  const what = { deadline: view.law.say(`deadline/${deadline}/title`) };
  const first = dayInWords(earliest, lang);
  return earliest === latest
    ? view.say('by-dates-last', { ...what, day: first })
    : view.say('by-dates-between', { ...what, first, last: dayInWords(latest, lang) });
}

/** An answer as the form words it. */
function inWords(view: View, fact: string, value: Value): string {
  if (typeof value === 'boolean') return view.say(value ? 'answer-yes' : 'answer-no');
  return view.law.say(`fact/${fact}/choice/${value}`);
}

function links(view: View, lead: string, facts: string[], jump: Jump): TemplateResult {
  return html`<p class="by-dates-links">
    ${view.say(lead)}${view.say('gap')}${facts.filter((id) => view.facts.has(id)).map((id) => jumpLink(view, id, jump))}
  </p>`;
}
