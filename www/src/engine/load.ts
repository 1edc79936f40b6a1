import type { HeldRulebook } from '../../../pkg/deciding/zhengpin.js';
import type { SourceOf } from './source.ts';
import type { Catalogue, Failure, Lang } from './types.ts';
import { isFailure } from './types.ts';

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

/** A file of the engine, and the hash that the browser checks on loading it. */
interface Asset {
  file: string;
  integrity: string;
}

/** Bytes of a rulebook before which the page is heard, so that many are no long task. */
const LARGE = 4096;

/** A file with rulebooks one after the other, and how many bytes each is long. */
export interface Packed {
  file: string;
  lengths: number[];
}

/**
 * Some rulebooks: their words, a file in each language, and the rulebooks themselves, for engines
 * beside which they stand. An engine takes no rulebook that is not, byte for byte, the one it was
 * built with, so the browser need not check these.
 */
export type TextFiles = Record<Lang, Asset> & { rulebooks: Packed[] };

/** What an engine offers whose rulebooks stand beside it. */
export interface Holding {
  /** Takes in the file of a rulebook, which requests on it need first. */
  hold(file: Uint8Array): HeldRulebook | Failure;
}

/** What is to be there before the engine answers: with the words go the rulebooks they are of. */
export interface Wanted {
  texts: TextFiles[];
  langs: readonly Lang[];
  /** Where the files stand; beside this module, if left out. */
  base?: string | undefined;
}

/**
 * The engine, loaded once however many elements ask, with the words and the rulebooks that each
 * of them wants. Words that come later are joined from then on, in descriptions given out before as well.
 */
export type Loader<Engine> = (wanted: Wanted) => Promise<Engine>;

/** Starts an engine from its wasm file and the texts. */
type Start<Engine, Wasm = Response> = (source: SourceOf<Wasm>) => Promise<Engine>;

/** Fetches the same engine as JavaScript, for where wasm is refused. */
type Instead<Engine> = () => Promise<Start<Engine, undefined>>;

/** What stands in for an engine that there is in wasm only. */
const nothing = () => Promise.reject(new Error('there is no such engine in JavaScript'));

/**
 * The loader of the engine with this wasm file, and of what stands in for it, if anything. One
 * that holds its rulebooks inside is handed none.
 */
export function loader<Engine extends object>(
  wasm: Asset,
  start: Start<Engine>,
  instead: Instead<Engine> = nothing,
  holds?: (engine: Engine) => Holding['hold'],
): Loader<Engine> {
  const loading = new Map<string, Held<Engine>>();
  return async ({ texts, langs, base = import.meta.url }) => {
    const held = loading.get(base) ?? new Held(base, holds);
    loading.set(base, held);
    const [engine] = await Promise.all([
      held.engine(wasm, start, instead),
      ...texts.flatMap(({ rulebooks }) => rulebooks.map((packed) => held.take(packed))),
      ...langs.flatMap((lang) => texts.map((files) => held.hear(lang, files[lang]))),
    ]);
    return engine;
  };
}

/** The engine whose files stand at one place, and the words and rulebooks that are there by now. */
class Held<Engine> {
  private started: Promise<Engine> | undefined;
  private readonly taken = new Map<string, Promise<void>>();
  private readonly heard = new Map<string, Promise<void>>();
  private readonly texts: Record<Lang, Catalogue> = {
    zh: { rulebooks: {}, instruments: {} },
    en: { rulebooks: {}, instruments: {} },
  };

  constructor(
    private readonly base: string,
    private readonly holds?: (engine: Engine) => Holding['hold'],
  ) {}

  engine(wasm: Asset, start: Start<Engine>, instead: Instead<Engine>): Promise<Engine> {
    const { base, texts } = this;
    this.started ??= load(
      base,
      wasm,
      (file) => start({ wasm: file, texts }),
      async () => (await instead())({ wasm: undefined, texts }),
    );
    this.started.catch(() => {
      this.started = undefined;
    });
    return this.started;
  }

  /** Fetches words, once. */
  hear(lang: Lang, asset: Asset): Promise<void> {
    return once(this.heard, asset.file, () => this.learn(lang, asset));
  }

  /** Fetches rulebooks beside the engine that is being started, and hands each over, once. */
  async take({ file, lengths }: Packed): Promise<void> {
    const { holds, started } = this;
    if (!holds || !started) return;
    await once(this.taken, file, async () => {
      const [engine, bytes] = await Promise.all([started, this.bytes(file)]);
      let at = 0;
      for (const length of lengths) {
        // Reading a large one takes a phone some ten milliseconds.
        if (length > LARGE) await new Promise((then) => setTimeout(then));
        const held = holds(engine)(bytes.subarray(at, at + length));
        if (isFailure(held)) throw new EngineUnavailable('fetch', held.error);
        at += length;
      }
      if (at !== bytes.length) throw new EngineUnavailable('fetch', `${file}: ${bytes.length}`);
    });
  }

  private async bytes(file: string): Promise<Uint8Array> {
    try {
      const response = await fetched(this.base, { file, integrity: '' });
      return new Uint8Array(await response.arrayBuffer());
    } catch (cause) {
      throw new EngineUnavailable('fetch', cause);
    }
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
      rulebooks: together(rulebooks, more.rulebooks),
      instruments: together(instruments, more.instruments),
    };
  }
}

/** Does what is done with a file, once; again, where it failed. */
function once(
  done: Map<string, Promise<void>>,
  file: string,
  act: () => Promise<void>,
): Promise<void> {
  const known = done.get(file);
  if (known) return known;
  const acting = act();
  done.set(file, acting);
  acting.catch(() => done.delete(file));
  return acting;
}

/** Words by whom they belong to: two files may hold other words of the same one. */
function together(
  some: Record<string, Record<string, string>>,
  more: Record<string, Record<string, string>>,
): Record<string, Record<string, string>> {
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
  start: (wasm: Response) => Promise<Engine>,
  instead: () => Promise<Engine>,
): Promise<Engine> {
  const refused = refusal();
  let wasm: Response | undefined;
  try {
    if (!refused) wasm = await fetched(base, code);
  } catch (cause) {
    throw new EngineUnavailable('fetch', cause);
  }
  try {
    if (wasm) return await start(wasm);
  } catch {
    // The file is as it was built, and wasm runs: it is too new for this browser.
  }
  try {
    return await instead();
  } catch (cause) {
    throw new EngineUnavailable(refused ?? 'old', cause);
  }
}
