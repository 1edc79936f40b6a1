import { html, nothing, type TemplateResult } from 'lit';
import type { Deadline, DueRange } from '../../engine/types.ts';
import { dayInWords } from '../../i18n/dates.ts';
import { daysInWords } from '../../i18n/spans.ts';
import { joined, type View } from '../view.ts';

/**
 * The last day with the days left from a day of the user's; the days between which it lies; or
 * why it cannot be told.
 */
export function due(view: View, item: Deadline, from: string): TemplateResult {
  const { say } = view;
  if (item.range !== null) return between(view, item, item.range, from);
  if (item.due === null) {
    return html`<p class="deadline-due">${say(item.untold === null ? 'deadline-open' : 'deadline-untold')}</p>`;
  }
  return html`${lastDay(view, item, item.due, item.moved ?? item.due, from)}
    ${
      item.moved === null
        ? nothing
        : html`<p class="deadline-moved">${say('deadline-moved', { day: dayInWords(item.moved, say.lang) })}</p>`
    }
    ${
      item.holidaysUnknown.length === 0
        ? nothing
        : html`<p class="deadline-unknown">${say('deadline-far-from-holidays', { years: years(view, item) })}</p>`
    }`;
}

/** The safe day first, then how much later it may be, then why. */
function between(view: View, item: Deadline, range: DueRange, from: string): TemplateResult {
  const { say } = view;
  const words = (day: string) => dayInWords(day, say.lang);
  const { counted, earliest, latest, expected } = range;
  const ends = { earliest: words(earliest), latest: words(latest) };
  const told = (message: string, days: string[]) =>
    days.length === 0 ? [] : say(message, { days: joined(view, daysInWords(say, days)) });
  const why = [
    told('deadline-holidays', range.holidays),
    told('deadline-may-be-off', range.mayBeOff),
    told('deadline-may-be-worked', range.mayBeWorked),
  ].flat();
  return html`${lastDay(view, item, counted ?? earliest, latest, from, 'deadline-safe')}
    <p class="deadline-range">
      ${
        counted === null
          ? say('deadline-range', ends)
          : say(counted === earliest ? 'deadline-range-may-move' : 'deadline-range-moved', ends)
      }
    </p>
    ${
      expected === null
        ? nothing
        : html`<p class="deadline-range">${say('deadline-expected', { day: words(expected) })}</p>`
    }
    <p class="deadline-unknown">
      ${say(reachesBack(item, range) ? 'deadline-not-arranged-december' : 'deadline-not-arranged', {
        years: years(view, item),
      })}
    </p>
    <p class="deadline-unknown">${why.join(say('sentence-separator'))}</p>`;
}

/** Whether the arrangement of a year may change days of the year before. */
function reachesBack(item: Deadline, { mayBeOff, mayBeWorked }: DueRange): boolean {
  return [...mayBeOff, ...mayBeWorked].some(
    (day) => !item.holidaysUnknown.includes(Number(day.slice(0, 4))),
  );
}

function years(view: View, item: Deadline): string {
  return joined(view, item.holidaysUnknown.map(String));
}

/**
 * The day by which to act, with the days left. It is over only when the day is over on which
 * it ends at the latest.
 */
function lastDay(
  { say }: View,
  item: Deadline,
  day: string,
  latest: string,
  from: string,
  label?: string,
): TemplateResult {
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
    ${label === undefined ? nothing : html`<small class="deadline-safe">${say(label)}</small>`}
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
