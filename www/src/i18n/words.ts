import en from 'messages:en/shared';
import zh from 'messages:zh/shared';
import type { Lang } from '../engine/types.ts';
import { sayer, type Words } from './sayer.ts';

export { otherLang, spoken } from './langs.ts';
export type { Words } from './sayer.ts';

const sources: Record<Lang, Messages> = { zh: [...zh], en: [...en] };
const ready = new Map<Lang, Words>();

/** Takes up the messages of a part of the product, before anything of it is shown. */
export function learn(more: Record<Lang, Messages>): void {
  sources.zh.push(...more.zh);
  sources.en.push(...more.en);
  ready.clear();
}

/** The page's words in one language. */
export function words(lang: Lang): Words {
  const known = ready.get(lang);
  if (known) return known;
  const made = sayer(lang, sources[lang]);
  ready.set(lang, made);
  return made;
}
