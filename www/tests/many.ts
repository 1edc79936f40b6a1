import { readFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import Papa from 'papaparse';
import { fillDay, open } from './pages.ts';

/** The day as of which the tests ask, so that the same table stands the same on every day. */
export const DAY = '2026-11-22';

/** Opens the page of many cases as of a day. */
export async function openMany(page: Page, lang = 'zh', day = DAY): Promise<void> {
  await open(page, `many.html?lang=${lang}`);
  await page.locator('.as-of summary').click();
  await fillDay(page.locator('.as-of'), day);
}

/** Pastes a table, as somebody would who writes it into the field. */
export async function enter(page: Page, text: string): Promise<void> {
  await page.locator('#import-text').fill(text);
  await page.locator('#import-text').blur();
}

/** Hands the page a file. */
export async function give(page: Page, text: string, name = 'cases.csv'): Promise<void> {
  const buffer = Buffer.from(text);
  await page.locator('#import-file').setInputFiles({ name, mimeType: 'text/csv', buffer });
}

export const row = (page: Page, line: number): Locator =>
  page.locator(`.cases tr[data-row="${line}"]`);

/** How each case stands that is shown, by line. */
export async function standing(page: Page): Promise<Record<string, string>> {
  return page
    .locator('.cases tbody tr')
    .evaluateAll((rows) =>
      Object.fromEntries(
        rows.map((one) => [one.getAttribute('data-row'), one.getAttribute('data-standing')]),
      ),
    );
}

/** The file that a button saves, as records by heading. */
export async function saved(page: Page, button: Locator): Promise<Record<string, string>[]> {
  const [file] = await Promise.all([page.waitForEvent('download'), button.click()]);
  const text = readFileSync(await file.path(), 'utf8');
  // Spreadsheets know UTF-8 by its mark.
  if (!text.startsWith('\uFEFF')) throw new Error('no mark');
  return Papa.parse<Record<string, string>>(text.trim().slice(1), { header: true }).data;
}

export const saveAll = (page: Page) => saved(page, page.locator('[data-save=all]'));
