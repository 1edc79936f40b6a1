import '../i18n/words-search.ts';
import './page.ts';
import '../styles/search.css';
import type { Lang } from '../engine/types.ts';
import { spoken, words } from '../i18n/words.ts';
import type { Corpus } from '../search/corpus.ts';
import { type Found, find } from '../search/find.ts';
import { corpus } from '../search/load.ts';
import { isChinese } from '../search/terms.ts';
import type { Kind } from '../search/types.ts';
import { CALLED, countsOf, element, resultOf } from './search-results.ts';

/** How many places are shown at first, and how many more each time. */
const FEW = 20;

/** The fragment of the address that holds the words: no server is told of it. */
const KEPT = 'q';

function part<Kind extends HTMLElement>(selector: string): Kind {
  const found = document.querySelector<Kind>(selector);
  if (!found) throw new Error(`no ${selector} on this page`);
  return found;
}

const field = part<HTMLInputElement>('#query');
const hints = part('#try');
const said = part('.said');
const kinds = part('.kinds');
const list = part<HTMLOListElement>('ol.places');
const more = part('.more');
const moreButton = part<HTMLButtonElement>('.more button');

let kind: Kind | undefined;
let most = FEW;
let asked = 0;

const pageLang = (): Lang => spoken(document.documentElement.lang);

/** The language whose texts hold the words: that of their letters, or else that of the page. */
function langOf(query: string): Lang {
  if (isChinese(query)) return 'zh';
  return /\p{L}/u.test(query) ? 'en' : pageLang();
}

/** The way to all rules, for who finds nothing. */
function toRules(): HTMLAnchorElement {
  const link = element('a', '', words(pageLang())('search-nothing-link'));
  link.href = `./reference/index.html${location.search}`;
  return link;
}

function clear(): void {
  list.replaceChildren();
  kinds.hidden = true;
  more.hidden = true;
}

/** Looks for what the field holds, and shows it; an answer that comes late is dropped. */
async function look(): Promise<void> {
  const query = field.value.trim();
  asked += 1;
  const mine = asked;
  keep(query);
  if (query === '') {
    clear();
    said.replaceChildren();
    return;
  }
  const lang = langOf(query);
  const say = words(pageLang());
  const late = setTimeout(() => {
    if (mine === asked) said.replaceChildren(say('search-loading'));
  }, 200);
  try {
    const held = await corpus(lang);
    if (mine === asked) show(held, query, lang);
  } catch {
    if (mine !== asked) return;
    clear();
    said.replaceChildren(say('search-failed'), ' ', toRules(), say('search-end'));
  } finally {
    clearTimeout(late);
  }
}

function show(held: Corpus, query: string, lang: Lang): void {
  const say = words(pageLang());
  const found = find(held, query, lang);
  if (found.hits.length === 0) {
    clear();
    const many = (...of: Kind[]) => held.places.filter((place) => of.includes(place.kind)).length;
    const counts = {
      count: held.places.length,
      provisions: many('provision'),
      rules: many('rule', 'fact'),
      cases: many('case'),
    };
    said.replaceChildren(say('search-nothing', { query, lang, ...counts }), ' ', toRules());
    said.append(say('search-end'));
    return;
  }
  const counts = countsOf(found);
  if (kind && !counts.has(kind)) kind = undefined;
  const hits = kind ? found.hits.filter((place) => place.kind === kind) : found.hits;
  said.replaceChildren(told(found));
  showKinds(counts, found.hits.length);
  const shown = hits.slice(0, most);
  list.replaceChildren(...shown.map((place) => resultOf(place, found.terms, say, lang)));
  more.hidden = hits.length <= shown.length;
  moreButton.textContent = say('search-more', { count: Math.min(FEW, hits.length - shown.length) });
}

/** What was looked for, and how many places have it. */
function told({ terms, absent, partly, hits }: Found): string {
  const say = words(pageLang());
  const joined = (all: string[]) => all.join(say('search-between'));
  const lines = [say(partly ? 'search-partly' : 'search-found', { count: hits.length })];
  if (absent.length > 0) lines.push(say('search-absent', { words: joined(absent) }));
  const also = terms.flatMap((term) => (absent.includes(term.said) ? [] : term.also));
  if (also.length > 0) lines.push(say('search-also', { words: joined(also) }));
  return lines.join(say('gap'));
}

function showKinds(counts: Map<Kind, number>, all: number): void {
  const say = words(pageLang());
  const offer = (of: Kind | undefined, count: number) => {
    const what = say(of ? CALLED[of] : 'search-all');
    const button = element('button', '', say('search-counted', { what, count }));
    button.type = 'button';
    button.dataset.kind = of ?? '';
    button.setAttribute('aria-pressed', `${kind === of}`);
    button.addEventListener('click', () => {
      kind = of;
      most = FEW;
      look().then(() => {
        kinds.querySelector<HTMLButtonElement>(`button[data-kind="${of ?? ''}"]`)?.focus();
      });
    });
    return button;
  };
  const offers = [...counts].map(([of, count]) => offer(of, count));
  kinds.replaceChildren(offer(undefined, all), ...offers);
  kinds.hidden = counts.size < 2;
}

/** Keeps the words in the fragment of the address, so that going back finds them. */
function keep(query: string): void {
  const url = new URL(location.href);
  url.hash = query === '' ? '' : new URLSearchParams({ [KEPT]: query }).toString();
  if (url.href !== location.href) history.replaceState(history.state, '', url);
}

/** Takes the words from the address. */
function restore(): void {
  const query = new URLSearchParams(location.hash.slice(1)).get(KEPT) ?? '';
  if (query === field.value.trim()) return;
  field.value = query;
  anew();
}

function anew(): void {
  kind = undefined;
  most = FEW;
  look();
}

/** Words to try, each a button. */
function offerExamples(): void {
  const say = words(pageLang());
  const examples = say('search-examples').split(say('search-between'));
  const buttons = examples.map((example) => {
    const button = element('button', '', example);
    button.type = 'button';
    button.lang = isChinese(example) ? 'zh-CN' : 'en';
    button.addEventListener('click', () => {
      field.value = example;
      anew();
      field.focus();
    });
    return button;
  });
  hints.replaceChildren(element('span', '', say('search-try')), ...buttons);
}

field.addEventListener('input', anew);
field.addEventListener('focus', () => {
  // What is typed will be looked for at once; where it cannot be had, typing says so.
  corpus(pageLang()).catch(() => undefined);
});
moreButton.addEventListener('click', () => {
  const first = list.children.length;
  most += FEW;
  look().then(() => list.children[first]?.querySelector('a')?.focus());
});
addEventListener('hashchange', restore);
new MutationObserver(() => {
  offerExamples();
  look();
}).observe(document.documentElement, { attributeFilter: ['lang'] });
offerExamples();
restore();
