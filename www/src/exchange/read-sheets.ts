import { assign } from './assign.ts';
import { headed } from './headings.ts';
import { kindsOf } from './kinds.ts';
import type { Law } from './law.ts';
import { profiles } from './profile.ts';
import { readLines } from './read-lines.ts';
import type { Sheet } from './sheets.ts';
import { fileOf } from './sniff.ts';
import { TierWords } from './tiers.ts';
import type { FileRead, Read, ReadOptions } from './types.ts';

/** Reads the sheet that holds findings; asks, where several do. */
export async function readSheets(
  sheets: Sheet[],
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
  const holds = async ({ lines }: Sheet): Promise<boolean> => {
    const { headings, rows } = headed(lines, kinds);
    const seen = await profiles(rows.slice(0, 200), headings, words, async () => {});
    const { columns } = assign(seen, kinds, {});
    return (
      columns.some(({ is }) => is === 'day') &&
      columns.some(({ is, also }) => is === 'tier' || also.includes('tier'))
    );
  };
  let holding = said ? [said] : filled;
  if (holding.length > 1) {
    const found = await Promise.all(filled.map(holds));
    holding = filled.filter((_, place) => found[place]);
  }
  const sheet = holding[0] ?? filled[0];
  if (!sheet) return empty(fileOf('empty'));
  const file = { ...fileOf(kind), sheets: names, sheet: sheet.name };
  if (holding.length === 1) {
    const read = await readLines(sheet, law, options);
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
