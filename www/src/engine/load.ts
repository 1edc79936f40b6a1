import type { EngineSource } from './source.ts';
import type { Catalogue, Lang } from './types.ts';

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

/** A file of the engine, and the hash that the browser checks on loading it. */
interface Asset {
  file: string;
  integrity: string;
}

/** The words of some rulebooks: a file in each language. */
export type TextFiles = Record<Lang, Asset>;

/** What is to be there before the engine answers. */
export interface Wanted {
  texts: TextFiles[];
  langs: readonly Lang[];
  /** Where the files stand; beside this module, if left out. */
  base?: string | undefined;
}

/**
 * The engine, loaded once however many elements ask, with the words that each of them wants.
 * Words that come later are joined from then on, in descriptions given out before as well.
 */
export type Loader<Engine> = (wanted: Wanted) => Promise<Engine>;

/** Starts an engine from its wasm file and the texts. */
type Start<Engine> = (source: EngineSource) => Promise<Engine>;

/** The loader of the engine with this wasm file. */
export function loader<Engine>(wasm: Asset, start: Start<Engine>): Loader<Engine> {
  const loading = new Map<string, Held<Engine>>();
  return async ({ texts, langs, base = import.meta.url }) => {
    const held = loading.get(base) ?? new Held(base);
    loading.set(base, held);
    const [engine] = await Promise.all([
      held.engine(wasm, start),
      ...langs.flatMap((lang) => texts.map((files) => held.hear(lang, files[lang]))),
    ]);
    return engine;
  };
}

/** The engine whose files stand at one place, and the words that are there by now. */
class Held<Engine> {
  private started: Promise<Engine> | undefined;
  private readonly heard = new Map<string, Promise<void>>();
  private readonly texts: Record<Lang, Catalogue> = {
    zh: { rulebooks: {}, instruments: {} },
    en: { rulebooks: {}, instruments: {} },
  };

  constructor(private readonly base: string) {}

  engine(wasm: Asset, start: Start<Engine>): Promise<Engine> {
    this.started ??= load(this.base, wasm, (source) => start({ ...source, texts: this.texts }));
    this.started.catch(() => {
      this.started = undefined;
    });
    return this.started;
  }

  /** Fetches words, once. */
  hear(lang: Lang, asset: Asset): Promise<void> {
    const known = this.heard.get(asset.file);
    if (known) return known;
    const hearing = this.learn(lang, asset);
    this.heard.set(asset.file, hearing);
    hearing.catch(() => this.heard.delete(asset.file));
    return hearing;
  }

  private async learn(lang: Lang, asset: Asset): Promise<void> {
    let more: Catalogue;
    try {
      more = await (await fetched(this.base, asset)).json();
    } catch (cause) {
      throw new EngineUnavailable('fetch', cause);
    }
    const { rulebooks, instruments } = this.texts[lang];
    this.texts[lang] = {
      rulebooks: { ...rulebooks, ...more.rulebooks },
      instruments: together(instruments, more.instruments),
    };
  }
}

/** Words of instruments, of which two files may hold other provisions of the same one. */
function together(
  some: Catalogue['instruments'],
  more: Catalogue['instruments'],
): Catalogue['instruments'] {
  const own = Object.entries(more).map(([id, texts]) => [id, { ...some[id], ...texts }]);
  return { ...some, ...Object.fromEntries(own) };
}

/** A file that stands at `base`, or beside this module, checked by its hash. */
export async function fetched(
  base: string | undefined,
  { file, integrity }: Asset,
): Promise<Response> {
  const response = await fetch(new URL(file, base ?? import.meta.url), { integrity });
  if (!response.ok) throw new Error(`${file}: ${response.status}`);
  return response;
}

async function load<Engine>(base: string, code: Asset, start: Start<Engine>): Promise<Engine> {
  if (typeof WebAssembly !== 'object') throw new EngineUnavailable('no_wasm', undefined);
  let wasm: Response;
  try {
    wasm = await fetched(base, code);
  } catch (cause) {
    throw new EngineUnavailable('fetch', cause);
  }
  try {
    return await start({ wasm });
  } catch (cause) {
    throw new EngineUnavailable('blocked', cause);
  }
}
