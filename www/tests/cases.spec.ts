import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { parse } from 'yaml';
import { answer, expect, link, open, packed, test } from './pages.ts';

const root = fileURLToPath(new URL('../../src/rulebooks/', import.meta.url));

interface Written {
  year?: number;
  held?: Record<string, string[]>;
}

/** The cases as the files have them, by rulebook and id. */
function written(): Map<string, Written> {
  const found = new Map<string, Written>();
  for (const file of readdirSync(root, { recursive: true, encoding: 'utf8' })) {
    if (!file.endsWith('.yaml')) continue;
    const { cases = {} } = parse(readFileSync(root + file, 'utf8')) as Record<string, object>;
    const [place, kind] = file.split('/');
    for (const [id, one] of Object.entries(cases))
      found.set(`${place}/${kind}/${id}`, one as Written);
  }
  return found;
}

const decided = (page: Page) => page.locator('.decided');

const choose = (page: Page, field: string, value: string) =>
  page.locator(`select[data-filter=${field}]`).selectOption(value);

// Source: issue 10: a page with the whole corpus, searchable and filterable, counted honestly.
test.describe('the page of decided cases', () => {
  test.beforeEach(({ page }) => open(page, 'cases.html'));

  test('shows every case of the files, and counts each outcome once', async ({ page }) => {
    const all = written();
    await expect(decided(page)).toHaveCount(all.size);
    const outcomes = [...all.values()].flatMap(({ held = {} }) => Object.keys(held)).length;
    const none = [...all.values()].filter(({ held }) => held === undefined).length;
    await expect(page.locator('.outcomes > li')).toHaveCount(outcomes);
    const sum = (await page.locator('.sum').textContent()) ?? '';
    const [count, agrees, open_, contradicts, uncompared] = sum.match(/\d+/g)?.map(Number) ?? [];
    expect(count).toBe(all.size);
    expect((agrees ?? 0) + (open_ ?? 0) + (contradicts ?? 0)).toBe(outcomes);
    expect(uncompared).toBe(none);
    for (const [kind, number] of [
      ['agrees', agrees],
      ['open', open_],
      ['contradicts', contradicts],
    ] as const) {
      await expect(page.locator(`.outcomes [data-agreement=${kind}]`)).toHaveCount(number ?? -1);
    }
  });

  test('searches in both languages whatever language it speaks', async ({ page }) => {
    const search = page.locator('[data-filter=text]');
    await search.fill('科罗娜');
    await expect(decided(page)).toHaveCount(1);
    await expect(decided(page)).toHaveAttribute('id', 'case-cn-parallel-import-coronita_2020');
    await search.fill('CORONITA beer');
    await expect(decided(page)).toHaveCount(1);
    await search.fill('no such words');
    await expect(decided(page)).toHaveCount(0);
    await expect(page.locator('.shown')).toHaveText('列出0件');
  });

  test('filters by field, issue, outcome, year and agreement', async ({ page }) => {
    const all = [...written()];
    const held = (issue: string, verdict: string) =>
      all.filter(([, one]) => one.held?.[issue]?.includes(verdict)).length;
    await choose(page, 'rulebook', 'cn/complaint');
    await expect(decided(page)).toHaveCount(
      all.filter(([id]) => id.startsWith('cn/complaint')).length,
    );
    await choose(page, 'issue', 'cn/complaint/platform');
    await expect(decided(page)).toHaveCount(all.filter(([, one]) => one.held?.platform).length);
    await choose(page, 'verdict', 'cn/complaint/platform/none');
    await expect(decided(page)).toHaveCount(held('platform', 'none'));
    await choose(page, 'rulebook', '');
    await choose(page, 'year', '2024');
    await expect(decided(page)).toHaveCount(all.filter(([, { year }]) => year === 2024).length);
    await choose(page, 'year', '');
    await choose(page, 'agreement', 'contradicts');
    await expect(decided(page)).toHaveCount(1);
    await choose(page, 'agreement', 'none');
    await expect(decided(page)).toHaveCount(all.filter(([, one]) => !one.held).length);
  });

  test('keeps its filter in the link', async ({ page, context }) => {
    await choose(page, 'issue', 'cn/parallel-import/unfair_competition');
    await choose(page, 'verdict', 'cn/parallel-import/unfair_competition/not_unfair');
    const shown = await decided(page).count();
    const address = await link(page);
    const other = await context.newPage();
    await other.goto(address);
    await expect(other.locator('.decided')).toHaveCount(shown);
    await expect(other.locator('select[data-filter=verdict]')).toHaveValue(
      'cn/parallel-import/unfair_competition/not_unfair',
    );
  });

  test('of a link that names what there is not keeps the rest, and says so', async ({ page }) => {
    const state = { year: '2024', issue: 'cn/complaint/weather', agreement: 'perhaps' };
    const address = await packed(page, state);
    await page.goto(`/cases.html#cases=${address}`);
    await page.reload();
    await expect(page.locator('select[data-filter=year]')).toHaveValue('2024');
    await expect(page.locator('select[data-filter=issue]')).toHaveValue('');
    await expect(page.locator('.told')).toContainText('2');
  });

  test('opens the facts of a case in its tool', async ({ page }) => {
    const one = page.locator('#case-cn-complaint-citic-xunmeng');
    await one.locator('.fold > summary').click();
    await expect(one.locator('.criteria li')).toHaveCount(8);
    await one.locator('.in-tool').click();
    await page.waitForURL(/complaint\.html/);
    await expect(page.locator('#fact-p_seller_deregistered input:checked')).toHaveCount(1);
  });
});

// Source: issue 10: each case has an address of its own.
test('the address of a case leads to it', async ({ page }) => {
  await open(page, 'cases.html#case=cn/parallel-import/muji_2019');
  const one = page.locator('#case-cn-parallel-import-muji_2019');
  await expect(one).toBeInViewport();
  await expect(one).toBeFocused();
});

// Source: issue 10: for the user's facts and one issue, the decided cases nearest to them, one
// each way where courts split.
test('beside a verdict stand the nearest decided cases, once they are asked for', async ({
  page,
}) => {
  await open(page, 'parallel-import.html');
  await answer(page, { goods_genuine: 0, cn_mark_registered: 'yes' });
  await page.locator('.overview li[data-issue=trademark] button').click();
  const nearest = page.locator('.nearest');
  await expect(nearest.locator('li[data-case]')).toHaveCount(0);
  await nearest.locator('summary').first().click();
  await expect(nearest.locator('li[data-case]').first()).toBeVisible();
  const verdicts = await nearest.locator('.outcome-line .plain-verdict').allTextContents();
  expect(new Set(verdicts.map((text) => text.trim())).size).toBeGreaterThan(1);
  await expect(nearest.locator('li[data-case]').first()).toContainText('相同的');
});
