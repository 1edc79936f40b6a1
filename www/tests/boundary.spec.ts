import type { Page } from '@playwright/test';
import { answer, expect, open, question, test, verdict } from './pages.ts';

/** Makes the writing of days fail, as it does for a day beyond the calendar of the browser. */
async function breakable(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const { get } = Object.getOwnPropertyDescriptor(Intl.DateTimeFormat.prototype, 'format') ?? {};
    Object.defineProperty(Intl.DateTimeFormat.prototype, 'format', {
      get() {
        if (document.documentElement.dataset.breaks) throw new RangeError('Invalid time value');
        return get?.call(this);
      },
    });
  });
}

const breaks = (page: Page, on: boolean) =>
  page.evaluate((yes) => {
    if (yes) document.documentElement.dataset.breaks = 'yes';
    else delete document.documentElement.dataset.breaks;
  }, on);

/** Waits until nothing but what is clicked draws anew: both languages and the last word are there. */
async function settled(page: Page): Promise<void> {
  const languages = () =>
    performance.getEntriesByType('resource').filter(({ name }) => name.includes('/texts.')).length;
  await expect.poll(() => page.evaluate(languages)).toBe(2);
  await expect(page.locator('.tool > [role=status].unseen')).not.toBeEmpty();
  await page.waitForTimeout(300);
}

const fallback = (page: Page) => page.locator('.fallback[data-code=cannot_draw]');

// Source: break.md, P5: any error while drawing leaves the old verdict standing.
for (const [lang, title] of [
  ['zh', '出错了，显示不出结论'],
  ['en', 'An error keeps the answer from being shown'],
] as const) {
  for (const width of [360, 1280]) {
    test(`an answer that can no longer be drawn is taken away, in ${lang} at ${width}`, async ({
      page,
      complaints,
    }) => {
      await page.setViewportSize({ width, height: 720 });
      await breakable(page);
      await open(page, `complaint.html?lang=${lang}`);
      await answer(page, { n_locate: 'no' });
      await expect(verdict(page)).toHaveAttribute('data-verdict', 'not_qualified');
      await settled(page);
      await breaks(page, true);
      // The field goes with the rest, so that there is nothing to be looked at once it is clicked.
      await question(page, 'n_locate').locator('.answer input').first().click();
      await expect(fallback(page)).toContainText(title);
      await expect(fallback(page)).toContainText('cannot_draw: RangeError: Invalid time value');
      await expect(fallback(page)).toHaveRole('alert');
      await expect(verdict(page)).toHaveCount(0);
      // Whoever was in a field finds the way on.
      const [back, clear] = await fallback(page).getByRole('button').all();
      await expect(back as NonNullable<typeof back>).toBeFocused();
      // As long as it fails nothing is shown; then the last change is taken back.
      await back?.click();
      await expect(fallback(page)).toHaveCount(1);
      await breaks(page, false);
      await fallback(page).getByRole('button').first().click();
      await expect(verdict(page)).toHaveAttribute('data-verdict', 'not_qualified');
      await expect(question(page, 'n_locate').locator('input').nth(1)).toBeChecked();
      expect(clear).toBeDefined();
      expect(complaints.splice(0).every((said) => said.includes('Invalid time value'))).toBe(true);
    });
  }
}

test('a ledger that can no longer be drawn is taken away, and can be cleared', async ({
  page,
  complaints,
}) => {
  await breakable(page);
  await open(page, 'penalties.html');
  await page.locator('.examples button').first().click();
  await page.locator('table.ledger tbody').first().waitFor();
  await page.evaluate(() => {
    const tool = document.querySelector('zhengpin-penalties') as HTMLElement & {
      renderTool: () => unknown;
    };
    tool.renderTool = () => {
      throw new Error('no');
    };
    tool.setAttribute('lang', 'en');
  });
  await expect(fallback(page)).toContainText('cannot_draw: Error: no');
  await expect(page.locator('table.ledger')).toHaveCount(0);
  await page.evaluate(() => {
    const tool = document.querySelector('zhengpin-penalties');
    Reflect.deleteProperty(tool as object, 'renderTool');
  });
  await fallback(page).getByRole('button', { name: 'Clear all' }).click();
  await expect(fallback(page)).toHaveCount(0);
  await expect(page.locator('tbody[data-finding]')).toHaveCount(0);
  await expect(page.locator('#finding-day')).toBeVisible();
  expect(complaints.splice(0).length).toBeGreaterThan(0);
});
