import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Facts } from '../src/engine/types.ts';
import { Cases } from '../src/reading/many/apart.ts';
import { isSo, traitsOf } from '../src/reading/many/traits.ts';
import type { Trait } from '../src/reading/many/types.ts';
import { numbers } from './engines.ts';
import { enter, openMany, row, saveAll } from './many.ts';
import { expect, fillDay, test } from './pages.ts';

const FACTS = [
  { id: 'a', kind: 'yes_no' as const, choices: [] },
  { id: 'b', kind: 'yes_no' as const, choices: [] },
  { id: 'c', kind: 'choice' as const, choices: ['x', 'y', 'z'] },
  { id: 'd', kind: 'set' as const, choices: ['m', 'n'] },
  { id: 'e', kind: 'number' as const, choices: [] },
];
const TRAITS = traitsOf(FACTS, new Map([['e', new Set([2, 5])]]));

/** Every pattern of up to three traits, the shortest first. */
function* patterns(): Generator<Trait[]> {
  for (const one of TRAITS) yield [one];
  for (const [at, one] of TRAITS.entries()) {
    for (const other of TRAITS.slice(at + 1)) yield [one, other];
  }
  for (const [at, one] of TRAITS.entries()) {
    for (const [next, other] of TRAITS.slice(at + 1).entries()) {
      for (const third of TRAITS.slice(at + next + 2)) yield [one, other, third];
    }
  }
}

const holds = (pattern: Trait[], facts: Facts) => pattern.every((trait) => isSo(trait, facts));

// Source: brute force over every pattern of up to three traits.
test('what sets the touched apart holds of them and of no other, and nothing shorter does', async () => {
  const roll = numbers(7);
  const some = (): Facts => {
    const facts: Facts = {};
    if (roll(4)) facts.a = roll(2) === 0;
    if (roll(4)) facts.b = roll(2) === 0;
    if (roll(4)) facts.c = ['x', 'y', 'z'][roll(3)] ?? 'x';
    if (roll(4)) facts.d = ['m', 'n'].filter(() => roll(2) === 0);
    if (roll(4)) facts.e = roll(8);
    return facts;
  };
  let told = 0;
  let without = 0;
  for (let round = 0; round < 60; round += 1) {
    const all = Array.from({ length: 40 }, some);
    const touched = all.map(({ a, c, e }) => {
      if (round % 3 === 0) return a === false && c === 'x';
      if (round % 3 === 1) return c === 'y' || (typeof e === 'number' && e >= 5);
      return roll(4) === 0;
    });
    const places = (is: boolean) => all.flatMap((_, at) => (touched[at] === is ? [at] : []));
    const inside = places(true);
    const outside = places(false).map((at) => all[at] ?? {});
    const cases = new Cases(all, TRAITS);
    const apart = await cases.apart(cases.of(inside), cases.of(places(false)), async () => {});
    let left = inside.map((at) => all[at] ?? {});
    for (const { traits, count } of apart) {
      const separate = (pattern: Trait[]) =>
        left.filter((facts) => holds(pattern, facts)).length *
        Number(outside.every((facts) => !holds(pattern, facts)));
      const shortest = [...patterns()].filter((pattern) => separate(pattern) > 0);
      if (traits.length === 0) {
        // Told to have no pattern: there is none.
        if (apart.length <= 12) expect(shortest.slice(0, 1)).toEqual([]);
        expect(count).toBe(left.length);
        without += 1;
        left = [];
        continue;
      }
      told += 1;
      expect(separate(traits)).toBe(count);
      const least = shortest[0]?.length;
      expect(traits.length).toBe(least);
      const most = Math.max(
        ...shortest.filter(({ length }) => length === least).map((one) => separate(one)),
      );
      expect(count).toBe(most);
      left = left.filter((facts) => !holds(traits, facts));
    }
    expect(left).toEqual([]);
  }
  expect(told).toBeGreaterThan(60);
  expect(without).toBeGreaterThan(0);
});

// Source: docs/law/complaints.md and the page of changes: from 2020-11-18 a court may be told that
// a notice lacks what the guidance of that day asks for.
const TABLE = [
  '编号,ctx_platform_kind,n_identity,n_locate,n_prima_facie,claimant_role,right_in_force,right_type,n_right_proof,n_truth,n_written,n_measure',
  'A,ec_platform,是,是,是,owner,是,商标权,是,是,是,是',
  'B,ec_platform,否,是,是,owner,是,商标权,是,是,是,是',
  'C,ec_platform,否,是,是,owner,是,商标权,是,是,是,是',
  'D,ec_platform,是,否,是,owner,是,商标权,是,是,是,是',
].join('\n');

test('who is touched by another day is told by from and to, and by what sets them apart', async ({
  page,
}) => {
  await openMany(page, 'zh', '2020-06-01');
  await enter(page, TABLE);
  await page.locator('.cases').waitFor();
  await fillDay(page.locator('.sides'), '2026-11-22');
  await expect(page.locator('.touched .sum')).toBeVisible();
  // Each row, against the page of the other day.
  const both = await saveAll(page);
  await openMany(page, 'zh', '2026-11-22');
  await enter(page, TABLE);
  await page.locator('.cases').waitFor();
  const later = await saveAll(page);
  expect(both.map((one) => one.另一边的结论)).toEqual(later.map((one) => one.结论));
});

test('the touched are shown alone, and go along in the table that is saved', async ({ page }) => {
  await openMany(page, 'zh', '2020-06-01');
  await enter(page, TABLE);
  await page.locator('.cases').waitFor();
  await fillDay(page.locator('.sides'), '2026-11-22');
  const group = page.locator('[data-turn="qualified>not_qualified"]');
  await expect(group.locator('.turn')).toContainText('2个');
  await expect(group.locator('.criterion')).toHaveCount(1);
  await expect(group.locator('.criterion')).toContainText('否');
  await group.getByRole('button').click();
  await expect(page.locator('.cases tbody tr')).toHaveCount(2);
  await expect(row(page, 3).locator('[data-touched]')).toBeVisible();
  const all = await saveAll(page);
  expect(all.map((one) => one.受影响者的共同点 !== '')).toEqual([false, true, true, false]);
});

// Source: src/drafts/ecl-2021.yaml: nothing is decided by a draft, it is only held against the law.
test('a draft that never was law is held against the cases, and tells who it would have touched', async ({
  page,
}) => {
  test.setTimeout(240_000);
  await openMany(page);
  await enter(page, TABLE);
  await page.locator('.cases').waitFor();
  await page.locator('#touched-draft').selectOption({ index: 1 });
  await expect(page.locator('.touched .sum')).toBeVisible({ timeout: 120_000 });
  await expect(page.locator('.side-wrong')).toHaveCount(0);
  await expect(page).toHaveURL(/#many=/);
});

test("a rulebook of one's own is read from YAML, and what is wrong with it is told", async ({
  page,
}) => {
  test.setTimeout(240_000);
  await openMany(page);
  await enter(page, TABLE);
  await page.locator('.cases').waitFor();
  const own = page.locator('#touched-own');
  const yaml = (text: string) => ({
    name: 'own.yaml',
    mimeType: 'text/yaml',
    buffer: Buffer.from(text),
  });
  await own.setInputFiles(yaml('a: [1'));
  await expect(page.locator('.side-wrong')).toContainText('YAML');
  await own.setInputFiles(yaml('title: x'));
  await expect(page.locator('.side-wrong')).toContainText('没有规则集');
  const skeleton = readFileSync(
    fileURLToPath(new URL('../../docs/skeleton.yaml', import.meta.url)),
    'utf8',
  );
  // It decides something else.
  await own.setInputFiles(yaml(skeleton));
  await expect(page.locator('.side-wrong')).toContainText('notice', { timeout: 60_000 });
  // The law's own files, under another id: nothing is touched.
  const files = law((text) => text);
  await own.setInputFiles(files);
  const sum = page.locator('.touched .sum');
  await expect(sum).toHaveAttribute('data-touched', '0', { timeout: 60_000 });
  // Edited so that it is enough to say who complains or where the goods are.
  await own.setInputFiles(
    law((text) => text.replace('    is: n_locate\n', '    any: [n_locate, n_identity]\n')),
  );
  await expect(sum).toHaveAttribute('data-touched', '1', { timeout: 60_000 });
  await expect(row(page, 5).locator('[data-touched]')).toBeVisible();
  await page.locator('[data-leave-own]').click();
  await expect(page.locator('.touched .sum')).toHaveCount(0);
});

/** The files of the rulebook on complaints under another id, each edited. */
function law(edit: (text: string) => string) {
  const folder = fileURLToPath(new URL('../../src/rulebooks/cn/complaint/', import.meta.url));
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.yaml'))
    .map((path) => ({
      name: path.replaceAll('/', '-'),
      mimeType: 'text/yaml',
      buffer: Buffer.from(
        edit(readFileSync(folder + path, 'utf8')).replace(
          /^rulebook: cn\/complaint$/m,
          'rulebook: my/complaint',
        ),
      ),
    }));
}
