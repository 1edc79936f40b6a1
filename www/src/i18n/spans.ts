import type { Value } from '../engine/types.ts';
import { dayBefore, dayInWords } from './dates.ts';
import type { Words } from './words.ts';

/** A time between two days, as an ISO 8601 duration such as `P6M1D` says it. */
interface Span {
  months: number;
  days: number;
  /** Whether it runs back from the day from which it is counted. */
  back: boolean;
}

function readSpan(text: string): Span {
  const [, sign, months = '0', days = '0'] = /^(-?)P(?:(\d+)M)?(?:(\d+)D)?$/.exec(text) ?? [];
  return { months: Number(months), days: Number(days), back: sign === '-' };
}

function length(say: Words, { months, days }: Span): string {
  if (months === 0) return say('span-days', { days });
  return days === 0 ? say('span-months', { months }) : say('span-both', { months, days });
}

/**
 * A date's distance from another one, bounded from below and above, in words. A bound of a
 * whole time and one day is told as more, or no more, than that time.
 */
export function distanceInWords(say: Words, from?: Value, before?: Value): string {
  const bounds = [
    typeof from === 'string' ? bound(say, readSpan(from), 'from') : undefined,
    typeof before === 'string' ? bound(say, readSpan(before), 'before') : undefined,
  ];
  return bounds.filter((words) => words !== undefined).join(say('bound-and'));
}

const WORDS = {
  from: {
    same: 'span-from-same',
    past: 'span-from-past',
    full: 'span-from',
    back: 'span-from-back',
  },
  before: {
    same: 'span-before-same',
    past: 'span-before-past',
    full: 'span-before',
    back: 'span-before-back',
  },
} as const;

function bound(say: Words, span: Span, side: keyof typeof WORDS): string {
  const words = WORDS[side];
  if (span.back) return say(words.back, { span: length(say, span) });
  if (span.months === 0 && span.days === 0) return say(words.same);
  if (span.days === 0) return say(words.full, { span: length(say, span) });
  const less = { ...span, days: span.days - 1 };
  const none = less.months === 0 && less.days === 0;
  return none
    ? say(side === 'from' ? 'span-from-next' : 'span-before-next')
    : say(words.past, { span: length(say, less) });
}

/** Days in their order, those that follow on each other told together. */
export function daysInWords(say: Words, days: string[]): string[] {
  const spans: [string, string][] = [];
  for (const day of days) {
    const last = spans.at(-1);
    if (last && dayBefore(day) === last[1]) last[1] = day;
    else spans.push([day, day]);
  }
  const words = (day: string) => dayInWords(day, say.lang);
  return spans.map(([first, last]) =>
    first === last
      ? words(first)
      : say('deadline-days', { first: words(first), last: words(last) }),
  );
}
