import { readYuan } from '../state/findings.ts';
import { isClock, readClock } from './clock.ts';
import { isMoment, readMoment } from './days.ts';
import { readCount, readPoints, readYes } from './numbers.ts';
import { answerTo, type Reading } from './reading.ts';
import { type Draft, wrong } from './row-draft.ts';
import { setOf } from './says.ts';
import { plain } from './spelling.ts';
import { readStatus } from './statuses.ts';
import type { AppealStatus, ColumnId } from './types.ts';

/** A cell that is being read, and where it goes. */
interface Cell {
  text: string;
  place: number;
  /** The name in the rulebook, for columns that it brings. */
  name: string;
  draft: Draft;
  reading: Reading;
}

/** How the cells of each kind of column are read. */
const READ: Record<string, (cell: Cell) => void> = {
  day: readDay,
  time: readTimeOfDay,
  tier: ({ text, place, draft }) => {
    if (text === '') wrong(draft, 'no_tier', place, text);
    else draft.tierCell = { cell: text, place };
  },
  items: ({ text, place, draft }) => {
    const items = readCount(text);
    if (items === undefined) wrong(draft, 'not_a_count', place, text);
    else draft.finding.items = items;
  },
  points: readTaken,
  strike: (cell) => {
    const strike = yesOf(cell);
    if (strike !== undefined) cell.draft.finding.taken = { ...cell.draft.finding.taken, strike };
  },
  measures: readMeasures,
  status: readAppealed,
  reversed: (cell) => {
    const yes = yesOf(cell);
    if (yes !== undefined) cell.draft.reversed = { yes, cell: cell.text };
  },
  exam: readExam,
  number: ({ text, draft }) => {
    draft.found.number = text;
  },
  listing: ({ text, draft }) => {
    draft.found.listing = text;
  },
  shop: ({ text, draft }) => {
    draft.found.shop = text;
  },
  circumstance: (cell) => {
    const { finding } = cell.draft;
    if (yesOf(cell)) finding.circumstances = [...(finding.circumstances ?? []), cell.name];
  },
  label: ({ text, name, draft: { finding } }) => {
    finding.labels = { ...finding.labels, [name]: text };
  },
  amount: ({ text, place, name, draft }) => {
    const sum = readYuan(text);
    if (sum === undefined) wrong(draft, 'not_a_sum', place, text);
    else draft.finding.amounts = { ...draft.finding.amounts, [name]: sum };
  },
};

/** Reads a cell as what its column holds. */
export function readCell(
  text: string,
  is: ColumnId,
  place: number,
  draft: Draft,
  reading: Reading,
): void {
  const needed = is === 'day' || is === 'tier';
  const [what = '', name = ''] = is.split('/');
  const read = READ[what];
  if (!read || (text === '' && !needed)) return;
  if (text.includes('\uFFFD')) wrong(draft, 'bad_bytes', place, text);
  else read({ text, place, name, draft, reading });
}

function readDay(cell: Cell): void {
  const { text, place, draft, reading } = cell;
  const read = momentOf(cell);
  if (text === '') wrong(draft, 'no_day', place, text);
  else if (!isMoment(read)) wrong(draft, read, place, text);
  else {
    draft.finding.day = read.day;
    if (read.time !== undefined && !reading.midnight.has(place)) draft.finding.time = read.time;
    if (read.day > reading.asOf) draft.remarks.push('after_as_of');
  }
}

function momentOf({ text, place, reading: { law, orders, asOf, since } }: Cell) {
  const year = Number(asOf.slice(0, 4));
  return readMoment(text, { offset: law.offset, order: orders.get(place), year, since });
}

function readTimeOfDay({ text, place, draft }: Cell): void {
  const time = readClock(text);
  if (isClock(time)) draft.timeOfDay = { time, cell: text, place };
  else wrong(draft, time, place, text);
}

/** Points that the platform took. Those of a column where all have a minus are taken as well. */
function readTaken({ text, place, draft, reading }: Cell): void {
  const read = readPoints(text);
  if (!read || (read.minus && !reading.negative.has(place))) {
    wrong(draft, 'not_points', place, text);
    return;
  }
  draft.finding.taken = { ...draft.finding.taken, points: read.points };
  draft.pointsCell = { cell: text, place };
}

function yesOf({ text, place, draft, reading: { answers } }: Cell): boolean | undefined {
  const id = `yes/${place}`;
  const said = answerTo(answers, id, text);
  if (said === 'yes' || said === 'no') return said === 'yes';
  const yes = readYes(text);
  if (yes === undefined) {
    wrong(draft, 'not_yes_or_no', place, text);
    const options = ['yes', 'no'];
    draft.met.push({ id, topic: 'yes', place, key: text, value: text, options, blocks: true });
  }
  return yes;
}

const STATUSES: AppealStatus[] = ['none', 'pending', 'upheld', 'rejected'];

function readAppealed({ text, place, draft, reading }: Cell): void {
  const id = `status/${place}`;
  const said = answerTo(reading.answers, id, text);
  const status =
    STATUSES.find((one) => one === said) ??
    readStatus(text, reading.states.has(place) ? 'state' : 'appeal');
  if (status !== undefined) {
    draft.status = { status, cell: text };
    return;
  }
  wrong(draft, 'not_a_status', place, text);
  const asked = { key: text, value: text, options: STATUSES, blocks: true };
  draft.met.push({ id, topic: 'status', place, ...asked });
}

/** The measures of a cell: as soon as one of them is not known, none of the row is stated. */
function readMeasures({ text, place, draft, reading }: Cell): void {
  const { finding } = draft;
  const nothing = setOf('word-nothing').has(plain(text));
  const parts = text
    .split(/[、；;，,/|\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const known = nothing ? [] : parts.map((part) => measureOf(part, place, draft, reading));
  if (!known.every((one) => one !== undefined)) return;
  if (nothing || known.length > 0) {
    finding.taken = { ...finding.taken, measures: [...new Set(known)] };
  }
}

function measureOf(
  part: string,
  place: number,
  draft: Draft,
  { law, answers }: Reading,
): string | undefined {
  const id = `measures/${place}`;
  const said = answerTo(answers, id, part);
  if (said === 'ignored') return undefined;
  const names = (measure: string) => [
    measure,
    ...(['zh', 'en'] as const).map((lang) => law.words[lang].say(`measure/${measure}/title`)),
  ];
  const found =
    law.measures.find((measure) => measure === said) ??
    law.measures.find((measure) => names(measure).map(plain).includes(plain(part)));
  if (found === undefined) {
    const asked = { key: part, value: part, options: [...law.measures, 'ignored'], blocks: false };
    draft.met.push({ id, topic: 'measure', place, ...asked });
  }
  return found;
}

/** An instant as requests write it, which is taken as it stands. */
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2})?(?:Z|[+-]\d{2}:\d{2})?$/;

function readExam(cell: Cell): void {
  const { text, place, draft, reading } = cell;
  const read = momentOf(cell);
  if (isMoment(read)) {
    const { day, time } = read;
    const instant = time === undefined ? day : `${day}T${time}${reading.law.offset}`;
    draft.finding.exam = INSTANT.test(text) ? text : instant;
  } else if (readYes(text) === false) draft.finding.exam = false;
  else wrong(draft, read === 'order_open' ? read : 'not_an_exam', place, text);
}
