import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';
import { parse } from 'yaml';
import type { Rulebooks } from '../src/engine/types.ts';

const root = new URL('../../', import.meta.url);
const embed = new URL('../dist/embed/', import.meta.url);

interface Scenario {
  facts?: object;
  findings?: object[];
  as_of?: string;
  presume?: boolean;
  until?: string;
  reading?: object;
  amounts?: object;
  forecast?: boolean;
}

/** The requests of every scenario, as the native tests put them. */
function requests(): { decide: object[]; simulate: object[] } {
  const folder = new URL('tests/scenarios/', root);
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const found: { decide: object[]; simulate: object[] } = { decide: [], simulate: [] };
  for (const file of files.filter((name) => name.endsWith('.yaml')).sort()) {
    const { rulebook, scenarios } = parse(readFileSync(new URL(file, folder), 'utf8')) as {
      rulebook: string;
      scenarios: Scenario[];
    };
    for (const scenario of scenarios) {
      const { facts, findings, as_of: asOf, presume, until, reading, amounts, forecast } = scenario;
      if (facts) {
        found.decide.push({ rulebook, asOf, facts, presume });
      } else if (findings) {
        const numbered = findings.map((finding, index) => ({
          id: `finding-${index + 1}`,
          ...finding,
        }));
        found.simulate.push({ rulebook, findings: numbered, until, reading, amounts, forecast });
      }
    }
  }
  return found;
}

/** A comparison of every version with the next. */
function* compared(): Generator<object> {
  const listed = JSON.parse(native('list', [{}])[0] ?? '') as Rulebooks;
  for (const { rulebook, versions } of listed.rulebooks) {
    for (const [index, to] of versions.slice(1).entries()) {
      yield { rulebook, from: versions[index], to };
    }
  }
}

/** What the command line answers to requests, one line each. */
function native(command: string, asked: object[]): string[] {
  const { stdout, stderr, status } = spawnSync(
    'cargo',
    ['run', '--quiet', '--bin', 'zhengpin', '--', command],
    {
      cwd: fileURLToPath(root),
      input: asked.map((request) => JSON.stringify(request)).join('\n'),
      encoding: 'utf8',
      maxBuffer: 1 << 30,
    },
  );
  expect(status, stderr).toBe(0);
  return stdout.trimEnd().split('\n');
}

// Source: design.md, "Native and wasm agree byte for byte"; the scenarios name their own.
test('the wasm answers every scenario byte for byte as the command line does', async () => {
  test.setTimeout(180_000);
  const { createEngine } = (await import(
    new URL('engine.js', embed).href
  )) as typeof import('../src/engine/index.ts');
  const wasm = readFileSync(fileURLToPath(new URL('zhengpin_bg.wasm', embed)));
  const engine = await createEngine({ wasm });
  const { decide, simulate } = requests();
  const compare = [...compared()];
  expect(decide.length).toBeGreaterThan(200);
  expect(simulate.length).toBeGreaterThan(20);
  const decided = native('decide', decide);
  for (const [index, request] of decide.entries()) {
    expect(JSON.stringify(engine.decide(request as never))).toBe(decided[index]);
  }
  const simulated = native('simulate', simulate);
  for (const [index, request] of simulate.entries()) {
    expect(JSON.stringify(engine.simulate(request as never))).toBe(simulated[index]);
  }
  const told = native('compare', compare);
  for (const [index, request] of compare.entries()) {
    expect(JSON.stringify(engine.compare(request as never))).toBe(told[index]);
  }
});
