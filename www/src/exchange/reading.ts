import { readClock } from './clock.ts';
import { ordersOf, timeIn } from './days.ts';
import type { Law } from './law.ts';
import { readPoints } from './numbers.ts';
import type { Profile } from './profile.ts';
import type { Rule } from './rule.ts';
import { listed } from './says.ts';
import { isChinese } from './spelling.ts';
import type { TierWords } from './tiers.ts';
import type { Answers, ColumnRead, Order, Question } from './types.ts';

/** All that is known before the rows are read. */
export interface Reading {
  law: Law;
  rule: Rule;
  words: TierWords;
  columns: ColumnRead[];
  states: Set<number>;
  answers: Answers;
  asOf: string;
  /** Days by which the numbers of the workbook start later than those of most. */
  since: number;
  /** Places of columns of days whose times are all midnight: back ends write no time so. */
  midnight: Set<number>;
  /** Places of columns of points that are all written with a minus. */
  negative: Set<number>;
  /** Places of the columns of days and points whose headings are those that we write. */
  ours: Set<number>;
  /** Whether the table has several sellers, whose findings belong in ledgers of their own. */
  shops: boolean;
  /** What sets the cells of the text apart; nothing for workbooks. */
  separator: string | undefined;
  /** The order of dates by the place of the column, where one is known or needed. */
  orders: Map<number, Order | undefined>;
}

/** The columns by whose headings our own tables are known, and the messages that name them. */
const OURS = { day: 'names-day', points: 'names-points' } as const;

/** Places of the columns of days and points whose headings are those that we write. */
export function ourColumns(columns: ColumnRead[]): Set<number> {
  const written = (names: string) => (['zh', 'en'] as const).map((lang) => listed(lang, names)[0]);
  const ours = { day: written(OURS.day), points: written(OURS.points) };
  const own = columns.filter(
    ({ is, heading }) => (is === 'day' || is === 'points') && ours[is].includes(heading.trim()),
  );
  return new Set(own.map(({ place }) => place));
}

/** Whether the table is one that we wrote: by the heading of its day. */
export function isOurTable({ columns, ours }: Reading): boolean {
  return columns.some(({ is, place }) => is === 'day' && ours.has(place));
}

/** The answer to a question about a value. */
export function answerTo(
  { values = {} }: Pick<Answers, 'values'>,
  id: string,
  key: string,
): string | undefined {
  const given = values[id];
  return given !== undefined && Object.hasOwn(given, key) ? given[key] : undefined;
}

/** Whether a column of findings holds days. */
export function isDated({ is }: ColumnRead): boolean {
  return is === 'day' || is === 'exam';
}

/**
 * In which order the dates of each of the columns of days are written, one for the whole column: that in
 * which all of them can be read. Of several, the year stands first where it has two digits and
 * the table is Chinese; else it is asked.
 */
export function ordersOfColumns(
  columns: Pick<ColumnRead, 'heading' | 'examples'>[],
  profiles: Pick<Profile, 'place' | 'values'>[],
  answers: Pick<Answers, 'values'>,
  year: number,
): { orders: Map<number, Order | undefined>; questions: Question[] } {
  const orders = new Map<number, Order | undefined>();
  const questions: Question[] = [];
  const chinese = columns.some(({ heading, examples }) => isChinese(heading + examples.join('')));
  for (const profile of profiles) {
    const { place } = profile;
    const open = [...profile.values].flatMap(([value, { count, rows }]) => {
      const possible = ordersOf(value, year);
      return possible === undefined ? [] : [{ value, count, rows, possible }];
    });
    if (open.length === 0) continue;
    const all: Order[] = ['ymd', 'dmy', 'mdy'];
    const fitting = all.filter((order) => open.every(({ possible }) => possible.includes(order)));
    const short = open.every(({ value }) => !/\d{4}/.test(value.replace(/[ t].*$/i, '')));
    const found =
      fitting.length === 1
        ? fitting[0]
        : fitting.includes('ymd') && short && chinese
          ? 'ymd'
          : undefined;
    const id = `order/${place}`;
    const said = all.find((order) => order === answerTo(answers, id, ''));
    orders.set(place, said ?? found);
    if (said === undefined && found === undefined) {
      const some = all.filter((order) => open.some(({ possible }) => possible.includes(order)));
      const [first] = open;
      const count = open.reduce((sum, one) => sum + one.count, 0);
      const value = first?.value ?? '';
      const options = fitting.length > 0 ? fitting : some;
      questions.push({
        id,
        topic: 'order',
        place,
        values: [{ key: '', value, count, rows: first?.rows ?? [], options }],
        blocks: true,
      });
    }
  }
  return { orders, questions };
}

/**
 * The columns of days in which every time is midnight by the local clock. A column of whole days
 * comes out of back ends and spreadsheets like that; the rulebook's time of day holds for them.
 */
export function midnightColumns(columns: ColumnRead[], profiles: Profile[]): Set<number> {
  const found = profiles.filter(({ place, values }) => {
    if (columns[place]?.is !== 'day') return false;
    const times = [...values.keys()].map(timeIn).filter((one) => one !== undefined);
    return (
      times.length > 0 && times.every(({ time, own }) => own === '' && readClock(time) === '00:00')
    );
  });
  return new Set(found.map(({ place }) => place));
}

/** The columns of points whose numbers all have a minus: there it says that points were taken. */
export function negativeColumns(columns: ColumnRead[], profiles: Profile[]): Set<number> {
  const found = profiles.filter(({ place, values }) => {
    if (columns[place]?.is !== 'points') return false;
    const read = [...values.keys()].map(readPoints);
    return read.every((one) => !one || one.minus || one.points === 0);
  });
  return new Set(found.map(({ place }) => place));
}
