import { html, nothing, type TemplateResult } from 'lit';
import type { Deadline } from '../../engine/types.ts';
import { dayInWords, isDay } from '../../i18n/dates.ts';
import { safeDay } from '../../state/safe-day.ts';
import { notes } from '../citation.ts';
import { type Jump, jumpLink } from '../decision/jump.ts';
import type { View } from '../view.ts';
import { named } from './deadline-words.ts';
import { period } from './period.ts';

/** Whether days are counted, or the law lays none down. */
export function isCounted({ count }: Deadline): boolean {
  return count !== 'no_number';
}

/**
 * The steps that follow one another from the first deadline of the rulebook on, in its order:
 * each runs from the day of the first one, or from the day on which a step before it was done.
 */
function stepsOf(items: Deadline[]): Deadline[] {
  const days = new Set(items.slice(0, 1).map(({ since }) => since));
  return items.filter(({ since, done }) => {
    if (!days.has(since)) return false;
    if (done !== null) days.add(done);
    return true;
  });
}

/**
 * What happens after filing, step by step: who does what, in what time, by which provision, with
 * the days that are known.
 */
export function course(
  view: View,
  items: Deadline[],
  asked: Set<string>,
  jump: Jump,
): TemplateResult | typeof nothing {
  const steps = stepsOf(items);
  // Where no step follows another there is no course.
  if (steps.every(({ since }) => since === steps[0]?.since)) return nothing;
  const told = new Set<string>();
  // What holds of every step is said once.
  const isOpen = steps.every(({ applies }) => applies === 'unknown');
  return html`<section class="part course" aria-labelledby="course-title">
    <h2 id="course-title">${view.say('course-title')}</h2>
    <p class="quiet">
      ${view.say('course-lead')}${isOpen ? `${view.say('gap')}${view.say('course-may-apply')}` : nothing}
    </p>
    <ol>
      ${steps.map((step) => one(view, step, !isOpen, asked, jump, told))}
    </ol>
  </section>`;
}

function one(
  view: View,
  step: Deadline,
  doubts: boolean,
  asked: Set<string>,
  jump: Jump,
  told: Set<string>,
): TemplateResult {
  const { say, law, answers } = view;
  const words = (day: string) => html`<time datetime=${day}>${dayInWords(day, say.lang)}</time>`;
  const done = step.done === null ? undefined : answers[step.done];
  const due = safeDay(step);
  const state = isDay(done) ? 'done' : due === null ? 'open' : 'running';
  const day = { done: 'course-done', running: 'course-by', open: '' }[state];
  const known = isDay(done) ? done : due;
  return html`<li class="noted" data-step=${step.id} data-state=${state}>
    <div>
      <p class="course-name">${named(view, step)}</p>
      <p class="course-time">
        <span>${period(say, step.count)}</span>
        ${known === null ? nothing : html`<span>${say(day)} ${words(known)}</span>`}
        ${doubts && step.applies === 'unknown' ? html`<span class="quiet">${say('course-may-apply')}</span>` : nothing}
      </p>
      <p class="quiet">${law.say(`deadline/${step.id}/says`)}</p>
      ${step.from === null && asked.has(step.since) ? jumpLink(view, step.since, jump) : nothing}
    </div>
    ${notes(view, step.citations, told)}
  </li>`;
}
