import { parse } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Rolldown } from 'vite';
import type { OpeningOf } from '../src/engine/opening.ts';
import { type Asset, asset } from './asset.ts';
import { browsers } from './browsers.ts';

const SCRIPT = fileURLToPath(new URL('../src/pages/ahead.ts', import.meta.url));

const ID = 'virtual:ahead';

const nameOf = (opening: string) => `ahead.${opening.replaceAll('/', '-')}.js`;

/** The script that fetches these openings before the modules of a page run. */
export async function ahead(name: string, openings: OpeningOf[]): Promise<Asset> {
  // The browser checks the hash where the file is used.
  const named = openings.map(({ from, until, files }) => {
    const own = Object.entries(files).map(([lang, { file }]) => [lang, file]);
    return { from, until, files: Object.fromEntries(own) };
  });
  const built = await build({
    configFile: false,
    logLevel: 'warn',
    plugins: [
      {
        name: 'zhengpin-ahead',
        resolveId: (id) => (id === ID ? `\0${id}` : undefined),
        load: (id) => (id === `\0${ID}` ? `export default ${JSON.stringify(named)};` : undefined),
      },
    ],
    build: {
      ...browsers,
      write: false,
      rolldownOptions: { input: SCRIPT, output: { format: 'iife' } },
    },
  });
  if (!('output' in built)) throw new Error(`${SCRIPT}: expected one script`);
  return asset(nameOf(name), built.output[0].code, true).emitted;
}

/** The file with that script in a build. */
export function aheadOf(bundle: Rolldown.OutputBundle, opening: string): string | undefined {
  const { name } = parse(nameOf(opening));
  return Object.keys(bundle).find((file) => file.startsWith(`assets/${name}-`));
}
