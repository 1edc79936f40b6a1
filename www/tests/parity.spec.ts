import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';
import { parse } from 'yaml';
import type { Rulebooks } from '../src/engine/types.ts';
import { native as answered, engineOf, scriptOf } from './engines.ts';

const root = new URL('../../', import.meta.url);
const embed = new URL('../dist/embed/', import.meta.url);

/** A request on a rulebook. */
interface Asked {
  rulebook: string;
  [key: string]: unknown;
}

interface Scenario {
  facts?: object;
  findings?: object[];
  as_of?: string;
  presume?: boolean;
  until?: string;
  reading?: object;
  amounts?: object;
  forecast?: boolean;
  duties?: { who?: string; to?: string; in?: string; force?: string };
}

/** The requests of every scenario, as the native tests put them. */
function requests(): { decide: Asked[]; simulate: Asked[]; duties: Asked[] } {
  const folder = new URL('tests/scenarios/', root);
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const found: ReturnType<typeof requests> = { decide: [], simulate: [], duties: [] };
  for (const file of files.filter((name) => name.endsWith('.yaml')).sort()) {
    const { rulebook, scenarios } = parse(readFileSync(new URL(file, folder), 'utf8')) as {
      rulebook: string;
      scenarios: Scenario[];
    };
    for (const scenario of scenarios) {
      const { facts, findings, as_of: asOf, presume, until, reading, amounts, forecast } = scenario;
      if (scenario.duties) {
        const { who, to, in: occasion, force } = scenario.duties;
        found.duties.push({ rulebook, asOf, who, to, in: occasion, force });
      } else if (facts) {
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

const bytes = (url: URL) => readFileSync(fileURLToPath(url));

type OfPages = Record<string, (request?: object) => unknown>;

/** A comparison of every version with the next. */
function* compared(): Generator<Asked> {
  const listed = JSON.parse(native('list', [{}])[0] ?? '') as Rulebooks;
  for (const { rulebook, versions } of listed.rulebooks) {
    for (const [index, to] of versions.slice(1).entries()) {
      yield { rulebook, from: versions[index], to };
    }
  }
}

/** The decided cases on every issue, near to no facts and to facts. */
function* near(): Generator<object> {
  const listed = JSON.parse(native('list', [{}])[0] ?? '') as Rulebooks;
  for (const { rulebook, issues, simulates } of listed.rulebooks) {
    // The engine that decides holds no ledgers.
    for (const issue of simulates ? [] : issues) {
      yield { rulebook, issue, facts: {}, most: 1000 };
      yield { rulebook, issue, facts: { goods_genuine: 'yes', right_type: 'trademark' } };
    }
  }
}

/** The days of some years, with a leap day, as a schedule asks for them. */
function scheduled(): object {
  const first = Date.UTC(2023, 0, 1);
  const day = (place: number) => new Date(first + place * 86_400_000).toISOString().slice(0, 10);
  const from = Array.from({ length: 1600 }, (_, place) => day(place));
  const deadline = 'platform_verifies_again';
  return { rulebook: 'cn/complaint', deadline, from, asOf: '2026-11-29' };
}

const native = (command: string, asked: object[]) =>
  answered(
    command,
    asked.map((request) => JSON.stringify(request)),
  );

// Source: design.md, "Native and wasm agree byte for byte"; the scenarios name their own.
test('every wasm, and the same as JavaScript, answers the scenarios byte for byte as the command line does', async () => {
  test.setTimeout(480_000);
  const { createEngine } = (await import(
    new URL('engine.js', embed).href
  )) as typeof import('../src/engine/index.ts');
  const whole = await createEngine({ wasm: bytes(new URL('zhengpin_bg.wasm', embed)) });
  const deciding = await engineOf<OfPages>('deciding');
  const comparing = await engineOf<OfPages>('comparing');
  const listing = await engineOf<OfPages>('listing');
  const simulating = await engineOf<OfPages>('simulating');
  // The same engines as JavaScript, for where wasm is refused.
  const scripts = {
    deciding: await scriptOf<OfPages>('deciding'),
    comparing: await scriptOf<OfPages>('comparing'),
    listing: await scriptOf<OfPages>('listing'),
    simulating: await scriptOf<OfPages>('simulating'),
  };
  const { decide, simulate, duties } = requests();
  const compare = [...compared()];
  // What the engine that decides does not hold: ledgers, and lists of duties.
  const apart = new Set([...simulate, ...duties].map(({ rulebook }) => rulebook));
  expect(decide.length).toBeGreaterThan(200);
  expect(simulate.length).toBeGreaterThan(20);
  const decided = native('decide', decide);
  for (const [index, request] of decide.entries()) {
    expect(JSON.stringify(whole.decide(request as never))).toBe(decided[index]);
    expect(JSON.stringify(deciding.decide?.(request))).toBe(decided[index]);
    expect(JSON.stringify(comparing.decide?.(request))).toBe(decided[index]);
    expect(JSON.stringify(scripts.deciding.decide?.(request))).toBe(decided[index]);
    expect(JSON.stringify(scripts.comparing.decide?.(request))).toBe(decided[index]);
  }
  const simulated = native('simulate', simulate);
  for (const [index, request] of simulate.entries()) {
    expect(JSON.stringify(whole.simulate(request as never))).toBe(simulated[index]);
    expect(JSON.stringify(simulating.simulate?.(request))).toBe(simulated[index]);
    expect(JSON.stringify(scripts.simulating.simulate?.(request))).toBe(simulated[index]);
  }
  const schedule = [scheduled(), { ...scheduled(), deadline: 'holder_acts' }];
  const scheduling = native('schedule', schedule);
  for (const [index, request] of schedule.entries()) {
    expect(JSON.stringify(whole.schedule(request as never))).toBe(scheduling[index]);
    expect(JSON.stringify(deciding.schedule?.(request))).toBe(scheduling[index]);
    expect(JSON.stringify(scripts.deciding.schedule?.(request))).toBe(scheduling[index]);
  }
  expect(duties.length).toBeGreaterThan(20);
  const listed = native('duties', duties);
  for (const [index, request] of duties.entries()) {
    expect(JSON.stringify(whole.duties(request as never))).toBe(listed[index]);
    expect(JSON.stringify(listing.duties?.(request))).toBe(listed[index]);
    expect(JSON.stringify(scripts.listing.duties?.(request))).toBe(listed[index]);
  }
  const told = native('compare', compare);
  for (const [index, request] of compare.entries()) {
    expect(JSON.stringify(whole.compare(request as never))).toBe(told[index]);
    expect(JSON.stringify(comparing.compare?.(request))).toBe(told[index]);
    expect(JSON.stringify(scripts.comparing.compare?.(request))).toBe(told[index]);
    if (!apart.has(request.rulebook)) {
      expect(JSON.stringify(deciding.compare?.(request))).toBe(told[index]);
    }
  }
  const precedents = [...near()];
  const found = native('precedents', precedents);
  for (const [index, request] of precedents.entries()) {
    expect(JSON.stringify(whole.precedents(request as never))).toBe(found[index]);
    expect(JSON.stringify(deciding.precedents?.(request))).toBe(found[index]);
    expect(JSON.stringify(scripts.deciding.precedents?.(request))).toBe(found[index]);
  }
});

// Source: architecture.md: the engine that runs ledgers holds the rulebooks that have one, the
// engine that decides those that decide, the engine that compares all.
test('each engine of the pages lists and describes its rulebooks', async () => {
  const { rulebooks } = JSON.parse(native('list', [{}])[0] ?? '') as Rulebooks;
  const ledgers = rulebooks.filter(({ simulates }) => simulates);
  const others = rulebooks.filter(({ simulates, duties }) => !simulates && !duties);
  const engines = [
    [await engineOf<OfPages>('deciding'), others],
    [await engineOf<OfPages>('comparing'), rulebooks],
    [await engineOf<OfPages>('simulating'), ledgers],
    [await engineOf<OfPages>('listing'), rulebooks.filter(({ duties }) => duties)],
    [await scriptOf<OfPages>('deciding'), others],
    [await scriptOf<OfPages>('comparing'), rulebooks],
    [await scriptOf<OfPages>('simulating'), ledgers],
    [await scriptOf<OfPages>('listing'), rulebooks.filter(({ duties }) => duties)],
  ] as const;
  for (const [engine, held] of engines) {
    expect(engine.list?.()).toEqual({ rulebooks: held });
    for (const { rulebook } of held) {
      const [told = ''] = native('describe', [{ rulebook }]);
      expect(engine.describe?.({ rulebook })).toEqual({ ...JSON.parse(told), texts: {} });
    }
  }
  const without = ['simulate', 'draft', 'decide', 'compare'];
  for (const [index, name] of without.entries()) {
    expect(Object.keys(engines[index]?.[0] ?? {})).not.toContain(name);
  }
  const offered = engines.flatMap(([engine]) => Object.keys(engine));
  expect(offered).toEqual(expect.arrayContaining([...without, 'duties']));
});

// Source: issue 11, "with the same answers": what goes wrong is the same, too, and so is what
// needs more memory than there is at first.
test('as JavaScript, an engine refuses the same requests, and grows', async () => {
  const wasm = await engineOf<OfPages>('simulating');
  const script = await scriptOf<OfPages>('simulating');
  const odd = [
    {},
    { rulebook: 'none' },
    { rulebook: 'taobao/counterfeit', findings: [{ id: 'a', tier: 1n << 60n }] },
    { rulebook: 'taobao/counterfeit', findings: [{ id: 'a', at: Number.NaN }] },
    { rulebook: 'taobao/counterfeit', findings: new Map() },
    { rulebook: '正品', findings: '\ud800' },
  ];
  for (const request of odd) expect(script.simulate?.(request)).toEqual(wasm.simulate?.(request));
  const many = Array.from({ length: 3000 }, (_, place) => ({
    id: `finding-${place}`,
    tier: 'general',
    at: `20${String(18 + (place % 7))}-0${1 + (place % 9)}-1${place % 10}T12:00`,
  }));
  const ledger = { rulebook: 'taobao/counterfeit', findings: many };
  expect(JSON.stringify(script.simulate?.(ledger))).toBe(JSON.stringify(wasm.simulate?.(ledger)));
});
