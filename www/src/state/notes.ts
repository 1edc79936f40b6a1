import type { PaperDrafts } from './states.ts';

/** Notes with one more under a name and a key, or, if it says nothing, without it. */
export function withNote(all: PaperDrafts, name: string, key: string, text: string): PaperDrafts {
  const { [key]: _, ...rest } = all[name] ?? {};
  const own = text === '' ? rest : { ...rest, [key]: text };
  const { [name]: __, ...others } = all;
  return Object.keys(own).length === 0 ? others : { ...others, [name]: own };
}
