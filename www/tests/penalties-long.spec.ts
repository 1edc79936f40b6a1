import type { Page } from '@playwright/test';
import { openState } from './ledgers.ts';
import { expect, open, test } from './pages.ts';

/**
 * Findings day after day from the first in force on, so many as there are; every other one is of
 * a sale.
 */
function findings(count: number) {
  return Array.from({ length: count }, (_, place) => ({
    id: `f${place + 1}`,
    day: new Date(Date.UTC(2013, 0, 1 + place)).toISOString().slice(0, 10),
    tier: place % 2 === 0 ? 'information' : 'sale',
    ...(place % 2 === 0 ? { items: 1 } : {}),
  }));
}

/** How many elements the tool holds, drawn or folded. */
const elements = (page: Page) =>
  page
    .locator('zhengpin-penalties')
    .evaluate((tool) => tool.shadowRoot?.querySelectorAll('*').length ?? 0);

const rows = (page: Page) => page.locator('table.ledger tbody[data-finding]');

// Source: cases/break.md, P3: the page froze by what it held in folds. No time is tested, but
// what it is made of: the elements must not grow with the ledger.
for (const count of [500, 2000]) {
  test(`a link with ${count} findings draws the latest rows only`, async ({ page }) => {
    await openState(page, { findings: findings(count) });
    await page.locator('.chart svg').waitFor();
    expect(await elements(page)).toBeLessThan(7000);
    await expect(rows(page).last()).toHaveAttribute('data-finding', `f${count}`);
    expect(await rows(page).count()).toBeLessThanOrEqual(100);
    await page.locator('.earlier button').click();
    await expect.poll(() => rows(page).count()).toBeGreaterThan(300);
    await expect(rows(page).last()).toHaveAttribute('data-finding', `f${count}`);
  });
}

test('10,000 findings can be looked at and changed', async ({ page }) => {
  await open(page, 'penalties.html');
  // More than a link carries: the tool is given them as from a file.
  await page.locator('zhengpin-penalties').evaluate(
    (tool, state) => {
      (tool as unknown as { restore: (state: unknown) => number }).restore(state);
    },
    { findings: findings(10_000) },
  );
  await expect(rows(page).last()).toHaveAttribute('data-finding', 'f10000');
  await page.locator('.chart svg').waitFor();
  expect(await elements(page)).toBeLessThan(9000);
  await page.locator('[data-finding=f10000]').getByRole('button', { name: '删去' }).click();
  await expect(rows(page).last()).toHaveAttribute('data-finding', 'f9999');
});

test('what is folded in a row is drawn once it unfolds, and follows the language', async ({
  page,
}) => {
  await openState(page, { findings: findings(2) });
  const first = page.locator('[data-finding=f1]');
  await expect(first.locator('.note, select')).toHaveCount(0);
  await first.locator('summary', { hasText: '依据' }).click();
  await expect(first.locator('.note').first()).toBeVisible();
  await page.locator('a[data-lang=en]').click();
  await expect(first.locator('.remark').first()).toContainText('Judged');
  await first.locator('summary', { hasText: 'What if' }).click();
  await expect(first.locator('select')).toBeVisible();
});
