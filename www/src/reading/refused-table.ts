import type { Lang } from '../engine/types.ts';
import { writeTable } from '../exchange/table.ts';
import type { Reason, Refused } from '../exchange/types.ts';

/** Rows that could not be read as a table: their line, the cells as they stood, the reasons. */
export function refusedTable(
  headings: string[],
  refused: (Pick<Refused, 'row' | 'cells'> & { reasons: Pick<Reason, 'says'>[] })[],
  [line, reasons]: [line: string, reasons: string],
  lang: Lang,
): string {
  const width = Math.max(headings.length, ...refused.map(({ cells }) => cells.length));
  const filled = (cells: string[]) =>
    Array.from({ length: width }, (_, place) => cells[place] ?? '');
  return writeTable(
    [line, ...filled(headings), reasons],
    refused.map((row) => [
      `${row.row}`,
      ...filled(row.cells),
      row.reasons.map(({ says }) => says[lang]).join(' '),
    ]),
  );
}
