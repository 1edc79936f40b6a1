import type { Page } from '@playwright/test';
import { MOST_SIGNS, readFile, writeFile } from '../src/state/matter/file.ts';
import { device, keep, saved, strip } from './matters.ts';
import { answer, expect, fillDay, open, question, test, verdict } from './pages.ts';

/** The days by which something is due, as the device keeps them, by tool. */
async function kept(page: Page): Promise<Record<string, string[]>> {
  const parts = Object.entries(await device(page)).flatMap(([name, text]) => {
    const { due } = JSON.parse(text);
    return due ? [[name.split(':')[3], due]] : [];
  });
  return Object.fromEntries(parts);
}

/** An appeal that names the day of the statement, and a complaint that takes it over. */
async function twoTools(page: Page): Promise<void> {
  await open(page, 'appeal.html');
  await fillDay(question(page, 'statement_reached_on'), '2026-11-02');
  await keep(page, 'A');
  await page.goto('/complaint.html');
  await page.locator('[ready]').waitFor();
  await answer(page, { n_locate: 'no' });
  await expect.poll(async () => (await kept(page)).complaint?.[0]).toBe('2026-11-17');
}

// Source: E-Commerce Law art. 43(2): fifteen days from receipt, 2 November → 17, 20 → 5 December.
test('days that a tool counted from what another said go once it says something else', async ({
  page,
}) => {
  await twoTools(page);
  await page.goto('/appeal.html');
  await page.locator('[ready]').waitFor();
  await fillDay(question(page, 'statement_reached_on'), '2026-11-20');
  await expect(strip(page).locator('[data-uncounted=complaint]')).toBeVisible();
  await expect(strip(page).locator('[data-step=days]')).toContainText('2026年12月5日');
  await open(page, 'matters.html');
  const matter = page.locator('[data-matter]');
  await expect(matter).toContainText('最近的期限：2026年12月5日');
  await expect(matter).not.toContainText('11月17日');
  await expect(matter).toContainText('要打开重新计算');
  await matter.locator('[data-tool=complaint]').first().click();
  await page.waitForURL(/complaint\.html/);
  await expect.poll(async () => (await kept(page)).complaint?.[0]).toBe('2026-12-05');
  await open(page, 'matters.html');
  await expect(matter).toContainText('最近的期限：2026年12月5日');
  await expect(matter).not.toContainText('要打开重新计算');
});

test('the days of a matter do not depend on the question that is looked at', async ({ page }) => {
  await open(page, 'complaint.html');
  await fillDay(question(page, 'c_date_reach_rh'), '2026-11-20');
  await keep(page, 'A');
  await expect.poll(async () => (await kept(page)).complaint?.length).toBeGreaterThan(0);
  const { complaint: days } = await kept(page);
  const issues = page.locator('.chooser button');
  const names = await issues.evaluateAll((all) => all.map((one) => one.dataset.choose ?? ''));
  expect(names).toContain('counter_notice');
  for (const name of names) {
    await page.locator(`.chooser [data-choose=${name}]`).click();
    await expect(verdict(page)).toHaveAttribute('data-issue', name);
    // What is shown is kept together with the days that follow from it.
    await expect.poll(async () => JSON.stringify(await device(page))).toContain(`\\"${name}`);
    expect((await kept(page)).complaint).toEqual(days);
  }
});

test.describe('without what draws deadlines', () => {
  test.use({ complaints: async ({ page: _ }, use) => use([]) });

  test('the days that were counted stand', async ({ page }) => {
    await open(page, 'appeal.html');
    await fillDay(question(page, 'told_on'), '2026-11-03');
    await keep(page, 'A');
    await expect.poll(async () => (await kept(page)).appeal).toEqual(['2026-11-06']);
    await page.goto('/matters.html');
    await page.route(/\/papers-[^/]*\.js/, (route) => route.abort());
    await page.goto('/appeal.html');
    await page.locator('[ready]').waitFor();
    await expect(page.locator('.tool')).toContainText('没有取到');
    await expect(strip(page)).toHaveAttribute('data-standing', 'kept');
    expect((await kept(page)).appeal).toEqual(['2026-11-06']);
  });
});

test('days of a matter that was read from a file are said to be uncounted', async ({ page }) => {
  await open(page, 'appeal.html');
  await fillDay(question(page, 'told_on'), '2026-11-03');
  await keep(page, 'A');
  await open(page, 'matters.html');
  const matter = page.locator('[data-matter]');
  await expect(matter).toContainText('最近的期限：2026年11月6日');
  const text = await saved(page, () => matter.locator('[data-do=save]').click());
  await matter.locator('[data-do=delete]').click();
  await matter.locator('[data-do=remove]').click();
  const file = { name: 'a.json', mimeType: 'application/json', buffer: Buffer.from(text) };
  await page.locator('input[type=file]').setInputFiles(file);
  await expect(matter).toContainText('要打开重新计算');
  await matter.locator('[data-tool=appeal]').first().click();
  await page.waitForURL(/appeal\.html/);
  await expect(strip(page).locator('[data-step=days]')).toContainText('2026年11月6日');
  await open(page, 'matters.html');
  await expect(matter).toContainText('最近的期限：2026年11月6日');
});

// Source: browsers keep five million signs of a site (HTML standard, limits of storage).
test('whatever a browser can keep is written so that it can be read again', () => {
  const most = 5 * 1024 * 1024;
  const item = { id: 'f', day: '2026-11-02', tier: 't', taken: { measures: ['m', 'm', 'm'] } };
  const count = Math.floor(most / (JSON.stringify(item).length + 1));
  const state = { findings: Array.from({ length: count }, () => item) };
  const text = writeFile({
    format: 1,
    id: '0123456789abcdef01234567',
    name: 'A',
    made: '2026-11-30',
    apart: [],
    stored: { penalties: { format: 1, token: '', after: null, part: { state }, due: [] } },
  });
  expect(text.length).toBeLessThan(MOST_SIGNS);
  expect(Array.isArray(readFile(text))).toBe(false);
});
