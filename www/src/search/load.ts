import en from 'virtual:search/en';
import zh from 'virtual:search/zh';
import type { Lang } from '../engine/types.ts';
import { type Corpus, corpusOf } from './corpus.ts';
import type { Written } from './types.ts';

const FILES = { zh, en };
const loading = new Map<Lang, Promise<Corpus>>();

/**
 * Everything that can be found in one language. It is one file, so that no request tells what
 * is looked for; it is loaded once, when it is first asked for. Fails where it cannot be
 * fetched or is not as it was built; the next call tries again.
 */
export function corpus(lang: Lang): Promise<Corpus> {
  const known = loading.get(lang);
  if (known) return known;
  const made = load(lang);
  loading.set(lang, made);
  made.catch(() => loading.delete(lang));
  return made;
}

async function load(lang: Lang): Promise<Corpus> {
  const { file, integrity } = FILES[lang];
  const response = await fetch(new URL(file, import.meta.url), { integrity });
  if (!response.ok) throw new Error(`${file}: ${response.status}`);
  return corpusOf((await response.json()) as Written);
}
