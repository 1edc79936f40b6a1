import { basename } from 'node:path';
import { defaultTreeAdapter as tree } from 'parse5';
import type { Plugin, Rolldown } from 'vite';
import * as html from './html.ts';
import { named } from './html.ts';
import { loadedBy } from './loaded.ts';
import { TOOLS } from './tools.ts';

/** What an engine consists of: its code, and the rulebooks that stand beside it. */
const ENGINE = /\.(?:wasm|bin)$/;

const isCode = (file: string) => file.endsWith('.wasm');

/** The wasm files and rulebooks that a page's modules load without being asked. */
function engines(bundle: Rolldown.OutputBundle, first: string): string[] {
  const modules = loadedBy(bundle, [first], 'at once').map((file) => bundle[file]);
  const loads = (file: string) =>
    modules.some((chunk) => chunk?.type === 'chunk' && chunk.code.includes(basename(file)));
  const files = Object.keys(bundle).filter((file) => ENGINE.test(file) && loads(file));
  // The code is the largest by far.
  return files.sort((one, other) => Number(isCode(other)) - Number(isCode(one)));
}

/**
 * Has the page of a tool fetch its engine and what that is handed beside its modules: none of them
 * has to run before the largest file of all is on its way, which gives way to those by which
 * questions are shown.
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
            { name: 'fetchpriority', value: 'low' },
            { name: 'href', value: `./${file}` },
          ]);
          tree.insertBefore(first.parentNode, link, first);
        }
        return html.text(page);
      },
    },
  };
}
