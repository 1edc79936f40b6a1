import type { Law } from './law.ts';
import { wordsOf } from './says.ts';
import { plain, same, withoutBrackets } from './spelling.ts';

/** What a word means as a tier. */
export interface Meaning {
  /** The one tier that it names. */
  tier: string | undefined;
  /** The tiers that it covers, where it covers several: those are asked, or told by the points. */
  several: string[];
}

const NOTHING: Meaning = { tier: undefined, several: [] };

/**
 * The words by which the tiers of a rulebook are known. A title as it stands comes first; what
 * stands in brackets is dropped only where nothing matches with it; of two that match, none is
 * taken.
 */
export class TierWords {
  private readonly titles: [string, string][];
  private readonly known = new Map<string, Meaning>();
  private readonly fillers: string[];

  constructor(private readonly law: Law) {
    this.titles = [...law.tiers.keys()].flatMap((id): [string, string][] => [
      [id, id],
      ...(['zh', 'en'] as const).map((lang): [string, string] => [
        id,
        law.words[lang].say(`tier/${id}/title`),
      ]),
    ]);
    // Longer ones first: 出售假冒商品 leaves nothing for 假冒商品 to be taken out of.
    this.fillers = [...wordsOf('word-fakes'), ...wordsOf('word-filler')]
      .map(plain)
      .sort((a, b) => b.length - a.length);
  }

  /** The meaning of a word, the same for all equal cells. */
  read(word: string): Meaning {
    const known = this.known.get(word);
    if (known) return known;
    const meaning = word.length > 200 ? NOTHING : this.meaningOf(word);
    this.known.set(word, meaning);
    return meaning;
  }

  /** All tiers, those that the word covers or that stand in it first. */
  options(word: string): string[] {
    const { several } = this.read(word);
    const text = plain(word);
    const near = this.titles
      .filter(
        ([, title]) => text !== '' && (text.includes(plain(title)) || plain(title).includes(text)),
      )
      .map(([id]) => id);
    return [...new Set([...several, ...near, ...this.law.tiers.keys()])];
  }

  private meaningOf(word: string): Meaning {
    for (const spelt of [same, plain, (text: string) => plain(withoutBrackets(text))]) {
      const wanted = spelt(word);
      if (wanted === '') continue;
      const found = this.having((title) => spelt(title) === wanted);
      if (found.length === 1) return { tier: found[0], several: [] };
      if (found.length > 1) return { tier: undefined, several: found };
    }
    const text = plain(word);
    return this.within(text) ?? this.around(text) ?? this.general(text) ?? NOTHING;
  }

  /** A title with nothing beside it but words that say no more: 出售假冒商品-实际出售. */
  private within(text: string): Meaning | undefined {
    const inside = this.having((title) => plain(title).length > 1 && text.includes(plain(title)));
    if (inside.length === 0) return undefined;
    const told = inside.filter((id) =>
      this.titles.some(([one, title]) => {
        const known = plain(title);
        return one === id && text.includes(known) && this.isFilling(text.replace(known, ''));
      }),
    );
    if (told.length === 1) return { tier: told[0], several: [] };
    return told.length > 1 ? { tier: undefined, several: told } : undefined;
  }

  /** What several titles begin with or end in, as 信息层面判断 where that is light or serious. */
  private around(text: string): Meaning | undefined {
    const wide = this.having((title) => {
      const known = plain(title);
      return text.length > 3 && (known.startsWith(text) || known.endsWith(text));
    });
    return wide.length > 1 ? { tier: undefined, several: wide } : undefined;
  }

  /** What says no more than that fakes were sold: all tiers of which that can be said. */
  private general(text: string): Meaning | undefined {
    const fakes = wordsOf('word-fakes').map(plain);
    if (!fakes.some((word) => text.includes(word)) || !this.isFilling(text)) return undefined;
    const beside = wordsOf('word-fakes-beside').map(plain);
    const covered = [...this.law.tiers.keys()].filter((id) => {
      const titles = this.titles.filter(([one]) => one === id).map(([, title]) => plain(title));
      return !beside.some((word) => titles.some((title) => title.includes(word)));
    });
    if (covered.length === 1) return { tier: covered[0], several: [] };
    return covered.length > 1 ? { tier: undefined, several: covered } : undefined;
  }

  private having(test: (title: string) => boolean): string[] {
    return [...new Set(this.titles.filter(([, title]) => test(title)).map(([id]) => id))];
  }

  private isFilling(text: string): boolean {
    return this.fillers.reduce((rest, word) => rest.replaceAll(word, ''), text) === '';
  }
}
