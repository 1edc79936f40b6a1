import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { FactDescription, Value } from '../../engine/types.ts';
import { isDay } from '../../i18n/dates.ts';
import type { View } from '../view.ts';
import { saidByDates } from './by-dates.ts';
import { type Jump, questionId } from './jump.ts';

/** Takes an answer: a value, `null` for "I don't know", or nothing to take it back. */
export type Answer = (id: string, value: Value | null | undefined) => void;

/** With more choices than this a list to select from is shorter than cards. */
const MOST_CARDS = 8;

/** Choices with labels no longer than this stand in four columns, or in three. */
const SHORT = { zh: [6, 9], en: [14, 22] } as const;

interface Asked {
  fact: FactDescription;
  /** Whether it is the question that decides most. */
  next: boolean;
  /** What the engine has to say against the answer. */
  trouble: string | undefined;
  answer: Answer;
  /** The way to another question. */
  jump: Jump;
}

/** One question with its hint and its answers, "I don't know" among them. */
export function question(view: View, asked: Asked): TemplateResult {
  const { fact, next, trouble } = asked;
  const hint = view.law.maybe(`fact/${fact.id}/hint`);
  const value = view.answers[fact.id];
  const id = questionId(fact.id);
  const state = value === undefined ? 'open' : value === null ? 'unknown' : 'answered';
  if (fact.kind === 'date') {
    return html`<div class="question stacked" id=${id} data-state=${state}>
      ${next ? nextMark(view) : nothing}
      <zhengpin-date-field
        lang=${view.say.lang}
        .value=${live(isDay(value) ? value : null)}
        .label=${view.law.say(`fact/${fact.id}/ask`)}
        .hint=${hint}
        .trouble=${trouble}
        @day=${(event: CustomEvent<string | null>) => asked.answer(fact.id, event.detail ?? undefined)}
      ></zhengpin-date-field>
      ${view.told?.(fact.id)}
      <div class="answers instead" role="group" aria-label=${view.law.say(`fact/${fact.id}/ask`)}>
        ${insteadOfDay(view, asked)}
      </div>
    </div>`;
  }
  const inRow = fact.kind === 'yes_no';
  const said = view.said.get(fact.id);
  // What the dates answer is not asked again.
  const settled = said?.bearing === 'settles' && (value ?? null) === null;
  return html`<fieldset
    class="question ${inRow ? 'in-row' : 'stacked'}"
    id=${id}
    data-state=${settled ? 'by-dates' : state}
    aria-describedby=${hint ? `${id}-hint` : nothing}
  >
    <legend>${next ? nextMark(view) : nothing}${view.law.say(`fact/${fact.id}/ask`)}</legend>
    ${hint ? html`<p class="hint" id="${id}-hint">${hint}</p>` : nothing}
    ${settled ? nothing : html`<div class="answers" data-columns=${columns(view, fact)}>${answers(view, asked)}</div>`}
    ${view.told?.(fact.id)}
    ${said ? saidByDates(view, said, asked.jump) : nothing}
    ${trouble ? html`<p class="wrong">${trouble}</p>` : nothing}
  </fieldset>`;
}

function columns(view: View, { id, kind, choices }: FactDescription): number | typeof nothing {
  if (kind !== 'choice' && kind !== 'set') return nothing;
  const keys = choices.map((choice) => `fact/${id}/choice/${choice}`);
  if (keys.some((key) => view.law.maybe(`${key}/hint`) !== undefined)) return nothing;
  const longest = Math.max(...keys.map((key) => view.law.say(key).length));
  const [four, three] = SHORT[view.say.lang];
  return longest <= four ? 4 : longest <= three ? 3 : nothing;
}

function nextMark(view: View): TemplateResult {
  return html`<span class="next-mark">${view.say('question-next')}</span>`;
}

function answers(view: View, asked: Asked): TemplateResult {
  switch (asked.fact.kind) {
    case 'yes_no':
      return html`${radio(view, asked, true, view.say('answer-yes'))}
      ${radio(view, asked, false, view.say('answer-no'))} ${unknown(view, asked)}`;
    case 'choice':
      return asked.fact.choices.length > MOST_CARDS ? select(view, asked) : cards(view, asked);
    case 'set':
      return boxes(view, asked);
    default:
      return number(view, asked);
  }
}

function radio(
  view: View,
  { fact, answer }: Asked,
  value: Value,
  label: string,
  hint?: string,
): TemplateResult {
  return html`<label class="answer">
    <input
      type="radio"
      name=${fact.id}
      .checked=${live(view.answers[fact.id] === value)}
      @change=${() => answer(fact.id, value)}
    />
    <span>${label}${hint ? html`<small>${hint}</small>` : nothing}</span>
  </label>`;
}

function unknown(view: View, { fact, answer }: Asked): TemplateResult {
  const value = view.answers[fact.id];
  return html`<label class="answer unknown" data-default=${value === undefined ? '' : nothing}>
    <input
      type="radio"
      name=${fact.id}
      .checked=${live(value === null)}
      @change=${() => answer(fact.id, null)}
    />
    <span>${view.say('answer-unknown')}</span>
  </label>`;
}

function cards(view: View, asked: Asked): TemplateResult {
  const { id, choices } = asked.fact;
  return html`${choices.map((choice) => {
    const key = `fact/${id}/choice/${choice}`;
    return radio(view, asked, choice, view.law.say(key), view.law.maybe(`${key}/hint`));
  })}
  ${unknown(view, asked)}`;
}

function select(view: View, { fact, answer }: Asked): TemplateResult {
  const value = view.answers[fact.id];
  const chosen = value === undefined ? 'open' : value === null ? 'unknown' : `=${value}`;
  const change = (event: Event) => {
    const picked = (event.target as HTMLSelectElement).value;
    answer(fact.id, picked === 'open' ? undefined : picked === 'unknown' ? null : picked.slice(1));
  };
  const option = (key: string, label: string) =>
    html`<option value=${key} .selected=${live(chosen === key)}>${label}</option>`;
  return html`<select aria-label=${view.law.say(`fact/${fact.id}/ask`)} @change=${change}>
    ${option('open', view.say('answer-open'))}
    ${fact.choices.map((choice) => option(`=${choice}`, view.law.say(`fact/${fact.id}/choice/${choice}`)))}
    ${option('unknown', view.say('answer-unknown'))}
  </select>`;
}

function boxes(view: View, asked: Asked): TemplateResult {
  const { fact, answer } = asked;
  const value = view.answers[fact.id];
  const members = Array.isArray(value) ? value : [];
  const toggle = (choice: string) => {
    const kept = fact.choices.filter((one) => (one === choice) !== members.includes(one));
    answer(fact.id, kept.length > 0 ? kept : undefined);
  };
  return html`${fact.choices.map((choice) => {
    const key = `fact/${fact.id}/choice/${choice}`;
    const hint = view.law.maybe(`${key}/hint`);
    return html`<label class="answer">
      <input
        type="checkbox"
        .checked=${live(members.includes(choice))}
        @change=${() => toggle(choice)}
      />
      <span>${view.law.say(key)}${hint ? html`<small>${hint}</small>` : nothing}</span>
    </label>`;
  })}
  <label class="answer">
    <input
      type="checkbox"
      .checked=${live(Array.isArray(value) && value.length === 0)}
      @change=${(event: Event) =>
        answer(fact.id, (event.target as HTMLInputElement).checked ? [] : undefined)}
    />
    <span>${view.say('answer-none')}</span>
  </label>
  <label class="answer unknown" data-default=${value === undefined ? '' : nothing}>
    <input
      type="checkbox"
      .checked=${live(value === null)}
      @change=${(event: Event) =>
        answer(fact.id, (event.target as HTMLInputElement).checked ? null : undefined)}
    />
    <span>${view.say('answer-unknown')}</span>
  </label>`;
}

/** What can be said of a day instead: that it did not come, and that it is not known. */
function insteadOfDay(view: View, { fact, answer }: Asked): TemplateResult {
  const given = view.answers[fact.id];
  const tick = (value: string | null, label: string) => html`<label
    class="answer ${value === null ? 'unknown' : ''}"
    data-default=${value === null && given === undefined ? '' : nothing}
  >
    <input
      type="checkbox"
      .checked=${live(given === value)}
      @change=${(event: Event) =>
        answer(fact.id, (event.target as HTMLInputElement).checked ? value : undefined)}
    />
    <span>${label}</span>
  </label>`;
  return html`${fact.choices.map((choice) =>
    tick(choice, view.law.say(`fact/${fact.id}/choice/${choice}`)),
  )}
  ${tick(null, view.say('answer-unknown'))}`;
}

function number(view: View, asked: Asked): TemplateResult {
  const { fact, answer } = asked;
  const value = view.answers[fact.id];
  const typed = (event: Event) => {
    const text = (event.target as HTMLInputElement).value.normalize('NFKC').trim();
    answer(fact.id, /^-?\d+$/.test(text) ? Number(text) : undefined);
  };
  return html`<input
      class="number"
      inputmode="numeric"
      autocomplete="off"
      aria-label=${view.law.say(`fact/${fact.id}/ask`)}
      .value=${live(typeof value === 'number' ? `${value}` : '')}
      @change=${typed}
    />
    ${unknown(view, asked)}`;
}
