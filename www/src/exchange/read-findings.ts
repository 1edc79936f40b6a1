import { isDay } from '../i18n/dates.ts';
import { lawOf } from './law.ts';
import { openTable } from './open.ts';
import { pacer } from './pace.ts';
import { readLines } from './read-lines.ts';
import { readSheets } from './read-sheets.ts';
import { readRequest } from './requests.ts';
import type { FileRead, Read, ReadOptions } from './types.ts';

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
  const opened = await openTable(source, options.answers ?? {}, pacer(options));
  if (opened.holds === 'nothing') return empty(opened.file);
  if (opened.holds === 'json') {
    return { ...empty(opened.file), ...readRequest(opened.text, law, options.engine) };
  }
  if (opened.holds === 'sheets') {
    const { sheets, kind, encoding } = opened;
    return readSheets(sheets, kind, law, options, (file) => empty({ ...file, ...encoding }));
  }
  const { lines, separator, questions } = opened;
  const read = await readLines({ lines, separator }, law, options);
  const file = { ...opened.file, ...read.file };
  return { ...empty(file), ...read, file, questions: [...questions, ...read.questions] };
}
