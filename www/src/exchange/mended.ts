import type { Answers } from './asking.ts';
import type { Line } from './cut.ts';

/** The lines with the cells that were written anew. */
export function mended(lines: Line[], { cells = {} }: Pick<Answers, 'cells'>): Line[] {
  const rows = new Map<number, [number, string][]>();
  for (const [key, text] of Object.entries(cells)) {
    const [row = 0, place = 0] = key.split(':').map(Number);
    rows.set(row, [...(rows.get(row) ?? []), [place, text]]);
  }
  if (rows.size === 0) return lines;
  return lines.map((line) => {
    const anew = rows.get(line.row);
    if (!anew) return line;
    const own = [...line.cells];
    for (const [place, text] of anew) {
      while (own.length < place) own.push('');
      own[place] = text;
    }
    return { ...line, cells: own };
  });
}
