import { setOf, wordsOf } from './says.ts';
import { plain, same } from './spelling.ts';

/** The Chinese signs that multiply the number before them. */
const TIMES: Record<string, number> = { 十: 10, 百: 100, 千: 1_000, 万: 10_000, 亿: 100_000_000 };

/**
 * A whole number of items or times: `3`, `3.0`, `３`, `3 件`, `1,000`, `10万`, `1.5万件`.
 * Nothing for any other text: `3+`, `约3`, `-1`, `3-5`.
 */
export function readCount(cell: string): number | undefined {
  const text = same(cell);
  if (text.length > 30) return undefined;
  const [, digits = '', sign = '', unit = ''] =
    /^(\d{1,3}(?:,\d{3})+|\d{1,15}(?:\.\d{1,8})?) ?([十百千万亿])? ?([^\d.,+\-~<>]*)$/.exec(text) ??
    [];
  if (digits === '' || (unit !== '' && !isUnit(unit))) return undefined;
  const scaled = Number(digits.replaceAll(',', '')) * (TIMES[sign] ?? 1);
  const rounded = Math.round(scaled);
  return Math.abs(scaled - rounded) < 1e-6 && Number.isSafeInteger(rounded) ? rounded : undefined;
}

const isUnit = (unit: string) => setOf('word-unit').has(plain(unit));

/** Points as a back end writes them: `2`, `2分`, `扣2分`, `-2`. A minus says that they were taken. */
export function readPoints(cell: string): { points: number; minus: boolean } | undefined {
  let text = same(cell);
  if (text.length > 30) return undefined;
  for (const word of wordsOf('word-points')) {
    if (text.startsWith(word)) text = text.slice(word.length).trim();
    if (text.endsWith(word)) text = text.slice(0, -word.length).trim();
  }
  const minus = /^[-−–]/.test(text);
  const points = /^[-−–+]? ?\d{1,6}(?:\.0+)?$/.test(text)
    ? Number(text.replace(/^[-−–+] ?/, ''))
    : undefined;
  return points === undefined ? undefined : { points, minus: minus && points > 0 };
}

/** Whether a cell says yes; nothing, if it says neither yes nor no. An empty one says no. */
export function readYes(cell: string): boolean | undefined {
  const text = same(cell);
  if (['', '0', '×', '✗', '-', '–', '—'].includes(text)) return false;
  if (['1', '√', '✓', '✔'].includes(text)) return true;
  const word = plain(text);
  if (setOf('word-yes').has(word)) return true;
  return setOf('word-no').has(word) ? false : undefined;
}
