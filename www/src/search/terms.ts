import type { Lang } from '../engine/types.ts';

/** A word that is looked for, and what stands for the same thing. */
export interface Term {
  /** As it was typed, folded. */
  said: string;
  /** Other words for the same thing. */
  also: string[];
}

const HAN = /\p{Script=Han}/u;

/** Whether a text has Chinese characters. */
export const isChinese = (text: string): boolean => HAN.test(text);

/**
 * A text as it is compared: lower case, and wide forms such as `（２０１５）` narrow. It is as long
 * as it was, so that a place in one is the same place in the other.
 */
export function fold(text: string): string {
  const narrow = text.replace(/[！-～]/g, (wide) =>
    String.fromCharCode(wide.charCodeAt(0) - 0xfee0),
  );
  return narrow.replace(/\p{Lu}/gu, (large) => {
    const small = large.toLowerCase();
    return small.length === large.length ? small : large;
  });
}

const DIGITS = '零一二三四五六七八九';

/** A number below a thousand as articles are numbered: 142 is 一百四十二, 12 is 十二. */
function counted(number: number): string {
  const [hundreds, tens, ones] = [
    Math.floor(number / 100),
    Math.floor(number / 10) % 10,
    number % 10,
  ];
  const digit = (place: number) => DIGITS[place] ?? '';
  let text = hundreds > 0 ? `${digit(hundreds)}百` : '';
  if (tens > 0) text += tens === 1 && hundreds === 0 ? '十' : `${digit(tens)}十`;
  else if (hundreds > 0 && ones > 0) text += '零';
  return ones > 0 || text === '' ? text + digit(ones) : text;
}

/** `第42条` as it is written in citations, `第四十二条`; none where there is no such number. */
function numbered(piece: string): string | undefined {
  const written = piece.replace(/(?<!\d)(\d{1,3})(?=[条款项])/g, (_, digits: string) =>
    counted(Number(digits)),
  );
  return written === piece ? undefined : written;
}

/** What parts words; ids such as `ecl/42/1` and `n_locate` are not parted. */
const BETWEEN = /[\s,，、。；;:：“”"‘’'《》()[\]【】?？!！·|]+/u;

/**
 * The words of a piece of Chinese in which nothing parts them: first those that stand for the
 * same thing as others; then what the browser takes for words, where it occurs; of the rest,
 * whose words the browser does not know, what occurs two by two. Single characters are left out.
 */
function segmented(
  piece: string,
  alike: readonly string[][],
  occurs: (text: string) => boolean,
): string[] {
  const known = alike.flat().filter((word) => piece.includes(word));
  known.sort((one, other) => other.length - one.length);
  const [longest] = known;
  if (longest !== undefined && longest !== piece) {
    const around = piece.split(longest).filter((rest) => rest !== '');
    return [longest, ...around.flatMap((rest) => segmented(rest, alike, occurs))];
  }
  const words: string[] = [];
  let rest = '';
  for (const { segment } of new Intl.Segmenter('zh', { granularity: 'word' }).segment(piece)) {
    if (segment.length < 2 || !occurs(segment)) rest += segment;
    else {
      words.push(...inPairs(rest, occurs), segment);
      rest = '';
    }
  }
  words.push(...inPairs(rest, occurs));
  return words.length > 0 ? words : [piece];
}

/** Pairs of characters that occur, one after the other; the whole, where none does. */
function inPairs(text: string, occurs: (text: string) => boolean): string[] {
  const pairs: string[] = [];
  for (let at = 0; at + 2 <= text.length; at += 1) {
    const pair = text.slice(at, at + 2);
    if (!occurs(pair)) continue;
    pairs.push(pair);
    at += 1;
  }
  return pairs.length > 0 || text.length < 2 ? pairs : [text];
}

/**
 * The words of a query. Chinese is looked for as it stands where it occurs so, and word by word
 * otherwise. What stands for the same thing is looked for too.
 */
export function termsOf(
  query: string,
  lang: Lang,
  alike: readonly string[][],
  occurs: (text: string) => boolean,
): Term[] {
  const folded = fold(query);
  const termOf = (said: string): Term => {
    const group = alike.find((words) => words.includes(said)) ?? [];
    const number = numbered(said);
    const also = [...group, ...(number === undefined ? [] : [number])];
    return { said, also: [...new Set(also)].filter((word) => word !== said) };
  };
  const known = (said: string) => {
    const { also } = termOf(said);
    return [said, ...also].some(occurs);
  };
  // Words of English that belong together, such as `grey market`.
  const phrase = folded.trim().replace(/\s+/g, ' ');
  if (lang === 'en' && alike.some((words) => words.includes(phrase))) return [termOf(phrase)];
  const said = folded
    .split(BETWEEN)
    .filter((piece) => piece !== '')
    .flatMap((piece) =>
      !isChinese(piece) || known(piece) ? [piece] : segmented(piece, alike, occurs),
    );
  return [...new Set(said)].map(termOf);
}
