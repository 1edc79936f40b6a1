import { readYuan } from '../state/findings.ts';
import { isClock, readClock } from './clock.ts';
import type { Line } from './cut.ts';
import { isMoment, readMoment } from './days.ts';
import { readCount, readPoints, readYes } from './numbers.ts';
import { answerTo, type Reading } from './reading.ts';
import { listed, told, wordsOf } from './says.ts';
import { freed, plain } from './spelling.ts';
import { readStatus } from './statuses.ts';
import type {
  AppealStatus,
  Asked,
  ColumnId,
  Found,
  Passing,
  Reason,
  RowCode,
  TakenFinding,
  Topic,
} from './types.ts';

/** A question that a row has met: it is asked once for all rows that meet it. */
export interface Met extends Omit<Asked, 'count' | 'rows'> {
  id: string;
  topic: Topic;
  place?: number;
  column?: ColumnId;
  blocks: boolean;
}

/** What came of a row. */
export type RowRead =
  | { found: Omit<Found, 'remarks'> & { remarks: Found['remarks'] }; met: Met[] }
  | { reasons: Reason[]; met: Met[] }
  | { passed: Passing; met: Met[] };

/** A row while it is read. */
interface Draft {
  finding: Partial<TakenFinding>;
  found: Partial<Found>;
  remarks: Found['remarks'];
  reasons: Reason[];
  met: Met[];
  tierCell?: { cell: string; place: number };
  pointsCell?: { cell: string; place: number };
  reversed?: { yes: boolean; cell: string };
  status?: { status: AppealStatus; cell: string };
  timeOfDay?: { time: string; cell: string; place: number };
  passed?: Passing;
}

/** Reads a row as a finding, or says what is wrong with it. */
export function readRow(line: Line, reading: Reading): RowRead {
  const { columns, answers } = reading;
  const draft: Draft = { finding: {}, found: {}, remarks: [], reasons: [], met: [] };
  const { row, cells } = line;
  if (line.fault) wrong(draft, line.fault, undefined, '');
  if (cells.slice(columns.length).some((cell) => cell.trim() !== '')) {
    draft.reasons.push({
      code: 'too_many_cells',
      says: told('row-too_many_cells', { count: cells.length }),
    });
  }
  for (const { place, is } of columns) {
    const cell = answers.cells?.[`${row}:${place}`] ?? cells[place] ?? '';
    if (is === undefined) {
      const says = told('row-column_open', { number: place + 1 });
      if (cell.trim() !== '') draft.reasons.push({ code: 'column_open', place, says });
    } else readCell(freed(cell), is, place, draft, reading);
  }
  finish(draft, reading);
  if (draft.passed) return { passed: draft.passed, met: draft.met };
  if (draft.reasons.length > 0) return { reasons: draft.reasons, met: draft.met };
  const finding = draft.finding as TakenFinding;
  return { found: { ...draft.found, finding, row, remarks: draft.remarks }, met: draft.met };
}

/** Notes what is wrong with a cell. */
function wrong(draft: Draft, code: RowCode, place: number | undefined, cell: string): void {
  const short = cell.length > 60 ? `${cell.slice(0, 60)}…` : cell;
  const says = told(`row-${code}`, { cell: short });
  draft.reasons.push({ code, ...(place === undefined ? {} : { place }), says });
}

function readCell(cell: string, is: ColumnId, place: number, draft: Draft, reading: Reading): void {
  const { finding, found } = draft;
  const needed = is === 'day' || is === 'tier';
  if (is === 'ignored' || is === 'end') return;
  if (cell.includes('\uFFFD')) return wrong(draft, 'bad_bytes', place, cell);
  if (cell === '' && !needed) return;
  const [what = '', name = ''] = is.split('/');
  switch (what) {
    case 'day':
      return readDay(cell, place, draft, reading);
    case 'time': {
      const time = readClock(cell);
      if (!isClock(time)) wrong(draft, time, place, cell);
      else draft.timeOfDay = { time, cell, place };
      return;
    }
    case 'tier':
      if (cell === '') wrong(draft, 'no_tier', place, cell);
      else draft.tierCell = { cell, place };
      return;
    case 'items': {
      const items = readCount(cell);
      if (items === undefined) wrong(draft, 'not_a_count', place, cell);
      else finding.items = items;
      return;
    }
    case 'points': {
      const read = readPoints(cell);
      if (!read) wrong(draft, 'not_points', place, cell);
      else {
        finding.taken = { ...finding.taken, points: read.points };
        draft.pointsCell = { cell, place };
      }
      return;
    }
    case 'strike': {
      const yes = yesOf(cell, place, draft, reading);
      if (yes !== undefined) finding.taken = { ...finding.taken, strike: yes };
      return;
    }
    case 'measures':
      return readMeasures(cell, place, draft, reading);
    case 'status':
      return readAppealed(cell, place, draft, reading);
    case 'reversed': {
      const yes = yesOf(cell, place, draft, reading);
      if (yes !== undefined) draft.reversed = { yes, cell };
      return;
    }
    case 'exam':
      return readExam(cell, place, draft, reading);
    case 'number':
      found.number = cell;
      return;
    case 'listing':
      found.listing = cell;
      return;
    case 'shop':
      found.shop = cell;
      return;
    case 'circumstance': {
      const yes = yesOf(cell, place, draft, reading);
      if (yes) finding.circumstances = [...(finding.circumstances ?? []), name];
      return;
    }
    case 'label':
      finding.labels = { ...finding.labels, [name]: cell };
      return;
    case 'amount': {
      const sum = readYuan(cell);
      if (sum === undefined) wrong(draft, 'not_a_sum', place, cell);
      else finding.amounts = { ...finding.amounts, [name]: sum };
    }
  }
}

function readDay(cell: string, place: number, draft: Draft, reading: Reading): void {
  if (cell === '') return wrong(draft, 'no_day', place, cell);
  const read = momentOf(cell, place, reading);
  if (!isMoment(read)) return wrong(draft, read, place, cell);
  draft.finding.day = read.day;
  if (read.time !== undefined) draft.finding.time = read.time;
  if (read.day > reading.asOf) draft.remarks.push('after_as_of');
}

function momentOf(cell: string, place: number, { law, orders, asOf }: Reading) {
  const year = Number(asOf.slice(0, 4));
  return readMoment(cell, { offset: law.offset, order: orders.get(place), year });
}

function yesOf(cell: string, place: number, draft: Draft, { answers }: Reading) {
  const id = `yes/${place}`;
  const said = answerTo(answers, id, cell);
  if (said === 'yes' || said === 'no') return said === 'yes';
  const yes = readYes(cell);
  if (yes === undefined) {
    wrong(draft, 'not_yes_or_no', place, cell);
    draft.met.push({
      id,
      topic: 'yes',
      place,
      key: cell,
      value: cell,
      options: ['yes', 'no'],
      blocks: true,
    });
  }
  return yes;
}

const STATUSES: AppealStatus[] = ['none', 'pending', 'upheld', 'rejected'];

function readAppealed(cell: string, place: number, draft: Draft, reading: Reading): void {
  const id = `status/${place}`;
  const said = answerTo(reading.answers, id, cell);
  const status =
    STATUSES.find((one) => one === said) ??
    readStatus(cell, reading.states.has(place) ? 'state' : 'appeal');
  if (status !== undefined) {
    draft.status = { status, cell };
    return;
  }
  wrong(draft, 'not_a_status', place, cell);
  draft.met.push({
    id,
    topic: 'status',
    place,
    key: cell,
    value: cell,
    options: STATUSES,
    blocks: true,
  });
}

/** The measures of a cell: as soon as one of them is not known, none of the row is stated. */
function readMeasures(cell: string, place: number, draft: Draft, reading: Reading): void {
  const { law, answers } = reading;
  const id = `measures/${place}`;
  if (wordsOf('word-nothing').some((word) => plain(word) === plain(cell))) {
    draft.finding.taken = { ...draft.finding.taken, measures: [] };
    return;
  }
  const known: (string | undefined)[] = cell
    .split(/[、；;，,/|\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => {
      const said = answerTo(answers, id, part);
      const own = law.measures.find((measure) =>
        [
          measure,
          ...(['zh', 'en'] as const).map((lang) => law.words[lang].say(`measure/${measure}/title`)),
        ]
          .map(plain)
          .includes(plain(part)),
      );
      const found =
        law.measures.find((measure) => measure === said) ?? (said === undefined ? own : undefined);
      if (found === undefined && said !== 'ignored') {
        draft.met.push({
          id,
          topic: 'measure',
          place,
          key: part,
          value: part,
          options: [...law.measures, 'ignored'],
          blocks: false,
        });
      }
      return found;
    });
  if (known.length > 0 && known.every((one) => one !== undefined)) {
    draft.finding.taken = { ...draft.finding.taken, measures: [...new Set(known)] };
  }
}

function readExam(cell: string, place: number, draft: Draft, reading: Reading): void {
  const { offset } = reading.law;
  const read = momentOf(cell, place, reading);
  if (isMoment(read)) {
    draft.finding.exam = read.time === undefined ? read.day : `${read.day}T${read.time}${offset}`;
  } else if (readYes(cell) === false) draft.finding.exam = false;
  else wrong(draft, read === 'order_open' ? read : 'not_an_exam', place, cell);
}

/** What follows from several cells of the row together. */
function finish(draft: Draft, reading: Reading): void {
  const { finding, found, timeOfDay, reversed, status } = draft;
  const has = (kind: ColumnId) => reading.columns.some(({ is }) => is === kind);
  const open = reading.columns.some(({ is }) => is === undefined);
  if (timeOfDay) {
    const { time, cell, place } = timeOfDay;
    const known = finding.time;
    if (known !== undefined && !known.startsWith(time) && !time.startsWith(known)) {
      wrong(draft, 'times_differ', place, cell);
    }
    finding.time = known !== undefined && known.length > time.length ? known : time;
  }
  if (status) found.status = status.status;
  if (reversed && status && reversed.yes !== (status.status === 'upheld')) {
    const says = told('row-answers_differ', { status: status.cell, reversed: reversed.cell });
    draft.reasons.push({ code: 'answers_differ', says });
  }
  if (reversed?.yes || status?.status === 'upheld') finding.reversed = true;
  if (!has('day') && !open) wrong(draft, 'no_day', undefined, '');
  if (!has('tier') && !open) wrong(draft, 'no_tier', undefined, '');
  const shop = answerTo(reading.answers, 'shop', '');
  if (shop !== undefined && found.shop !== undefined && found.shop !== shop)
    draft.passed = 'other_shop';
  else if (finding.day !== undefined) judgeTier(draft, reading, finding.day);
}

/** The tier, and the number of items where it follows from the points. */
function judgeTier(draft: Draft, reading: Reading, day: string): void {
  const { law, rule, words, answers } = reading;
  const { finding, tierCell, pointsCell } = draft;
  if (!tierCell) return;
  const { cell, place } = tierCell;
  const points = finding.taken?.points;
  const id = `tier/${place}`;
  const key = points === undefined ? cell : `${cell}|${points}`;
  const said = answerTo(answers, id, key) ?? answerTo(answers, id, cell);
  const meaning = words.read(cell);
  if (said === 'ignored') {
    draft.passed = 'ignored';
    return;
  }
  const { circumstances } = finding;
  if (said !== undefined && law.tiers.has(said)) finding.tier = said;
  else if (meaning.tier !== undefined) finding.tier = meaning.tier;
  else {
    const possible =
      points === undefined || meaning.several.length === 0
        ? meaning.several
        : meaning.several.filter((tier) => rule.canCost(tier, points, day, circumstances));
    const [only] = possible;
    if (possible.length === 1 && only !== undefined) {
      finding.tier = only;
      draft.remarks.push('tier_by_points');
    } else {
      const all = words.options(cell);
      const bearing = meaning.several.length > 0 && points !== undefined;
      const none = bearing && possible.length === 0;
      wrong(
        draft,
        none ? 'no_tier_fits' : meaning.several.length > 0 ? 'tier_open' : 'not_a_tier',
        place,
        cell,
      );
      draft.met.push({
        id,
        topic: 'tier',
        place,
        key: bearing ? key : cell,
        value: cell,
        ...(bearing ? { points } : {}),
        options: [...new Set([...possible, ...(possible.length > 0 ? [] : all)]), 'ignored'],
        blocks: true,
      });
      return;
    }
  }
  if (points !== undefined && pointsCell)
    judgeAmount(draft, reading, finding.tier, points, pointsCell.place, day);
}

/** How much of the tier there is, where the points that the platform took tell it. */
function judgeAmount(
  draft: Draft,
  { law, rule, answers, columns }: Reading,
  tier: string,
  points: number,
  place: number,
  day: string,
): void {
  const { finding } = draft;
  const per = law.tiers.get(tier);
  const counted = columns.some(({ is }) => is === 'items');
  if (per === 'point') {
    // Points are the amount of such a tier. What the platform took is a second number only in a
    // table that calls it that, as those that we write do.
    if (counted && isOurs(columns[place]?.heading ?? '')) return;
    finding.items = points;
    const { points: _, ...rest } = finding.taken ?? {};
    if (Object.keys(rest).length > 0) finding.taken = rest;
    else delete finding.taken;
  } else if ((per === 'item' || per === 'time') && !counted) {
    judgeItems(draft, tier, points, day, { rule, answers, place });
  }
}

/** Whether a heading is the one under which we write what the platform took. */
function isOurs(heading: string): boolean {
  return (['zh', 'en'] as const).some((lang) => listed(lang, 'names-points')[0] === heading.trim());
}

function judgeItems(
  draft: Draft,
  tier: string,
  points: number,
  day: string,
  { rule, answers, place }: Pick<Reading, 'rule' | 'answers'> & { place: number },
): void {
  const { finding } = draft;
  const id = `items/${place}`;
  const key = `${tier}|${points}`;
  const said = readCount(answerTo(answers, id, key) ?? '');
  if (said !== undefined) {
    finding.items = said;
    return;
  }
  const { first, open } = rule.itemsFor(tier, points, day, finding.circumstances);
  if (first !== undefined && !open) {
    finding.items = first;
    draft.remarks.push('items_by_points');
    return;
  }
  wrong(draft, 'items_open', place, `${points}`);
  const options =
    first === undefined ? [] : Array.from({ length: 3 }, (_, more) => `${first + more}`);
  draft.met.push({ id, topic: 'items', place, key, value: tier, points, options, blocks: true });
}
