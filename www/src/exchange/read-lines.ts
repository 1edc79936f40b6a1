import { assign } from './assign.ts';
import type { Line } from './cut.ts';
import { headed } from './headings.ts';
import { judged } from './judge.ts';
import { kindsOf } from './kinds.ts';
import type { Law } from './law.ts';
import { mended } from './mended.ts';
import { pacer } from './pace.ts';
import { type Profile, profiles } from './profile.ts';
import { Questions } from './questions.ts';
import {
  answerTo,
  isDated,
  midnightColumns,
  negativeColumns,
  ordersOfColumns,
  ourColumns,
  type Reading,
} from './reading.ts';
import { again } from './repeats.ts';
import { readRow } from './rows.ts';
import { Rule } from './rule.ts';
import { TierWords } from './tiers.ts';
import type {
  Answers,
  ColumnRead,
  FileRead,
  Found,
  Passed,
  Question,
  Read,
  ReadOptions,
  Refused,
} from './types.ts';

/** What the lines of a table gave. */
export type LinesRead = Omit<Read, 'file' | 'most' | 'request'> & {
  file: Pick<FileRead, 'headings' | 'lines'>;
};

/** Reads the lines of a table. */
export async function readLines(
  source: { lines: Line[]; separator?: string; since?: number },
  law: Law,
  options: ReadOptions,
): Promise<LinesRead> {
  const { answers = {}, engine, asOf, present = [] } = options;
  const { separator, since = 0 } = source;
  const lines = mended(source.lines, answers);
  const pace = pacer(options);
  await pace('columns', 0, lines.length);
  const kinds = kindsOf(law);
  const words = new TierWords(law);
  const table = headed(lines, kinds, answers.headings);
  const { headings, rows } = table;
  const columnsSeen = await profiles(rows, headings, words, (done) =>
    pace('columns', done, rows.length),
  );
  const { columns, questions: about, states } = assign(columnsSeen, kinds, answers);
  const year = Number(asOf.slice(0, 4));
  const dated = columnsSeen.filter((_, place) => columns[place] && isDated(columns[place]));
  const { orders, questions: dates } = ordersOfColumns(columns, dated, answers, year);
  const negative = negativeColumns(columns, columnsSeen);
  const rule = new Rule(engine, law);
  const sellers = askShop(columnsSeen, columns, answers);
  const reading: Reading = {
    law,
    rule,
    words,
    columns,
    states,
    answers,
    asOf,
    orders,
    since,
    separator,
    negative,
    midnight: midnightColumns(columns, columnsSeen),
    ours: ourColumns(columns),
    shops: sellers.length > 0,
  };
  const questions = new Questions();
  for (const question of [...about, ...dates, ...sellers]) questions.add(question);
  let next = Math.max(0, ...present.map(({ id }) => Number(/^f(\d+)$/.exec(id)?.[1] ?? 0)));
  const found: Found[] = [];
  const refused: Refused[] = [];
  const passed: Passed[] = [...table.passed];
  for (const [place, line] of rows.entries()) {
    await pace('rows', place, rows.length);
    const { row, cells } = line;
    const read = readRow(line, reading);
    for (const met of read.met) questions.meet(met, row);
    if ('found' in read) {
      next += 1;
      found.push({ ...read.found, finding: { ...read.found.finding, id: `f${next}` } });
    } else if ('passed' in read) passed.push({ row, cells, why: read.passed });
    else refused.push({ row, cells, reasons: read.reasons });
  }
  const wrong = await judged(found, columns, law, engine, (done, all) => pace('rules', done, all));
  const cellsOf = new Map(rows.map(({ row, cells }) => [row, cells]));
  for (const [row, reasons] of wrong) refused.push({ row, cells: cellsOf.get(row) ?? [], reasons });
  const findings = again(
    found.filter(({ row }) => !wrong.has(row)),
    present,
    law,
  );
  await pace('rules', found.length, found.length);
  return {
    file: { headings: table.line, lines: lines.length },
    columns,
    questions: questions.list(),
    findings,
    refused: refused.sort((a, b) => a.row - b.row),
    passed: passed.sort((a, b) => a.row - b.row),
  };
}

/** Asks which seller is read, where a table has several. */
function askShop(seen: Profile[], columns: ColumnRead[], answers: Answers): Question[] {
  const place = columns.find(({ is }) => is === 'shop')?.place;
  const shops = place === undefined ? [] : [...(seen[place]?.values ?? [])];
  if (shops.length < 2 || answerTo(answers, 'shop', '') !== undefined || place === undefined)
    return [];
  const options = shops.map(([name]) => name);
  const value = { key: '', value: '', count: shops.length, rows: [], options };
  return [{ id: 'shop', topic: 'shop', place, values: [value], blocks: true }];
}
