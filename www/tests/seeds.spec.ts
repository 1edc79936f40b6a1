import type { Locator, Page } from '@playwright/test';
import { expect, open, test } from './pages.ts';

/**
 * Each document that the product was built from: the page of its tool, the example that is its
 * own (none, where the page begins with it), and what then stands on the page.
 */
const SEEDS: { seed: string; tool: string; example?: string; shows: (page: Page) => Locator }[] = [
  {
    seed: "Taobao's FAQ of 2017, question 8",
    tool: 'penalties',
    example: 'window',
    shows: (page) => page.locator('.record'),
  },
  {
    seed: "Taobao's FAQ of 2017, question 7(4)",
    tool: 'appeal',
    example: 'hidden-mark',
    shows: (page) => page.locator('[data-issue=tier][data-verdict=serious]'),
  },
  {
    seed: "Taobao's FAQ of 2017, questions 13(5) and 14",
    tool: 'appeal',
    example: 'mall-receipt',
    shows: (page) => page.locator('[data-issue=evidence][data-verdict=qualifies]'),
  },
  {
    seed: "Taobao's FAQ of 2017, question 2",
    tool: 'parallel-import',
    example: 'two-owners',
    shows: (page) => page.locator('[data-issue=platform_rule][data-verdict=excluded]'),
  },
  {
    seed: 'the report on e-commerce IP of 2021',
    tool: 'complaint',
    example: 'restore-before-judgment',
    shows: (page) => page.locator('[data-issue=preservation][data-verdict]'),
  },
  {
    seed: 'the judgment on the shop that no longer existed',
    tool: 'complaint',
    example: 'deregistered-shop',
    shows: (page) => page.locator('[data-issue=platform][data-verdict=joint_full]'),
  },
  {
    seed: 'the judgment, as a list of sellers to verify',
    tool: 'verification',
    example: '',
    shows: (page) => page.locator('[data-status=deregistered]'),
  },
  {
    seed: "Beijing's cross-border guide",
    tool: 'duties',
    shows: (page) => page.locator('.duties > li'),
  },
  {
    seed: 'the notice of 2011',
    tool: 'duties',
    example: 'notice-2011',
    shows: (page) => page.locator('.duties > li'),
  },
];

/** The example of a tool, or the rulebook where that is what a page lets choose. */
const own = (page: Page, example: string) =>
  page.locator(`[data-example="${example}"], [data-rulebook="cn/${example}"]`);

// Source: issue 10, each system of the seeds stands two clicks from the start page, with the
// seed's own example.
for (const { seed, tool, example, shows } of SEEDS) {
  test(`${seed}: two clicks from the start page`, async ({ page }) => {
    await open(page, 'index.html');
    await page.locator(`.entrances a[href*="${tool}.html"]`).first().click();
    if (example !== undefined) await own(page, example).click();
    await expect(shows(page).first()).toBeVisible();
  });
}
