import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, extname, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defaultTreeAdapter as tree } from 'parse5';
import type { Plugin } from 'vite';
import * as html from './html.ts';
import { named, type Tree } from './html.ts';
import { integrityOf } from './integrity.ts';
import { withParts } from './pages.ts';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** The folder that `zhengpin reference` fills. */
const WRITTEN = at('../reference');

/** The script of these pages; it brings their style. */
export const SCRIPT = 'src/pages/reference.ts';

/**
 * Publishes the reference: each page gets the parts that all pages share, and the built
 * script and style. They are put in after the build: as inputs of the build, some hundred
 * pages that share one script would make it slow.
 */
export function reference(): Plugin {
  let outDir = '';
  return {
    name: 'zhengpin-reference',
    apply: 'build',
    configResolved(config) {
      outDir = join(config.root, config.build.outDir);
    },
    writeBundle(_, bundle) {
      const linked = Object.keys(bundle).filter((file) => ['.js', '.css'].includes(extname(file)));
      const hashes = new Map(linked.map((file) => [file, integrityOf(join(outDir, file))]));
      for (const name of readdirSync(WRITTEN, { recursive: true, encoding: 'utf8' })) {
        if (extname(name) !== '.html') continue;
        const up = '../'.repeat(name.split(sep).length - 1);
        const page = html.page(withParts(readFileSync(join(WRITTEN, name), 'utf8'), `${up}../`));
        const [head] = named(page, 'head');
        for (const [file, hash] of head ? hashes : []) {
          if (head) tree.appendChild(head, link(head, `${up || './'}${file}`, hash));
        }
        const path = join(outDir, name);
        mkdirSync(dirname(path), { recursive: true });
        writeFileSync(path, html.text(page));
      }
    },
  };
}

/** The element by which a page takes up a script or a style sheet. */
function link({ namespaceURI }: Tree.Element, address: string, integrity: string): Tree.Element {
  const [name, own] = address.endsWith('.css')
    ? ['link', { rel: 'stylesheet', href: address }]
    : ['script', { type: 'module', src: address }];
  const attributes = { ...own, crossorigin: '', integrity };
  const attrs = Object.entries(attributes).map(([name, value]) => ({ name, value }));
  return tree.createElement(name, namespaceURI, attrs);
}
