import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { FluentBundle, FluentResource } from '@fluent/bundle';
import { defaultTreeAdapter as tree } from 'parse5';
import type { Plugin } from 'vite';
import * as html from './html.ts';
import { attribute, elements, replaceBy, setAttribute, type Tree, within } from './html.ts';
import { addressOf, SITUATIONS } from './situations.ts';
import { TOOLS } from './tools.ts';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

function seal(): string {
  const lines = readFileSync(at('../src/parts/seal.svg'), 'utf8').split('\n');
  return `data:image/svg+xml,${encodeURIComponent(lines.map((line) => line.trim()).join(''))}`;
}

/** The messages of one language, by id. */
export function messages(lang: 'zh' | 'en'): (id: string) => string {
  const bundle = new FluentBundle(lang, { useIsolating: false });
  bundle.addResource(new FluentResource(readFileSync(at(`../messages/${lang}.ftl`), 'utf8')));
  return (id) => {
    const pattern = bundle.getMessage(id)?.value;
    if (!pattern) throw new Error(`no message ${id} in ${lang}.ftl`);
    return bundle.formatPattern(pattern);
  };
}

/** The parts that are made from the lists of tools and situations. */
const MADE: Record<string, () => string> = {
  tools: () =>
    TOOLS.map(({ name }) => `<a href="./${name}.html" data-page data-l10n="nav-${name}"></a>`).join(
      '\n',
    ),
  situations: () =>
    SITUATIONS.map(
      (one) =>
        `<li><a href="${addressOf(one)}" data-page data-l10n="situation-${one.name}"></a></li>`,
    ).join('\n'),
  entrances: () =>
    TOOLS.map(
      ({ name }) => `<a href="./${name}.html" data-page>
        <span class="entrance-who" data-l10n="start-${name}-who"></span>
        <span class="entrance-asks" data-l10n="start-${name}"></span>
        <span class="beside" lang="en" data-l10n-other="start-${name}"></span>
      </a>`,
    ).join('\n'),
};

/** What stands in place of a comment such as `part: head`. */
function part(comment: string): string | undefined {
  const [word, name = ''] = comment.trim().split(/\s+/);
  if (word !== 'part:') return undefined;
  return MADE[name]?.() ?? readFileSync(at(`../src/parts/${name}.html`), 'utf8').trim();
}

/** Puts the shared parts in; `up` leads from the page to the folder of all pages. */
function putParts(page: Tree.Node, up: string): void {
  for (const node of within(page)) {
    const text = tree.isCommentNode(node) ? part(node.data) : undefined;
    if (text === undefined) continue;
    const fragment = html.fragment(text);
    for (const { attrs } of elements(fragment)) {
      for (const one of attrs) {
        if (one.value.startsWith('./')) one.value = up + one.value.slice('./'.length);
      }
    }
    putParts(fragment, up);
    replaceBy(node as Tree.CommentNode, fragment.childNodes);
  }
}

/**
 * A page with the shared parts and the Chinese words put in, so that it can be read before a
 * script has run, and without one. `up` leads from the page to the folder of all pages.
 *
 * `<!-- part: head -->` is replaced by `src/parts/head.html`, `%seal%` by the address of the
 * brand's seal, which holds the drawing itself: a browser fetches an icon anew whenever the
 * address of the page changes, and the tools change its fragment. An empty element with
 * `data-l10n` gets the message as its text, with `data-l10n-other` the English one beside
 * it; `data-l10n-label` fills `aria-label`, `data-l10n-content` a meta element. One with
 * `data-written` gets the message in the language of its `lang` for good: no script turns it.
 */
export function withParts(source: string, up = './'): string {
  const page = html.page(source);
  const drawing = seal();
  const [zh, en] = [messages('zh'), messages('en')];
  putParts(page, up);
  for (const element of elements(page)) {
    for (const one of element.attrs) if (one.value === '%seal%') one.value = drawing;
    const fill = (name: string, put: (id: string) => void) => {
      const id = attribute(element, name);
      if (id !== undefined) put(id);
    };
    const text = (says: string) => {
      if (element.childNodes.length === 0) tree.insertText(element, says);
    };
    fill('data-l10n', (id) => text(zh(id)));
    fill('data-l10n-other', (id) => text(en(id)));
    fill('data-written', (id) => text(attribute(element, 'lang') === 'en' ? en(id) : zh(id)));
    fill('data-l10n-label', (id) => setAttribute(element, 'aria-label', zh(id)));
    fill('data-l10n-content', (id) => setAttribute(element, 'content', zh(id)));
  }
  return html.text(page);
}

/** Puts the shared parts and the Chinese words into the pages when they are built. */
export function pages(): Plugin {
  return {
    name: 'zhengpin-pages',
    transformIndexHtml: { order: 'pre', handler: (source) => withParts(source) },
  };
}
