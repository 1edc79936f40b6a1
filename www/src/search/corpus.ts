import { fold } from './terms.ts';
import { KINDS, type Place, type Written } from './types.ts';

/** A place, with its texts as they are compared. */
export interface Folded extends Place {
  folded: { id: string; within: string; title: string; text: string; all: string };
}

/** Everything that can be found in one language. */
export interface Corpus {
  places: Folded[];
  alike: string[][];
}

/** The places that a file holds. */
export function corpusOf({ within, alike, places }: Written): Corpus {
  return {
    alike: alike.map((words) => words.map(fold)),
    places: places.map(([kind, page, id, around, title, text]) => {
      const place = {
        kind: KINDS[kind] ?? 'rule',
        page,
        id,
        within: within[around] ?? '',
        title,
        text,
      };
      const folded = {
        id: fold(id),
        within: fold(place.within),
        title: fold(title),
        text: fold(text),
      };
      const all = Object.values(folded).join('\n');
      return { ...place, folded: { ...folded, all } };
    }),
  };
}

/** Places as a file holds them. */
export function written(places: readonly Place[], alike: string[][]): Written {
  const within = [...new Set(places.map((place) => place.within))];
  const numbers = new Map(within.map((text, number) => [text, number]));
  return {
    within,
    alike,
    places: places.map((place) => [
      KINDS.indexOf(place.kind),
      place.page,
      place.id,
      numbers.get(place.within) ?? 0,
      place.title,
      place.text,
    ]),
  };
}
