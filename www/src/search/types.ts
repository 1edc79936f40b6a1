import type { Lang } from '../engine/types.ts';

/** What can be found. */
export const KINDS = [
  'tool',
  'provision',
  'instrument',
  'rulebook',
  'rule',
  'fact',
  'case',
  'lesson',
  'document',
  'gap',
] as const;

/** A kind of thing that can be found. */
export type Kind = (typeof KINDS)[number];

/** A text in both languages. */
export type Both = Record<Lang, string>;

/** Something that can be found: a place of the pages that has an address of its own. */
export interface Place<Text = string> {
  kind: Kind;
  /** Its address, as seen from the folder of all pages, with the anchor on the page. */
  page: string;
  /** Its id: that of a provision as rules cite it, that of a rule within its rulebook. */
  id: string;
  /** What it belongs to: a rulebook, or an instrument. Empty for what stands by itself. */
  within: Text;
  title: Text;
  /** What it says. */
  text: Text;
}

/** All places in one language, as the file holds them that is looked through. */
export interface Written {
  /** What places belong to, each text once. */
  within: string[];
  /** Words that stand for one thing, a list for each thing. */
  alike: string[][];
  places: [kind: number, page: string, id: string, within: number, title: string, text: string][];
}
