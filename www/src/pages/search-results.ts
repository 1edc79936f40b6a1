import type { Words } from '../i18n/words.ts';
import { excerpt, marked, type Piece } from '../search/excerpt.ts';
import type { Found } from '../search/find.ts';
import type { Term } from '../search/terms.ts';
import { KINDS, type Kind, type Place } from '../search/types.ts';

/** How much of a text stands beside its name, in characters. */
const LONG = { zh: 110, en: 220 };

/** What each kind is called. */
export const CALLED: Record<Kind, string> = {
  tool: 'search-kind-tool',
  provision: 'search-kind-provision',
  instrument: 'search-kind-instrument',
  rulebook: 'search-kind-rulebook',
  rule: 'search-kind-rule',
  fact: 'search-kind-fact',
  case: 'search-kind-case',
  lesson: 'search-kind-lesson',
  document: 'search-kind-document',
  gap: 'search-kind-gap',
};

/** An element with classes and what stands in it. */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  className: string,
  ...inside: (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.append(...inside);
  return made;
}

const shown = (pieces: Piece[]) =>
  pieces.map(({ text, found }) => (found ? element('mark', '', text) : text));

/** The address of a place; language and colours go along. */
function addressOf({ page }: Place): string {
  const [path = '', anchor] = page.split('#');
  return `./${path}${location.search}${anchor === undefined ? '' : `#${anchor}`}`;
}

/** A place as a line of the list: its kind, its name that leads there, what it says of the words. */
export function resultOf(place: Place, terms: readonly Term[], say: Words, lang: 'zh' | 'en') {
  const link = element('a', '', ...shown(marked(place.title, terms)));
  link.href = addressOf(place);
  const name = element('p', 'name', element('span', 'kind', say(CALLED[place.kind])), link);
  const parts: HTMLElement[] = [name];
  link.lang = lang === 'zh' ? 'zh-CN' : 'en';
  if (place.text) {
    const text = element('p', 'says', ...shown(excerpt(place.text, terms, LONG[lang])));
    text.lang = link.lang;
    parts.push(text);
  }
  const within = element('span', '', place.within);
  within.lang = link.lang;
  const around = element('p', 'around', ...(place.within ? [within] : []));
  around.append(element('code', '', ...shown(marked(place.id, terms))));
  parts.push(around);
  return element('li', '', ...parts);
}

/** How many places of each kind were found, in the order of kinds. */
export function countsOf({ hits }: Found): Map<Kind, number> {
  const counts = new Map<Kind, number>();
  for (const kind of KINDS) {
    const many = hits.filter((place) => place.kind === kind).length;
    if (many > 0) counts.set(kind, many);
  }
  return counts;
}
