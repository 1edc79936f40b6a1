// What a page shows before its engine is there, held against the engine.
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { LedgerOpening, Opening, OpeningOf } from '../src/engine/opening.ts';
import { type Description, type Engine, isFailure } from '../src/engine/types.ts';
import { turningIn } from '../src/state/both-days.ts';
import type { VersionsOpening } from '../src/state/versions.ts';
import { engineOf } from './engines.ts';
import { expect, test } from './pages.ts';

const assets = fileURLToPath(new URL('../dist/assets/', import.meta.url));
const dayBefore = (day: string) =>
  new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);

/** The openings that the script of a page names. */
function named(tool: string): OpeningOf[] {
  const scripts = readdirSync(assets).filter((file) => file.startsWith(`${tool}-`));
  const text = scripts.map((file) => readFileSync(assets + file, 'utf8')).join('\n');
  const found = text.match(/\[\{from:[`"'].*?opening\..*?\}\]/s)?.[0] ?? '[]';
  return Function(`return ${found}`)();
}

// Source: the engine as it was built, asked on the first and the last day of each.
for (const [tool, rulebook] of [
  ['complaint', 'cn/complaint'],
  ['parallel-import', 'cn/parallel-import'],
  ['appeal', 'taobao/findings'],
] as const) {
  test(`what ${rulebook} says at first is what the engine says on every day of it`, async () => {
    const engine = await engineOf<Engine>('deciding');
    const openings = named(tool);
    expect(openings.length).toBeGreaterThan(1);
    for (const { from, until, files } of openings) {
      for (const day of [from, until ? dayBefore(until) : '2031-12-31']) {
        const described = engine.describe({ rulebook, asOf: day });
        const decided = engine.decide({ rulebook, asOf: day, facts: {}, mend: true });
        if (isFailure(described) || isFailure(decided)) throw new Error(`no ${rulebook}, ${day}`);
        for (const { file } of Object.values(files)) {
          const { description, all }: Opening = JSON.parse(readFileSync(assets + file, 'utf8'));
          expect([description.version, all.version]).toEqual([described.version, decided.version]);
          expect([description.facts, description.issues, description.groups]).toEqual([
            described.facts,
            described.issues,
            described.groups,
          ]);
          const standing = (answers: typeof decided.issues) =>
            answers.map(({ issue, verdict: is, possible, settled }) => [
              issue,
              is,
              possible,
              settled,
            ]);
          expect(standing(all.issues)).toEqual(standing(decided.issues));
          expect(all.next).toEqual(decided.next);
        }
      }
    }
    // One follows the other, and the last one has no end.
    expect(openings.map(({ until }) => until)).toEqual([
      ...openings.slice(1).map(({ from }) => from),
      null,
    ]);
  });
}

test('what taobao/counterfeit says at first is what the engine says on every day of it', async () => {
  const engine = await engineOf<Engine>('simulating');
  const openings = named('penalties');
  expect(openings.length).toBeGreaterThan(0);
  for (const { from, until, files } of openings) {
    for (const day of [from, until ? dayBefore(until) : '2031-12-31']) {
      const described = engine.describe({ rulebook: 'taobao/counterfeit', asOf: day });
      if (isFailure(described)) throw new Error(`none on ${day}`);
      for (const { file } of Object.values(files)) {
        const opening: LedgerOpening = JSON.parse(readFileSync(assets + file, 'utf8'));
        expect(opening.description.version).toEqual(described.version);
        expect(opening.description.ledger).toEqual(described.ledger);
        const listed = engine.list();
        if (isFailure(listed)) throw new Error('no list');
        expect(opening.listed).toEqual(listed.rulebooks);
        expect(Object.keys(opening.titles)).toEqual(opening.listed.map(({ rulebook }) => rulebook));
      }
    }
  }
});

// Source: the engine as it was built, and what it compares.
test('what there is to choose from on changes.html is what the engine says', async () => {
  const engine = await engineOf<Engine>('comparing');
  const [opened, ...others] = named('changes');
  expect(others).toEqual([]);
  expect(opened?.until).toBe(null);
  const rulebook = 'cn/parallel-import';
  const listed = engine.list();
  if (isFailure(listed)) throw new Error('no list');
  const own = listed.rulebooks.find((one) => one.rulebook === rulebook);
  const turns = own?.versions.slice(1).map((day) => {
    const before = dayBefore(day);
    const compared = engine.compare({ rulebook, from: before, to: day, limit: 0 });
    if (isFailure(compared)) throw new Error(`nothing compared on ${day}`);
    return { day, before, differs: compared.issues.some(({ concerned }) => concerned !== 'no') };
  });
  for (const { file } of Object.values(opened?.files ?? {})) {
    const opening: VersionsOpening = JSON.parse(readFileSync(assets + file, 'utf8'));
    expect(opening.listed).toEqual(listed.rulebooks);
    expect(opening.turns).toEqual(turns);
    const { from, to } = opening.request;
    expect(opening.comparison).toEqual(engine.compare(opening.request));
    const days = [from, to].map((asOf) => engine.describe({ rulebook, asOf }));
    const [before, after] = days.filter((one) => !isFailure(one)) as Description[];
    if (!before || !after) throw new Error('no descriptions');
    const turning = turningIn(engine, opening.comparison, [before, after]);
    expect(new Map(Object.entries(opening.turning))).toEqual(
      new Map([...turning].map(([issue, facts]) => [issue, [...facts]])),
    );
    expect(Object.keys(opening.titles)).toEqual(listed.rulebooks.map((one) => one.rulebook));
    const described = engine.describe({ rulebook, asOf: opening.description.version });
    if (isFailure(described)) throw new Error('no description');
    for (const { id, from, to } of opening.description.provisions) {
      expect(described.provisions).toContainEqual(expect.objectContaining({ id, from, to }));
    }
  }
});
