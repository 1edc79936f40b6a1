import { isoDay } from '../i18n/dates.ts';
import { type Clock, clockOf, isClock, readClock, secondsOf, tidied } from './clock.ts';
import type { Order } from './types.ts';

/** A day, `2019-06-10`, and perhaps a time of it. */
export interface Moment {
  day: string;
  time?: Clock;
}

/** What is wrong with a cell that should name a day. */
export type DayFault = 'not_a_day' | 'no_such_day' | 'no_such_time' | 'order_open';

/** What has to be known to read a day. */
export interface DayReading {
  /** The offset of the ledger, `+08:00`. */
  offset: string;
  /** How dates such as 03/04/2026 and 21-03-14 are written, where it is known. */
  order?: Order | undefined;
  /** The year of the day as of which is read: years of two digits lie in its century, and before its next one ends. */
  year: number;
  /** Days by which the numbers of the workbook start later than those of most. */
  since?: number;
}

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
/** The names of the days of the week, Sunday first, as they stand beside a date. */
const WEEKDAYS = ['日|天', '一', '二', '三', '四', '五', '六'].map(
  (name, day): [RegExp, number] => {
    const short = 'sun mon tue wed thu fri sat'.split(' ')[day];
    return [new RegExp(`\\(? ?(?:(?:星期|周|礼拜)(?:${name})|\\b${short}[a-z]*)[,.]? ?\\)?`), day];
  },
);

/** A date with its year first, or with its parts in an order of their own. */
const NUMERIC = /^(\d{1,4}) ?([-/.年]) ?(\d{1,2}) ?([-/.月]) ?(\d{1,4}) ?[日号]?$/;
const NAMED = [
  /^(?<day>\d{1,2})(?:st|nd|rd|th)?[- .]{1,2}(?<month>[a-z]{3,9})\.?,?[- ](?<year>\d{4}|\d{2})$/,
  /^(?<month>[a-z]{3,9})\.? (?<day>\d{1,2})(?:st|nd|rd|th)?,? (?<year>\d{4})$/,
];
const OFFSET = / ?(z|(?:gmt|utc)? ?[+-]\d{1,2}(?::?\d{2})?)$/;

interface Parts {
  year: number;
  month: number;
  day: number;
}

/** A date as written, before it is known in which order. */
type Written = Parts | { turned: [string, string, string] } | 'not_a_day';

/** The orders in which a cell can be read, where it depends on one. */
export function ordersOf(cell: string, year: number): Order[] | undefined {
  const { written } = split(cell);
  if (typeof written === 'string' || !('turned' in written)) return undefined;
  return (['ymd', 'dmy', 'mdy'] as const).filter(
    (order) => typeof dated(written, order, year) === 'object',
  );
}

/** Whether a cell looks as if it named a day, even one that does not exist. */
export function looksLikeDay(cell: string): boolean {
  return split(cell).written !== 'not_a_day';
}

/** The time that stands with the day of a cell, by its own clock; nothing where there is none. */
export function timeIn(cell: string): { time: string; own: string } | undefined {
  const { written, rest, own } = split(cell);
  return written === 'not_a_day' || rest === '' ? undefined : { time: rest, own };
}

/**
 * The moment that a cell names, by the clock of the ledger. Nothing is rolled over: a day, an
 * hour or an offset that does not exist is a fault.
 */
export function readMoment(cell: string, reading: DayReading): Moment | DayFault {
  const { offset, order, year, since = 0 } = reading;
  const { written, rest, own, weekday } = split(cell, since);
  if (typeof written === 'string') return 'not_a_day';
  const parts = dated(written, order, year);
  if (typeof parts === 'string') return parts;
  const day = isoDay(parts);
  if (day === undefined) return 'no_such_day';
  if (weekday !== undefined && new Date(`${day}T00:00:00Z`).getUTCDay() !== weekday) {
    return 'no_such_day';
  }
  if (rest === '') return own === '' ? { day } : 'not_a_day';
  const time = readClock(rest);
  if (!isClock(time)) return time === 'no_such_time' ? time : 'not_a_day';
  return own === '' ? { day, time } : moved({ day, time }, own, offset);
}

/** Whether what was read is a moment. */
export function isMoment(read: Moment | DayFault): read is Moment {
  return typeof read === 'object';
}

/** A cell as date, time and offset. */
function split(
  cell: string,
  since = 0,
): { written: Written; rest: string; own: string; weekday?: number } {
  const none = { written: 'not_a_day', rest: '', own: '' } as const;
  let text = tidied(cell);
  if (text.length > 80 || !/\d/.test(text)) return none;
  const digits = runTogether(text, since);
  if (digits) return digits;
  let weekday: number | undefined;
  for (const [name, day] of WEEKDAYS) {
    const without = text.replace(name, ' ').replace(/ +/g, ' ').trim();
    if (without !== text) [text, weekday] = [without, day];
  }
  const named = weekday === undefined ? {} : { weekday };
  const whole = writtenAs(text);
  if (whole !== 'not_a_day') return { written: whole, rest: '', own: '', ...named };
  // The date ends where a `t`, a blank or 日 is followed by what is no date any more.
  for (const cut of cuts(text)) {
    const written = writtenAs(text.slice(0, cut).trim());
    if (written === 'not_a_day') continue;
    const after = text.slice(cut).replace(/^[t,]/, '').trim();
    const [, own = ''] = OFFSET.exec(after) ?? [];
    return { written, rest: after.slice(0, after.length - own.length).trim(), own, ...named };
  }
  return none;
}

/** The places where a date can end, the last one first. */
function cuts(text: string): number[] {
  const found: number[] = [];
  for (let place = text.length - 1; place > 3; place -= 1) {
    const [before = '', here = ''] = [text[place - 1], text[place]];
    if (here === ' ' || here === ',' || before === '日' || before === '号') found.push(place);
    if (here === 't' && /\d/.test(before)) found.push(place);
  }
  return found;
}

function writtenAs(text: string): Written {
  const [, first = '', , second = '', , third = ''] = NUMERIC.exec(text) ?? [];
  if (first !== '') {
    if (first.length === 4 && third.length <= 2) {
      return { year: Number(first), month: Number(second), day: Number(third) };
    }
    if (first.length <= 2 && (third.length === 4 || third.length <= 2)) {
      return { turned: [first, second, third] };
    }
    return 'not_a_day';
  }
  for (const form of NAMED) {
    const { day, month = '', year = '' } = form.exec(text)?.groups ?? {};
    const place = MONTHS.indexOf(month.slice(0, 3)) + 1;
    if (day === undefined || place === 0) continue;
    const whole = year.length === 2 ? 2000 + Number(year) : Number(year);
    return { year: whole, month: place, day: Number(day) };
  }
  return 'not_a_day';
}

/** Digits alone: 8, 12, 14 or 17 of a date, 10 or 13 since 1970, 5 of a spreadsheet. */
function runTogether(text: string, since: number): ReturnType<typeof split> | undefined {
  const serial = /^([2-7]\d{4})(\.\d{1,20})?$/.exec(text);
  if (serial) {
    const seconds = Math.round(Number(`0${serial[2] ?? ''}`) * 86_400);
    // 25569 is the number of 1 January 1970 in spreadsheets.
    return instant(
      (Number(serial[1]) + since - 25_569) * 86_400 + seconds,
      '',
      serial[2] !== undefined,
    );
  }
  if (!/^\d+$/.test(text)) return undefined;
  if (text.length === 10) return instant(Number(text), 'z', true);
  if (text.length === 13) return instant(Math.floor(Number(text) / 1000), 'z', true);
  if (![8, 12, 14, 17].includes(text.length)) return undefined;
  const [year = '', month = '', day = '', hours, minutes, seconds = '00'] =
    /^(\d{4})(\d{2})(\d{2})(?:(\d{2})(\d{2})(\d{2})?(?:\d{3})?)?$/.exec(text)?.slice(1) ?? [];
  const written = { year: Number(year), month: Number(month), day: Number(day) };
  return { written, rest: hours === undefined ? '' : `${hours}:${minutes}:${seconds}`, own: '' };
}

function instant(seconds: number, own: string, timed: boolean): ReturnType<typeof split> {
  const date = new Date(seconds * 1000);
  const written = {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
  };
  const time = clockOf(((seconds % 86_400) + 86_400) % 86_400);
  return { written, rest: timed ? time : '', own };
}

function dated(
  written: Parts | { turned: [string, string, string] },
  order: Order | undefined,
  last: number,
): Parts | DayFault {
  if (!('turned' in written)) return written;
  if (order === undefined) return 'order_open';
  const [first, second, third] = written.turned;
  const [year, month, day] = {
    ymd: [first, second, third],
    dmy: [third, second, first],
    mdy: [third, first, second],
  }[order] as [string, string, string];
  if (year.length === 1 || month.length > 2 || day.length > 2) return 'no_such_day';
  const whole = year.length === 4 ? Number(year) : century(Number(year), last);
  if (whole === undefined) return 'no_such_day';
  const parts = { year: whole, month: Number(month), day: Number(day) };
  return isoDay(parts) === undefined ? 'no_such_day' : parts;
}

/** The year that two digits name: none after the next one, and none of another century. */
function century(short: number, last: number): number | undefined {
  const whole = last - (last % 100) + short;
  return whole > last + 1 ? undefined : whole;
}

/** A moment with an offset of its own, by another clock. */
function moved({ day, time = '' }: Moment, own: string, offset: string): Moment | DayFault {
  const [from, to] = [minutesOf(own), minutesOf(offset)];
  if (from === undefined || to === undefined) return 'no_such_time';
  const seconds = secondsOf(time) + (to - from) * 60;
  const days = Math.floor(seconds / 86_400);
  const date = new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000);
  const year = date.getUTCFullYear();
  const found = isoDay({ year, month: date.getUTCMonth() + 1, day: date.getUTCDate() });
  return found ? { day: found, time: clockOf(seconds - days * 86_400) } : 'no_such_day';
}

/** The minutes of an offset ahead of UTC: `Z`, `+08:00`, `+0800`, `UTC+8`. */
function minutesOf(own: string): number | undefined {
  const text = own.replace(/^(?:gmt|utc) ?/i, '');
  if (text.toLowerCase() === 'z') return 0;
  const [, sign, hours = '', minutes = '0'] = /^([+-])(\d{1,2})(?::?(\d{2}))?$/.exec(text) ?? [];
  if (hours === '' || Number(hours) > 14 || Number(minutes) > 59) return undefined;
  return (Number(hours) * 60 + Number(minutes)) * (sign === '-' ? -1 : 1);
}
