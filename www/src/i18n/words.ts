import { FluentBundle, type FluentResource, type FluentVariable } from '@fluent/bundle';
import en from '../../messages/en.ftl';
import zh, { ids } from '../../messages/zh.ftl';
import type { Lang } from '../engine/types.ts';

/** The words of the page itself. Words of law come from the rulebooks, never from here. */
export interface Words {
  lang: Lang;
  /** The message `id`, with its variables filled in. */
  (id: string, variables?: Record<string, FluentVariable>): string;
}

const sources = { zh, en };
const ready = new Map<Lang, Words>();

/** The page's words in one language. */
export function words(lang: Lang): Words {
  const known = ready.get(lang);
  if (known) return known;
  const bundle = new FluentBundle(lang === 'zh' ? 'zh-CN' : 'en-GB', { useIsolating: false });
  const body = sources[lang].map((value, place) => ({ id: ids[place], value, attributes: {} }));
  bundle.addResource({ body } as FluentResource);
  const say = (id: string, variables?: Record<string, FluentVariable>) => {
    const pattern = bundle.getMessage(id)?.value;
    return pattern ? bundle.formatPattern(pattern, variables) : id;
  };
  const made = Object.assign(say, { lang });
  ready.set(lang, made);
  return made;
}

/** The language that an element with this `lang` speaks: Chinese, unless English is asked. */
export function spoken(tag: string | null | undefined): Lang {
  return tag?.toLowerCase().startsWith('en') ? 'en' : 'zh';
}

/** The language beside this one. */
export function otherLang(lang: Lang): Lang {
  return lang === 'zh' ? 'en' : 'zh';
}
