import { guarded } from './spelling.ts';

/**
 * A table as a file that spreadsheets open: UTF-8 with its mark, RFC 4180. A cell that a
 * spreadsheet would calculate, or whose outer blanks it would drop, is marked as text.
 */
export function writeTable(headings: string[], rows: string[][]): string {
  const line = (cells: string[]) => `${cells.map(written).join(',')}\r\n`;
  return `\uFEFF${[headings, ...rows].map(line).join('')}`;
}

function written(cell: string): string {
  const text = guarded(cell);
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
