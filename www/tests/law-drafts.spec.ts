import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import AxeBuilder from '@axe-core/playwright';
import { test as base, type Page } from '@playwright/test';
import type { Comparison, Rules } from '../src/engine/types.ts';
import { native } from './engines.ts';
import { expect, fillDay, link, open, packed, test } from './pages.ts';

const DRAFT = 'draft-ecl-2021/complaint';
const DAY = '2021-09-01';

const choice = (page: Page) => page.locator(`[data-draft="${DRAFT}"]`);
const result = (page: Page) => page.locator('.result');

/** Opens the page with the draft held against the law of a day. */
async function weighed(page: Page, { day = DAY, lang = 'zh', more = {} } = {}): Promise<void> {
  await open(page, `changes.html?lang=${lang}`);
  const state = { rulebook: 'cn/complaint', from: day, to: day, against: DRAFT, ...more };
  await page.goto(`/changes.html?lang=${lang}#changes=${await packed(page, state)}`);
  await page.locator('.draft-provisions').waitFor();
}

/** What the page shows of a side, as the answer of the engine names it. */
function shown(page: Page, side: string): Promise<(string | null)[]> {
  const rules = page.locator(`.turn-of-rules[data-side="${side}"] [data-rule]`);
  return rules.evaluateAll((all) => all.map((one) => one.getAttribute('data-rule')));
}

test.describe('a draft that never was law', () => {
  test('stands below the versions of the rulebook that it would have amended, and there alone', async ({
    page,
  }) => {
    await open(page, 'changes.html');
    await expect(page.locator('.versions').first()).toBeVisible();
    await expect(page.locator('[data-draft]')).toHaveCount(0);
    await page.locator('[data-rulebook="cn/complaint"]').click();
    await expect(choice(page)).toHaveAttribute('aria-pressed', 'false');
    await expect(choice(page)).toContainText('从未施行');
    // Source: complaints#draft-2021: published on 2021-08-31, for comment until 2021-10-14.
    await expect(choice(page)).toContainText('2021年8月31日');
  });

  test('is loaded when it is chosen, and not before', async ({ page }) => {
    const asked: string[] = [];
    page.context().on('request', (request) => asked.push(new URL(request.url()).pathname));
    const parts = () => asked.filter((path) => /author|draft-ecl/.test(path));
    await open(page, 'changes.html');
    await page.locator('[data-rulebook="cn/complaint"]').click();
    await expect(choice(page)).toBeVisible();
    expect(parts()).toEqual([]);
    await choice(page).click();
    await page.locator('.draft-provisions').waitFor();
    expect(parts().filter((path) => path.endsWith('.wasm'))).toHaveLength(1);
    expect(parts().filter((path) => path.endsWith('.json'))).toHaveLength(1);
  });

  // Source: complaints#draft-2021, and the command line's answer to the same comparison.
  test('is told as the command line tells it', async ({ page }) => {
    test.setTimeout(600_000);
    const root = fileURLToPath(new URL('../../', import.meta.url));
    const amended = spawnSync(
      'cargo',
      ['run', '--quiet', '--bin', 'zhengpin', '--', 'amended', 'src/drafts/ecl-2021.yaml'],
      { cwd: root, encoding: 'utf8', maxBuffer: 1 << 30 },
    );
    expect(amended.status, amended.stderr).toBe(0);
    for (const day of [DAY, '2020-06-01']) {
      const request = {
        with: [JSON.parse(amended.stdout)],
        ...{ rulebook: 'cn/complaint', against: DRAFT, from: day, to: day },
      };
      const [line = ''] = native('compare', [JSON.stringify(request)]);
      const told: Comparison = JSON.parse(line);
      await weighed(page, { day });
      const rules = ({ elements, deadlines, alerts }: Rules) => [
        ...elements.map((id) => `element/${id}`),
        ...deadlines.map((id) => `deadline/${id}`),
        ...alerts.map((id) => `alert/${id}`),
      ];
      expect(await shown(page, 'draft-adds')).toEqual(rules(told.begun));
      expect(await shown(page, 'draft-drops')).toEqual(rules(told.ended));
      const changed = page.locator('.change:not([data-rule^="verdict/"])');
      const of = told.against?.changed;
      expect(
        await changed.evaluateAll((all) => all.map((one) => one.getAttribute('data-rule'))),
      ).toEqual([
        ...(of?.elements ?? []).map((id) => `element/${id}`),
        ...(of?.alerts ?? []).map((id) => `alert/${id}`),
        ...(of?.deadlines ?? []).map((id) => `deadline/${id}`),
      ]);
      const issues = told.issues.filter(({ concerned }) => concerned !== 'no');
      await expect(page.locator('.compared')).toHaveCount(issues.length);
      await expect(page.locator('.sum')).toHaveText(`${told.issues.length}项结论都不会因此不同。`);
      const provisions = page.locator('[data-provision]');
      expect(
        await provisions.evaluateAll((all) => all.map((one) => one.getAttribute('data-provision'))),
      ).toEqual(told.begun.provisions.map(({ provision }) => provision));
    }
  });

  test('says that it never was law, and decides nothing', async ({ page }) => {
    await weighed(page);
    await expect(page.locator('#result-title')).toContainText('2021年9月1日');
    await expect(page.locator('.never')).toContainText('没有成为法律案，从未施行');
    await expect(page.locator('.never')).toContainText('不据以作出任何结论');
    // Nothing of it is said to be in force.
    await expect(result(page)).not.toContainText('新适用');
    await expect(page.locator('[data-provision] .note-rank').first()).toContainText('从未施行');
    await expect(page.locator('[data-provision] a, .verdict, .mark')).toHaveCount(0);
  });

  // Source: E-Commerce Law art. 43 (fifteen days); complaints#draft-2021 (20 working days).
  test('tells a time that would have been longer, before and after', async ({ page }) => {
    await weighed(page);
    const wait = page.locator('.change[data-rule="deadline/holder_acts"] dd');
    await expect(wait.nth(0)).toContainText('15日内');
    await expect(wait.nth(1)).toContainText('20个工作日内');
    const verdict = page.locator('.change[data-rule="verdict/counter_notice/qualified"] dd');
    await expect(verdict.nth(0)).toContainText('十五日');
    await expect(verdict.nth(1)).toContainText('二十个工作日');
  });

  test('is held against the law of a day that can be chosen', async ({ page }) => {
    await weighed(page, { lang: 'en' });
    // Source: the deadline of fifteen days is encoded from 2021-01-01 on.
    await expect(page.locator('.change[data-rule="deadline/holder_acts"]')).toHaveCount(1);
    await fillDay(page.locator('.days .from'), '2020-06-01');
    await expect(page.locator('#result-title')).toContainText('1 June 2020');
    await expect(page.locator('.draft-provisions')).toBeVisible();
    await expect(page.locator('.change[data-rule="deadline/holder_acts"]')).toHaveCount(0);
    await fillDay(page.locator('.days .from'), '2018-05-01');
    await expect(page.locator('.days .from #wrong')).toContainText('1 January 2019');
    await expect(page.locator('#result-title')).toContainText('1 June 2020');
  });

  test('gives way to a version, which gives way to it', async ({ page }) => {
    await weighed(page);
    await page.locator('.versions [data-day="2021-01-01"]').click();
    await expect(page.locator('.never')).toHaveCount(0);
    await expect(page.locator('#result-title')).toContainText('2020年12月31日');
    await expect(choice(page)).toHaveAttribute('aria-pressed', 'false');
    await choice(page).click();
    await expect(page.locator('.draft-provisions')).toBeVisible();
    await expect(choice(page)).toHaveAttribute('aria-pressed', 'true');
  });
});

test.describe('a link to a draft', () => {
  test('restores it, with the day and the answers', async ({ page, context }) => {
    const more = { facts: { right_type: 'trademark' } };
    await weighed(page, { more });
    await expect(page.locator('.given summary')).toContainText('1项回答');
    await page.locator('.given summary').click();
    await page.locator('.given button').click();
    await expect(page.locator('.given')).toHaveCount(0);
    const copy = await context.newPage();
    await copy.goto(await link(page));
    await expect(choice(copy)).toHaveAttribute('aria-pressed', 'true');
    await expect(copy.locator('#result-title')).toContainText('2021年9月1日');
    await expect(copy.locator('.draft-provisions')).toBeVisible();
  });

  for (const [about, rulebook, against] of [
    ['a draft that there is not', 'cn/complaint', 'draft-ecl-2022/complaint'],
    ['a draft of another rulebook', 'cn/parallel-import', DRAFT],
    ['law in the place of a draft', 'cn/complaint', 'cn/parallel-import'],
  ] as const) {
    test(`that names ${about} is refused and told`, async ({ page }) => {
      await open(page, 'changes.html');
      const state = { rulebook, from: DAY, to: DAY, against };
      await page.goto(`/changes.html#changes=${await packed(page, state)}`);
      await expect(page.locator('.told')).toContainText('1项');
      await expect(page.locator('.never')).toHaveCount(0);
      await expect(page.locator('#result-title')).toContainText('2021年9月1日');
    });
  }

  test('that names two days is told to, and takes the first', async ({ page }) => {
    await weighed(page, { more: { to: '2027-01-01' } });
    await expect(page.locator('.told')).toContainText('1项');
    await expect(page.locator('#result-title')).toContainText('2021年9月1日');
  });

  test('with answers that no rulebook knows says so', async ({ page }) => {
    await weighed(page, { more: { facts: { right_type: 'trademark', nonsense: true } } });
    await expect(page.locator('.told')).toContainText('1项');
    await expect(page.locator('.given summary')).toContainText('1项回答');
  });
});

test('a draft is found, held against a day and left by keyboard alone', async ({ page }) => {
  await open(page, 'changes.html?lang=en');
  await page.locator('[data-rulebook="cn/complaint"]').focus();
  await page.keyboard.press('Enter');
  await choice(page).waitFor();
  for (let step = 0; step < 80; step += 1) {
    const at = await page.evaluate(() => {
      const host = document.activeElement?.shadowRoot;
      return host?.activeElement?.getAttribute('data-draft');
    });
    if (at) break;
    await page.keyboard.press('Tab');
  }
  await page.keyboard.press('Enter');
  await page.locator('.draft-provisions').waitFor();
  await expect(page.locator('.tool > .unseen[role=status]')).toContainText('verdicts would have');
  await page.keyboard.press('Tab');
  await page.keyboard.type('1');
  await page.keyboard.press('Tab');
  await page.keyboard.type('9');
  await page.keyboard.press('Tab');
  await page.keyboard.type('2021');
  await page.keyboard.press('Tab');
  await expect(page.locator('#result-title')).toContainText('1 September 2021');
});

for (const lang of ['zh', 'en']) {
  for (const [theme, width] of [
    ['light', 1280],
    ['dark', 1280],
    ['light', 320],
  ] as const) {
    test(`axe finds nothing in what a draft would have changed, ${lang}, ${theme}, ${width} px`, async ({
      page,
    }) => {
      await page.setViewportSize({ width, height: 800 });
      await open(page, 'changes.html');
      const state = { rulebook: 'cn/complaint', from: DAY, to: DAY, against: DRAFT };
      const query = `lang=${lang}&theme=${theme}`;
      await page.goto(`/changes.html?${query}#changes=${await packed(page, state)}`);
      await page.locator('.draft-provisions').waitFor();
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])).toEqual([]);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(wide).toBeLessThanOrEqual(width);
    });
  }
}

test('a draft prints with what says that it never was law, without the choice', async ({
  page,
}) => {
  await weighed(page);
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.never')).toBeVisible();
  await expect(page.locator('.change').first()).toBeVisible();
  await expect(page.locator('.choice')).toBeHidden();
});

// These pages complain on purpose, so the list of complaints is not watched here.
base('an engine that cannot be fetched is told, and can be asked for again', async ({ page }) => {
  await page.context().route('**/*author*.wasm', (route) => route.abort());
  await page.goto('/changes.html?lang=en');
  await page.locator('[data-rulebook="cn/complaint"]').click();
  await choice(page).click();
  const told = page.locator('.result .troubles[role=alert]');
  await expect(told).toContainText('could not be fetched');
  await expect(page.locator('.never')).toContainText('never was in force');
  await page.context().unroute('**/*author*.wasm');
  await told.locator('button').click();
  await expect(page.locator('.draft-provisions')).toBeVisible();
});

base('a draft that was altered on its way is not read', async ({ page }) => {
  await page.context().route('**/draft-ecl-2021*.json', async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: (await response.text()).replace('20', '30') });
  });
  await page.goto('/changes.html?lang=en');
  await page.locator('[data-rulebook="cn/complaint"]').click();
  await choice(page).click();
  await expect(page.locator('.result .troubles[role=alert]')).toContainText('could not be fetched');
  await expect(page.locator('.draft-provisions')).toHaveCount(0);
});

base('where no worker can be made the page compares by itself', async ({ page }) => {
  await page.addInitScript(() => Reflect.deleteProperty(globalThis, 'Worker'));
  await page.goto('/changes.html');
  await page.locator('[data-rulebook="cn/complaint"]').click();
  await choice(page).click();
  await expect(page.locator('.draft-provisions')).toBeVisible();
});
