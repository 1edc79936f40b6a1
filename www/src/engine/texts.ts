import type { Catalogue, Description, Lang } from './types.ts';

/** The catalogues there are, by language. One that comes later is joined from then on. */
export type Catalogues = Partial<Record<Lang, Catalogue>>;

/** What is joined of an instrument, and of a provision in it. */
export const OF_INSTRUMENT = ['title', 'short', 'number', 'note', 'address'];
export const OF_PROVISION = ['label', 'says'];

/** The words of one description, by language and key. */
type Texts = Record<string, Record<string, string>>;

/**
 * The words that belong to one description in one language: the rulebook's own, and those of
 * every provision it cites under `instrument/…` and `provision/…`.
 */
function joined(
  { rulebook, provisions }: Pick<Description, 'rulebook' | 'provisions'>,
  catalogue: Catalogue,
): Record<string, string> {
  const texts = { ...catalogue.rulebooks[rulebook] };
  for (const { id, instrument } of provisions) {
    const own = catalogue.instruments[instrument] ?? {};
    for (const key of OF_INSTRUMENT) {
      if (own[key] !== undefined) texts[`instrument/${instrument}/${key}`] = own[key];
    }
    const article = id.slice(instrument.length + 1);
    for (const key of OF_PROVISION) {
      const text = own[`provision/${article}/${key}`];
      if (text !== undefined) texts[`provision/${id}/${key}`] = text;
    }
  }
  return texts;
}

/**
 * The words of a description, those that it brings before those of the catalogues. Each
 * language is joined when it is read, from the catalogue that is there then.
 */
export function textsOf(
  description: Pick<Description, 'rulebook' | 'provisions' | 'texts'>,
  catalogues: Catalogues,
): Texts {
  const { rulebook, provisions, texts: brought } = description;
  const texts: Texts = {};
  for (const lang of new Set([...Object.keys(catalogues), ...Object.keys(brought)])) {
    let from: Catalogue | undefined;
    let words: Record<string, string> | undefined;
    Object.defineProperty(texts, lang, {
      enumerable: true,
      get: () => {
        const catalogue = catalogues[lang as Lang] ?? { rulebooks: {}, instruments: {} };
        if (!words || from !== catalogue) {
          from = catalogue;
          words = { ...joined({ rulebook, provisions }, catalogue), ...brought[lang] };
        }
        return words;
      },
    });
  }
  return texts;
}
