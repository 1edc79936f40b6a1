import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import { asset } from './asset.ts';

/** The folder that `cargo xtask build` fills with the engines. */
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
]);

/**
 * Serves `virtual:engine-asset/deciding` and its like: the name of a wasm file beside the
 * built module, with the hash that the browser checks on loading it.
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
      const found = FILES.get(id.slice(ID.length + 1));
      if (!found) this.error(`no such file of the engine: ${id}`);
      const { name, path } = found;
      if (serving)
        return `export default ${JSON.stringify({ file: `/@fs${path}`, integrity: '' })};`;
      const { emitted, told } = asset(name, readFileSync(path), hashed);
      this.emitFile({ type: 'asset', ...emitted });
      return `export default ${JSON.stringify(told)};`;
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
        [named('columns'), builtIn('columns')],
      ] as const) {
        this.emitFile({ type: 'asset', fileName, source: readFileSync(path) });
      }
    },
  };
}
