import type { Lang } from '../engine/types.ts';

/** The language that an element with this `lang` speaks: Chinese, unless English is asked. */
export function spoken(tag: string | null | undefined): Lang {
  return tag?.toLowerCase().startsWith('en') ? 'en' : 'zh';
}

/** The language beside this one. */
export function otherLang(lang: Lang): Lang {
  return lang === 'zh' ? 'en' : 'zh';
}
