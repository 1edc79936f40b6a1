import { isMoment, ordersOf, readMoment } from './days.ts';
import type { Law } from './law.ts';
import type { Profile } from './profile.ts';
import type { Rule } from './rule.ts';
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
  /** The order of dates by the place of the column, where one is known or needed. */
  orders: Map<number, Order | undefined>;
}

/** The answer to a question about a value. */
export function answerTo({ values = {} }: Answers, id: string, key: string): string | undefined {
  const given = values[id];
  return given !== undefined && Object.hasOwn(given, key) ? given[key] : undefined;
}

/**
 * In which order the dates of each column of days are written, one for the whole column: that in
 * which all of them can be read. Of several, the year stands first where it has two digits and
 * the table is Chinese; else it is asked.
 */
export function ordersOfColumns(
  columns: ColumnRead[],
  profiles: Profile[],
  answers: Answers,
  year: number,
): { orders: Map<number, Order | undefined>; questions: Question[] } {
  const orders = new Map<number, Order | undefined>();
  const questions: Question[] = [];
  const chinese = columns.some(({ heading, examples }) => isChinese(heading + examples.join('')));
  for (const profile of profiles) {
    const { place } = profile;
    const column = columns[place];
    if (!column || !['day', 'exam'].includes(column.is ?? '')) continue;
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

/** A day of a column, for questions that need one. */
export function dayIn(cell: string, { law, orders, asOf }: Reading, place: number) {
  const year = Number(asOf.slice(0, 4));
  const read = readMoment(cell, { offset: law.offset, order: orders.get(place), year });
  return isMoment(read) ? read : undefined;
}
