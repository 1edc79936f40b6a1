import en from 'messages:en/reading';
import zh from 'messages:zh/reading';
import type { FluentVariable } from '@fluent/bundle';
import { sayer } from '../i18n/sayer.ts';
import { plain } from './spelling.ts';
import type { Told } from './types.ts';

const say = { zh: sayer('zh', zh), en: sayer('en', en) };

/** A message in both languages. */
export function told(id: string, variables?: Record<string, FluentVariable>): Told {
  return { zh: say.zh(id, variables), en: say.en(id, variables) };
}

/** The words of one language that a message lists. */
export function listed(lang: 'zh' | 'en', id: string): string[] {
  return say[lang](id)
    .split('|')
    .map((word) => word.trim())
    .filter((word) => word !== '');
}

const lists = new Map<string, string[]>();

/** The words that a message lists, in both languages. */
export function wordsOf(id: string): string[] {
  const known = lists.get(id);
  if (known) return known;
  const both = [...listed('zh', id), ...listed('en', id)];
  lists.set(id, both);
  return both;
}

const sets = new Map<string, Set<string>>();

/** The same words as they are compared: without case, width, blanks and punctuation. */
export function setOf(id: string): Set<string> {
  const known = sets.get(id);
  if (known) return known;
  const set = new Set(wordsOf(id).map(plain));
  sets.set(id, set);
  return set;
}
