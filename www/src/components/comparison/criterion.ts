import { html, type TemplateResult } from 'lit';
import type { Criterion, Value } from '../../engine/types.ts';
import { anyOf, quoted } from '../../i18n/lists.ts';
import { distanceInWords } from '../../i18n/spans.ts';
import { type Clause, factsOf, type Way } from '../../state/patterns.ts';
import { answerInWords, either, type View } from '../view.ts';

/** The question about a fact, as text or as a link to where it is asked. */
export type Asks = (fact: string) => TemplateResult | string;

/** Clauses as a list: each question with the answers that meet it. */
export function criteria(view: View, clauses: Clause[], asks: Asks): TemplateResult {
  return html`<ul class="criteria">
    ${inOrder(view, clauses).map((clause) => html`<li>${one(view, clause, asks)}</li>`)}
  </ul>`;
}

/** The clauses in the order in which the form asks their facts. */
function inOrder(view: View, all: Clause[]): Clause[] {
  const places = new Map(view.description.facts.map(({ id }, place) => [id, place]));
  const place = (clause: Clause) =>
    Math.min(...factsOf(clause).map((fact) => places.get(fact) ?? places.size));
  return [...all].sort((a, b) => place(a) - place(b));
}

function one(view: View, { ways }: Clause, asks: Asks): TemplateResult {
  const [only, ...others] = ways;
  if (only && others.length === 0) return together(view, only, asks);
  return html`${view.say('compare-any')}
    <ul class="ways">
      ${ways.map((way) => html`<li>${together(view, way, asks)}</li>`)}
    </ul>`;
}

function together(view: View, way: Way, asks: Asks): TemplateResult {
  return html`${way.map(
    (criterion, place) => html`<p class="criterion">
      <span>${place > 0 ? view.say('compare-and') : ''}${asks(criterion.fact)}</span>${view.say('gap')}<b>${criterionInWords(view, criterion)}</b>
    </p>`,
  )}`;
}

/** What a criterion asks of its fact, in words. */
export function criterionInWords(view: View, criterion: Criterion): string {
  const { say, law } = view;
  const { fact, is, has, lacks, came, since, from, before } = criterion;
  const choice = (id: string) => law.say(`fact/${fact}/choice/${id}`);
  if (is) return answersInWords(view, fact, is);
  if (has !== undefined) return say('compare-has', { choice: choice(has) });
  if (lacks !== undefined) return say('compare-lacks', { choice: choice(lacks) });
  if (came) return say('compare-came');
  if (since !== undefined) {
    const base = law.say(`fact/${since}/ask`);
    return say('compare-since', { base, distance: distanceInWords(say, from, before) });
  }
  const date = view.facts.get(fact)?.kind === 'date';
  const value = (bound: Value) => answerInWords(view, fact, bound);
  const bounds = [
    from === undefined
      ? undefined
      : say(date ? 'bound-from-day' : 'bound-from', { value: value(from) }),
    before === undefined
      ? undefined
      : say(date ? 'bound-before-day' : 'bound-before', { value: value(before) }),
  ];
  return bounds.filter((words) => words !== undefined).join(say('bound-and'));
}

/** One of these answers; or none of the others, where that is shorter to say. */
function answersInWords(view: View, fact: string, is: Value[]): string {
  const choices = view.facts.get(fact)?.choices ?? [];
  const others = choices.filter((choice) => !is.includes(choice));
  const words = (values: Value[]) => values.map((value) => answerInWords(view, fact, value));
  return is.length > 2 && others.length > 0 && others.length < is.length
    ? view.say('compare-not', { answers: anyOf(view.say.lang, words(others).map(quoted)) })
    : either(view, words(is));
}
