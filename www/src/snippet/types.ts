import type { Lang } from '../engine/types.ts';

/** An element that can be put on a page, and what it can be told there. */
export interface Offered {
  tag: string;
  /** Its tag without `zhengpin-`. */
  name: string;
  /** The attributes it knows. */
  attributes: string[];
  /** The rulebooks that it can show first; none where it has no choice. */
  rulebooks: { rulebook: string; title: Record<Lang, string> }[];
}

/** The modules of the elements as they were built. */
export interface Built {
  /** The hash of each, `sha384-…`, by its name in the folder. */
  hashes: Record<string, string>;
  /** Those that load at once behind the first one, in the order in which they are to be named. */
  first: string[];
}

/** What stands on somebody's page: an element, and where its files are. */
export interface Snippet {
  tag: string;
  /** What the element is told, in the order in which it is written. */
  attributes: [name: string, value: string][];
  /** The folder of the elements, as seen from the page, or with its origin. */
  base: string;
  /** The hashes by which the browser checks what it loads; none where it is not to check. */
  built: Built | undefined;
}
