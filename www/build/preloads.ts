import { basename, parse } from 'node:path';
import { defaultTreeAdapter as tree } from 'parse5';
import type { Plugin, Rolldown } from 'vite';
import { ahead, aheadOf } from './ahead.ts';
import { served } from './engine-texts.ts';
import * as html from './html.ts';
import { named } from './html.ts';
import { loadedBy } from './loaded.ts';
import { ID as OPENING } from './openings.ts';
import { TOOLS } from './tools.ts';

/** What an engine consists of: its code, and the rulebooks that stand beside it. */
const ENGINE = /\.(?:wasm|bin)$/;

const isCode = (file: string) => file.endsWith('.wasm');

/** The modules of a page that are loaded without being asked. */
function chunks(bundle: Rolldown.OutputBundle, first: string): Rolldown.OutputChunk[] {
  return loadedBy(bundle, [first], 'at once').flatMap((file) => {
    const chunk = bundle[file];
    return chunk?.type === 'chunk' ? [chunk] : [];
  });
}

/**
 * The wasm files that these load without being asked, and the rulebooks: the one that an opening is
 * named after, where there is one. Which are needed where versions are to be chosen is known only
 * once it is known what is kept; no rulebook is called like such an opening.
 */
function engines(
  bundle: Rolldown.OutputBundle,
  modules: Rolldown.OutputChunk[],
  opening: string | undefined,
): string[] {
  const loads = (file: string) => modules.some(({ code }) => code.includes(basename(file)));
  const own = opening === undefined ? '' : `${parse(served(opening)).name}-`;
  const files = Object.keys(bundle).filter(
    (file) => ENGINE.test(file) && loads(file) && (isCode(file) || basename(file).startsWith(own)),
  );
  // The code is the largest by far.
  return files.sort((one, other) => Number(isCode(other)) - Number(isCode(one)));
}

/** What these show at first, if they do before the engine is there. */
function openingOf(modules: Rolldown.OutputChunk[]): string | undefined {
  const ids = modules.flatMap(({ moduleIds }) => moduleIds);
  return ids.find((id) => id.startsWith(`\0${OPENING}`))?.slice(OPENING.length + 1);
}

/** What the script is called that has no openings to fetch. */
const NOTHING = 'engine';

/**
 * Has the page of a tool fetch what it shows at first, its engine and what that is handed beside
 * its modules (`src/pages/ahead.ts`): none of them has to run before these are on their way.
 */
export function preloads(): Plugin {
  return {
    name: 'zhengpin-preloads',
    apply: 'build',
    async buildStart() {
      this.emitFile({ type: 'asset', ...(await ahead(NOTHING, [])) });
    },
    transformIndexHtml: {
      order: 'post',
      handler(source, { bundle, chunk, filename }) {
        if (!bundle || !chunk) return source;
        const tool = TOOLS.find(({ name }) => name === basename(filename, '.html'));
        if (!tool) return source;
        const page = html.page(source);
        const [first] = named(page, 'script');
        if (!first?.parentNode) return source;
        const modules = chunks(bundle, chunk.fileName);
        const opening = openingOf(modules);
        const files = engines(bundle, modules, opening).map((file) => basename(file));
        const script = aheadOf(bundle, opening ?? NOTHING);
        if (!script || (opening === undefined && files.length === 0)) return source;
        const told = { 'data-tool': tool.name, 'data-engine': files.join(' ') };
        const attributes = { async: '', fetchpriority: 'high', ...told, src: `./${script}` };
        const attrs = Object.entries(attributes).map(([name, value]) => ({ name, value }));
        const element = tree.createElement('script', first.namespaceURI, attrs);
        tree.insertBefore(first.parentNode, element, first);
        return html.text(page);
      },
    },
  };
}
