import { isoDay, readDay } from '../i18n/dates.ts';

/** In which order a date such as 03/04/2026 is written. */
export type Order = 'dmy' | 'mdy';

/** A day and perhaps a time of it. */
export interface Moment {
  day: string;
  time?: string;
}

/** Dates that say day and month in an order of their own: 3/4/2026, 03-04-26. */
const TURNED = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})$/;
/** A spreadsheet's number of a day, with the time as its fraction. */
const SERIAL = /^[2-7]\d{4}(\.\d+)?$/;
const OFFSET = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})(?::\d{2}(?:\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/i;
const TIME =
  /\s*(上午|下午|am|pm)?\s*(\d{1,2})\s*[:时点]\s*(\d{2})\s*(?:[:分]\s*(\d{2})(?:\.\d+)?\s*秒?)?分?\s*(am|pm)?$/i;

/** Whether the order of day and month has to be known to read a cell. */
export function needsOrder(cell: string): boolean {
  return TURNED.test(dayPart(cell));
}

/** The order in which the dates of a column are written; nothing, if they leave it open. */
export function orderOf(cells: string[]): Order | undefined {
  for (const cell of cells) {
    const [, first = '', second = ''] = TURNED.exec(dayPart(cell)) ?? [];
    if (Number(first) > 12) return 'dmy';
    if (Number(second) > 12) return 'mdy';
  }
  return undefined;
}

function tidy(cell: string): string {
  return cell.normalize('NFKC').trim();
}

function dayPart(cell: string): string {
  return tidy(cell).replace(TIME, '').trim();
}

/** The moment that a cell names, by the clock of `offset`; nothing, if it names none. */
export function readMoment(
  cell: string,
  offset: string,
  order: Order | undefined,
): Moment | undefined {
  const text = tidy(cell);
  const [, day = '', time = '', own = ''] = OFFSET.exec(text) ?? [];
  if (day) return shifted(`${day}T${time}`, own, offset);
  if (SERIAL.test(text)) return fromSerial(Number(text));
  const written = dayPart(text.replace(/^(\d{4}-\d{2}-\d{2})T/i, '$1 '));
  const named = readTurned(written, order) ?? readDay(spelt(written));
  if (named === undefined) return undefined;
  const [clock] = TIME.exec(text.replace('T', ' ')) ?? [];
  const at = clock === undefined ? undefined : readClock(clock);
  return { day: named, ...(at === undefined ? {} : { time: at }) };
}

/** `2-Jan-26` as `2 Jan 2026`, which can be read. */
function spelt(text: string): string {
  return text.replace(
    /^(\d{1,2})-([a-z]{3,9})-(\d{4}|\d{2})$/i,
    (_, day, month, year) => `${day} ${month} ${year.length === 2 ? `20${year}` : year}`,
  );
}

function readTurned(text: string, order: Order | undefined): string | undefined {
  const [, first = '', second = '', year = ''] = TURNED.exec(text) ?? [];
  if (year === '' || order === undefined) return undefined;
  const [day, month] = order === 'dmy' ? [first, second] : [second, first];
  return isoDay({ year: Number(year.length === 2 ? `20${year}` : year), month: +month, day: +day });
}

/** The time of day that a cell names: 9:30, 下午3:30, 3:30 pm, 9时30分, or a fraction of a day. */
export function readClock(cell: string): string | undefined {
  const text = tidy(cell);
  if (/^0?\.\d+$|^0$/.test(text)) return inDay(Number(text));
  const [all, before = '', hours = '', minutes = '', , after = ''] = TIME.exec(text) ?? [];
  if (all === undefined || all.trim() !== text) return undefined;
  const half = (before || after).toLowerCase();
  const hour = Number(hours);
  if (half && (hour < 1 || hour > 12)) return undefined;
  const late = half === 'pm' || half === '下午';
  const whole = half ? (hour % 12) + (late ? 12 : 0) : hour;
  if (whole > 23 || Number(minutes) > 59) return undefined;
  return `${`${whole}`.padStart(2, '0')}:${minutes}`;
}

function fromSerial(serial: number): Moment {
  const day = new Date(Date.UTC(1899, 11, 30) + Math.floor(serial) * 86_400_000);
  const iso = day.toISOString().slice(0, 10);
  return Number.isInteger(serial) ? { day: iso } : { day: iso, time: inDay(serial % 1) };
}

function inDay(fraction: number): string {
  const minutes = Math.round(fraction * 1440);
  const two = (number: number) => `${number}`.padStart(2, '0');
  return `${two(Math.floor(minutes / 60) % 24)}:${two(minutes % 60)}`;
}

/** A moment with an offset of its own, by another clock. */
function shifted(wall: string, own: string, offset: string): Moment {
  const at = new Date(`${wall}:00${own.toUpperCase()}`).getTime();
  const [, sign, hours = '0', minutes = '0'] = /^([+-])(\d{2}):(\d{2})$/.exec(offset) ?? [];
  const ahead = (Number(hours) * 60 + Number(minutes)) * (sign === '-' ? -1 : 1);
  const iso = new Date(at + ahead * 60_000).toISOString();
  return { day: iso.slice(0, 10), time: iso.slice(11, 16) };
}
