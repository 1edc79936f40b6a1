import { basename } from 'node:path';
import { defaultTreeAdapter as tree } from 'parse5';
import type { Plugin, Rolldown } from 'vite';
import * as html from './html.ts';
import { named } from './html.ts';
import { TOOLS } from './tools.ts';

/** The modules that one loads at once, itself among them. */
function atOnce(bundle: Rolldown.OutputBundle, first: string): Rolldown.OutputChunk[] {
  const found = new Set<Rolldown.OutputChunk>();
  const waiting = [first];
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    const chunk = bundle[file];
    if (chunk?.type !== 'chunk' || found.has(chunk)) continue;
    found.add(chunk);
    waiting.push(...chunk.imports);
  }
  return [...found];
}

/** The wasm files that a page's modules load without being asked. */
function engines(bundle: Rolldown.OutputBundle, first: string): string[] {
  const modules = atOnce(bundle, first);
  const loads = (file: string) => modules.some(({ code }) => code.includes(basename(file)));
  return Object.keys(bundle).filter((file) => file.endsWith('.wasm') && loads(file));
}

/**
 * Has the page of a tool fetch its engine beside its modules: none of them has to run before the
 * largest file of all is on its way.
 */
export function preloads(): Plugin {
  return {
    name: 'zhengpin-preloads',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(source, { bundle, chunk, filename }) {
        if (!bundle || !chunk) return source;
        if (!TOOLS.some(({ name }) => name === basename(filename, '.html'))) return source;
        const page = html.page(source);
        const [first] = named(page, 'script');
        if (!first?.parentNode) return source;
        for (const file of engines(bundle, chunk.fileName)) {
          const link = tree.createElement('link', first.namespaceURI, [
            { name: 'rel', value: 'preload' },
            { name: 'as', value: 'fetch' },
            { name: 'crossorigin', value: '' },
            { name: 'href', value: `./${file}` },
          ]);
          tree.insertBefore(first.parentNode, link, first);
        }
        return html.text(page);
      },
    },
  };
}
