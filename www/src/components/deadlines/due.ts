import { html, nothing, type TemplateResult } from 'lit';
import type { Deadline } from '../../engine/types.ts';
import { dayInWords } from '../../i18n/dates.ts';
import { safeDay } from '../../state/safe-day.ts';
import type { View } from '../view.ts';
import { remarks } from './due-words.ts';

/**
 * The last day with the days left from a day of the user's, the safe one where it lies between
 * two days, and what has to be said of it; or why it cannot be told.
 */
export function due(view: View, item: Deadline, from: string): TemplateResult {
  const day = safeDay(item);
  if (day === null) {
    const why = item.untold === null ? 'deadline-open' : 'deadline-untold';
    return html`<p class="deadline-due">${view.say(why)}</p>`;
  }
  return html`${lastDay(view, item, day, from)}
    ${remarks(view, item).map(({ kind, text }) => html`<p class="deadline-${kind}">${text}</p>`)}`;
}

/**
 * The day by which to act, with the days left. It is over only when the day is over on which
 * it ends at the latest.
 */
function lastDay({ say }: View, item: Deadline, day: string, from: string): TemplateResult {
  const latest = item.range?.latest ?? item.moved ?? day;
  const maybe = item.range !== null && day < from && from <= latest;
  // A certain day that gives way is counted to the later day, a range to its safe day.
  const left = daysBetween(from, item.range === null || latest < from ? latest : day);
  const state = maybe ? 'maybe' : left < 0 ? 'over' : left === 0 ? 'today' : 'running';
  const word = {
    maybe: 'deadline-maybe-over',
    over: 'deadline-over',
    today: 'deadline-today',
    running: 'deadline-left',
  }[state];
  return html`<p class="deadline-due" data-state=${state}>
    ${item.range === null ? nothing : html`<small class="deadline-safe">${say('deadline-safe')}</small>`}
    <time datetime=${day}>${dayInWords(day, say.lang)}</time>
    <span>${say(word, { count: Math.abs(left) })}</span>
    ${item.kept === null ? nothing : html`<span>${say(item.kept ? 'deadline-kept' : 'deadline-missed')}</span>`}
  </p>`;
}

/** How many days `to` lies after `from`; negative, if it lies before. */
function daysBetween(from: string, to: string): number {
  const instant = (iso: string) => Date.parse(`${iso}T00:00:00Z`);
  return Math.round((instant(to) - instant(from)) / 86_400_000);
}
