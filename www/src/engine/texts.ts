import type { Catalogue, Description, Lang } from './types.ts';

/**
 * The words that belong to one description, by language and key: the rulebook's own, and
 * those of every provision it cites under `instrument/…` and `provision/…`.
 */
export function joinTexts(
  { rulebook, provisions }: Pick<Description, 'rulebook' | 'provisions'>,
  catalogues: Partial<Record<Lang, Catalogue>>,
): Record<string, Record<string, string>> {
  const joined: Record<string, Record<string, string>> = {};
  for (const [lang, catalogue] of Object.entries(catalogues)) {
    const texts = { ...catalogue.rulebooks[rulebook] };
    for (const { id, instrument } of provisions) {
      const own = catalogue.instruments[instrument] ?? {};
      for (const key of ['title', 'short', 'number', 'note']) {
        if (own[key] !== undefined) texts[`instrument/${instrument}/${key}`] = own[key];
      }
      const article = id.slice(instrument.length + 1);
      for (const key of ['label', 'says']) {
        const text = own[`provision/${article}/${key}`];
        if (text !== undefined) texts[`provision/${id}/${key}`] = text;
      }
    }
    joined[lang] = texts;
  }
  return joined;
}
