import type { Lang } from '../engine/types.ts';
import type { Corpus, Folded } from './corpus.ts';
import { isChinese, type Term, termsOf } from './terms.ts';
import type { Kind } from './types.ts';

/** What a query finds. */
export interface Found {
  /** What was looked for. */
  terms: Term[];
  /** Words that occur nowhere, and were left out because others do. */
  absent: string[];
  /** Whether no place has all words: then those stand here that have most of them. */
  partly: boolean;
  /** The places, the best first. */
  hits: Folded[];
}

/** A word in more places than this share tells little, and need not stand in each. */
const COMMON = 0.3;

/** How much a place of this kind counts against another one that fits as well. */
const WEIGHTS: Partial<Record<Kind, number>> = {
  tool: 1.4,
  rulebook: 1.2,
  fact: 0.9,
  lesson: 0.9,
  document: 0.7,
  gap: 0.6,
};

const LETTER = /[\p{L}\p{N}]/u;

/** An English word without the ending of its plural. */
const stem = (word: string) =>
  word.length > 3 && word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word;

const isLetter = (one: string | undefined) =>
  one !== undefined && LETTER.test(one) && !isChinese(one);

/**
 * The places in a folded text where a word stands: anywhere in Chinese; in English where a word
 * begins so, or is the same without the ending of the plural.
 */
export function* standing(text: string, word: string): Generator<number> {
  const anywhere = isChinese(word);
  const wanted = anywhere ? word : stem(word);
  if (wanted === '') return;
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + wanted.length)) {
    const begins = anywhere || !isLetter(text[at - 1]);
    if (begins && (text.startsWith(word, at) || !isLetter(text[at + wanted.length]))) yield at;
  }
}

const count = (text: string, word: string, most: number) => {
  let found = 0;
  for (const _ of standing(text, word)) {
    found += 1;
    if (found === most) break;
  }
  return found;
};

/** How well a place fits a word: nothing where it does not stand there. */
function fit({ folded: { all, id, within, title, text } }: Folded, word: string): number {
  // Most places do not hold the word at all.
  if (!all.includes(isChinese(word) ? word : stem(word))) return 0;
  if (title === word || id === word) return 10;
  const [first] = standing(title, word);
  const named = first === undefined ? 0 : first === 0 ? 6 : 5;
  const told = count(text, word, 5);
  return (
    named +
    (told > 0 ? 1 + 0.2 * told : 0) +
    (count(id, word, 1) > 0 ? 3 : 0) +
    (count(within, word, 1) > 0 ? 0.5 : 0)
  );
}

/** How well each place fits each word, told once for every word. */
function fitting(places: readonly Folded[]): (word: string) => number[] {
  const known = new Map<string, number[]>();
  return (word) => {
    const row = known.get(word) ?? places.map((place) => fit(place, word));
    known.set(word, row);
    return row;
  };
}

/** A word for the same thing counts a little less than the one that was typed. */
const LESS = 0.9;

/**
 * Finds the places that have all words of a query, by how well they fit: in the name before in
 * the text, rare words before common ones.
 */
export function find(corpus: Corpus, query: string, lang: Lang): Found {
  const { places, alike } = corpus;
  const row = fitting(places);
  const terms = termsOf(query, lang, alike, (word) => row(word).some((fit) => fit > 0));
  const rows = terms.map(({ said, also }) =>
    also.reduce(
      (best, word) => best.map((fit, at) => Math.max(fit, LESS * (row(word)[at] ?? 0))),
      row(said),
    ),
  );
  const spread = rows.map((row) => row.filter((fit) => fit > 0).length);
  const absent = terms.filter((_, place) => spread[place] === 0).map(({ said }) => said);
  const nothing: Found = { terms, absent: [], partly: false, hits: [] };
  if (absent.length === terms.length) return nothing;
  const telling = spread.map((many) => many > 0 && many <= COMMON * places.length);
  const needed = telling.some(Boolean) ? telling : spread.map((many) => many > 0);
  const rarity = spread.map((many) => (many === 0 ? 0 : Math.log(1 + places.length / many)));
  const scored = places.map((place, at) => {
    const has = rows.filter((row, term) => needed[term] && (row[at] ?? 0) > 0).length;
    const score = rows.reduce((sum, row, term) => sum + (row[at] ?? 0) * (rarity[term] ?? 0), 0);
    return { place, has, score: score * (WEIGHTS[place.kind] ?? 1) };
  });
  const most = Math.max(...scored.map(({ has }) => has));
  const hits = scored.filter(({ has }) => has === most);
  // Places are in the order of the pages, which stays where two fit as well.
  hits.sort((one, other) => other.score - one.score);
  return {
    terms,
    absent,
    partly: most < needed.filter(Boolean).length,
    hits: hits.map(({ place }) => place),
  };
}
