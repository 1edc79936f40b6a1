import assets from 'virtual:engine-assets';
import { createEngine } from './index.ts';
import type { Catalogue, Engine } from './types.ts';

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

const loading = new Map<string, Promise<Engine>>();

/**
 * The engine whose files stand at `base`, loaded once however many elements ask. Without a
 * base they are looked for beside this module.
 */
export function loadEngine(base: string = import.meta.url): Promise<Engine> {
  const known = loading.get(base);
  if (known) return known;
  const engine = load(base);
  loading.set(base, engine);
  engine.catch(() => loading.delete(base));
  return engine;
}

async function load(base: string): Promise<Engine> {
  if (typeof WebAssembly !== 'object') throw new EngineUnavailable('no_wasm', undefined);
  const get = async (asset: { file: string; integrity: string }) => {
    const response = await fetch(new URL(asset.file, base), { integrity: asset.integrity });
    if (!response.ok) throw new Error(`${asset.file}: ${response.status}`);
    return response;
  };
  const json = async (asset: { file: string; integrity: string }): Promise<Catalogue> =>
    (await get(asset)).json();
  let files: [Response, Catalogue, Catalogue];
  try {
    files = await Promise.all([get(assets.wasm), json(assets.zh), json(assets.en)]);
  } catch (cause) {
    throw new EngineUnavailable('fetch', cause);
  }
  const [wasm, zh, en] = files;
  try {
    return await createEngine({ wasm, texts: { zh, en } });
  } catch (cause) {
    throw new EngineUnavailable('blocked', cause);
  }
}
