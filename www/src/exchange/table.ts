import Papa from 'papaparse';

/** A table as it stands in a file. */
export interface Table {
  headings: string[];
  rows: Row[];
}

/** A row, with its number in the file: that of the headings is 1. */
export interface Row {
  number: number;
  cells: string[];
}

const SEPARATORS = [',', '\t', ';', '，', '|'];

/** What separates the cells: that by which the headings are most. */
function separatorOf(text: string): string {
  const count = (delimiter: string) =>
    Papa.parse<string[]>(text, { delimiter, preview: 1 }).data[0]?.length ?? 0;
  return SEPARATORS.reduce((best, one) => (count(one) > count(best) ? one : best));
}

/** The table that a text holds, whatever separates its cells. */
export function readTable(file: string): Table {
  const text = file.replace(/^[\uFEFF\r\n]+/, '');
  const { data } = Papa.parse<string[]>(text, { delimiter: separatorOf(text) });
  const rows = data
    .map((cells, place) => ({ number: place + 1, cells: cells.map(freed) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''));
  const [first, ...rest] = rows;
  const width = Math.max(0, ...rows.map(({ cells }) => cells.length));
  const headings = Array.from({ length: width }, (_, place) => first?.cells[place] ?? '');
  return { headings, rows: rest };
}

/** What makes a spreadsheet calculate a cell. */
const FORMULA = /^[=+\-@＝＋－＠\t\r]/;

/** A cell without the mark that keeps spreadsheets from calculating it. */
function freed(cell: string): string {
  const text = cell.startsWith("'") && FORMULA.test(cell.slice(1)) ? cell.slice(1) : cell;
  return text.trim();
}

/**
 * A table as a file that spreadsheets open: UTF-8 with its mark. A cell that a spreadsheet
 * would calculate is marked as text.
 */
export function writeTable(headings: string[], rows: string[][]): string {
  return `\uFEFF${Papa.unparse({ fields: headings, data: rows }, { escapeFormulae: FORMULA, newline: '\r\n' })}\r\n`;
}
