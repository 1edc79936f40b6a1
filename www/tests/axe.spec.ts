import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { answer, expect, fillDay, open, PAGES, test } from './pages.ts';

/** Brings a page into a state with as much on it as there can be. */
async function fill(page: Page, address: string): Promise<void> {
  if (address === 'penalties.html') await page.locator('.examples button').first().click();
  if (address === 'complaint.html') await answer(page, { right_type: 0, n_locate: 'no' });
  if (address === 'verification.html') {
    await page.locator('[data-example]').click();
    await page.locator('.sellers').waitFor();
  }
  if (address === 'many.html') {
    await page.locator('[data-example]').click();
    await page.locator('.cases').waitFor();
    await page.locator('.columns-fold summary').click();
  }
  if (address === 'changes.html') {
    for (const fold of await page.locator('.result .fold > summary').all()) {
      if (await fold.isVisible()) await fold.click();
    }
  }
  if (address === 'cases.html') {
    for (const fold of await page
      .locator('.decided .fold > summary')
      .all()
      .then((all) => all.slice(0, 3))) {
      await fold.click();
    }
  }
  if (address === 'parallel-import.html') {
    await answer(page, { imported: 'yes', cn_mark_registered: 'yes', goods_genuine: 0 });
  }
}

for (const address of PAGES) {
  for (const lang of ['zh', 'en']) {
    for (const theme of ['light', 'dark']) {
      test(`axe finds nothing on ${address} in ${lang}, ${theme}`, async ({ page }) => {
        await open(page, `${address}?lang=${lang}&theme=${theme}`);
        await fill(page, address);
        const { violations } = await new AxeBuilder({ page }).analyze();
        expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])).toEqual([]);
      });
    }
  }

  test(`axe finds nothing on ${address} at 360 px, answer unfolded`, async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 780 });
    await open(page, address);
    await fill(page, address);
    const bar = page.locator('.bar');
    if ((await bar.count()) > 0) await bar.click();
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])).toEqual([]);
  });
}

// Source: WCAG 2.2, 2.5.8: what is tapped is 24 px high and wide, or stands apart.
for (const address of PAGES) {
  test(`what is tapped on ${address} is large enough`, async ({ page }) => {
    // So high that the bar at the foot of the window covers nothing.
    await page.setViewportSize({ width: 360, height: 12_000 });
    await open(page, address);
    await fill(page, address);
    const { violations } = await new AxeBuilder({ page }).withRules('target-size').analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])).toEqual([]);
  });
}

test('axe finds nothing in what a later version changes', async ({ page }) => {
  await open(page, 'parallel-import.html');
  await page.locator('.as-of summary').click();
  await fillDay(page.locator('.as-of'), '2026-12-31');
  await page.locator('.overview li[data-issue=trademark] button').click();
  await page.locator('.for-you summary').first().click();
  await page.locator('.for-you .fold summary').first().click();
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])).toEqual([]);
});
