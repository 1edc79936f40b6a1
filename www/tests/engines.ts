import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect } from '@playwright/test';

const root = new URL('../../', import.meta.url);

/** A wasm engine as `cargo xtask build` makes it: the one of a folder, or that of programs. */
export async function engineOf<Engine>(folder = ''): Promise<Engine> {
  const pkg = new URL(`pkg/${folder ? `${folder}/` : ''}`, root);
  const bytes = (name: string) => readFileSync(fileURLToPath(new URL(name, pkg)));
  // As data, because no package file beside it says that it is a module.
  const code = bytes('zhengpin.js').toString('base64');
  const module = await import(`data:text/javascript;base64,${code}`);
  await module.default({ module_or_path: bytes('zhengpin_bg.wasm') });
  return module;
}

/** The same engine as JavaScript, for where wasm is refused. */
export async function scriptOf<Engine>(folder: string): Promise<Engine> {
  const path = new URL(`pkg/${folder}/script-${folder}.js`, root);
  const code = readFileSync(fileURLToPath(path)).toString('base64');
  const module = await import(`data:text/javascript;base64,${code}`);
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
