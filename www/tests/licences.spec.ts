import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';
import { build, type Rolldown } from 'vite';
import { crateParts, npmParts } from '../build/licences.ts';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const said = readFileSync(at('../dist/licences.txt'), 'utf8');

/** The folder in which a package lies, by a module in it. */
const PACKAGE = /\/node_modules\/((?:@[^/]+\/)?[^/]+)\//;

/** The packages of which a build takes anything, as the bundler tells it. */
async function bundled(configFile: string): Promise<string[]> {
  const built = (await build({
    configFile: at(`../${configFile}`),
    root: at('..'),
    logLevel: 'silent',
    build: { write: false },
  })) as Rolldown.RolldownOutput | Rolldown.RolldownOutput[];
  const chunks = [built]
    .flat()
    .flatMap(({ output }) => output.filter((one) => one.type === 'chunk'));
  const names = chunks.flatMap(({ moduleIds }) => moduleIds.map((id) => PACKAGE.exec(id)?.[1]));
  return [...new Set(names.filter((name) => name !== undefined))];
}

// Source: the licences of the packages, which ask that their text goes with every copy.
test('every npm package in the built files is named, with the text of its licence', async () => {
  const parts = new Map(npmParts().map((part) => [part.name, part]));
  const found = new Set([
    ...(await bundled('vite.config.ts')),
    ...(await bundled('vite.elements.config.ts')),
    ...(await bundled('vite.engine.config.ts')),
  ]);
  for (const name of [
    'lit-html',
    'd3-scale',
    'valibot',
    'hucre',
    'htmlparser2',
    '@fluent/bundle',
  ]) {
    expect(found).toContain(name);
  }
  for (const name of found) {
    const part = parts.get(name);
    expect(part, name).toBeDefined();
    expect(part?.texts.length, name).toBeGreaterThan(0);
    expect(said).toContain(`${name} ${part?.version} (${part?.licence})`);
    for (const text of part?.texts ?? [])
      expect(said).toContain(text.trim().split('\n')[0]?.trim());
  }
});

// Source: the wasm files, which name the crate and the file of every check that can fail in them.
for (const engine of ['deciding', 'comparing', 'listing', 'simulating', 'author', '']) {
  test(`every crate that the engine ${engine || 'for programs'} names is named here`, () => {
    const code = readFileSync(at(`../../pkg/${engine}/zhengpin_bg.wasm`), 'latin1');
    const named = [...code.matchAll(/(\/rust\/deps)?\/([a-z][a-z0-9_-]*)-(\d+\.\d+\.\d+)\/src\//g)]
      // The crates that the standard library contains are among what it is named with.
      .filter(([, library]) => library === undefined)
      .map(([, , name, version]) => `${name} ${version}`);
    expect(named.length).toBeGreaterThan(0);
    const known = crateParts().map(({ name, version }) => `${name} ${version}`);
    expect(known).toEqual(expect.arrayContaining([...new Set(named)]));
    expect(known.some((part) => part.startsWith('Rust standard library'))).toBe(true);
  });
}

test('every crate stands there with a text', () => {
  for (const { name, version, licence, texts } of crateParts()) {
    expect(texts.length, name).toBeGreaterThan(0);
    expect(said).toContain(`${name} ${version} (${licence})`);
  }
});

test('the package carries the same text', () => {
  expect(readFileSync(at('../dist/embed/licences.txt'), 'utf8')).toBe(said);
});
