import type { Page } from '@playwright/test';
import { begin, device, enter, field, keep, strip } from './matters.ts';
import { answer, expect, fillDay, open, question, test } from './pages.ts';

/** Goes to a page as by typing its address: what comes back is what the tab keeps. */
async function visit(page: Page, address: string): Promise<void> {
  await page.goto('about:blank');
  await open(page, address);
}

/** What the tab keeps of what was entered. */
const tab = (page: Page): Promise<string> =>
  page.evaluate(() => JSON.stringify({ ...sessionStorage }));

/** A complaint with an answer and a name, kept as a matter. */
async function complain(page: Page): Promise<void> {
  await open(page, 'complaint.html');
  await answer(page, { n_locate: 'no' });
  await keep(page, 'A');
  await field(page, 'notice', 'holder').fill('持有人甲');
  await expect.poll(async () => JSON.stringify(await device(page))).toContain('持有人甲');
}

// Source: docs/matters.md: what the tab keeps of a matter goes with it.
test('what is deleted is not kept by the tab either', async ({ page }) => {
  await complain(page);
  await open(page, 'matters.html');
  await page.locator('[data-do=delete]').click();
  await page.locator('[data-do=remove]').click();
  await expect(page.locator('.told-here')).toContainText('已删除');
  expect(await tab(page)).not.toContain('持有人甲');
  await visit(page, 'complaint.html');
  await expect(field(page, 'notice', 'holder')).toHaveValue('');
  await expect(question(page, 'n_locate').locator('input').nth(1)).not.toBeChecked();
});

test('another matter begins without what the tab kept of the one before', async ({ page }) => {
  await complain(page);
  await open(page, 'matters.html');
  await page.locator('#matters-begin + form input[name=name]').fill('B');
  await page.locator('#matters-begin + form button[type=submit]').click();
  await page.locator('[data-matter]', { hasText: 'B' }).locator('[data-tool=complaint]').click();
  await page.waitForURL(/complaint\.html/);
  await expect(strip(page)).toContainText('这件事：B');
  await expect(strip(page)).toHaveAttribute('data-standing', 'kept');
  await expect(field(page, 'notice', 'holder')).toHaveValue('');
  await open(page, 'matters.html');
  await page.locator('[data-matter]', { hasText: 'A' }).locator('[data-tool=complaint]').click();
  await page.waitForURL(/complaint\.html/);
  await expect(field(page, 'notice', 'holder')).toHaveValue('持有人甲');
  await expect(strip(page)).toHaveAttribute('data-standing', 'kept');
});

test('what was cleared in one matter is not brought back into another', async ({ page }) => {
  await complain(page);
  await page.locator('.matter summary').click();
  await page.locator('[data-leave]').click();
  await answer(page, { n_locate: 'yes' });
  await keep(page, 'B');
  await page.locator('.commands button', { hasText: '全部清空' }).click();
  const undo = page.locator('[part~=notice] button', { hasText: '撤销' });
  await expect(undo).toBeVisible();
  await page.locator('.matter summary').click();
  await page.locator('[data-leave]').click();
  await expect(undo).toHaveCount(0);
  await page.locator('.matter summary').click();
  await page.locator('.matter-list button', { hasText: 'A' }).click();
  await expect(question(page, 'n_locate').locator('input').nth(1)).toBeChecked();
  await expect(undo).toHaveCount(0);
});

test('what another tab wrote is not undone with what was cleared before', async ({
  page,
  context,
}) => {
  await begin(page);
  const other = await context.newPage();
  await open(other, 'matters.html');
  await other.locator('[data-tool=penalties]').click();
  await other.waitForURL(/penalties\.html/);
  await expect(other.locator('tbody[data-finding]')).toHaveCount(1);
  await page.locator('.commands button', { hasText: '全部清空' }).click();
  await expect(page.locator('[part~=notice] button', { hasText: '撤销' })).toBeVisible();
  await expect(other.locator('tbody[data-finding]')).toHaveCount(0);
  await enter(other, '2026-11-09', 'serious_violation');
  await expect(page.locator('tbody[data-finding]')).toContainText('2026-11-09');
  await expect(page.locator('[part~=notice] button', { hasText: '撤销' })).toHaveCount(0);
});

test('whoever leaves a matter that is not kept loses nothing', async ({ page }) => {
  await begin(page);
  await page.evaluate(() => {
    const set = Storage.prototype.setItem;
    Storage.prototype.setItem = function (name: string, text: string) {
      if (this === localStorage) throw new DOMException('full', 'QuotaExceededError');
      set.call(this, name, text);
    };
  });
  await enter(page, '2026-11-09', 'serious_violation');
  await expect(strip(page)).toHaveAttribute('data-standing', 'refused');
  await page.locator('.matter summary').click();
  await page.locator('[data-leave]').click();
  await expect(page.locator('[data-standing]')).toHaveCount(0);
  await expect(page.locator('tbody[data-finding]')).toHaveCount(2);
  expect(await tab(page)).toContain('2026-11-09');
});

const half = (page: Page) => page.locator('#finding-day input[name=year]');

test('a finding that is half typed is kept with a matter that begins', async ({ page }) => {
  await open(page, 'penalties.html');
  await fillDay(page.locator('#finding-day'), '2026-11-02');
  await page.locator('.tier input[value=serious_violation]').check();
  await keep(page, 'A');
  await visit(page, 'penalties.html');
  await expect(strip(page)).toHaveAttribute('data-standing', 'kept');
  await expect(half(page)).toHaveValue('2026');
});

test('a finding that is half typed stays where a matter is opened', async ({ page }) => {
  await begin(page);
  await page.locator('.matter summary').click();
  await page.locator('[data-leave]').click();
  await fillDay(page.locator('#finding-day'), '2026-11-09');
  await page.locator('.tier input[value=serious_violation]').check();
  await page.locator('.matter summary').click();
  await page.locator('.matter-list button').click();
  await expect(page.locator('tbody[data-finding]')).toHaveCount(1);
  await expect(strip(page)).toHaveAttribute('data-standing', 'kept');
  await expect(half(page)).toHaveValue('2026');
  await page.locator('.entering button[type=submit]').click();
  await expect(page.locator('tbody[data-finding]')).toHaveCount(2);
});

test('the platform is called in the language that is spoken', async ({ page }) => {
  await begin(page);
  await open(page, 'complaint.html');
  const name = field(page, 'notice', 'platform_name');
  await expect(name).toHaveValue('淘宝网');
  await page
    .locator('zhengpin-complaint')
    .evaluate((element) => element.setAttribute('lang', 'en'));
  await expect(name).toHaveValue('Taobao');
});

// Browsers keep pages that were left; a page that comes back is told by `persisted`.
test('a page that comes back has the tab be about its matter again', async ({ page }) => {
  await begin(page);
  const chosen = () => page.evaluate(() => sessionStorage.getItem('zhengpin:matter'));
  const mine = await chosen();
  await page.evaluate(() => {
    sessionStorage.setItem('zhengpin:matter', '"0123456789abcdef01234567"');
    dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
  });
  expect(await chosen()).toBe(mine);
});
