import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';
import { parse } from 'yaml';

const embed = new URL('../dist/embed/', import.meta.url);
const read = (name: string) => readFileSync(fileURLToPath(new URL(name, embed)));

type Create = typeof import('../src/engine/index.ts').createEngine;

async function engine() {
  const { createEngine } = (await import(new URL('engine.js', embed).href)) as {
    createEngine: Create;
  };
  return createEngine({
    wasm: read('zhengpin_bg.wasm'),
    texts: {
      zh: JSON.parse(read('texts.zh.json').toString()),
      en: JSON.parse(read('texts.en.json').toString()),
    },
  });
}

// Source: design.md, the contract: one file serves the browser and Node.
test('the same file serves Node, with the bytes passed in', async () => {
  const { decide } = await engine();
  const answer = decide({
    rulebook: 'cn/complaint',
    asOf: '2026-11-22',
    facts: { n_locate: false },
  });
  expect('issues' in answer && answer.issues[0]?.verdict).toBe('not_qualified');
});

test('a refusal is a value with a path and a message in both languages', async () => {
  const { decide } = await engine();
  const answer = decide({ rulebook: 'cn/complaint', facts: { n_locate: 'x' } });
  expect(answer).toMatchObject({
    error: { path: '/facts/n_locate', message: { zh: expect.any(String), en: expect.any(String) } },
  });
});

test('a description carries the words of its rulebook and of every provision it cites', async () => {
  const { describe: describeRules, list } = await engine();
  const listed = list();
  if ('error' in listed) throw new Error(listed.error.code);
  expect(listed.rulebooks.length).toBeGreaterThanOrEqual(3);
  for (const { rulebook } of listed.rulebooks) {
    const description = describeRules({ rulebook });
    if ('error' in description) throw new Error(rulebook);
    for (const lang of ['zh', 'en']) {
      const texts = description.texts[lang] ?? {};
      const wanted = [
        'title',
        ...description.facts.map(({ id }) => `fact/${id}/ask`),
        ...description.facts.flatMap(({ id, choices }) =>
          choices.map((choice) => `fact/${id}/choice/${choice}`),
        ),
        ...description.issues.flatMap(({ id, verdicts }) =>
          verdicts.map((verdict) => `verdict/${id}/${verdict.id}/title`),
        ),
        ...description.elements.map(({ id }) => `element/${id}/title`),
        ...description.cases.map(({ id }) => `case/${id}/holding`),
        ...description.gaps.map((gap) => `gap/${gap}`),
        ...description.provisions.flatMap(({ id, instrument }) => [
          `provision/${id}/says`,
          `provision/${id}/label`,
          `instrument/${instrument}/short`,
        ]),
      ];
      expect(wanted.filter((key) => !texts[key])).toEqual([]);
    }
  }
});

// Source: issue 2, "a rulebook can also be given at run time … in the browser, from JSON".
test("the author's engine checks and asks a rulebook that the request brings", async () => {
  const { createAuthorEngine } = (await import(new URL('author.js', embed).href)) as {
    createAuthorEngine: typeof import('../src/engine/author.ts').createAuthorEngine;
  };
  const engine = await createAuthorEngine({
    wasm: read('zhengpin-author_bg.wasm'),
    texts: { zh: JSON.parse(read('texts.zh.json').toString()) },
  });
  const skeleton = new URL('../../docs/skeleton.yaml', import.meta.url);
  const mine = parse(readFileSync(fileURLToPath(skeleton), 'utf8'));
  const checked = engine.check({ with: [mine] });
  expect(checked).toMatchObject({
    errors: [],
    notes: [],
    rulebooks: [{ rulebook: mine.rulebook }],
  });
  const decided = engine.decide({
    with: [mine],
    rulebook: mine.rulebook,
    facts: { seller_has_invoice: false },
  });
  expect(decided).toMatchObject({ issues: [{ verdict: 'rejected', settled: true }] });
  const described = engine.describe({ with: [mine], rulebook: mine.rulebook });
  expect(described).toMatchObject({
    texts: { zh: { title: mine.title.zh, 'provision/ecl/42/1/label': expect.any(String) } },
  });
  const laxer = structuredClone(mine);
  laxer.rulebook = 'example/laxer';
  laxer.elements.goods_documented.all = ['seller_has_invoice'];
  // Nothing rests on both any more, so that neither comes before the other.
  delete laxer.facts.invoice_matches.after;
  const held = {
    rulebook: mine.rulebook,
    against: 'example/laxer',
    from: mine.as_of,
    to: mine.as_of,
  };
  expect(engine.compare({ with: [mine, laxer], ...held })).toMatchObject({
    against: { changed: { elements: ['goods_documented'] } },
    issues: [
      {
        concerned: 'unknown',
        differences: [
          {
            from: 'rejected',
            to: 'accepted',
            patterns: [
              [
                { fact: 'seller_has_invoice', is: [true] },
                { fact: 'invoice_matches', is: [false] },
              ],
            ],
          },
        ],
      },
    ],
  });
  const wrong = { ...mine, colour: 'red' };
  expect(engine.check({ with: [wrong] })).toMatchObject({ errors: [{ path: '/with/0/colour' }] });
  // The engine of the pages does not take them.
  const small = await (await import(new URL('engine.js', embed).href)).createEngine({
    wasm: read('zhengpin_bg.wasm'),
  });
  expect(small.decide({ with: [mine], rulebook: 'cn/complaint', facts: {} })).toMatchObject({
    error: { code: 'needs_author', path: '/with' },
  });
  expect(small.compare({ ...held, rulebook: 'cn/complaint' })).toMatchObject({
    error: { code: 'needs_author', path: '/against' },
  });
});

// Source: issue 11, "An engine that also starts from an instance or bytes (mini programs)".
test('an engine starts from bytes, from a compiled file and from an instance of the host', async () => {
  const asked = { rulebook: 'cn/complaint', asOf: '2026-11-22', facts: { n_locate: false } };
  const expected = (await engine()).decide(asked);
  const bytes = read('zhengpin_bg.wasm');
  const module = new WebAssembly.Module(bytes);
  let handed: WebAssembly.Imports = {};
  const sources: Parameters<Create>[0]['wasm'][] = [
    bytes,
    module,
    (imports) => new WebAssembly.Instance(module, imports),
    async (imports) => {
      handed = imports;
      return (await WebAssembly.instantiate(bytes, imports)).instance;
    },
  ];
  for (const [place, wasm] of sources.entries()) {
    // A module of its own each time: an engine that runs is not started again.
    const { createEngine } = (await import(`${new URL('engine.js', embed).href}?${place}`)) as {
      createEngine: Create;
    };
    const { decide, list } = await createEngine({ wasm });
    expect(decide(asked)).toEqual(expected);
    expect(list()).toHaveProperty('rulebooks');
  }
  expect(Object.keys(handed).length).toBeGreaterThan(0);
  const { createEngine } = (await import(`${new URL('engine.js', embed).href}?none`)) as {
    createEngine: Create;
  };
  await expect(createEngine({ wasm: () => Promise.reject(new Error('refused')) })).rejects.toThrow(
    'refused',
  );
  // What failed can be tried again.
  expect((await createEngine({ wasm: bytes })).decide(asked)).toEqual(expected);
});
