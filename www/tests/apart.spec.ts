import type { Holding } from '../src/engine/load.ts';
import type { Engine, Failure } from '../src/engine/types.ts';
import { bareEngineOf, bareScriptOf, engineOf, rulebookFile } from './engines.ts';
import { expect, open, test } from './pages.ts';

/** What both engines offer beside which their rulebooks stand. */
type Apart = Pick<Engine, 'decide' | 'compare' | 'describe' | 'list'> & Holding;

const made = {
  'in wasm': bareEngineOf<Apart>,
  'as JavaScript': bareScriptOf<Apart>,
};

const refusal = (answer: object) => {
  const { error } = answer as Failure;
  return [error?.code, error?.path];
};

/** Every kind of request on a rulebook, with the path at which that stands. */
const requests = (engine: Apart, rulebook: string, version: string) => [
  engine.describe({ rulebook, asOf: version }),
  engine.decide({ rulebook, asOf: version, facts: {} }),
  engine.decide({ rulebook, asOf: version, facts: {}, want: 'verdict' }),
  engine.compare({ rulebook, from: version, to: version }),
];

/** Every request that names a document, on every document of a rulebook. */
function drafts(engine: Engine, whole: Engine, rulebook: string, asOf: string) {
  const told = whole.describe({ rulebook, asOf });
  const documents = 'error' in told ? [] : told.documents;
  return documents.map(({ id }) =>
    engine.draft({ document: `${rulebook}/${id}`, asOf, facts: {}, fields: {} }),
  );
}

// Source: the engine of programs, which holds all rulebooks inside.
for (const [how, make] of Object.entries(made)) {
  for (const folder of ['deciding', 'comparing']) {
    test(`the engine ${folder} ${how} answers on a rulebook once it was handed its file`, async () => {
      const whole = await engineOf<Engine>();
      const engine = await make(folder);
      const told = engine.list();
      const all = whole.list();
      if ('error' in told || 'error' in all) throw new Error('no list');
      const known = new Set(told.rulebooks.map(({ rulebook }) => rulebook));
      expect(known.size).toBeGreaterThan(6);
      expect(told.rulebooks).toEqual(all.rulebooks.filter(({ rulebook }) => known.has(rulebook)));
      expect(refusal(engine.describe({ rulebook: 'cn/none' }))).toEqual([
        'unknown_rulebook',
        '/rulebook',
      ]);
      for (const { rulebook, versions } of told.rulebooks) {
        const version = versions.at(-1) ?? '';
        for (const answer of requests(engine, rulebook, version)) {
          expect(refusal(answer), rulebook).toEqual(['rulebook_not_held', '/rulebook']);
        }
        expect(engine.hold(rulebookFile(rulebook))).toEqual({ rulebook });
        // Once more changes nothing.
        expect(engine.hold(rulebookFile(rulebook))).toEqual({ rulebook });
        expect(requests(engine, rulebook, version)).toEqual(
          requests(whole as unknown as Apart, rulebook, version),
        );
      }
    });

    test(`the engine ${folder} ${how} refuses what is no file of its rulebooks`, async () => {
      const engine = await make(folder);
      const file = rulebookFile('cn/complaint');
      const changed = file.map((byte, at) => (at === 1000 ? byte ^ 1 : byte));
      const wrong: unknown[] = [
        undefined,
        null,
        'cn/complaint',
        7,
        {},
        [...file],
        Promise.resolve(file),
        new Uint8Array(),
        file.subarray(1),
        file.subarray(0, -1),
        new Uint8Array([...file, 0]),
        changed,
        // More than the engine could take in.
        new Uint8Array(3 * 2 ** 30),
      ];
      for (const one of wrong) {
        const answer = engine.hold(one as Uint8Array) as Failure;
        expect(refusal(answer)).toEqual(['foreign_file', '']);
        expect(answer.error.message.zh).toContain('cn/complaint');
        expect(answer.error.message.en).toContain('cn/complaint');
      }
      expect(refusal(engine.describe({ rulebook: 'cn/complaint' }))).toEqual([
        'rulebook_not_held',
        '/rulebook',
      ]);
      // A view of a longer piece of memory is what it shows.
      const longer = new Uint8Array([1, 2, ...file, 3]);
      expect(engine.hold(longer.subarray(2, -1))).toEqual({ rulebook: 'cn/complaint' });
    });
  }
}

// Source: the engine of programs, which holds all rulebooks inside.
for (const [how, make] of Object.entries(made)) {
  test(`documents and decided cases ${how} are those of a rulebook that was handed over`, async () => {
    const whole = await engineOf<Engine>();
    const engine = (await make('deciding')) as unknown as Engine & Holding;
    const [rulebook, asOf] = ['cn/parallel-import', '2026-11-30'];
    const cases = (one: Engine) =>
      one.precedents({ rulebook, issue: 'trademark', asOf, facts: {} });
    const before = drafts(engine, whole, rulebook, asOf);
    expect(before.length).toBeGreaterThan(0);
    for (const answer of before) {
      expect(refusal(answer)).toEqual(['rulebook_not_held', '/document']);
    }
    expect(refusal(cases(engine))).toEqual(['rulebook_not_held', '/rulebook']);
    engine.hold(rulebookFile(rulebook));
    expect(drafts(engine, whole, rulebook, asOf)).toEqual(drafts(whole, whole, rulebook, asOf));
    expect(cases(engine)).toEqual(cases(whole));
  });
}

/** The files of rulebooks that a page fetches: of one each, or of all that an engine takes. */
const FETCHED: Record<string, string[]> = {
  'complaint.html': ['cn-complaint'],
  'appeal.html': ['taobao-findings'],
  // Answers go from it to the places abroad, whose facts it knows by then.
  'parallel-import.html': ['cn', 'eu', 'hk', 'jp', 'us'].map((place) => `${place}-parallel-import`),
  'abroad.html': ['eu', 'hk', 'jp', 'us'].map((place) => `${place}-parallel-import`),
  'verification.html': ['cn-complaint'],
  'penalties.html': [],
  'duties.html': [],
  'index.html': ['comparing'],
  'cases.html': ['deciding'],
  // The one that is shown at first comes first, and all on the page and beside it.
  'changes.html': ['cn-parallel-import', 'comparing', 'comparing'],
};

// Source: what a page needs is the rulebooks that it asks, once each.
for (const [address, rulebooks] of Object.entries(FETCHED)) {
  test(`${address} fetches the rulebooks that it asks, and no other`, async ({ page }) => {
    const asked: string[] = [];
    page.on('request', (request) => {
      const [, name] = /\/rulebooks?\.([^/]*)-[0-9a-f]{8}\.bin$/.exec(request.url()) ?? [];
      if (name !== undefined) asked.push(name);
    });
    await open(page, address);
    await expect.poll(() => [...asked].sort()).toEqual(rulebooks);
    await page.waitForLoadState('networkidle');
    expect(asked.sort()).toEqual(rulebooks);
  });
}

// Source: the engine knows the hash of each, so that nobody else has to look.
test('where a rulebook is not as it was built, the page says that a file is missing', async ({
  page,
}) => {
  await page.route('**/rulebook.cn-complaint*', (route) => route.fulfill({ body: 'no rulebook' }));
  await page.goto('/complaint.html');
  await expect(page.locator('.fallback[role=alert]')).toBeVisible();
});
