import { assign } from './assign.ts';
import { cut, type Line, separatorOf } from './cut.ts';
import { type Decoded, decode } from './decode.ts';
import { headed } from './headings.ts';
import { judged } from './judge.ts';
import { kindsOf } from './kinds.ts';
import { type Law, lawOf } from './law.ts';
import { pacer } from './pace.ts';
import { profiles } from './profile.ts';
import { Questions } from './questions.ts';
import { answerTo, ordersOfColumns, type Reading } from './reading.ts';
import { again } from './repeats.ts';
import { readRequest } from './requests.ts';
import { readRow } from './rows.ts';
import { Rule } from './rule.ts';
import { binaryKind, fileOf, textKind } from './sniff.ts';
import { TierWords } from './tiers.ts';
import type { FileRead, Found, Passed, Question, Read, ReadOptions, Refused } from './types.ts';

/**
 * Reads findings from a file or a pasted text. What is open comes back as questions; the same
 * call with their answers in `answers` (see `answered`) goes on from there. Rows that cannot be
 * read are refused, each with its reasons, and the others are kept.
 *
 * Fails with the reason of `signal`, where that ends it, and with `NoLedger` where the rulebook
 * keeps none. Whatever is wrong with the file is part of the result.
 *
 * @example
 * const read = await readFindings(bytes, { engine, rulebook: 'taobao/counterfeit', asOf: '2026-11-28' });
 * for (const { finding, row } of read.findings) console.log(row, finding.day, finding.tier);
 */
export async function readFindings(
  source: Uint8Array | ArrayBuffer | string,
  options: ReadOptions,
): Promise<Read> {
  const law = lawOf(options.engine, options.rulebook);
  const nothing = { columns: [], questions: [], findings: [], refused: [], passed: [] };
  const empty = (file: FileRead): Read => ({ file, ...nothing, most: law.most });
  const pace = pacer(options);
  await pace('decoding', 0, 1);
  const bytes = typeof source === 'string' ? undefined : new Uint8Array(source);
  const binary = bytes && binaryKind(bytes);
  if (binary && binary !== 'xlsx') return empty(fileOf(binary));
  if (bytes && binary === 'xlsx') {
    const { readWorkbook } = await import('./workbook.ts');
    const book = await readWorkbook(bytes);
    if (!book) return empty((await import('./sniff.ts')).brokenWorkbook());
    return readSheets(book, 'xlsx', law, options, empty);
  }
  const decoded: Decoded | undefined = bytes && decode(bytes, options.answers?.encoding);
  const text = (decoded?.text ?? `${source}`).replace(/^\uFEFF/, '');
  const encoding = decoded ? { encoding: decoded.encoding } : {};
  const kind = textKind(text);
  if (kind === 'json') {
    const read = readRequest(text, law, options.engine);
    return { ...empty({ ...fileOf('json'), ...encoding }), ...read };
  }
  if (kind === 'html') {
    const { readTables } = await import('./web-table.ts');
    return readSheets(readTables(text), 'html', law, options, (file) =>
      empty({ ...file, ...encoding }),
    );
  }
  if (kind) return empty({ ...fileOf(kind), ...encoding });
  const separator = options.answers?.separator ?? separatorOf(text);
  if (separator === undefined) return empty({ ...fileOf('text'), ...encoding });
  const lines = [...cut(text, separator)];
  const read = await readLines(lines, law, options);
  const file = { ...fileOf('csv'), ...encoding, separator, ...read.file };
  const asked: Question[] =
    (decoded?.also.length ?? 0) > 0 && decoded ? [askEncoding(decoded)] : [];
  return { ...empty(file), ...read, file, questions: [...asked, ...read.questions] };
}

function askEncoding({ encoding, also }: Decoded): Question {
  const value = { key: '', value: encoding, count: 1, rows: [], options: [encoding, ...also] };
  return { id: 'encoding', topic: 'encoding', values: [value], blocks: true };
}

/** Reads the sheet that holds findings; asks, where several do. */
async function readSheets(
  sheets: { name: string; lines: Line[] }[],
  kind: 'xlsx' | 'html',
  law: Law,
  options: ReadOptions,
  empty: (file: FileRead) => Read,
): Promise<Read> {
  const filled = sheets.filter(({ lines }) =>
    lines.some(({ cells }) => cells.some((cell) => cell.trim() !== '')),
  );
  const names = filled.map(({ name }) => name);
  if (filled.length === 0) return empty({ ...fileOf('empty'), sheets: names });
  const said = filled.find(({ name }) => name === options.answers?.sheet);
  const kinds = kindsOf(law);
  const words = new TierWords(law);
  const holds = ({ lines }: { lines: Line[] }) => {
    const { headings, rows } = headed(lines, kinds);
    const { columns } = assign(profiles(rows.slice(0, 200), headings, words), kinds, {});
    return (
      columns.some(({ is }) => is === 'day') &&
      columns.some(({ is, also }) => is === 'tier' || also.includes('tier'))
    );
  };
  const holding = said ? [said] : filled.length === 1 ? filled : filled.filter(holds);
  const sheet = holding[0] ?? filled[0];
  if (!sheet) return empty(fileOf('empty'));
  const file = { ...fileOf(kind), sheets: names, sheet: sheet.name };
  if (holding.length === 1) {
    const read = await readLines(sheet.lines, law, options);
    return { ...empty(file), ...read, file: { ...file, ...read.file } };
  }
  const asked = (holding.length > 1 ? holding : filled).map(({ name }) => name);
  const value = { key: '', value: '', count: asked.length, rows: [], options: asked };
  const { sheet: _, ...unread } = file;
  return {
    ...empty(unread),
    questions: [{ id: 'sheet', topic: 'sheet', values: [value], blocks: true }],
  };
}

type LinesRead = Omit<Read, 'file' | 'most' | 'request'> & {
  file: Pick<FileRead, 'headings' | 'lines'>;
};

/** Reads the lines of a table. */
async function readLines(lines: Line[], law: Law, options: ReadOptions): Promise<LinesRead> {
  const { answers = {}, engine, asOf, present = [] } = options;
  const pace = pacer(options);
  await pace('columns', 0, lines.length);
  const kinds = kindsOf(law);
  const words = new TierWords(law);
  const table = headed(lines, kinds, answers.headings);
  const { headings, rows } = table;
  const columnsSeen = profiles(rows, headings, words);
  const { columns, questions: about, states } = assign(columnsSeen, kinds, answers);
  const year = Number(asOf.slice(0, 4));
  const { orders, questions: dates } = ordersOfColumns(columns, columnsSeen, answers, year);
  const rule = new Rule(engine, law);
  const reading: Reading = { law, rule, words, columns, states, answers, asOf, orders };
  const questions = new Questions();
  for (const question of [...about, ...dates, ...askShop(columnsSeen, reading)])
    questions.add(question);
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
function askShop(seen: ReturnType<typeof profiles>, { columns, answers }: Reading): Question[] {
  const place = columns.find(({ is }) => is === 'shop')?.place;
  const shops = place === undefined ? [] : [...(seen[place]?.values ?? [])];
  if (shops.length < 2 || answerTo(answers, 'shop', '') !== undefined || place === undefined)
    return [];
  const options = shops.map(([name]) => name);
  const value = { key: '', value: '', count: shops.length, rows: [], options };
  return [{ id: 'shop', topic: 'shop', place, values: [value], blocks: true }];
}
