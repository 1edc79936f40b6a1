import type { Plugin } from 'vite';
import type { Offered } from '../src/snippet/types.ts';
import { ELEMENTS } from './elements.ts';
import { rulebooksOf, type Titled } from './engine-texts.ts';

const ID = 'virtual:offered';

/** The rulebooks that an element can be told to show first, by its tag. */
const RULEBOOKS: Record<string, () => Promise<Titled[]>> = {
  'zhengpin-changes': () => rulebooksOf('comparing'),
  'zhengpin-duties': () => rulebooksOf('listing'),
  'zhengpin-finding': () => rulebooksOf('simulating', true),
  'zhengpin-many': () => rulebooksOf('deciding'),
  'zhengpin-penalties': () => rulebooksOf('simulating', true),
};

/** What the page that makes the snippet offers: every element, with what it can be told. */
async function offered(): Promise<Offered[]> {
  return Promise.all(
    ELEMENTS.map(async ({ tag, said }) => {
      const attributes = said.map(({ attribute }) => attribute);
      const rulebooks = await RULEBOOKS[tag]?.();
      if (attributes.includes('rulebook') && !rulebooks?.length) {
        throw new Error(`no rulebooks for ${tag}`);
      }
      return { tag, name: tag.replace('zhengpin-', ''), attributes, rulebooks: rulebooks ?? [] };
    }),
  );
}

/** Serves `virtual:offered`: the elements and what they can be told. */
export function offeredElements(): Plugin {
  return {
    name: 'zhengpin-offered',
    resolveId: (id) => (id === ID ? `\0${ID}` : undefined),
    async load(id) {
      if (id !== `\0${ID}`) return undefined;
      return `export default ${JSON.stringify(await offered())};`;
    },
  };
}
