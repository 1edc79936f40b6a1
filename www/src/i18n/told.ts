import type { Lang, Told } from '../engine/types.ts';
import { dayInWords, isDay } from './dates.ts';
import { quoted } from './lists.ts';

/** What is wrong, in one language. */
export function messageOf({ message }: Told, lang: Lang): string {
  return asRead(message[lang], lang);
}

/**
 * What the engine says, as a page says it: days in words, and what was entered in the
 * quotation marks of the language instead of backticks.
 */
function asRead(message: string, lang: Lang): string {
  const gap = lang === 'zh' ? '' : ' ';
  return message
    .replace(/ ?`?(?<![\d-])(\d{4}-\d{2}-\d{2})(?![\d-]|T\d)`? ?/g, (whole, day: string) => {
      // What is no day stays as it was written.
      if (!isDay(day)) return whole;
      const [before, after] = [whole.startsWith(' ') ? gap : '', whole.endsWith(' ') ? gap : ''];
      return `${before}${dayInWords(day, lang)}${after}`;
    })
    .replace(/( ?)`([^`]*)`( ?)/g, (_, before: string, entered: string, after: string) =>
      [before && gap, quoted(entered), after && gap].join(''),
    );
}
