import { readdirSync, readFileSync } from 'node:fs';
import { extname, join, sep } from 'node:path';
import type { Lang } from '../src/engine/types.ts';
import type { Both, Kind, Place } from '../src/search/types.ts';
import * as html from './html.ts';
import { attribute, elements, type Tree, within } from './html.ts';

/** What an entry tells beside what it says: nobody looks for a thing by these. */
const BESIDE = ['standing', 'condition', 'links', 'addresses', 'properties'];

/** The same where the court and the docket stand among the properties. */
const BESIDE_CASE = BESIDE.filter((name) => name !== 'properties');

/** What kind of thing an anchor of a rulebook's page leads to, by its first part. */
const KINDS: Record<string, Kind> = {
  fact: 'fact',
  case: 'case',
  gap: 'gap',
  documents: 'document',
};

const LANGS = { 'zh-CN': 'zh', en: 'en' } as const;

const classes = (element: Tree.Element) => attribute(element, 'class')?.split(/\s+/) ?? [];

/** The first element below a node that is like this. */
function first(
  node: Tree.Node,
  like: (element: Tree.Element) => boolean,
): Tree.Element | undefined {
  for (const element of elements(node)) if (element !== node && like(element)) return element;
  return undefined;
}

const byClass = (node: Tree.Node, name: string) =>
  first(node, (element) => classes(element).includes(name));
const byName = (node: Tree.Node, ...names: string[]) =>
  first(node, ({ tagName }) => names.includes(tagName));

/**
 * The text below a node; what stands in parts of its own is set apart by a blank, and a label by
 * a colon.
 */
function textOf(node: Tree.Node): string {
  const texts: string[] = [];
  for (const one of within(node)) {
    if (!('value' in one)) continue;
    const around = one.parentNode;
    const isLabel = around && 'attrs' in around && classes(around).includes('label');
    const text = one.value.trim();
    texts.push(isLabel ? `${text}${/\p{Script=Han}/u.test(text) ? '：' : ':'}` : text);
  }
  return texts.join(' ').replace(/\s+/g, ' ').trim();
}

/** Texts one after the other; behind a mark of Chinese punctuation stands no blank. */
export function inARow(texts: readonly string[]): string {
  return texts.join(' ').replace(/(?<=[。？！：；，、）]) +/g, '');
}

/** The texts below a node, by language, without parts of these classes. */
function told(node: Tree.Node | undefined, without: readonly string[] = BESIDE): Both {
  const texts: Record<Lang, string[]> = { zh: [], en: [] };
  const walk = (one: Tree.Node) => {
    for (const child of 'childNodes' in one ? one.childNodes : []) {
      const lang = 'attrs' in child ? attribute(child, 'lang') : undefined;
      if ('attrs' in child && classes(child).some((name) => without.includes(name))) continue;
      if (lang === 'zh-CN' || lang === 'en') texts[LANGS[lang]].push(textOf(child));
      else walk(child);
    }
  };
  if (node) walk(node);
  return { zh: inARow(texts.zh), en: inARow(texts.en) };
}

const without = (text: string, title: string) => (text.trim() === title ? '' : text.trim());

/** What the page of an instrument or a provision leads to. */
function ofLaw(path: string, page: Tree.Document, kind: Kind): Place<Both> {
  const id = path.replace(/^\w+\//, '').replace(/\.html$/, '');
  const about = byClass(page, 'properties');
  const names: Both = { zh: '', en: '' };
  for (const column of about?.childNodes ?? []) {
    const lang = 'attrs' in column ? attribute(column, 'lang') : undefined;
    const value = byName(column, 'dd');
    if (value && (lang === 'zh-CN' || lang === 'en')) names[LANGS[lang]] = textOf(value);
  }
  return {
    kind,
    page: `reference/${path}`,
    id,
    within: kind === 'provision' ? names : { zh: '', en: '' },
    title: told(byName(page, 'h1')),
    text: kind === 'provision' ? told(byClass(page, 'says')) : names,
  };
}

/**
 * What a page of a rulebook leads to: each entry that has an anchor. A long rulebook has several
 * pages, and a first page that names it.
 */
function* ofRulebook(path: string, page: Tree.Document): Generator<Place<Both>> {
  const lead = byClass(page, 'lead');
  const title = told(lead ? byName(page, 'h1') : byClass(page, 'back'));
  const id = path.replace(/^rulebooks\//, '').replace(/\.html$/, '');
  const around = { page: `reference/${path}`, within: title };
  const alone = { zh: '', en: '' };
  if (lead) yield { ...around, kind: 'rulebook', id, within: alone, title, text: told(lead) };
  for (const element of elements(page)) {
    const anchor = attribute(element, 'id');
    const [name = ''] = classes(element);
    if (anchor === undefined || !['entry', 'gap', 'issue'].includes(name)) continue;
    const kind = KINDS[anchor.split('-', 1)[0] ?? ''] ?? 'rule';
    const place = { ...around, page: `${around.page}#${anchor}`, kind };
    if (name === 'gap') {
      yield { ...place, id: anchor.slice('gap-'.length), title, text: told(element) };
      continue;
    }
    if (name === 'issue') {
      const named = told(byName(element, 'h3'));
      const asks = told(byClass(element, 'asks'));
      yield { ...place, id: anchor.slice('issue-'.length), title: named, text: asks };
      continue;
    }
    const mark = byClass(element, 'id');
    const shown = mark && byName(mark, 'code');
    const named = told(byName(element, 'h3', 'h4', 'h5', 'h6'));
    const text = told(byClass(element, 'entry-text'), kind === 'case' ? BESIDE_CASE : BESIDE);
    yield {
      ...place,
      id: shown ? textOf(shown) : anchor,
      title: named,
      // A sentence of a document is its own name.
      text: { zh: without(text.zh, named.zh), en: without(text.en, named.en) },
    };
  }
}

/** Everything in a folder of written pages of the reference that can be found, page by page. */
export function placesOf(folder: string): Place<Both>[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const pages = files.filter((name) => extname(name) === '.html').sort();
  return pages.flatMap((name) => {
    const path = name.split(sep).join('/');
    const page = html.page(readFileSync(join(folder, name), 'utf8'));
    if (path.startsWith('provisions/')) return [ofLaw(path, page, 'provision')];
    if (path.startsWith('instruments/')) return [ofLaw(path, page, 'instrument')];
    return path.startsWith('rulebooks/') ? [...ofRulebook(path, page)] : [];
  });
}
