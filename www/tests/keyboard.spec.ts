import type { Page } from '@playwright/test';
import { column, expect, open, test, verdict } from './pages.ts';

/** Presses a key until the element that has focus, through shadow roots, answers to `selector`. */
async function goTo(page: Page, selector: string, key = 'Tab', most = 120): Promise<void> {
  for (let presses = 0; presses < most; presses += 1) {
    const there = await page.evaluate((wanted) => {
      let active = document.activeElement;
      while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
      return Boolean(active?.matches(wanted));
    }, selector);
    if (there) return;
    await page.keyboard.press(key);
  }
  throw new Error(`${selector} cannot be reached by ${key}`);
}

test('a complaint is checked by keyboard alone', async ({ page }) => {
  await open(page, 'complaint.html');
  await page.keyboard.press('Tab');
  await expect(page.locator('.skip')).toBeFocused();
  await goTo(page, '#fact-n_locate input');
  await page.keyboard.press('ArrowRight');
  await expect(page.locator('#fact-n_locate input').nth(1)).toBeChecked();
  await expect(verdict(page)).toHaveAttribute('data-verdict', 'not_qualified');
  await expect(page.locator('[role=status].unseen')).toContainText('不合格');
  await goTo(page, '.missing .jump');
  await page.keyboard.press('Enter');
  await expect(page.locator('#fact-n_locate input').nth(1)).toBeFocused();
});

test('a ledger is kept by keyboard alone', async ({ page }) => {
  await open(page, 'penalties.html');
  await goTo(page, 'input[name=year]');
  await page.keyboard.type('2017');
  await page.keyboard.press('Tab');
  await page.keyboard.type('4');
  await page.keyboard.press('Tab');
  await page.keyboard.type('1');
  await goTo(page, '.tier input');
  await page.keyboard.press('Space');
  for (let place = 0; place < 3; place += 1) await page.keyboard.press('ArrowDown');
  await goTo(page, '#finding-items');
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('4');
  await page.keyboard.press('Enter');
  await expect.poll(() => column(page, 1)).toEqual(['8']);
  await expect(page.locator('[role=status].unseen')).toContainText('累计8分');
  await goTo(page, '.row-commands button');
  await page.keyboard.press('Enter');
  await expect(page.locator('#finding-title')).toHaveText('修改这条认定');
  await expect(page.locator('#finding-day input').first()).toBeFocused();
});

test('parallel imports are judged by keyboard alone', async ({ page }) => {
  await open(page, 'parallel-import.html');
  await goTo(page, '.overview button');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(verdict(page)).toHaveAttribute('data-issue', 'trademark');
  await goTo(page, '#fact-cn_mark_registered input');
  await page.keyboard.press('ArrowRight');
  await expect(page.locator('.overview li[data-issue=trademark]')).toHaveAttribute(
    'data-verdict',
    'not_infringing',
  );
});

test('two versions are compared by keyboard alone', async ({ page }) => {
  await open(page, 'changes.html');
  await goTo(page, '.versions button[data-day="2025-10-15"]');
  await page.keyboard.press('Enter');
  await expect(page.locator('#result-title')).toContainText('2025年10月15日');
  await goTo(page, '.result summary');
  await page.keyboard.press('Enter');
  await expect(page.locator('.result details[open]').first()).toBeVisible();
});

test('focus can be seen wherever it goes', async ({ page }) => {
  await open(page, 'complaint.html');
  for (let presses = 0; presses < 30; presses += 1) {
    await page.keyboard.press('Tab');
    const outline = await page.evaluate(() => {
      let active = document.activeElement;
      while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
      return active ? getComputedStyle(active).outlineStyle : 'none';
    });
    expect(outline).not.toBe('none');
  }
});
