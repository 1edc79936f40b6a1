import { runInNewContext } from 'node:vm';
import { expect, test } from '@playwright/test';
import { engineOf, native, numbers } from './engines.ts';

type Verb = 'decide' | 'simulate' | 'compare' | 'schedule' | 'draft' | 'describe' | 'list';
type Faces = Record<Verb, (request?: unknown) => { error?: Told; [key: string]: unknown }>;
interface Told {
  code: string;
  path: string;
  message: { zh: string; en: string };
}

const faces = () => engineOf<Faces>();

const FINDING = { id: 'a', issued: '2017-04-01', tier: 'information', items: 2 };
const LEDGER = { rulebook: 'taobao/counterfeit', findings: [FINDING] };

/** Requests that are answered, in whose places odd values are put. */
const SOUND: Record<Verb, object[]> = {
  decide: [
    {
      rulebook: 'cn/complaint',
      asOf: '2026-11-22',
      facts: { n_locate: false, n_prior_count: 3, e_kinds: ['notarised'] },
      issues: ['notice'],
      presume: false,
    },
    { rulebook: 'cn/parallel-import', facts: { goods_genuine: 'yes', imported: true } },
  ],
  simulate: [
    { ...LEDGER, until: '2018-01-01', reading: { window: 'hours' }, forecast: false },
    {
      ...LEDGER,
      findings: [{ ...FINDING, reversed: false, exam: false, issued: '2017-04-01T09:30:45+08:00' }],
      whatIf: { findings: [FINDING], until: '2017-06-01' },
    },
  ],
  compare: [
    {
      rulebook: 'cn/complaint',
      from: '2026-12-31',
      to: '2027-01-01',
      facts: { n_locate: true },
      limit: 3,
    },
  ],
  schedule: [
    {
      rulebook: 'cn/complaint',
      deadline: 'platform_verifies_again',
      from: ['2026-05-20', '2026-08-31'],
      asOf: '2026-11-22',
    },
  ],
  draft: [
    {
      document: 'taobao/findings/appeal',
      asOf: '2026-11-22',
      facts: { account_closed: true },
      fields: { shop: '甲' },
    },
  ],
  describe: [{ rulebook: 'taobao/counterfeit', asOf: '2017-04-01' }],
  list: [{}],
};

/** Kinds of values that have no JSON form, or none that is exact, and the code that says so. */
const ODD: [string, () => unknown, string][] = [
  ['Map', () => new Map([['n_locate', false]]), 'not_json'],
  ['Set', () => new Set(['notarised']), 'not_json'],
  ['FormData', () => new FormData(), 'not_json'],
  ['URLSearchParams', () => new URLSearchParams('n_locate=false'), 'not_json'],
  ['Buffer', () => Buffer.from('{}'), 'not_json'],
  ['BigInt64Array', () => new BigInt64Array(1), 'not_json'],
  ['DataView', () => new DataView(new ArrayBuffer(1)), 'not_json'],
  [
    'instance',
    () =>
      new (class Facts {
        n_locate = false;
      })(),
    'not_json',
  ],
  [
    'accessors',
    () =>
      new (class Facts {
        get n_locate() {
          return false;
        }
      })(),
    'not_json',
  ],
  ['inherited keys', () => Object.create({ n_locate: false }), 'not_json'],
  ['Error', () => new Error('no'), 'not_json'],
  ['function', () => () => false, 'not_json'],
  ['symbol', () => Symbol('no'), 'not_json'],
  ['symbol as key', () => ({ [Symbol('n_locate')]: false }), 'not_json'],
  ['Math', () => Math, 'not_json'],
  ['NaN', () => Number.NaN, 'not_json'],
  ['Infinity', () => Number.POSITIVE_INFINITY, 'not_json'],
  ['invalid Date', () => new Date(Number.NaN), 'not_json'],
  ['boxed false', () => Object(false), 'not_json'],
  ['boxed text', () => Object('x'), 'not_json'],
  ['half a character', () => '\ud800', 'not_json'],
  ['BigInt beyond', () => 9_007_199_254_740_992n, 'imprecise_number'],
  ['number beyond', () => 1e300, 'imprecise_number'],
  [
    'revoked proxy',
    () => {
      const { proxy, revoke } = Proxy.revocable({}, {});
      revoke();
      return proxy;
    },
    'unreadable_value',
  ],
  [
    'throwing proxy',
    () =>
      new Proxy(
        {},
        {
          getPrototypeOf() {
            throw new Error('no');
          },
        },
      ),
    'unreadable_value',
  ],
];

/** Every place in a request, with the request that has a value put there. */
function* places(request: unknown, path = ''): Generator<[string, (value: unknown) => unknown]> {
  yield [path, (value) => value];
  if (typeof request !== 'object' || request === null) return;
  for (const [key, inner] of Object.entries(request)) {
    const here = `${path}/${key}`;
    for (const [place, put] of places(inner, here)) {
      yield [
        place,
        (value) =>
          Array.isArray(request)
            ? request.with(Number(key), put(value))
            : { ...request, [key]: put(value) },
      ];
    }
  }
}

// Source: issue 8, "nothing a caller hands over (a `Map`, a class, a BigInt) is taken for
// 'nothing stated'".
for (const [kind, make, code] of ODD) {
  test(`wherever it stands, ${kind} is refused with its path`, async () => {
    const engine = await faces();
    let tried = 0;
    for (const [verb, requests] of Object.entries(SOUND) as [Verb, object[]][]) {
      for (const [path, put] of requests.flatMap((request) => [...places(request)])) {
        const { error, ...rest } = engine[verb](put(make()));
        expect(error, `${verb} ${path}`).toMatchObject({
          code,
          path,
          message: { zh: /./, en: /./ },
        });
        expect(rest).toEqual({});
        tried += 1;
      }
    }
    expect(tried).toBeGreaterThan(50);
  });
}

test('what means one thing is read: BigInt, Date, objects of other contexts, getters', async () => {
  const engine = await faces();
  const plain = engine.simulate(LEDGER);
  expect(plain.error).toBeUndefined();
  const same = [
    { ...LEDGER, findings: [{ ...FINDING, items: 2n }] },
    { ...LEDGER, findings: [Object.assign(Object.create(null), FINDING)] },
    { ...LEDGER, findings: [Object.freeze({ ...FINDING, reversed: undefined })] },
    {
      ...LEDGER,
      get findings() {
        return [FINDING];
      },
    },
    {
      ...LEDGER,
      // While one request is read another one is asked.
      get findings() {
        return engine.simulate(LEDGER).error ? [] : [FINDING];
      },
    },
    { ...LEDGER, findings: new Proxy([FINDING], {}) },
    { ...LEDGER, findings: [{ ...FINDING, issued: new Date('2017-04-01T12:00+08:00') }] },
    runInNewContext(`(${JSON.stringify(LEDGER)})`),
  ];
  for (const request of same) expect(engine.simulate(request)).toEqual(plain);
});

const NUMBERS = [
  0,
  -0,
  1,
  -1,
  2.5,
  0.1,
  1e-7,
  39.9,
  1e21,
  2 ** 53,
  -(2 ** 53),
  2 ** 53 - 1,
  5e-324,
];
const TEXTS = [
  '',
  'yes',
  '2026-02-30',
  '2017-04-01T24:00',
  '甲"\\/',
  '\u2028\u0000\u001f',
  '😀',
  '\ufffd',
  'x'.repeat(400),
  // Longer than what is written down at first.
  '甲é😀'.repeat(2_000),
];
const KEYS = [
  '',
  'a',
  '1',
  '0',
  '__proto__',
  'constructor',
  'toJSON',
  'a/b',
  '~',
  '甲',
  'k'.repeat(201),
  'rulebook',
  'facts',
  'findings',
];

/** Any JSON value. */
function anything(pick: (below: number) => number, depth = 0): unknown {
  const one = <T>(list: T[]) => list[pick(list.length)] as T;
  switch (pick(depth > 3 ? 4 : 7)) {
    case 0:
      return one([null, true, false]);
    case 1:
      return one(NUMBERS);
    case 2:
      return one(TEXTS);
    case 3: {
      let deep: unknown = one(NUMBERS);
      const levels = pick(20) === 0 ? 95 + pick(20) : pick(3);
      for (let level = 0; level < levels; level += 1) deep = pick(2) ? [deep] : { x: deep };
      return deep;
    }
    case 4:
      return Array.from({ length: pick(4) }, () => anything(pick, depth + 1));
    default:
      // As text, because `__proto__` is a key there.
      return JSON.parse(
        `{${[...new Set(Array.from({ length: pick(4) }, () => one(KEYS)))]
          .map((key) => `${JSON.stringify(key)}:${JSON.stringify(anything(pick, depth + 1))}`)
          .join(',')}}`,
      );
  }
}

// Source: issue 8, "what the command line refuses, page and wasm face refuse, with the same
// code and path".
test('for any JSON value the wasm answers byte for byte as the command line', async () => {
  test.setTimeout(240_000);
  // The engine that can do what the command line can.
  const engine = await engineOf<Faces>('author');
  const pick = numbers(20261128);
  for (const [verb, requests] of Object.entries(SOUND) as [Verb, object[]][]) {
    const all = requests.flatMap((request) => [...places(request)]);
    const texts = Array.from({ length: 2_000 }, () => {
      const [, put] = all[pick(all.length)] as (typeof all)[number];
      return JSON.stringify(put(anything(pick)));
    });
    const lines = native(verb, texts);
    expect(lines.length).toBe(texts.length);
    let refused = 0;
    for (const [index, text] of texts.entries()) {
      const answer = engine[verb](JSON.parse(text));
      // The words of a description and a draft are joined by whoever shows them.
      if (!answer.error && (verb === 'describe' || verb === 'draft')) continue;
      expect(JSON.stringify(answer), text).toBe(lines[index]);
      if (answer.error) refused += 1;
    }
    expect(refused, verb).toBeGreaterThan(500);
  }
});

test('a refusal of a hundred thousand unknown facts is bounded and says how many it leaves out', async () => {
  const engine = await faces();
  const facts = Object.fromEntries(Array.from({ length: 100_000 }, (_, n) => [`x${n}`, true]));
  const { error } = engine.decide({ rulebook: 'cn/complaint', facts });
  const more = (error as Told & { more: Told[] }).more;
  expect(more.length).toBe(1000);
  expect(more.at(-1)).toMatchObject({ code: 'more_problems', message: { en: /^99000 / } });
});
