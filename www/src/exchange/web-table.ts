import { Parser } from 'htmlparser2';
import type { Line } from './cut.ts';
import type { Sheet } from './sheets.ts';

/** A table while it is read. */
interface Open {
  lines: Line[];
  /** The cells of the row that is open. */
  cells: string[] | undefined;
  /** The text of the cell that is open. */
  text: string | undefined;
  /** How many columns and rows the cell that is open stretches over. */
  span: { columns: number; rows: number };
  /** Cells that stretch into later rows, by their place. */
  held: Map<number, { text: string; rows: number }>;
}

/** The widest a cell can be, and the tallest: a page that says more says nothing sensible. */
const MOST = { columns: 300, rows: 100_000 };
const CLOSING = ['td', 'th', 'tr', 'table'];

/**
 * The tables of a web page, each with its own rows: those of a table within a cell are a table of
 * their own. A cell over several columns or rows stands in each of them.
 */
export function readTables(text: string): Sheet[] {
  const found: Line[][] = [];
  const open: Open[] = [];
  let hidden = 0;
  const parser = new Parser({
    onopentag(name, attributes) {
      const table = open.at(-1);
      if (['script', 'style', 'title'].includes(name)) hidden += 1;
      if (name === 'table') {
        const lines: Line[] = [];
        found.push(lines);
        open.push({ lines, cells: undefined, text: undefined, span: one(), held: new Map() });
      } else if (table && name === 'tr') {
        endRow(table);
        table.cells = [];
      } else if (table && (name === 'td' || name === 'th')) {
        endCell(table);
        table.cells ??= [];
        table.text = '';
        table.span = {
          columns: spanOf(attributes.colspan, MOST.columns),
          rows: spanOf(attributes.rowspan, MOST.rows),
        };
      } else if (table?.text !== undefined && name === 'br') table.text += '\n';
    },
    ontext(part) {
      const table = open.at(-1);
      if (table?.text !== undefined && hidden === 0) table.text += part;
    },
    onclosetag(name) {
      if (['script', 'style', 'title'].includes(name)) hidden = Math.max(0, hidden - 1);
      const table = open.at(-1);
      if (!table || !CLOSING.includes(name)) return;
      endCell(table);
      if (name !== 'td' && name !== 'th') endRow(table);
      if (name === 'table') open.pop();
    },
  });
  parser.write(text);
  parser.end();
  return found.map((lines, place) => ({ name: `${place + 1}`, lines }));
}

const one = () => ({ columns: 1, rows: 1 });

function spanOf(said: string | undefined, most: number): number {
  const span = Number(said ?? 1);
  return Number.isInteger(span) && span > 0 ? Math.min(span, most) : 1;
}

function endCell(table: Open): void {
  const { text, span } = table;
  if (text === undefined) return;
  table.text = undefined;
  const cells = fill(table);
  const told = text.replace(/[^\S\n]+/g, ' ').trim();
  for (let more = 0; more < span.columns; more += 1) {
    if (span.rows > 1) table.held.set(cells.length, { text: told, rows: span.rows - 1 });
    cells.push(told);
  }
}

/** Puts in the cells that stretch into this row from above. */
function fill(table: Open): string[] {
  table.cells ??= [];
  for (;;) {
    const held = table.held.get(table.cells.length);
    if (!held) return table.cells;
    if (held.rows === 1) table.held.delete(table.cells.length);
    else held.rows -= 1;
    table.cells.push(held.text);
  }
}

function endRow(table: Open): void {
  endCell(table);
  if (!table.cells) return;
  const cells = fill(table);
  table.lines.push({ row: table.lines.length + 1, cells });
  table.cells = undefined;
}
