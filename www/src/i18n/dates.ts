import type { Lang } from '../engine/types.ts';

const long = {
  zh: new Intl.DateTimeFormat('zh-CN', { dateStyle: 'long', timeZone: 'UTC' }),
  en: new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }),
};

/** A calendar day. */
export interface Day {
  year: number;
  month: number;
  day: number;
}

/** `2026-01-02` for a day that exists, otherwise nothing. */
export function isoDay({ year, month, day }: Day): string | undefined {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  const exists =
    year >= 1000 &&
    date.getUTCFullYear() === year &&
    date.getUTCMonth() === month - 1 &&
    date.getUTCDate() === day;
  return exists ? date.toISOString().slice(0, 10) : undefined;
}

/** Whether a text is written as `2026-01-02`, and such a day exists. */
export function isDay(text: unknown): text is string {
  return (
    typeof text === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(text) && isoDay(dayOf(text)) === text
  );
}

/** The day written as `2026-01-02`. */
export function dayOf(iso: string): Day {
  const [year = 0, month = 0, day = 0] = iso.split('-').map(Number);
  return { year, month, day };
}

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/**
 * The day that a pasted text names, as `2026-01-02`: that spelling itself, with slashes or
 * dots, run together, 2026年1月2日, `2 January 2026` or `January 2, 2026`. Nothing for
 * texts such as 01/02/2026, which mean two different days.
 */
export function readDay(text: string): string | undefined {
  const plain = text.normalize('NFKC').trim().toLowerCase();
  const numeric =
    /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?$/.exec(plain) ??
    /^(\d{4})(\d{2})(\d{2})$/.exec(plain);
  if (numeric) {
    const [, year, month, day] = numeric.map(Number);
    return isoDay({ year: year ?? 0, month: month ?? 0, day: day ?? 0 });
  }
  const named =
    /^(?<day>\d{1,2})\.? (?<month>[a-z]{3})[a-z]*\.?,? (?<year>\d{4})$/.exec(plain) ??
    /^(?<month>[a-z]{3})[a-z]*\.? (?<day>\d{1,2}),? (?<year>\d{4})$/.exec(plain);
  if (!named?.groups) return undefined;
  const { year, month, day } = named.groups;
  const place = MONTHS.indexOf(month ?? '') + 1;
  return isoDay({ year: Number(year), month: place, day: Number(day) });
}

/** A time of day behind a day: 14:22, 14:22:33, 14时22分33秒, T14:22. */
const BEHIND =
  /^(.*[\d日])(?:\s+|\s*t|(?<=日)\s*)(\d{1,2})[:时](\d{1,2})(?:[:分](\d{1,2})(?:\.\d+)?)?[分秒]?$/;

/**
 * The day that a pasted text names, and the time of day, `09:05`, if one stands behind it.
 * Nothing for a text that names no day, or a time that the text leaves open: `下午3点`, an
 * offset.
 */
export function readMoment(text: string): { day: string; time?: string } | undefined {
  const plain = text.normalize('NFKC').trim().toLowerCase();
  const [, before, hours = '', minutes = '', seconds = '0'] = BEHIND.exec(plain) ?? [];
  const day = readDay(before ?? plain);
  if (day === undefined || before === undefined) return day === undefined ? undefined : { day };
  const exists = Number(hours) < 24 && Number(minutes) < 60 && Number(seconds) < 60;
  return exists
    ? { day, time: `${hours.padStart(2, '0')}:${minutes.padStart(2, '0')}` }
    : undefined;
}

/** The day before. */
export function dayBefore(iso: string): string {
  const date = new Date(`${iso}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() - 1);
  return date.toISOString().slice(0, 10);
}

/** 2026年1月2日, or 2 January 2026. */
export function dayInWords(iso: string, lang: Lang): string {
  return long[lang].format(new Date(`${iso.slice(0, 10)}T00:00:00Z`));
}

/** The instant by its own clock: 2026年1月2日12:00, or 2 January 2026 at 12:00. */
export function instantInWords(instant: string, lang: Lang): string {
  const time = timeOf(instant);
  const day = dayInWords(instant, lang);
  if (time === undefined) return day;
  return lang === 'zh' ? `${day}${time}` : `${day} at ${time}`;
}

/** The instant in its own offset: `2026-01-02 12:00`, to the second where it has seconds. */
export function instantInDigits(instant: string): string {
  const time = timeOf(instant);
  return time ? `${instant.slice(0, 10)} ${time}` : instant.slice(0, 10);
}

/** The time of an instant by its own clock, to the second where it has seconds. */
function timeOf(instant: string): string | undefined {
  return /T(\d{2}:\d{2}(?::\d{2})?)/.exec(instant)?.[1];
}

/** The instant by its own clock as a text that sorts by time: `2026-01-02T12:00:00`. */
export function sortable(instant: string): string {
  const [, time = '00:00', seconds = ':00'] = /T(\d{2}:\d{2})(:\d{2})?/.exec(instant) ?? [];
  return `${instant.slice(0, 10)}T${time}${seconds}`;
}

/** Today by this device's calendar. */
export function today(): string {
  const now = new Date();
  return isoDay({ year: now.getFullYear(), month: now.getMonth() + 1, day: now.getDate() }) ?? '';
}
