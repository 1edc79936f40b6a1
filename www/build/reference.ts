import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import { integrityOf, withParts } from './pages.ts';

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
      const linked = Object.keys(bundle).filter((file) => /\.(js|css)$/.test(file));
      const hashes = new Map(linked.map((file) => [file, integrityOf(join(outDir, file))]));
      for (const page of readdirSync(WRITTEN, { recursive: true, encoding: 'utf8' })) {
        if (!page.endsWith('.html')) continue;
        const up = '../'.repeat(page.split(sep).length - 1);
        const tags = [...hashes].map(([file, hash]) => tag(`${up || './'}${file}`, hash)).join('');
        const html = withParts(readFileSync(join(WRITTEN, page), 'utf8'), `${up}../`);
        const path = join(outDir, page);
        mkdirSync(dirname(path), { recursive: true });
        writeFileSync(path, html.replace('</head>', `${tags}</head>`));
      }
    },
  };
}

/** The element by which a page takes up a script or a style sheet. */
function tag(address: string, hash: string): string {
  const rest = `crossorigin integrity="${hash}"`;
  return address.endsWith('.css')
    ? `<link rel="stylesheet" ${rest} href="${address}">`
    : `<script type="module" ${rest} src="${address}"></script>`;
}
