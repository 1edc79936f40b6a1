import { standing } from './find.ts';
import { fold, isChinese, type Term } from './terms.ts';

/** A piece of a text; `found` where it is what was looked for. */
export interface Piece {
  text: string;
  found: boolean;
}

/** Where the words stand in a text, in order, without overlaps. */
function spans(text: string, terms: readonly Term[]): [from: number, to: number][] {
  const folded = fold(text);
  const all: [number, number][] = [];
  for (const { said, also } of terms) {
    for (const word of [said, ...also]) {
      for (const at of standing(folded, word)) all.push([at, end(folded, at, word)]);
    }
  }
  all.sort(([one], [other]) => one - other);
  const apart: [number, number][] = [];
  for (const [from, to] of all) {
    const last = apart.at(-1);
    if (last && from < last[1]) last[1] = Math.max(last[1], to);
    else apart.push([from, to]);
  }
  return apart;
}

/** Where what was found ends: a word of English is marked whole. */
function end(folded: string, at: number, word: string): number {
  if (isChinese(word)) return at + word.length;
  let to = at;
  while (to < folded.length && /[\p{L}\p{N}_-]/u.test(folded[to] ?? '')) to += 1;
  return Math.max(to, Math.min(at + word.length, folded.length));
}

/** A text in pieces, with what was looked for apart. */
export function marked(text: string, terms: readonly Term[]): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const [from, to] of spans(text, terms)) {
    if (from > at) pieces.push({ text: text.slice(at, from), found: false });
    pieces.push({ text: text.slice(from, to), found: true });
    at = to;
  }
  if (at < text.length) pieces.push({ text: text.slice(at), found: false });
  return pieces;
}

/** The part of a text around the first word that was looked for, at most about this long. */
export function excerpt(text: string, terms: readonly Term[], most: number): Piece[] {
  if (text.length <= most) return marked(text, terms);
  const [first] = spans(text, terms);
  const wanted = Math.max(0, (first?.[0] ?? 0) - Math.floor(most / 4));
  const from = wanted === 0 ? 0 : wordStart(text, wanted);
  const to = Math.min(text.length, from + most);
  const cut = text.slice(from, to);
  const shown = `${from > 0 ? '…' : ''}${cut}${to < text.length ? '…' : ''}`;
  return marked(shown, terms);
}

/** The next place at which a word begins; in Chinese every place is one. */
function wordStart(text: string, at: number): number {
  if (isChinese(text[at] ?? '')) return at;
  const blank = text.indexOf(' ', at);
  return blank >= 0 && blank - at < 20 ? blank + 1 : at;
}
