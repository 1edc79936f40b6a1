import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import {
  type Description,
  type Engine,
  isFailure,
  type Listed,
  type Value,
} from '../src/engine/types.ts';
import { fits } from '../src/state/answers.ts';
import { type Around, differences, fill, merged, ownOf } from '../src/state/matter/fill.ts';
import {
  GROUPS,
  type Place,
  platformName,
  RULEBOOKS,
  valueAt,
} from '../src/state/matter/places.ts';
import type { Part } from '../src/state/matter/types.ts';
import { STEPS } from '../src/state/matter/ways.ts';
import { PLACES } from '../src/state/places.ts';
import { engineOf } from './engines.ts';
import { TOOLS } from './pages.ts';

type Asking = Pick<Engine, 'describe' | 'list'>;

const SAME = JSON.parse(
  readFileSync(new URL('../src/state/matter/same.json', import.meta.url), 'utf8'),
) as { facts: string[][]; fields: string[][]; platform: { fields: string[]; names: object } };

async function described(): Promise<Map<string, Description[]>> {
  const engine = await engineOf<Asking>();
  const listed = engine.list();
  if (isFailure(listed)) throw new Error(listed.error.code);
  const versions = ({ rulebook, versions }: Listed) =>
    versions.map((asOf) => engine.describe({ rulebook, asOf })).filter((one) => !isFailure(one));
  return new Map(
    listed.rulebooks.map((one) => [one.rulebook, versions(one) as Description[]] as const),
  );
}

// Source: the rulebooks, of every version.
test('what is the same in two places is there in both, and has the same kind of answer', async () => {
  const books = await described();
  const split = (id: string) => {
    const [platform, name, ...rest] = id.split('/');
    return { versions: books.get(`${platform}/${name}`) ?? [], rest };
  };
  for (const group of SAME.facts) {
    const facts = group.map((id) => {
      const { versions, rest } = split(id);
      const found = versions
        .flatMap(({ facts }) => facts.filter((one) => one.id === rest[0]))
        .at(-1);
      expect(found, id).toBeDefined();
      return found;
    });
    const [first] = facts;
    expect(facts.length).toBeGreaterThan(1);
    for (const one of facts) {
      expect(one?.kind, group.join()).toBe(first?.kind);
      // Of a day one side may know "it did not come" and the other not; then it is not carried.
      if (one?.kind !== 'date') expect(one?.choices, group.join()).toEqual(first?.choices);
    }
  }
  for (const group of [...SAME.fields, SAME.platform.fields]) {
    const kinds = group.map((id) => {
      const { versions, rest } = split(id);
      const fields = versions.flatMap(({ documents }) =>
        documents.filter((one) => one.id === rest[0]).flatMap((one) => one.fields),
      );
      const found = fields.filter((one) => one.id === rest[1]).at(-1);
      expect(found, id).toBeDefined();
      return found?.kind;
    });
    expect(new Set(kinds).size, group.join()).toBe(1);
  }
});

test('every place belongs to a tool and stands in one group only', () => {
  const ids = [...SAME.facts, ...SAME.fields, SAME.platform.fields].flat();
  expect(new Set(ids).size).toBe(ids.length);
  expect(GROUPS.flatMap(({ places }) => places.map(({ id }) => id)).sort()).toEqual(ids.sort());
});

// Source: the rulebooks: what is asked in the same words of the same goods is the same thing.
test('what is asked alike for mainland China and abroad is one and the same', async () => {
  const books = await described();
  const asks = (rulebook: string) =>
    new Map(
      (books.get(rulebook)?.at(-1)?.facts ?? []).map(({ id }) => [
        id,
        books.get(rulebook)?.at(-1)?.texts.zh?.[`fact/${id}/ask`],
      ]),
    );
  const china = asks('cn/parallel-import');
  const alike = PLACES.flatMap((place) =>
    [...asks(place)]
      .filter(([id, ask]) => china.has(id) && china.get(id) === ask)
      .map(([id]) => id),
  );
  const stated = SAME.facts
    .filter((ids) => ids.some((id) => PLACES.some((place) => id.startsWith(`${place}/`))))
    .map((ids) => ids[0]);
  expect(stated.sort()).toEqual([...new Set(alike)].map((id) => `cn/parallel-import/${id}`).sort());
});

// Source: the classes of the tools, as they are written.
test('each tool has the rulebook that its element has', () => {
  for (const [tool, rulebooks] of Object.entries(RULEBOOKS)) {
    expect(Object.keys(TOOLS)).toContain(`${tool}.html`);
    if (tool === 'abroad') {
      expect(rulebooks).toEqual([...PLACES]);
      continue;
    }
    const code = readFileSync(new URL(`../src/tools/${tool}.ts`, import.meta.url), 'utf8');
    expect(
      rulebooks.map((rulebook) => `rulebook = '${rulebook}'`).filter((one) => code.includes(one)),
    ).toHaveLength(1);
    expect(rulebooks).toHaveLength(1);
  }
});

// Source: the titles of the rulebooks, in both languages.
test('platforms are called as the titles of their rulebooks call them', () => {
  for (const lang of ['zh', 'en'] as const) {
    const texts = JSON.parse(
      readFileSync(new URL(`../../pkg/texts.${lang}.json`, import.meta.url), 'utf8'),
    ) as { rulebooks: Record<string, Record<string, string>> };
    for (const rulebook of Object.keys(SAME.platform.names)) {
      expect(texts.rulebooks[rulebook]?.title).toContain(platformName(rulebook, lang));
    }
  }
});

test('every step leads to an issue and a document that are there', async () => {
  const books = await described();
  for (const { tool, issue, document } of STEPS) {
    if (issue === undefined) continue;
    const last = books.get(RULEBOOKS[tool ?? '']?.[0] ?? '')?.at(-1);
    expect(last?.issues.map(({ id }) => id)).toContain(issue);
    expect(last?.documents.map(({ id }) => id)).toContain(document);
  }
});

const around = (own: Partial<Around> = {}): Around => ({
  tool: 'complaint',
  others: {},
  platform: undefined,
  day: '2026-11-29',
  fits: () => true,
  ...own,
});
const answers = (given: Record<string, Value | null>): Part => ({
  state: { asOf: '2026-11-29', answers: given },
});

// Source: issue 11, "what was said once is not asked again, and shown as said".
test('what is said elsewhere is put in, and what is said here is kept apart from it', () => {
  const others = {
    appeal: { ...answers({ identity_given: true }), drafts: { appeal: { links: 'a' } } },
  };
  const { part, taken } = fill({}, around({ others }));
  expect(part.state?.answers).toEqual({ c_identity: true });
  expect(taken.get('cn/complaint/c_identity')?.from).toBe('appeal');
  expect(Object(part.drafts?.counter_notice).links).toBe('a');
  const own = ownOf(part, taken, {}, '2026-11-29');
  expect(own.state?.answers).toEqual({});
  // Taken over is not said: once the source says otherwise, so does what was put in.
  const later = { appeal: answers({ identity_given: false }) };
  expect(fill(own, around({ others: later })).part.state?.answers).toEqual({ c_identity: false });
});

test('an answer that is not known is no source, and is not written over', () => {
  const unknown = { appeal: answers({ identity_given: null }) };
  expect(fill({}, around({ others: unknown })).taken.size).toBe(0);
  const known = { appeal: answers({ identity_given: true }) };
  const mine = answers({ c_identity: null });
  expect(fill(mine, around({ others: known })).part).toEqual(mine);
  expect(differences(mine, around({ others: known }), [])).toHaveLength(1);
});

test('what does not fit is not put in', () => {
  const others = { appeal: answers({ statement_reached_on: 'none' }) };
  const date = { id: 'c_date_reach_rh', kind: 'date', choices: [] } as never;
  const told = fill({}, around({ others, fits: (_: Place, value) => fits(date, value) }));
  expect(told.taken.size).toBe(0);
});

test('where two others contradict each other nothing is put in', () => {
  const drafts = { counter_notice: { complaint_no: '1' }, suit_demand: { complaint_no: '2' } };
  const { taken } = fill({ drafts }, around());
  expect([...taken.keys()].filter((id) => id.endsWith('complaint_no'))).toEqual([]);
  expect(differences({ drafts }, around(), [])).toHaveLength(1);
});

test('what was taken over and taken back is not put in again, until it is said anew', () => {
  const others = { appeal: answers({ identity_given: true }) };
  const { taken } = fill({}, around({ others }));
  const own = ownOf({}, taken, {}, '2026-11-29');
  expect(fill(own, around({ others })).taken.size).toBe(0);
  const anew = { appeal: answers({ identity_given: false }) };
  expect(fill(own, around({ others: anew })).taken.size).toBe(1);
});

test('a difference that is meant is not asked about again, until either side changes', () => {
  const others = { appeal: answers({ identity_given: true }) };
  const mine = answers({ c_identity: false });
  const [found] = differences(mine, around({ others }), []);
  expect(found?.theirs).toBe(true);
  expect(differences(mine, around({ others }), [found?.key ?? ''])).toEqual([]);
  const other = { ...mine, state: { ...mine.state, answers: { c_identity: null } } };
  expect(differences(other, around({ others }), [found?.key ?? ''])).toHaveLength(1);
  // From the other side it is the same difference.
  const [back] = differences(
    others.appeal,
    around({ tool: 'appeal', others: { complaint: mine } }),
    [],
  );
  expect(back?.key).toBe(found?.key);
});

test('the platform of the ledger is put in, and nothing that was written is held against it', () => {
  const place = GROUPS.find(({ platform }) => platform)?.places.at(1) as Place;
  const { part, taken } = fill({}, around({ platform: 'Taobao' }));
  expect(valueAt(part, place)).toBe('Taobao');
  expect(taken.get(place.id)?.from).toBe('penalties');
  const drafts = { counter_notice: { platform_name: 'JD' } };
  const told = fill({ drafts }, around({ platform: 'Taobao' }));
  expect(valueAt(told.part, place)).toBe('JD');
  expect(differences({ drafts }, around({ platform: 'Taobao' }), [])).toEqual([]);
});

// Source: issue 11, "never overwritten silently".
test('what is handed over joins what is there, and says how much of it contradicts', () => {
  const under: Part = {
    state: { asOf: '2026-11-01', answers: { stage: 'after_penalty', papers_real: true } },
    drafts: { appeal: { shop: 'S', found_on: '2026-10-01' } },
  };
  const over: Part = {
    state: { asOf: '2026-11-29', answers: { stage: 'after_penalty' }, issue: 'appeal' },
    drafts: { appeal: { found_on: '2026-11-02' } },
  };
  const { part, against } = merged(under, over);
  expect(against).toBe(1);
  expect(part.state).toEqual({
    asOf: '2026-11-01',
    issue: 'appeal',
    answers: { stage: 'after_penalty', papers_real: true },
  });
  expect(part.drafts?.appeal).toEqual({ shop: 'S', found_on: '2026-11-02' });
  expect(merged(under, { drafts: { appeal: { goods: 'G' } } }).against).toBe(0);
});
