import type { Piece } from './paper.ts';

const LINE_END = /\r\n|[\n\v\f\r\u0085\u2028\u2029]/u;

/**
 * A paragraph of the document as one for each of its lines: line feeds within a run are white
 * space in the file, and not every reader knows a line break for one.
 */
export function linesOf(pieces: Piece[]): Piece[][] {
  const lines: Piece[][] = [[]];
  for (const { text, kind } of pieces) {
    for (const [place, line] of text.split(LINE_END).entries()) {
      if (place > 0) lines.push([]);
      if (line !== '') lines.at(-1)?.push({ text: line, kind });
    }
  }
  return lines;
}
