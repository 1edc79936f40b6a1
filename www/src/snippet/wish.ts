import type { Given } from './from-link.ts';
import type { Offered } from './types.ts';

/** What somebody wants on a page. */
export interface Wish {
  element: Offered;
  /** The rulebook that is shown first; the element's own choice, if empty. */
  rulebook: string;
  /** The day of the rules; that on which the page is opened, if none. */
  asOf: string | null;
  /** The two days that are compared; the element's own choice, if none. */
  from: string | null;
  to: string | null;
  /** The language and the colours; those of the page, if empty. */
  lang: '' | 'zh' | 'en';
  theme: '' | 'light' | 'dark';
  /** The folder of the elements, as it is written. */
  base: string;
  /** Whether the browser checks the modules by their hashes. */
  checked: boolean;
  /** Whether answers stay out of the address, and out of the browser's storages. */
  unlinked: boolean;
  unkept: boolean;
  /** Answers or findings from a link, as JSON, by attribute. */
  given: Record<string, string>;
}

/** The folder in which the guide has hosts put the elements. */
const USUAL = 'zhengpin/';

/** What is wanted before anything is chosen. */
export function wishFor(element: Offered): Wish {
  return {
    element,
    rulebook: '',
    asOf: null,
    from: null,
    to: null,
    lang: '',
    theme: '',
    base: USUAL,
    checked: true,
    unlinked: false,
    unkept: false,
    given: {},
  };
}

/**
 * A wish with a part of it changed. Answers and findings belong to the element and the rulebook
 * for which they were given: they go where another one is chosen.
 */
export function changed(wish: Wish, part: Partial<Wish>): Wish {
  const next = { ...wish, ...part };
  if (next.element !== wish.element) {
    const { lang, theme, base, checked, unlinked, unkept } = next;
    return { ...wishFor(next.element), lang, theme, base, checked, unlinked, unkept };
  }
  return next.rulebook === wish.rulebook ? next : { ...next, given: {} };
}

/** A wish with what a link gives in it. */
export function taken(wish: Wish, { element, attributes }: Given): Wish {
  const { rulebook = '', from = null, to = null, 'as-of': asOf = null, ...given } = attributes;
  return { ...changed(wish, { element }), rulebook, from, to, asOf, given };
}

/** What the element is told, in the order in which it is written. */
export function attributesOf(wish: Wish): [name: string, value: string][] {
  const { lang, theme, rulebook, asOf, from, to, unlinked, unkept, given } = wish;
  const told: [string, string | null][] = [
    ['lang', lang],
    ['theme', theme],
    ['rulebook', rulebook],
    ['as-of', asOf],
    ['from', from],
    ['to', to],
    ['fragment', unlinked ? 'off' : null],
    ['storage', unkept ? 'off' : null],
    ...Object.entries(given),
  ];
  return told.filter(
    (one): one is [string, string] => Boolean(one[1]) && wish.element.attributes.includes(one[0]),
  );
}
