import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect } from '@playwright/test';
import type { Holding } from '../src/engine/load.ts';
import type { Engine as Rules } from '../src/engine/types.ts';

const root = new URL('../../', import.meta.url);

/** A file of the package that `cargo xtask build` makes. */
const built = (path: string) => readFileSync(fileURLToPath(new URL(`pkg/${path}`, root)));

/** The file of a rulebook that stands apart from the engines. */
export const rulebookFile = (rulebook: string) =>
  new Uint8Array(built(`rulebooks/${rulebook.replace('/', '-')}.postcard`));

/** How many modules were made anew. */
let anew = 0;

/** A module. As data, because no package file beside it says that it is one. */
async function moduleOf(path: string, fresh: boolean) {
  anew += fresh ? 1 : 0;
  const code = built(path).toString('base64');
  // What differs behind the sign is another module.
  return import(`data:text/javascript;base64,${code}${fresh ? `#${anew}` : ''}`);
}

/** Hands an engine all rulebooks that it knows, where they stand apart from it. */
function handed<Engine>(module: Engine): Engine {
  const { hold, list }: Partial<Apart> = module as object;
  const told = hold && list?.();
  for (const { rulebook } of told && 'rulebooks' in told ? told.rulebooks : []) {
    expect(hold?.(rulebookFile(rulebook))).toEqual({ rulebook });
  }
  return module;
}

/** What an engine has beside which its rulebooks stand. */
type Apart = Holding & Pick<Rules, 'list'>;

/**
 * A wasm engine as `cargo xtask build` makes it: the one of a folder, or that of programs, with
 * all its rulebooks.
 */
export async function engineOf<Engine extends object>(folder = ''): Promise<Engine> {
  return handed(await bareEngineOf<Engine>(folder, false));
}

/** The same engine as JavaScript, for where wasm is refused. */
export async function scriptOf<Engine extends object>(folder: string): Promise<Engine> {
  return handed(await bareScriptOf<Engine>(folder, false));
}

/** An engine that was handed no rulebook; a `fresh` one is shared with no other test. */
export async function bareEngineOf<Engine extends object>(
  folder: string,
  fresh = true,
): Promise<Engine> {
  const inside = folder ? `${folder}/` : '';
  const module = await moduleOf(`${inside}zhengpin.js`, fresh);
  await module.default({ module_or_path: built(`${inside}zhengpin_bg.wasm`) });
  return module;
}

/** The same as JavaScript. */
export async function bareScriptOf<Engine extends object>(
  folder: string,
  fresh = true,
): Promise<Engine> {
  const module = await moduleOf(`${folder}/script-${folder}.js`, fresh);
  await module.default();
  return module;
}

/** What the command line answers to requests, one line of text each. */
export function native(command: string, lines: string[]): string[] {
  const { stdout, stderr, status } = spawnSync(
    'cargo',
    ['run', '--quiet', '--bin', 'zhengpin', '--', command],
    { cwd: fileURLToPath(root), input: lines.join('\n'), encoding: 'utf8', maxBuffer: 1 << 30 },
  );
  expect(status, stderr).toBe(0);
  return stdout.trimEnd().split('\n');
}

/** The same numbers on every run. */
export function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 48271) % 2147483647;
    return state % below;
  };
}
