import en from 'virtual:engine-asset/en';
import zh from 'virtual:engine-asset/zh';
import type { SourceOf } from './source.ts';
import type { Catalogue, Lang } from './types.ts';

/**
 * Why the engine could not be had: there is no WebAssembly; it is there but may not run; it is
 * too old for the file; a file could not be fetched or is not as it was built.
 */
export type Reason = 'no_wasm' | 'blocked' | 'old' | 'fetch';

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
type Start<Engine, Wasm = Response> = (source: SourceOf<Wasm>) => Promise<Engine>;

/** A file of the engine. */
type Asset = typeof zh;

/** Fetches the same engine as JavaScript, for where wasm is refused. */
type Instead<Engine> = () => Promise<Start<Engine, undefined>>;

/** The loader of the engine with this wasm file. */
export function loader<Engine>(
  wasm: Asset,
  start: Start<Engine>,
  instead: Instead<Engine>,
): Loader<Engine> {
  const loading = new Map<string, Promise<Engine>>();
  return (base = import.meta.url) => {
    const known = loading.get(base);
    if (known) return known;
    const engine = load(base, wasm, start, instead);
    loading.set(base, engine);
    engine.catch(() => loading.delete(base));
    return engine;
  };
}

/** The shortest wasm file there is: whatever runs wasm takes it. */
const SHORTEST = Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0);

/** Why no wasm at all can run here, if none can. */
function refusal(): Reason | undefined {
  if (typeof WebAssembly !== 'object') return 'no_wasm';
  try {
    new WebAssembly.Module(SHORTEST);
    return undefined;
  } catch {
    return 'blocked';
  }
}

async function load<Engine>(
  base: string,
  code: Asset,
  start: Start<Engine>,
  instead: Instead<Engine>,
): Promise<Engine> {
  const get = async ({ file, integrity }: Asset) => {
    const response = await fetch(new URL(file, base), { integrity });
    if (!response.ok) throw new Error(`${file}: ${response.status}`);
    return response;
  };
  const json = async (asset: Asset): Promise<Catalogue> => (await get(asset)).json();
  const refused = refusal();
  let wasm: Response | undefined;
  let texts: Partial<Record<Lang, Catalogue>>;
  try {
    const [file, ...said] = await Promise.all([
      refused ? undefined : get(code),
      json(zh),
      json(en),
    ]);
    wasm = file;
    texts = { zh: said[0], en: said[1] };
  } catch (cause) {
    throw new EngineUnavailable('fetch', cause);
  }
  try {
    if (wasm) return await start({ wasm, texts });
  } catch {
    // The file is as it was built, and wasm runs: it is too new for this browser.
  }
  try {
    const script = await instead();
    return await script({ wasm: undefined, texts });
  } catch (cause) {
    throw new EngineUnavailable(refused ?? 'old', cause);
  }
}
