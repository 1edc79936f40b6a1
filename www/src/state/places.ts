/** Where the same goods may be sold, by rulebook, in the order in which they are shown. */
export const PLACES = [
  'eu/parallel-import',
  'us/parallel-import',
  'jp/parallel-import',
  'hk/parallel-import',
] as const;

export type Place = (typeof PLACES)[number];

/** The place of a rulebook's id; nothing, if it is none. */
export const placeOf = (id: string | undefined): Place | undefined =>
  PLACES.find((place) => place === id);

/** A place without what all have in common: the name of its message, such as `eu`. */
export const shortOf = (place: Place): string => place.slice(0, place.indexOf('/'));
