import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { defaultTreeAdapter as tree } from 'parse5';
import type { Plugin, Rolldown } from 'vite';
import * as html from './html.ts';
import { attribute, named, setAttribute, type Tree } from './html.ts';
import { loadedBy } from './loaded.ts';

const hash = (algorithm: 'sha256' | 'sha384', content: string | Buffer) =>
  `${algorithm}-${createHash(algorithm).update(content).digest('base64')}`;

/** The hash of a built file, as a page states it. */
export function integrityOf(path: string): string {
  return hash('sha384', readFileSync(path));
}

/**
 * Writes hashes into the built pages: into the tag of every script and style sheet, and, for
 * what a page loads later, into an import map, by which the browser checks each module that
 * it fetches. The map is a script in the page, so the page's policy names its hash too.
 */
export function integrity(): Plugin {
  let outDir = '';
  return {
    name: 'zhengpin-integrity',
    apply: 'build',
    configResolved(config) {
      outDir = join(config.root, config.build.outDir);
    },
    writeBundle(_, bundle) {
      const hashOf = (file: string) => integrityOf(join(outDir, file));
      for (const name of Object.keys(bundle).filter((file) => file.endsWith('.html'))) {
        const path = join(outDir, name);
        const page = html.page(readFileSync(path, 'utf8'));
        const first: string[] = [];
        for (const element of [...named(page, 'script'), ...named(page, 'link')]) {
          const address = attribute(element, 'src') ?? attribute(element, 'href');
          if (!address?.startsWith('./')) continue;
          const file = posix.normalize(address);
          if (!(file in bundle)) continue;
          first.push(file);
          setAttribute(element, 'integrity', hashOf(file));
        }
        const later = loadedBy(bundle, first, 'ever')
          .filter((file) => !first.includes(file))
          .sort();
        putMap(page, Object.fromEntries(later.map((file) => [`./${file}`, hashOf(file)])));
        writeFileSync(path, html.text(page));
      }
    },
  };
}

/** Puts an import map with hashes before all scripts of a page, and allows it. */
function putMap(page: Tree.Document, integrity: Record<string, string>): void {
  const [first] = named(page, 'script');
  const parent = first?.parentNode;
  if (!first || !parent || Object.keys(integrity).length === 0) return;
  const text = JSON.stringify({ integrity });
  const map = tree.createElement('script', first.namespaceURI, [
    { name: 'type', value: 'importmap' },
  ]);
  tree.insertText(map, text);
  tree.insertBefore(parent, map, first);
  const policy = named(page, 'meta').find(
    (meta) => attribute(meta, 'http-equiv') === 'Content-Security-Policy',
  );
  const directives = (policy && attribute(policy, 'content'))?.split(';') ?? [];
  const allowed = directives.map((one) =>
    one.trim().startsWith('script-src ') ? `${one} '${hash('sha256', text)}'` : one,
  );
  if (policy) setAttribute(policy, 'content', allowed.join(';'));
}

/** The hashes of the modules of the elements, as they were built or copied, by file. */
export function modulesIn(
  outDir: string,
  publicDir: string,
  bundle: Rolldown.OutputBundle,
): Record<string, string> {
  const files = [...Object.keys(bundle), ...readdirSync(publicDir)];
  const scripts = files.filter((file) => file.endsWith('.js')).sort();
  return Object.fromEntries(scripts.map((file) => [file, integrityOf(join(outDir, file))]));
}

/** The folder that the README has hosts copy the elements to, beside their page. */
const COPIED = './zhengpin/';

/**
 * Writes the hashes of the elements and of all that they load into `integrity.json`, as an
 * import map for the pages of hosts: only the page can say what its browser is to check.
 */
export function integrityMap(): Plugin {
  let [outDir, publicDir] = ['', ''];
  return {
    name: 'zhengpin-integrity-map',
    apply: 'build',
    configResolved(config) {
      outDir = join(config.root, config.build.outDir);
      publicDir = config.publicDir;
    },
    writeBundle(_, bundle) {
      const modules = Object.entries(modulesIn(outDir, publicDir, bundle));
      const hashes = modules.map(([file, hash]) => [COPIED + file, hash]);
      const map = { integrity: Object.fromEntries(hashes) };
      writeFileSync(join(outDir, 'integrity.json'), `${JSON.stringify(map, undefined, 2)}\n`);
    },
  };
}
