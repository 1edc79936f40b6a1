/**
 * Reads findings from the tables that sellers have, and writes them so that they are read back
 * as they were. No DOM, no clock, no network: the same functions serve a page, a worker and a
 * script in Node.
 *
 * - `readFindings(bytes | text, { engine, rulebook, asOf, answers? })` gives what the file is,
 *   what each column was taken for and why, the questions still open, the findings with the rows
 *   they came from, the rows refused with their reasons, and the lines passed over.
 * - `answered(answers, question, option, key?)` adds an answer. `answers` is plain JSON and the
 *   only state: keep it, and read again.
 * - Nothing is guessed. What two kinds of columns could claim, words that mean several tiers,
 *   codes, dates that can be read in several orders: each is asked once for the whole column.
 *   Rows that wait for an answer are refused with a code that ends in `_open`, or with the one
 *   that names the value.
 * - What the platform took (`taken`) is never the number of items.
 *
 * The way of a file: `sniff` (what it is) → `decode` → `cut`, `workbook` or `web-table` (lines of
 * cells) → `headings` → `profile` (what stands in each column) → `assign` (what it is) →
 * `reading` (orders of dates) → `rows` → `judge` (what the engine says) → the result.
 */
export { NoLedger } from './law.ts';
export { answered } from './questions.ts';
export { readFindings } from './read-findings.ts';
export type * from './types.ts';
export { type WriteOptions, writeFindings } from './write.ts';
