import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { defaultTreeAdapter as tree } from 'parse5';
import type { Plugin, Rolldown } from 'vite';
import { BUILT } from '../src/snippet/built.ts';
import { headOf } from '../src/snippet/markup.ts';
import { policyOf } from '../src/snippet/policy.ts';
import type { Built } from '../src/snippet/types.ts';
import * as html from './html.ts';
import { attribute, named, setAttribute, type Tree } from './html.ts';
import { modulesIn } from './integrity.ts';

const ENTRY = 'zhengpin-elements.js';

/** The modules that load at once behind the first one: those that they need before themselves. */
function firstOf(bundle: Rolldown.OutputBundle): string[] {
  const found: string[] = [];
  const walk = (file: string) => {
    const chunk = bundle[file];
    if (found.includes(file) || chunk?.type !== 'chunk') return;
    for (const needed of chunk.imports) walk(needed);
    found.push(file);
  };
  walk(ENTRY);
  return found;
}

function policyIn(page: Tree.Document): Tree.Element | undefined {
  const isPolicy = (one: Tree.Element) =>
    attribute(one, 'http-equiv') === 'Content-Security-Policy';
  return named(page, 'meta').find(isPolicy);
}

/**
 * Writes what the elements were built to into the page that makes the snippet, and the snippet's
 * own head and policy into the page that it has in a frame.
 */
export function snippetPages(): Plugin {
  let [outDir, publicDir] = ['', ''];
  return {
    name: 'zhengpin-snippet-pages',
    apply: 'build',
    configResolved(config) {
      outDir = join(config.root, config.build.outDir);
      publicDir = config.publicDir;
    },
    async writeBundle(_, bundle) {
      const built = { hashes: modulesIn(outDir, publicDir, bundle), first: firstOf(bundle) };
      const change = (name: string, by: (page: Tree.Document) => void) => {
        const path = join(dirname(outDir), name);
        const page = html.page(readFileSync(path, 'utf8'));
        by(page);
        writeFileSync(path, html.text(page));
      };
      change('snippet.html', (page) => tell(page, built));
      const shown = { base: './embed/', built };
      const policy = await policyOf(shown);
      if (policy === undefined) this.error('the hash of the import map cannot be made');
      change('snippet-preview.html', (page) => wear(page, headOf(shown), policy));
    },
  };
}

/** Tells a page what was built, and lets it show a frame. */
function tell(page: Tree.Document, built: Built): void {
  const [head] = named(page, 'head');
  if (!head) return;
  const data = tree.createElement('script', head.namespaceURI, [
    { name: 'type', value: 'application/json' },
    { name: 'id', value: BUILT },
  ]);
  tree.insertText(data, JSON.stringify(built));
  tree.appendChild(head, data);
  const policy = policyIn(page);
  if (policy) setAttribute(policy, 'content', `${attribute(policy, 'content')}; frame-src 'self'`);
}

/** Gives a page the head and the policy of a snippet. */
function wear(page: Tree.Document, head: string, policy: string): void {
  const own = policyIn(page);
  if (own) setAttribute(own, 'content', policy);
  const [first] = named(page, 'script');
  const parent = first?.parentNode;
  if (!first || !parent) return;
  for (const node of html.fragment(head).childNodes) tree.insertBefore(parent, node, first);
}
