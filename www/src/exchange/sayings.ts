import type { FluentVariable } from '@fluent/bundle';
import { sayer } from '../i18n/sayer.ts';
import { plain } from './spelling.ts';
import type { Told } from './types.ts';

type Messages = Parameters<typeof sayer>[1];

/** What one group of messages says of a table that is read, in both languages. */
export interface Sayings {
  /** A message in both languages. */
  told(id: string, variables?: Record<string, FluentVariable>): Told;
  /** The words of one language that a message lists. */
  listed(lang: 'zh' | 'en', id: string): string[];
  /** The words that a message lists, in both languages. */
  wordsOf(id: string): string[];
  /** The same words as they are compared: without case, width, blanks and punctuation. */
  setOf(id: string): Set<string>;
}

/** What a group of messages says, from the messages of each language. */
export function sayings(zh: Messages, en: Messages): Sayings {
  const say = { zh: sayer('zh', zh), en: sayer('en', en) };
  const listed: Sayings['listed'] = (lang, id) =>
    say[lang](id)
      .split('|')
      .map((word) => word.trim())
      .filter((word) => word !== '');
  const wordsOf = kept((id) => [...listed('zh', id), ...listed('en', id)]);
  return {
    told: (id, variables) => ({ zh: say.zh(id, variables), en: say.en(id, variables) }),
    listed,
    wordsOf,
    setOf: kept((id) => new Set(wordsOf(id).map(plain))),
  };
}

/** What is made of an id, made once. */
function kept<Made>(make: (id: string) => Made): (id: string) => Made {
  const known = new Map<string, Made>();
  return (id) => {
    const made = known.get(id) ?? make(id);
    known.set(id, made);
    return made;
  };
}
