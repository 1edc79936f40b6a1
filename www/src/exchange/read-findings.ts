import { isDay } from '../i18n/dates.ts';
import { cut, type Line, separatorOf } from './cut.ts';
import { type Decoded, decode } from './decode.ts';
import { lawOf } from './law.ts';
import { pacer } from './pace.ts';
import { readLines } from './read-lines.ts';
import { readSheets } from './read-sheets.ts';
import { readRequest } from './requests.ts';
import { binaryKind, brokenWorkbook, fileOf, textKind } from './sniff.ts';
import type { FileRead, Question, Read, ReadOptions } from './types.ts';

/**
 * Reads findings from a file or a pasted text. What is open comes back as questions; the same
 * call with their answers in `answers` (see `answered`) goes on from there. Rows that cannot be
 * read are refused, each with its reasons, and the others are kept.
 *
 * Fails with the reason of `signal`, where that ends it, with `NoLedger` where the rulebook keeps
 * none, and with a `RangeError` where `asOf` is no day. Whatever is wrong with the file is part of the result.
 *
 * @example
 * const read = await readFindings(bytes, { engine, rulebook: 'taobao/counterfeit', asOf: '2026-11-28' });
 * for (const { finding, row } of read.findings) console.log(row, finding.day, finding.tier);
 */
export async function readFindings(
  source: Uint8Array | ArrayBuffer | string,
  options: ReadOptions,
): Promise<Read> {
  if (!isDay(options.asOf))
    throw new RangeError(`\`${options.asOf}\` is no day; expected YYYY-MM-DD`);
  const law = lawOf(options.engine, options.rulebook);
  const nothing = { columns: [], questions: [], findings: [], refused: [], passed: [] };
  const empty = (file: FileRead): Read => ({ file, ...nothing, most: law.most });
  const pace = pacer(options);
  await pace('decoding', 0, 1);
  const bytes = source instanceof ArrayBuffer ? new Uint8Array(source) : asBytes(source);
  const binary = bytes && binaryKind(bytes);
  if (binary && binary !== 'xlsx') return empty(fileOf(binary));
  if (bytes && binary === 'xlsx') {
    const { readWorkbook } = await import('./workbook.ts');
    const book = await readWorkbook(bytes);
    if (!book) return empty(brokenWorkbook());
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
    const tables = readTables(text);
    if (tables.length === 0) return empty({ ...fileOf('text'), ...encoding });
    return readSheets(tables, 'html', law, options, (file) => empty({ ...file, ...encoding }));
  }
  if (kind) return empty({ ...fileOf(kind), ...encoding });
  const separator = options.answers?.separator ?? separatorOf(text);
  if (separator === undefined) return empty({ ...fileOf('text'), ...encoding });
  const lines: Line[] = [];
  const all = text.split(/\r\n|\r|\n/).length;
  for (const line of cut(text, separator)) {
    lines.push(line);
    await pace('lines', line.row, all);
  }
  const read = await readLines({ lines, separator }, law, options);
  const file = { ...fileOf('csv'), ...encoding, separator, ...read.file };
  const asked: Question[] =
    (decoded?.also.length ?? 0) > 0 && decoded ? [askEncoding(decoded)] : [];
  return { ...empty(file), ...read, file, questions: [...asked, ...read.questions] };
}

function asBytes(source: Uint8Array | string): Uint8Array | undefined {
  return typeof source === 'string' ? undefined : source;
}

function askEncoding({ encoding, also }: Decoded): Question {
  const value = { key: '', value: encoding, count: 1, rows: [], options: [encoding, ...also] };
  return { id: 'encoding', topic: 'encoding', values: [value], blocks: false };
}
