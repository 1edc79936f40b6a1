import { readFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import { expect, fillDay, open } from './pages.ts';

/** The strip of the matter above a tool. */
export const strip = (page: Page): Locator => page.locator('section.matter');

/** Keeps what stands in a tool as a matter. */
export async function keep(page: Page, name: string): Promise<void> {
  await page.locator('.matter-offer summary').click();
  await page.locator('.matter-offer input[name=name]').fill(name);
  await page.locator('.matter-offer button[type=submit]').click();
  await expect(strip(page)).toContainText(name);
}

/** Enters a finding by the form. */
export async function enter(page: Page, day: string, tier: string): Promise<void> {
  await fillDay(page.locator('#finding-day'), day);
  await page.locator(`.tier input[value=${tier}]`).check();
  await page.locator('.entering button[type=submit]').click();
  await expect(page.locator('tbody[data-finding]').last()).toBeVisible();
}

/** A ledger with one finding, kept as a matter. */
export async function begin(page: Page, name = '耳机', lang = 'zh'): Promise<void> {
  await open(page, `penalties.html?lang=${lang}`);
  await enter(page, '2026-11-02', 'serious_violation');
  await keep(page, name);
}

/** All that the browser keeps on the device. */
export const device = (page: Page): Promise<Record<string, string>> =>
  page.evaluate(() => ({ ...localStorage }));

/** A field of a document. */
export const field = (page: Page, document: string, name: string): Locator =>
  page
    .locator(`[data-document=${document}] [data-field=${name}]`)
    .locator('input, textarea')
    .first();

/** The file that a click saves. */
export async function saved(page: Page, click: () => Promise<void>): Promise<string> {
  const [download] = await Promise.all([page.waitForEvent('download'), click()]);
  return readFileSync(await download.path(), 'utf8');
}
