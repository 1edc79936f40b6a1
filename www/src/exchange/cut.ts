/** A line of a table as text: one row, which quotation marks may stretch over several lines. */
export interface Line {
  /** The number of its first line in the file, counted from 1. */
  row: number;
  cells: string[];
  /** What is wrong with its quotation marks. */
  fault?: 'quote_open' | 'quote_wrong';
}

/**
 * Cuts a text into rows and cells, as RFC 4180 says it and leniently where files differ: lines
 * end in CR LF, LF or CR, also mixed in one file. A quotation mark that begins a cell and is
 * not closed at its end stands for itself, so that no row is lost in it; the row says so.
 */
export function* cut(text: string, separator: string): Generator<Line> {
  let place = 0;
  let row = 1;
  // Where the next of each stands; searched for again only once it is passed, so that the whole
  // is linear in the length of the text.
  const next = {
    separator: finder(text, separator),
    lf: finder(text, '\n'),
    cr: finder(text, '\r'),
    quote: finder(text, '"'),
  };
  const endOfLine = (from: number) => Math.min(next.lf(from), next.cr(from));
  while (place < text.length) {
    const line: Line = { row, cells: [] };
    for (;;) {
      const start = separator === '\t' ? place : skipBlanks(text, place);
      const quoted =
        text[start] === '"' ? readQuoted(text, start, separator, next.quote) : undefined;
      if (typeof quoted === 'object') {
        line.cells.push(quoted.value);
        row += linesIn(text, start, quoted.end);
        place = quoted.end;
      } else {
        if (quoted !== undefined) line.fault ??= quoted;
        const end = Math.min(next.separator(place), endOfLine(place));
        line.cells.push(text.slice(place, end));
        place = end;
      }
      if (!text.startsWith(separator, place)) break;
      place += separator.length;
    }
    yield line;
    place += text.startsWith('\r\n', place) ? 2 : 1;
    row += 1;
  }
}

function finder(text: string, wanted: string): (from: number) => number {
  let found = -1;
  return (from) => {
    if (found < from) {
      const at = text.indexOf(wanted, from);
      found = at < 0 ? text.length : at;
    }
    return found;
  };
}

function skipBlanks(text: string, from: number): number {
  let place = from;
  while (text[place] === ' ') place += 1;
  return place;
}

function readQuoted(
  text: string,
  start: number,
  separator: string,
  quote: (from: number) => number,
): { value: string; end: number } | 'quote_open' | 'quote_wrong' {
  let place = start + 1;
  for (;;) {
    const mark = quote(place);
    if (mark >= text.length) return 'quote_open';
    if (text[mark + 1] === '"') {
      place = mark + 2;
      continue;
    }
    const end = skipBlanks(text, mark + 1);
    const closes = end >= text.length || '\r\n'.includes(text[end] ?? '');
    if (!closes && !text.startsWith(separator, end)) return 'quote_wrong';
    return { value: text.slice(start + 1, mark).replaceAll('""', '"'), end };
  }
}

function linesIn(text: string, from: number, to: number): number {
  let count = 0;
  for (let place = from; place < to; place += 1) {
    const sign = text[place];
    if (sign === '\n' || (sign === '\r' && text[place + 1] !== '\n')) count += 1;
  }
  return count;
}

const SEPARATORS = [',', '\t', ';', '，', '|'];

/** How many rows are looked at to find what sets the cells apart. */
const SAMPLE = 60;

/**
 * What sets the cells of a text apart: what a first line `sep=;` says, or that which gives most
 * rows the same number of cells. Nothing, if no row has two cells.
 */
export function separatorOf(text: string): string | undefined {
  const said = /^sep=(.)\r?(?:\n|$)/.exec(text)?.[1];
  if (said !== undefined) return said;
  let best: { separator: string; score: number } | undefined;
  for (const separator of SEPARATORS) {
    const widths = new Map<number, number>();
    let rows = 0;
    for (const { cells } of cut(text.slice(0, 200_000), separator)) {
      if (rows === SAMPLE) break;
      rows += 1;
      if (cells.length > 1) widths.set(cells.length, (widths.get(cells.length) ?? 0) + 1);
    }
    const score = Math.max(0, ...[...widths].map(([width, count]) => count * (1 + width / 1000)));
    if (score > (best?.score ?? 0)) best = { separator, score };
  }
  return best?.separator;
}
