import { expect, test } from '@playwright/test';
import type { Engine, Finding, SimulateRequest } from '../src/engine/types.ts';
import { isFailure } from '../src/engine/types.ts';
import { type Judge, readJson } from '../src/exchange/json.ts';
import { keyTwice } from '../src/exchange/twice.ts';
import { isDay, sortable } from '../src/i18n/dates.ts';
import { readTime } from '../src/state/findings.ts';
import { toLedgerRequest } from '../src/state/ledger.ts';
import type { Reader } from '../src/state/outside/reader.ts';
import { readers } from '../src/state/outside/readers.ts';
import { isFinding } from '../src/state/outside/schemas.ts';
import { engineOf, native, numbers } from './engines.ts';

const RULEBOOK = 'taobao/counterfeit';
const CLOCK = { timeOfDay: '12:00', offset: '+08:00' };
const FINDING = { id: 'a', issued: '2017-04-01', tier: 'information' };

async function judge(): Promise<Judge & { engine: Engine }> {
  const engine = await engineOf<Engine>();
  return { engine, simulate: engine.simulate, clock: () => CLOCK };
}

// Source: cases/README.md, "More that was found by trying": refused as the command line does.
const REFUSED: [string, unknown][] = [
  ['reversed: "no"', { ...FINDING, reversed: 'no' }],
  ['no id', { issued: '2017-04-01', tier: 'information' }],
  ['an id that is a number', { ...FINDING, id: 1 }],
  ['null', null],
  ['a list', []],
  ['30 February', { ...FINDING, issued: '2026-02-30T10:00+08:00' }],
  ['31 June', { ...FINDING, issued: '2026-06-31T10:00:00+08:00' }],
  ['month 13', { ...FINDING, issued: '2024-13-01T00:00:00Z' }],
  ['hour 25', { ...FINDING, issued: '2024-01-01T25:00:00Z' }],
  ['24:00', { ...FINDING, issued: '2024-01-01T24:00' }],
  ['second 60', { ...FINDING, issued: '2024-01-01T23:59:60' }],
  ['offset 24:00', { ...FINDING, issued: '2024-01-01T00:00:00+24:00' }],
  ['offset 99:99', { ...FINDING, issued: '2024-01-01T00:00:00+99:99' }],
  ['an exam that is true', { ...FINDING, exam: true }],
  ['an exam on 30 February', { ...FINDING, exam: '2026-02-30' }],
  ['items as text', { ...FINDING, items: '2' }],
  ['items beyond what can be exact', { ...FINDING, items: 2 ** 60 }],
  ['amounts as a list', { ...FINDING, amounts: [1] }],
  ['a key that nobody knows', { ...FINDING, points: 12 }],
  ['a circumstance that is a text', { ...FINDING, promoted: 'yes' }],
];

for (const [what, finding] of REFUSED) {
  test(`a file with a finding that has ${what} is refused as the command line does`, async () => {
    const text = JSON.stringify({ rulebook: RULEBOOK, findings: [finding] });
    for (const written of [text, `\ufeff${text}`, `{"request": ${text}, "answer": null}`]) {
      const read = readJson(written, await judge());
      expect(read).toHaveProperty('failure');
      const [line] = native('simulate', [text]);
      expect(JSON.stringify((read as { failure: unknown }).failure)).toBe(line);
    }
  });
}

test('what is wrong beside the findings is refused in the same way', async () => {
  const requests = [
    { findings: [FINDING] },
    { rulebook: 'nothing', findings: [] },
    { rulebook: RULEBOOK, findings: [FINDING], until: '2017-02-30' },
    { rulebook: RULEBOOK, findings: [FINDING], reading: { window: 1 } },
    { rulebook: RULEBOOK, findings: [FINDING], amounts: null },
    { rulebook: RULEBOOK, findings: {} },
    { rulebook: RULEBOOK, findings: [FINDING], asOf: '2017-04-01' },
  ].map((request) => JSON.stringify(request));
  const lines = native('simulate', requests);
  for (const [index, text] of requests.entries()) {
    const read = readJson(text, await judge());
    expect(JSON.stringify((read as { failure: unknown }).failure)).toBe(lines[index]);
  }
});

test('a key that stands twice is named, however it is written and wherever', async () => {
  const of = (finding: string) => `{"rulebook": "${RULEBOOK}", "findings": [${finding}]}`;
  const twice = of('{"id": "a", "issued": "2017-04-01", "tier": "sale", "t\\u0069er": "serious"}');
  expect(readJson(twice, await judge())).toEqual({ twice: 'tier' });
  expect(native('simulate', [twice])[0]).toContain('key_twice');
  expect(keyTwice('{"a": {"a": [{"a": 1}, {"a": 2}]}, "b": "a:\\"a\\": {"}')).toBeUndefined();
  expect(keyTwice('[{"a": 1, "b": {"x": "}"}, "a": 2}]')).toBe('a');
});

const TIERS = ['information', 'sale', 'serious'];
const OFFSETS = ['', '+08:00', 'Z', '-05:30', '+14:00'];

/** A finding at a moment in UTC+8, written in one of its ways. */
function written(at: number, id: string, pick: (below: number) => number): Finding {
  const wall = (offset: string) => {
    const [, sign, hours = '0', minutes = '0'] = /^([+-])(\d{2}):(\d{2})$/.exec(offset) ?? [];
    const ahead = (Number(hours) * 60 + Number(minutes)) * (sign === '-' ? -1 : 1);
    return new Date(at + ahead * 60_000).toISOString().slice(0, 19);
  };
  const offset = OFFSETS[pick(OFFSETS.length)] as string;
  const time = wall(offset === '' ? '+08:00' : offset === 'Z' ? '+00:00' : offset);
  const short = time.endsWith(':00') && pick(2) ? time.slice(0, 16) : time;
  return {
    id,
    issued: `${short}${short.length > 16 && pick(3) === 0 ? '.250' : ''}${offset}`,
    tier: TIERS[pick(TIERS.length)] as string,
    ...(pick(3) === 0 ? { reversed: pick(2) === 0 } : {}),
    ...(pick(4) === 0 ? { promoted: pick(2) === 0 } : {}),
    ...(pick(4) === 0
      ? { exam: pick(2) === 0 ? false : `${wall('+08:00').slice(0, 10)}T23:30Z` }
      : {}),
  };
}

// Source: issue 8: the faces agree. What is shown after an import is the ledger of the file.
test('an accepted file becomes a ledger with the same answer, to the second', async () => {
  const { engine, ...rest } = await judge();
  const pick = numbers(8);
  let seconds = 0;
  for (let round = 0; round < 400; round += 1) {
    let at = Date.parse('2017-04-01T00:00:00+08:00');
    const findings = Array.from({ length: 1 + pick(5) }, (_, index) => {
      at += (pick(4) === 0 ? pick(200) : pick(90)) * 3_600_000 + (pick(2) ? pick(7200) * 1000 : 0);
      return written(at, `n${index}`, pick);
    });
    const request: SimulateRequest = {
      rulebook: RULEBOOK,
      findings,
      reading: { window: pick(2) ? 'hours' : 'calendar' },
    };
    const answer = engine.simulate(request);
    expect(isFailure(answer), JSON.stringify([request, answer])).toBe(false);
    const read = readJson(JSON.stringify(request), { ...rest });
    if (typeof read === 'string' || !('state' in read)) throw new Error(JSON.stringify(read));
    const { rulebook = '', ...ledger } = read.state;
    expect(ledger.findings.every(isFinding)).toBe(true);
    expect(engine.simulate({ rulebook, ...toLedgerRequest(ledger, CLOCK) })).toEqual(answer);
    seconds += ledger.findings.filter(({ time = '' }) => time.length > 5).length;
  }
  expect(seconds).toBeGreaterThan(100);
});

test('what is taken instead is shown, held against the rest', async () => {
  const other = { ...FINDING, id: 'b', issued: '2017-05-01T09:30:45+08:00' };
  const request = {
    rulebook: RULEBOOK,
    findings: [FINDING],
    until: '2018-01-01',
    whatIf: { findings: [FINDING, other] },
  };
  expect(readJson(JSON.stringify(request), await judge())).toEqual({
    state: {
      rulebook: RULEBOOK,
      until: '2018-01-01',
      findings: [
        { id: 'a', day: '2017-04-01', tier: 'information' },
        { id: 'b', day: '2017-05-01', time: '09:30:45', tier: 'information' },
      ],
      base: {
        until: '2018-01-01',
        findings: [{ id: 'a', day: '2017-04-01', tier: 'information' }],
      },
    },
  });
});

test('a time of day has seconds where it says some, and the day ends before 24:00', () => {
  const times: [string, string | undefined][] = [
    ['9:30', '09:30'],
    ['0930', '09:30'],
    ['09:30:45', '09:30:45'],
    ['093045', '09:30:45'],
    ['09:30:00', '09:30'],
    ['２３：５９：５９', '23:59:59'],
    ['24:00', undefined],
    ['24:00:00', undefined],
    ['23:60', undefined],
    ['23:59:60', undefined],
    ['9:30:4', undefined],
    ['9:30 pm', undefined],
  ];
  for (const [text, time] of times) expect(readTime(text), text).toBe(time);
});

test('moments sort by time, with and without seconds', () => {
  const inOrder = [
    '2017-04-01',
    '2017-04-01T09:30+08:00',
    '2017-04-01T09:30:05+08:00',
    '2017-04-01T09:31+08:00',
    '2017-12-31T24:00',
    '2018-01-01T00:00+08:00',
  ];
  expect([...inOrder].reverse().sort((a, b) => sortable(a).localeCompare(sortable(b)))).toEqual(
    inOrder,
  );
});

test('a day that does not exist is none', () => {
  for (const day of ['2026-02-30', '2026-13-01', '2026-00-10', '2025-02-29', '2026-1-1', '', 5]) {
    expect(isDay(day), `${day}`).toBe(false);
  }
  expect(isDay('2024-02-29') && isDay('9999-12-31')).toBe(true);
});

const KEPT = { id: 'a', day: '2017-04-01', tier: 'sale' };

test('a finding of a link has its form throughout, and nothing that would be left out', () => {
  expect(isFinding({ ...KEPT, time: '09:30:45', items: 2, labels: { right: 'x' } })).toBe(true);
  for (const odd of [
    { id: 1 },
    { day: '2026-02-30' },
    { time: '24:00' },
    { time: null },
    { items: 1.5 },
    { labels: { right: 1 } },
    { reversed: 'no' },
    { exam: true },
    { colour: 'red' },
  ]) {
    expect(isFinding({ ...KEPT, ...odd }), JSON.stringify(odd)).toBe(false);
  }
});

test('of a ledger in a link every part is kept or counted', () => {
  const good = { findings: [KEPT], until: '2018-01-01', amounts: { deposit: 5 } };
  expect(readers.ledger(good)).toEqual({ kept: good, lost: 0 });
  const odd = { ...good, rulebook: 5, until: '2018-02-30', reading: [], base: 'x', colour: 'red' };
  expect(readers.ledger(odd)).toEqual({
    kept: { findings: [KEPT], amounts: { deposit: 5 } },
    lost: 5,
  });
  for (const none of [null, [], 'x', {}, { findings: 'x' }]) {
    expect(readers.ledger(none)).toBeUndefined();
  }
});

test('of the ledger that is compared, every part is kept or counted', () => {
  const base = { findings: [KEPT, null], until: 5, colour: 'red', reading: { window: 'hours' } };
  expect(readers.ledger({ findings: [], base })).toEqual({
    kept: { findings: [], base: { findings: [KEPT], reading: { window: 'hours' } } },
    lost: 3,
  });
  expect(readers.ledger({ findings: [], amounts: { a: 1, b: '2', c: null } })).toEqual({
    kept: { findings: [], amounts: { a: 1 } },
    lost: 2,
  });
});

test('of a case in a link every answer that can be one is kept, and a missing day counted', () => {
  const answers = { a: true, b: null, c: 3, d: 'x', e: ['x'], f: {}, g: [1] };
  expect(readers.decision({ asOf: '2026-03-04', answers })).toEqual({
    kept: { asOf: '2026-03-04', answers: { a: true, b: null, c: 3, d: 'x', e: ['x'] } },
    lost: 2,
  });
  expect(readers.decision({ answers: {} })).toEqual({ kept: { answers: {} }, lost: 1 });
  expect(readers.decision({ asOf: '2026-02-30' })).toEqual({ kept: { answers: {} }, lost: 1 });
  expect(readers.decision([])).toBeUndefined();
});

test('a comparison says nothing without a rulebook and two days', () => {
  const whole = { rulebook: 'cn/complaint', from: '2018-01-01', to: '2027-01-01' };
  expect(readers.changes({ ...whole, facts: { a: null, b: 1 } })).toEqual({
    kept: { ...whole, facts: { b: 1 } },
    lost: 1,
  });
  for (const key of ['rulebook', 'from', 'to']) {
    expect(readers.changes({ ...whole, [key]: 5 }), key).toBeUndefined();
  }
});

test('of what was typed every field that has its form is kept', () => {
  const draft = {
    day: '2017-04-01',
    time: 5,
    exam: 'maybe',
    reversed: true,
    circumstances: ['a', 1],
  };
  expect(readers.findingDrafts({ finding: { rulebook: 'x', draft } })).toEqual({
    kept: {
      finding: {
        rulebook: 'x',
        draft: { day: '2017-04-01', reversed: true, circumstances: ['a'] },
      },
    },
    lost: 3,
  });
  expect(readers.paperDrafts({ appeal: { shop: 'x', day: 5 }, other: 'x' })).toEqual({
    kept: { appeal: { shop: 'x' } },
    lost: 2,
  });
});

test('what a reader keeps, it keeps again as a whole, whatever the value is', () => {
  const scraps = [null, true, 5, 'x', '2017-04-01', [], {}, ['x'], { a: 1 }, KEPT, [KEPT]];
  const keys = ['asOf', 'answers', 'rulebook', 'from', 'to', 'facts', 'findings', 'until', 'base'];
  const pick = numbers(21);
  for (const [name, read] of Object.entries(readers) as [string, Reader<unknown>][]) {
    for (let round = 0; round < 300; round += 1) {
      const entries = Array.from({ length: pick(6) }, () => [
        keys[pick(keys.length)],
        scraps[pick(scraps.length)],
      ]);
      const value: unknown =
        pick(9) === 0 ? scraps[pick(scraps.length)] : Object.fromEntries(entries);
      const found = read(value);
      if (!found) continue;
      // A missing day is counted each time, for the link names none.
      const dayless = name === 'decision' && Object(found.kept).asOf === undefined ? 1 : 0;
      expect(read(found.kept), name).toEqual({ kept: found.kept, lost: dayless });
    }
  }
});
