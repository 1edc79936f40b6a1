import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { FactDescription } from '../../engine/types.ts';
import type { Section } from '../../state/sections.ts';
import type { View } from '../view.ts';
import type { Jump } from './jump.ts';
import { type Answer, question } from './question.ts';

/** What a form of questions needs to know each time it is drawn. */
export interface Asking {
  sections: Section[];
  /** The question that decides most, if one still does. */
  next: string | undefined;
  /** The facts that still matter; nothing, while that is not known. */
  open: Set<string> | undefined;
  /** How many questions are drawn by now. */
  most: number;
  troubleWith: (fact: string) => string | undefined;
  answer: Answer;
  jump: Jump;
}

/**
 * The questions by group. Groups in which none matters any more stand folded at the end, with
 * those of the last group, and so do all that bear on remarks only: no two folds in a row say
 * the same.
 */
export function questions(view: View, asking: Asking): TemplateResult {
  const { sections: all, open } = asking;
  const idle = ({ id }: FactDescription) =>
    open !== undefined &&
    !open.has(id) &&
    !view.said.has(id) &&
    (view.answers[id] ?? null) === null;
  const rest = all.filter(({ facts }) => facts.every(idle));
  const groups = all.filter((section) => !rest.includes(section));
  const last = rest.length > 0 ? groups.at(-1) : undefined;
  const spare = [...(last?.facts.filter(idle) ?? []), ...rest.flatMap(({ facts }) => facts)];
  const aside = all.flatMap((section) => section.aside);
  const wanted = groups.flatMap(({ facts }) => facts.filter((fact) => !idle(fact)));
  const drawn = new Set(wanted.slice(0, asking.most));
  const isAll = drawn.size === wanted.length;
  return html`${repeat(
    groups.filter(({ facts }) => facts.some((fact) => drawn.has(fact))),
    ({ group }) => group,
    (section) => asked(view, asking, section, drawn, isAll && section !== last && idle),
  )}
  ${isAll ? html`${folded(view, asking, 'group-spare', spare)} ${folded(view, asking, 'group-aside', aside)}` : nothing}`;
}

/** The questions of one group that are `drawn`, and those `folded` that matter no more. */
function asked(
  view: View,
  asking: Asking,
  { group, facts }: Section,
  drawn: Set<FactDescription>,
  idle: false | ((fact: FactDescription) => boolean),
): TemplateResult {
  const done = facts.filter(
    ({ id }) => id in view.answers || view.said.get(id)?.bearing === 'settles',
  ).length;
  const note = view.law.maybe(`group/${group}/note`);
  return html`<section class="group">
    <header>
      <h2>${view.law.say(`group/${group}/title`)}</h2>
      <p class="count">${view.say('group-count', { done, all: facts.length })}</p>
    </header>
    ${note ? html`<p class="quiet">${note}</p>` : nothing}
    ${each(
      view,
      asking,
      facts.filter((fact) => drawn.has(fact)),
    )}
    ${idle ? folded(view, asking, 'group-spare', facts.filter(idle)) : nothing}
  </section>`;
}

function each(view: View, asking: Asking, facts: FactDescription[]) {
  const { next, troubleWith, answer, jump } = asking;
  return repeat(
    facts,
    ({ id }) => id,
    (fact) =>
      question(view, {
        fact,
        next: fact.id === next,
        trouble: troubleWith(fact.id),
        answer,
        jump,
      }),
  );
}

/**
 * Questions whose answers cannot matter any more, or for remarks only: folded, still there
 * to answer.
 */
function folded(
  view: View,
  asking: Asking,
  why: 'group-spare' | 'group-aside',
  facts: FactDescription[],
): TemplateResult | typeof nothing {
  if (facts.length === 0) return nothing;
  const answered = facts.some(({ id }) => (view.answers[id] ?? null) !== null);
  return html`<details class="spare" data-why=${why} ?open=${answered}>
    <summary>${view.say(why, { count: facts.length })}</summary>
    ${each(view, asking, facts)}
  </details>`;
}
