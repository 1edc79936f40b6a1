import type { Description, Lang } from '../engine/types.ts';
import { otherLang } from './langs.ts';

/** The words of law, as a description carries them. */
export interface Legal {
  /** The text under `key`; the key itself where a text is missing, so that it is seen. */
  say(key: string): string;
  /** The text under `key`, where there may be none. */
  maybe(key: string): string | undefined;
  /** The same text in the language beside this one, once that is there. */
  beside(key: string): string | undefined;
}

/** The words of law of a description in one language, with the other one at hand. */
export function legal({ texts }: Pick<Description, 'texts'>, lang: Lang): Legal {
  const own = texts[lang] ?? {};
  return {
    say: (key) => own[key] ?? key,
    maybe: (key) => own[key],
    beside: (key) => texts[otherLang(lang)]?.[key],
  };
}
