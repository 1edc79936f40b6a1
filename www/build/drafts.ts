import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import { parse } from 'yaml';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** The drafts that never were law, as they are written, and put together with the law. */
const WRITTEN = at('../../src/drafts');
const MADE = at('../../pkg/drafts');

const ID = 'virtual:drafts';

/**
 * Serves `virtual:drafts`: which drafts there are, what each would have amended, what it is
 * called and why it never was law; and the file, with its hash, that holds it put together with
 * the law, as `cargo xtask build` has made it.
 */
export function drafts({ hashed }: { hashed: boolean }): Plugin {
  let serving = false;
  return {
    name: 'zhengpin-drafts',
    configResolved(config) {
      serving = config.command === 'serve';
    },
    resolveId: (id) => (id === ID ? `\0${id}` : undefined),
    load(id) {
      if (id !== `\0${ID}`) return undefined;
      const told = readdirSync(WRITTEN).sort();
      const all = told.map((written) => {
        const { amends } = parse(readFileSync(join(WRITTEN, written), 'utf8'));
        const name = basename(written, '.yaml');
        const path = join(MADE, `${name}.json`);
        const source = readFileSync(path);
        const { rulebook, title, never_in_force: never } = JSON.parse(source.toString());
        const own = { rulebook, amends, title, never };
        if (serving) return { ...own, file: `/@fs${path}`, integrity: '' };
        const digest = createHash('sha384').update(source).digest();
        const part = hashed ? `-${digest.toString('hex').slice(0, 8)}` : '';
        const fileName = `${hashed ? 'assets/' : ''}draft-${name}${part}.json`;
        this.emitFile({ type: 'asset', fileName, source });
        const integrity = `sha384-${digest.toString('base64')}`;
        return { ...own, file: basename(fileName), integrity };
      });
      return `export default ${JSON.stringify(all)};`;
    },
  };
}
