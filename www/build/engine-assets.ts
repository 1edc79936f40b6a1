import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { basename, join, parse } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

/** The folder that `wasm-pack` fills. */
const PKG = fileURLToPath(new URL('../../pkg', import.meta.url));

const ID = 'virtual:engine-assets';
const FILES = { wasm: 'zhengpin_bg.wasm', zh: 'texts.zh.json', en: 'texts.en.json' };

/**
 * Serves `virtual:engine-assets`: the names of the wasm file and of the two text
 * catalogues beside the built module, each with the hash that the browser checks on
 * loading it. Pages get names with a hash in them; an embedding page gets plain ones.
 */
export function engineAssets({ hashed }: { hashed: boolean }): Plugin {
  let serving = false;
  return {
    name: 'zhengpin-engine-assets',
    configResolved(config) {
      serving = config.command === 'serve';
    },
    resolveId: (id) => (id === ID ? `\0${ID}` : undefined),
    load(id) {
      if (id !== `\0${ID}`) return undefined;
      const entries = Object.entries(FILES).map(([key, name]) => {
        const path = join(PKG, name);
        if (serving) return [key, { file: `/@fs${path}`, integrity: '' }];
        const source = readFileSync(path);
        const digest = createHash('sha384').update(source).digest();
        const { name: stem, ext } = parse(name);
        const fileName = hashed
          ? `assets/${stem}-${digest.toString('hex').slice(0, 8)}${ext}`
          : name;
        this.emitFile({ type: 'asset', fileName, source });
        return [
          key,
          { file: basename(fileName), integrity: `sha384-${digest.toString('base64')}` },
        ];
      });
      return `export default ${JSON.stringify(Object.fromEntries(entries))};`;
    },
  };
}

/**
 * Takes out of wasm-bindgen's module the one line by which a bundler would add a second
 * copy of the wasm file: our callers always say where it is.
 */
export function withoutDefaultWasm(): Plugin {
  const line = /new URL\(['"]zhengpin_bg\.wasm['"], import\.meta\.url\)/g;
  return {
    name: 'zhengpin-without-default-wasm',
    enforce: 'pre',
    transform(code, id) {
      if (!id.endsWith('/zhengpin.js')) return undefined;
      if (code.match(line)?.length !== 1) this.error(`${id}: expected one default wasm URL`);
      return { code: code.replace(line, 'undefined'), map: null };
    },
  };
}

/** Puts the wasm file of the author's engine beside the module that loads it. */
export function authorWasm(): Plugin {
  return {
    name: 'zhengpin-author-wasm',
    generateBundle() {
      const source = readFileSync(join(PKG, 'author', FILES.wasm));
      this.emitFile({ type: 'asset', fileName: 'zhengpin-author_bg.wasm', source });
    },
  };
}
