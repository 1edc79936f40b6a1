import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import type { Packed } from '../src/engine/load.ts';
import { OF_INSTRUMENT, OF_PROVISION } from '../src/engine/texts.ts';
import type { Catalogue, Engine, Failure, Lang } from '../src/engine/types.ts';
import { isFailure } from '../src/engine/types.ts';
import { asset, type Told } from './asset.ts';

/** The folder that `cargo xtask build` fills with the engines, their rulebooks and the texts. */
const PKG = fileURLToPath(new URL('../../pkg', import.meta.url));

const ID = 'virtual:engine-texts/';
const LANGS: Lang[] = ['zh', 'en'];

/** What a list of rulebooks says of each. */
const OF_LIST = ['title', 'summary'];

/** What a build asks an engine. */
export type Runner = Pick<Engine, 'list' | 'describe' | 'decide' | 'compare'>;

/** The engines whose rulebooks stand beside them, a file each. */
const APART = ['deciding', 'comparing'];

/** The one of them that is handed any rulebook. */
const ANY = 'comparing';

/** An engine as it was built, run here, once in a build. */
export function run(name: string): Promise<Runner> {
  const known = running.get(name) ?? started(name);
  running.set(name, known);
  return known;
}

const running = new Map<string, Promise<Runner>>();

async function started(name: string): Promise<Runner> {
  const [code, wasm] = await Promise.all([
    readFile(join(PKG, name, 'zhengpin.js')),
    readFile(join(PKG, name, 'zhengpin_bg.wasm')),
  ]);
  const engine = await import(`data:text/javascript;base64,${code.toString('base64')}`);
  await engine.default({ module_or_path: wasm });
  if (APART.includes(name)) {
    for (const { rulebook } of listed(engine)) engine.hold(await readFile(fileOf(rulebook)));
  }
  return engine;
}

/** The file of a rulebook that stands beside the engines. */
function fileOf(rulebook: string): string {
  return join(PKG, 'rulebooks', `${rulebook.replace('/', '-')}.postcard`);
}

/** What it is called beside the pages: every server has a type for this ending. */
export function served(rulebook: string): string {
  return `rulebook.${rulebook.replaceAll('/', '-')}.bin`;
}

/** A file with some rulebooks, one after the other. */
interface Together {
  file: string;
  rulebooks: string[];
}

/**
 * The rulebooks that an engine is to be handed with the words that `name` stands for: all that it
 * takes are one file, for which the browser asks once.
 */
async function rulebooksWith(name: string): Promise<Together | undefined> {
  if (name.includes('/')) return { file: served(name), rulebooks: [name] };
  const engine = name === 'all' || name === 'titles' ? ANY : name;
  if (!APART.includes(engine)) return undefined;
  const rulebooks = listed(await run(engine)).map(({ rulebook }) => rulebook);
  return { file: `rulebooks.${engine}.bin`, rulebooks };
}

/** What an engine answers; a build stops where it refuses. */
export function told<Answer extends object>(answer: Answer | Failure): Answer {
  if (isFailure(answer)) throw new Error(answer.error.message.en);
  return answer;
}

export function listed(engine: Runner) {
  return told(engine.list()).rulebooks;
}

/** All words, by language. */
export function catalogues(): Promise<(readonly [Lang, Catalogue])[]> {
  return Promise.all(
    LANGS.map(async (lang) => {
      const source = await readFile(join(PKG, `texts.${lang}.json`), 'utf8');
      return [lang, JSON.parse(source) as Catalogue] as const;
    }),
  );
}

/** A rulebook, and what it is called. */
export interface Titled {
  rulebook: string;
  title: Record<Lang, string>;
}

/** The rulebooks that an engine holds, or those of them with a ledger. */
export async function rulebooksOf(name: string, ledgers = false): Promise<Titled[]> {
  const texts = await catalogues();
  return listed(await run(name))
    .filter(({ simulates }) => simulates || !ledgers)
    .map(({ rulebook }) => {
      const titles = texts.map(([lang, { rulebooks }]) => [
        lang,
        rulebooks[rulebook]?.title ?? rulebook,
      ]);
      return { rulebook, title: Object.fromEntries(titles) as Titled['title'] };
    });
}

/** The keys of words that a rulebook's descriptions join, by instrument, for all its versions. */
function cited(engine: Runner, rulebook: string, versions: string[]): Map<string, Set<string>> {
  const keys = new Map<string, Set<string>>();
  for (const asOf of versions) {
    const { provisions } = told(engine.describe({ rulebook, asOf }));
    for (const { id, instrument } of provisions) {
      const own = keys.get(instrument) ?? new Set(OF_INSTRUMENT);
      const article = id.slice(instrument.length + 1);
      for (const key of OF_PROVISION) own.add(`provision/${article}/${key}`);
      keys.set(instrument, own);
    }
  }
  return keys;
}

function only<Value>(all: Record<string, Value>, wanted: (key: string) => boolean) {
  return Object.fromEntries(Object.entries(all).filter(([key]) => wanted(key)));
}

/** The part of a catalogue that descriptions of some rulebooks join. */
function part(whole: Catalogue, cites: Map<string, Map<string, Set<string>>>): Catalogue {
  const keys = new Map<string, Set<string>>();
  for (const own of cites.values()) {
    for (const [instrument, some] of own) {
      keys.set(instrument, new Set([...(keys.get(instrument) ?? []), ...some]));
    }
  }
  return {
    rulebooks: only(whole.rulebooks, (id) => cites.has(id)),
    instruments: Object.fromEntries(
      Object.entries(whole.instruments)
        .filter(([id]) => keys.has(id))
        .map(([id, texts]) => [id, only(texts, (key) => keys.get(id)?.has(key) ?? false)]),
    ),
  };
}

/** The words that `name` stands for. */
async function words(name: string, whole: Catalogue): Promise<Catalogue> {
  if (name === 'all') return whole;
  if (name === 'titles') {
    const titles = Object.entries(whole.rulebooks).map(([id, texts]) => [
      id,
      only(texts, (key) => OF_LIST.includes(key)),
    ]);
    return { rulebooks: Object.fromEntries(titles), instruments: {} };
  }
  const isEngine = !name.includes('/');
  const engine = await run(isEngine ? name : ANY);
  const rulebooks = listed(engine).filter(({ rulebook }) => isEngine || rulebook === name);
  if (rulebooks.length === 0) throw new Error(`no rulebook ${name}`);
  return part(
    whole,
    new Map(
      rulebooks.map(({ rulebook, versions }) => [rulebook, cited(engine, rulebook, versions)]),
    ),
  );
}

/**
 * Serves `virtual:engine-texts/cn/complaint`: the files with the words of that rulebook, one in
 * each language, and the rulebook itself, for engines that are handed it. In place of a rulebook
 * may stand an engine, for all rulebooks that it knows, which are one file then; `all`; and
 * `titles`, for all of them with no more words than a list tells of each.
 */
export function engineTexts({ hashed }: { hashed: boolean }): Plugin {
  let serving = false;
  return {
    name: 'zhengpin-engine-texts',
    configResolved(config) {
      serving = config.command === 'serve';
    },
    resolveId: (id) => (id.startsWith(ID) ? `\0${id}` : undefined),
    async load(id) {
      if (!id.startsWith(`\0${ID}`)) return undefined;
      const name = id.slice(ID.length + 1);
      const files: Record<string, Told> = {};
      for (const lang of LANGS) {
        const path = join(PKG, `texts.${lang}.json`);
        if (serving) {
          files[lang] = { file: `/@fs${path}`, integrity: '' };
          continue;
        }
        const source = await readFile(path, 'utf8');
        const own = name === 'all' ? source : JSON.stringify(await words(name, JSON.parse(source)));
        const part = name === 'all' ? '' : `.${name.replace('/', '-')}`;
        const { emitted, told } = asset(`texts.${lang}${part}.json`, own, hashed);
        this.emitFile({ type: 'asset', ...emitted });
        files[lang] = told;
      }
      let handed: Packed[] = [];
      const together = await rulebooksWith(name);
      if (together) {
        const paths = together.rulebooks.map(fileOf);
        const parts = await Promise.all(paths.map((path) => readFile(path)));
        if (serving) {
          handed = paths.map((path, at) => ({
            file: `/@fs${path}`,
            lengths: parts.slice(at, at + 1).map(({ length }) => length),
          }));
        } else {
          const { emitted, told } = asset(together.file, Buffer.concat(parts), hashed);
          this.emitFile({ type: 'asset', ...emitted });
          handed = [{ file: told.file, lengths: parts.map(({ length }) => length) }];
        }
      }
      return `export default ${JSON.stringify({ ...files, rulebooks: handed })};`;
    },
  };
}
