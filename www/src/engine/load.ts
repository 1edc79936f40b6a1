import en from 'virtual:engine-asset/en';
import zh from 'virtual:engine-asset/zh';
import type { EngineSource } from './source.ts';
import type { Catalogue } from './types.ts';

/** Why the engine could not be had. */
export type Reason = 'no_wasm' | 'blocked' | 'fetch';

/** The engine could not be had; `reason` says why. */
export class EngineUnavailable extends Error {
  constructor(
    readonly reason: Reason,
    cause: unknown,
  ) {
    super(`the engine is unavailable: ${reason}`, { cause });
  }
}

/**
 * The engine whose files stand at `base`, loaded once however many elements ask. Without a
 * base they are looked for beside this module.
 */
export type Loader<Engine> = (base?: string) => Promise<Engine>;

/** Starts an engine from its wasm file and the texts. */
type Start<Engine> = (source: EngineSource) => Promise<Engine>;

/** A file of the engine. */
type Asset = typeof zh;

/** The loader of the engine with this wasm file. */
export function loader<Engine>(wasm: Asset, start: Start<Engine>): Loader<Engine> {
  const loading = new Map<string, Promise<Engine>>();
  return (base = import.meta.url) => {
    const known = loading.get(base);
    if (known) return known;
    const engine = load(base, wasm, start);
    loading.set(base, engine);
    engine.catch(() => loading.delete(base));
    return engine;
  };
}

/** A file that stands at `base`, or beside this module, checked by its hash. */
export async function fetched(
  { file, integrity }: Asset,
  base: string = import.meta.url,
): Promise<Response> {
  const response = await fetch(new URL(file, base), { integrity });
  if (!response.ok) throw new Error(`${file}: ${response.status}`);
  return response;
}

async function load<Engine>(base: string, code: Asset, start: Start<Engine>): Promise<Engine> {
  if (typeof WebAssembly !== 'object') throw new EngineUnavailable('no_wasm', undefined);
  const json = async (asset: Asset): Promise<Catalogue> => (await fetched(asset, base)).json();
  let files: [Response, Catalogue, Catalogue];
  try {
    files = await Promise.all([fetched(code, base), json(zh), json(en)]);
  } catch (cause) {
    throw new EngineUnavailable('fetch', cause);
  }
  const [wasm, ...texts] = files;
  try {
    return await start({ wasm, texts: { zh: texts[0], en: texts[1] } });
  } catch (cause) {
    throw new EngineUnavailable('blocked', cause);
  }
}
