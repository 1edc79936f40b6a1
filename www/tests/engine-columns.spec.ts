import { expect, test } from '@playwright/test';
import type { ColumnsEngine } from '../src/engine/columns.ts';
import { engineOf, numbers } from './engines.ts';

const DAY = '2026-11-22';
const FLAGS = ['n_identity', 'n_right_proof', 'n_locate', 'n_prima_facie', 'n_truth'];

const engine = () => engineOf<ColumnsEngine>('columns');

/** An answer, or an end of the test where something was refused. */
function answered<T>(answer: T): Exclude<T, { error: unknown }> {
  expect(answer as object).not.toHaveProperty('error');
  return answer as Exclude<T, { error: unknown }>;
}

// Source: docs/architecture.md, "What holds", 6: every way of calling gives the same answers. The
// requests are those of the same engine, which parity.spec.ts holds against the command line.
test('rows in typed arrays are decided as requests are', async () => {
  const { decide, decisionColumns } = await engine();
  const columns = answered(
    decisionColumns({ rulebook: 'cn/complaint', issue: 'notice', asOf: DAY }),
  );
  const told = columns.describe();
  const draw = numbers(7);
  const rows = Array.from({ length: 150 }, () => ({
    flags: FLAGS.map(() => draw(4)),
    right: draw(3),
  }));
  const right = told.facts.find((fact) => fact.fact === 'right_type');
  if (!right) throw new Error('the rulebook has lost a fact');
  const facts = Object.fromEntries(
    FLAGS.map((id, place) => [
      id,
      Uint8Array.from(rows, (row) => [0, 1, 2, 255][row.flags[place] ?? 0] ?? 255),
    ]),
  );
  const decided = answered(
    columns.decide(
      {
        ...facts,
        right_type: Uint8Array.from(rows, (row) => (row.right < 2 ? row.right : 255)),
        n_date_received: null,
        c_identity: undefined,
      },
      { missing: true, because: true },
    ),
  );
  expect(decided.rows).toBe(rows.length);
  for (const [row, { flags, right: type }] of rows.entries()) {
    const known = FLAGS.flatMap((id, place) => {
      const value = flags[place] ?? 3;
      return value < 2 ? [[id, value === 1] as const] : [];
    });
    const typed = type < 2 ? [['right_type', right.values[type] ?? ''] as const] : [];
    const answer = answered(
      decide({
        rulebook: 'cn/complaint',
        asOf: DAY,
        issues: ['notice'],
        facts: Object.fromEntries([...known, ...typed]),
        want: 'reasons',
      }),
    );
    const [issue] = answer.issues;
    const verdict = told.verdicts[decided.verdict[row] ?? 0] ?? null;
    expect(issue?.settled ? issue.verdict : null).toBe(verdict);
    expect(decided.settled[row]).toBe(issue?.settled ? 1 : 0);
    const named = (words: Uint32Array) =>
      told.elements.filter(
        (_, place) => ((words[row * told.words + (place >> 5)] ?? 0) >>> (place & 31)) & 1,
      );
    const missing = (state: string) =>
      issue?.missing.filter((one) => one.state === state).map((one) => one.element);
    expect(named(decided.failing).sort()).toEqual(missing('no')?.sort());
    expect(named(decided.unknown).sort()).toEqual(missing('unknown')?.sort());
    expect(columns.reasons()[decided.because[row] ?? 0]).toEqual(issue?.because);
  }
  columns.free();
});

test('what is no column is refused with its place', async () => {
  const { decisionColumns } = await engine();
  const columns = answered(decisionColumns({ rulebook: 'cn/complaint', issue: 'notice' }));
  const refused = (facts: object, options?: object) => {
    const answer = columns.decide(facts as never, options as never);
    if (!('error' in answer)) throw new Error('nothing was refused');
    return [answer.error.code, answer.error.path];
  };
  const yes = Uint8Array.of(1, 1, 1);
  expect(refused({ n_locate: Uint8Array.of(1, 7, 0) })).toEqual([
    'out_of_range',
    '/facts/n_locate/1',
  ]);
  expect(refused({ n_locate: [true, false] })).toEqual(['wrong_type', '/facts/n_locate']);
  expect(refused({ n_locate: yes, n_truth: Uint8Array.of(1) })).toEqual([
    'uneven_columns',
    '/facts/n_truth',
  ]);
  expect(refused({ n_located: yes })).toEqual(['unknown_fact', '/facts/n_located']);
  expect(refused([yes])).toEqual(['wrong_type', '/facts']);
  expect(refused({})).toEqual(['missing_key', '/rows']);
  expect(refused({ n_locate: yes }, { row: 3 })).toEqual(['unknown_key', '/row']);
  expect(refused({ n_locate: yes }, { missing: 1 })).toEqual(['wrong_type', '/missing']);
  const throwing = {
    get n_locate() {
      throw new Error('no');
    },
  };
  expect(refused(throwing)).toEqual(['unreadable_value', '/facts/n_locate']);
  expect(answered(columns.decide({}, { rows: 2 })).settled).toEqual(Uint8Array.of(0, 0));
  expect(decisionColumns({ rulebook: 'cn/complaint', issue: 'no' })).toHaveProperty('error');
  columns.free();
});

// Source: Taobao's FAQ on its rule of 2017-02-21, question 8, and the requests of the same engine.
test('findings of many sellers are booked as requests are, in parts cut anywhere', async () => {
  const { ledgerColumns, simulate } = await engine();
  const ledger = answered(ledgerColumns({ rulebook: 'taobao/counterfeit', until: '2018-02-01' }));
  const told = ledger.describe();
  const draw = numbers(5);
  const findings = Array.from({ length: 90 }, (_, row) => ({
    seller: Math.floor(row / 9),
    day: 17_257 + (row % 9) * 9 + draw(9),
    tier: told.tiers.indexOf(['information', 'sale', 'serious'][draw(3)] ?? ''),
    items: 1 + draw(3),
  }));
  const accounts: { points: number[]; strikes: number[] } = { points: [], strikes: [] };
  const points: number[] = [];
  const keep = (told: { points: Uint32Array; strikes: Uint32Array }) => {
    accounts.points.push(...told.points);
    accounts.strikes.push(...told.strikes);
  };
  for (let from = 0; from < findings.length; from += 7) {
    const part = findings.slice(from, from + 7);
    const ran = answered(
      ledger.run({
        seller: Uint32Array.from(part, (one) => one.seller),
        day: Int32Array.from(part, (one) => one.day),
        tier: Uint8Array.from(part, (one) => one.tier),
        items: Uint32Array.from(part, (one) => one.items),
      }),
    );
    points.push(...ran.entries.points);
    keep(ran.accounts);
  }
  keep(ledger.finish());
  for (let seller = 0; seller < 10; seller += 1) {
    const own = findings.slice(seller * 9, seller * 9 + 9);
    const answer = answered(
      simulate({
        rulebook: 'taobao/counterfeit',
        until: '2018-02-01',
        forecast: false,
        findings: own.map((one, place) => ({
          id: `${place}`,
          issued: new Date(one.day * 864e5).toISOString().slice(0, 10),
          tier: told.tiers[one.tier] ?? '',
          items: one.items,
        })),
      }),
    );
    const ownPoints = points.slice(seller * 9, seller * 9 + 9);
    expect(answer.entries.map((entry) => entry.points)).toEqual(ownPoints);
    expect(accounts.strikes[seller]).toBe(answer.status.strikes);
    const books = told.books.length;
    expect(accounts.points.slice(seller * books, (seller + 1) * books)).toEqual(
      answer.status.books.map((book) => book.points),
    );
  }
  const unsorted = ledger.run({
    seller: Uint32Array.of(2, 1),
    day: Int32Array.of(17_257, 17_257),
    tier: Uint8Array.of(0, 0),
  });
  expect(unsorted).toHaveProperty('error.path', '/seller/1');
  ledger.free();
});

// Source: ECMAScript, ValidateTypedArray: whatever asks a typed array whose memory was given away
// throws. An answer is a value, and the ledger of the seller at hand is not lost.
test('an array whose memory was given away is refused, and the handle goes on', async () => {
  const { ledgerColumns, decisionColumns } = await engine();
  const gone = Uint32Array.of(1);
  structuredClone(gone.buffer, { transfer: [gone.buffer] });
  const ledger = answered(ledgerColumns({ rulebook: 'taobao/counterfeit' }));
  const day = Int32Array.of(20_000);
  const good = { seller: Uint32Array.of(7), day, tier: Uint8Array.of(0) };
  answered(ledger.run(good));
  expect(ledger.run({ ...good, seller: gone })).toMatchObject({
    error: { code: 'unreadable_value', path: '/seller' },
  });
  expect(ledger.finish().seller).toEqual(Uint32Array.of(7));
  const columns = answered(decisionColumns({ rulebook: 'cn/complaint', issue: 'notice' }));
  const flags = Uint8Array.of(1);
  structuredClone(flags.buffer, { transfer: [flags.buffer] });
  expect(columns.decide({ n_identity: Uint8Array.of(1), n_truth: flags })).toMatchObject({
    error: { code: 'unreadable_value', path: '/facts/n_truth' },
  });
  for (const rows of [2 ** 32, -1]) {
    expect(columns.decide({}, { rows })).toMatchObject({
      error: { code: 'out_of_range', path: '/rows' },
    });
  }
  expect(columns.decide({})).toMatchObject({ error: { code: 'missing_key', path: '/rows' } });
});
