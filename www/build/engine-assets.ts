import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { basename, join, parse } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

/** The folder that `cargo xtask build` fills with the engines and the texts. */
const PKG = fileURLToPath(new URL('../../pkg', import.meta.url));

/** The name of an engine's file: that of the folder it is built into tells it apart. */
const named = (engine: string) => `zhengpin-${engine}_bg.wasm`;
const builtIn = (engine: string) => join(PKG, engine, 'zhengpin_bg.wasm');

const ID = 'virtual:engine-asset/';
const FILES = new Map([
  ['author', { name: named('author'), path: builtIn('author') }],
  ['comparing', { name: named('comparing'), path: builtIn('comparing') }],
  ['listing', { name: named('listing'), path: builtIn('listing') }],
  ['deciding', { name: named('deciding'), path: builtIn('deciding') }],
  ['simulating', { name: named('simulating'), path: builtIn('simulating') }],
  ['zh', { name: 'texts.zh.json', path: join(PKG, 'texts.zh.json') }],
  ['en', { name: 'texts.en.json', path: join(PKG, 'texts.en.json') }],
]);

/**
 * Serves `virtual:engine-asset/deciding` and its like: the name of a wasm file or of a text
 * catalogue beside the built module, with the hash that the browser checks on loading it.
 * Pages get names with a hash in them; an embedding page gets plain ones.
 */
export function engineAssets({ hashed }: { hashed: boolean }): Plugin {
  let serving = false;
  return {
    name: 'zhengpin-engine-assets',
    configResolved(config) {
      serving = config.command === 'serve';
    },
    resolveId: (id) => (id.startsWith(ID) ? `\0${id}` : undefined),
    load(id) {
      if (!id.startsWith(`\0${ID}`)) return undefined;
      const asset = FILES.get(id.slice(ID.length + 1));
      if (!asset) this.error(`no such file of the engine: ${id}`);
      const { name, path } = asset;
      const told = (file: string, integrity: string) =>
        `export default ${JSON.stringify({ file, integrity })};`;
      if (serving) return told(`/@fs${path}`, '');
      const source = readFileSync(path);
      const digest = createHash('sha384').update(source).digest();
      const { name: stem, ext } = parse(name);
      const fileName = hashed ? `assets/${stem}-${digest.toString('hex').slice(0, 8)}${ext}` : name;
      this.emitFile({ type: 'asset', fileName, source });
      return told(basename(fileName), `sha384-${digest.toString('base64')}`);
    },
  };
}

/** Puts the wasm files of the engines for programs beside the modules that load them. */
export function programWasm(): Plugin {
  return {
    name: 'zhengpin-program-wasm',
    generateBundle() {
      for (const [fileName, path] of [
        ['zhengpin_bg.wasm', builtIn('')],
        [named('author'), builtIn('author')],
      ] as const) {
        this.emitFile({ type: 'asset', fileName, source: readFileSync(path) });
      }
    },
  };
}
