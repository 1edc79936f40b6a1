/** What the tests of importing findings share: how a file is given, and what is seen of it. */
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { open } from './pages.ts';

export async function openImport(page: Page, lang = 'zh'): Promise<void> {
  await open(page, `penalties.html?lang=${lang}`);
  await page
    .getByRole('button', { name: lang === 'zh' ? '导入文件' : 'Import a file' })
    .first()
    .click();
  await page.locator('#import-file').waitFor();
}

export async function choose(
  page: Page,
  content: string | Buffer,
  name = 'findings.csv',
): Promise<void> {
  const buffer = typeof content === 'string' ? Buffer.from(content) : content;
  await page.locator('#import-file').setInputFiles({ name, mimeType: 'text/csv', buffer });
}

export const take = (page: Page) => page.locator('zhengpin-ledger-import button.main');

/** One of the tables that people really have. */
export const real = (name: string) => readFileSync(new URL(`exchange/${name}`, import.meta.url));

/** The first look at the ledger that would come of a file: days, tiers, points by rule, taken. */
export const look = (page: Page) => page.locator('.first-look tbody tr');

/** Answers a question of a topic for the value with this number. */
export async function reply(page: Page, topic: string, answers: string[]): Promise<void> {
  const group = page.locator(`.question-group[data-topic="${topic}"]`);
  for (const [place, answer] of answers.entries()) {
    await group.locator('select').nth(place).selectOption(answer);
  }
}
