/** A text without differences of width, case and blanks. */
export function same(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase();
}

/** A text without case, width, blanks and punctuation; what stands in brackets stays. */
export function plain(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{P}\p{S}]/gu, '');
}

/** A text without what stands in brackets. An open bracket without its end is left as it is. */
export function withoutBrackets(text: string): string {
  let bare = '';
  let depth = 0;
  let opened = 0;
  for (const sign of text.normalize('NFKC')) {
    if (sign === '(' || sign === '[' || sign === '【') {
      if (depth === 0) opened = bare.length;
      depth += 1;
    }
    if (depth === 0) bare += sign;
    if ((sign === ')' || sign === ']' || sign === '】') && depth > 0) depth -= 1;
  }
  return depth > 0 ? text.normalize('NFKC') : bare.slice(0, Math.max(opened, bare.length));
}

/** Whether a text holds Chinese characters. */
export function isChinese(text: string): boolean {
  return /\p{Script=Han}/u.test(text);
}

/** What a spreadsheet would calculate, or what is itself a mark of text. */
const MARKED = /^[=+\-@＝＋－＠\t\r'`#\s]/;

/**
 * A cell as its writer meant it: without the marks by which spreadsheets and back ends force a
 * cell to be text (`="001"`, a leading apostrophe, backtick or tab), and without outer blanks
 * unless an apostrophe keeps them, as `guarded` writes them.
 */
export function freed(cell: string): string {
  if (cell.startsWith("'") && cell.length > 1) {
    const rest = cell.slice(1);
    if (MARKED.test(rest) || /\s$/.test(rest)) return rest;
    if (/^\d/.test(rest)) return rest.trim();
  }
  const text = cell.trim();
  const forced = /^="([^"]*)"$/.exec(text);
  if (forced) return (forced[1] ?? '').trim();
  return text.startsWith('`') && text.length > 1 ? text.slice(1).trim() : text;
}

/** Whether a spreadsheet could not calculate a cell: `#N/A`, `#REF!`. */
export function isFailed(cell: string): boolean {
  return /^#(?:N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!|SPILL!|CALC!)$/i.test(cell.trim());
}

/** A cell that no spreadsheet calculates, and that `freed` gives back as it was. */
export function guarded(cell: string): string {
  return MARKED.test(cell) || /\s$/.test(cell) ? `'${cell}` : cell;
}
