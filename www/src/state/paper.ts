import type { Citation, Description, Draft, Lang } from '../engine/types.ts';
import { dayInWords } from '../i18n/dates.ts';
import { legal } from '../i18n/legal.ts';

/** A piece of a sentence: words of the document, something filled in, or a gap. */
export interface Piece {
  text: string;
  kind: 'said' | 'filled' | 'gap';
}

/** A document in words: its title and its paragraphs, with the headings among them. */
export interface Paper {
  title: string;
  /** The day as of which it is written. */
  asOf: string;
  /** What its sentences rest on, each provision once, in their order. */
  citations: Citation[];
  parts: { heading: string | undefined; paragraphs: Piece[][] }[];
}

/** A draft in words, in one language. */
export function paperOf(description: Description, draft: Draft, lang: Lang): Paper {
  const law = legal(description, lang);
  const document = draft.document.slice(description.rulebook.length + 1);
  const base = `document/${document}`;
  const value = (name: string): Piece => {
    const given = draft.values[name];
    const isDay = given !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(given);
    if (given !== undefined) {
      return { text: isDay ? dayInWords(given, lang) : given, kind: 'filled' };
    }
    const ask =
      law.maybe(`${base}/field/${name}/ask`) ??
      law.maybe(`fact/${name}/blank`) ??
      law.say(`fact/${name}/ask`);
    return { text: `【${ask}】`, kind: 'gap' };
  };
  const sentence = (section: string, id: string): Piece[] =>
    law
      .say(`${base}/sentence/${section}/${id}`)
      .split(/\{(\w+)\}/)
      .map((text, place): Piece => (place % 2 === 0 ? { text, kind: 'said' } : value(text)))
      .filter(({ text }) => text !== '');
  const between: Piece = { text: lang === 'zh' ? '' : ' ', kind: 'said' };
  return {
    title: law.say(`${base}/title`),
    asOf: draft.asOf,
    citations: citationsOf(draft),
    parts: draft.sections.map(({ section, titled, lines, sentences }) => {
      const said = sentences.map((one) => sentence(section, one.sentence));
      const running = said.flatMap((one, place) => (place === 0 ? one : [between, ...one]));
      return {
        heading: titled ? law.say(`${base}/section/${section}`) : undefined,
        paragraphs: lines ? said : [running],
      };
    }),
  };
}

function citationsOf({ sections }: Draft): Citation[] {
  const all = sections.flatMap(({ sentences }) => sentences.flatMap(({ citations }) => citations));
  return [...new Map(all.map((citation) => [citation.provision, citation])).values()];
}

/** A document as plain text. */
export function plainText({ title, parts }: Paper): string {
  const texts = parts.map(({ heading, paragraphs }) =>
    [
      ...(heading === undefined ? [] : [heading]),
      ...paragraphs.map((pieces) => pieces.map(({ text }) => text).join('')),
    ].join('\n'),
  );
  return `${[title, ...texts].join('\n\n')}\n`;
}
