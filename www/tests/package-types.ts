import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { types } from '../build/elements-manifest.ts';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** How a strict host compiles. */
export const HOST = [
  ...['--noEmit', '--strict', '--target', 'es2022', '--module', 'esnext'],
  ...['--moduleResolution', 'bundler', '--lib', 'es2023,dom,dom.iterable'],
];

/** Runs the compiler; what it says against the files is in the error. */
export function tsc(...given: string[]): string {
  const run = [at('../node_modules/typescript/bin/tsc'), ...given];
  return execFileSync(process.execPath, run, { cwd: at('..'), encoding: 'utf8' });
}

/** Writes the types of the package into a folder, as the package has them. */
export function writeTypes(folder: string): void {
  tsc('-p', 'tsconfig.types.json', '--outDir', join(folder, 'types'));
  mkdirSync(join(folder, 'types', 'pkg', 'author'), { recursive: true });
  for (const one of ['', 'author/']) {
    const to = join(folder, 'types', 'pkg', `${one}zhengpin.d.ts`);
    cpSync(at(`../../pkg/${one}zhengpin.d.ts`), to);
  }
  writeFileSync(join(folder, 'zhengpin-elements.d.ts'), types());
}
