import type { Lang } from '../engine/types.ts';

const lists = {
  all: {
    zh: new Intl.ListFormat('zh-CN', { type: 'conjunction' }),
    en: new Intl.ListFormat('en-GB', { type: 'conjunction' }),
  },
  any: {
    zh: new Intl.ListFormat('zh-CN', { type: 'disjunction' }),
    en: new Intl.ListFormat('en-GB', { type: 'disjunction' }),
  },
};

/** All of these in a sentence: A, B and C. */
export function allOf(lang: Lang, items: string[]): string {
  return lists.all[lang].format(items);
}

/** One of these in a sentence: A, B or C. */
export function anyOf(lang: Lang, items: string[]): string {
  return lists.any[lang].format(items);
}

/** What somebody says or a label reads, within a sentence. Both languages use the same marks. */
export function quoted(words: string): string {
  return `“${words}”`;
}
