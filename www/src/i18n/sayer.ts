import { FluentBundle, type FluentResource, type FluentVariable } from '@fluent/bundle';
import type { Lang } from '../engine/types.ts';

/** Words in one language. */
export interface Words {
  lang: Lang;
  /** The message `id`, with its variables filled in. */
  (id: string, variables?: Record<string, FluentVariable>): string;
}

/** What says these messages. A message that is missing is said by its id, so that it is seen. */
export function sayer(lang: Lang, messages: Messages): Words {
  const bundle = new FluentBundle(lang === 'zh' ? 'zh-CN' : 'en-GB', { useIsolating: false });
  const body = messages.map(([id, value]) => ({ id, value, attributes: {} }));
  bundle.addResource({ body } as FluentResource);
  const say = (id: string, variables?: Record<string, FluentVariable>) => {
    const pattern = bundle.getMessage(id)?.value;
    return pattern ? bundle.formatPattern(pattern, variables) : id;
  };
  return Object.assign(say, { lang });
}
