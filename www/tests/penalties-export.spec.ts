import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { openExample, openState } from './ledgers.ts';
import { column, expect, open, test } from './pages.ts';

async function exported(
  page: Page,
  name: string | RegExp,
): Promise<{ text: string; file: string }> {
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name }).click(),
  ]);
  return { text: readFileSync(await file.path(), 'utf8'), file: file.suggestedFilename() };
}

async function importFile(page: Page, text: string, name: string): Promise<void> {
  await page
    .getByRole('button', { name: /导入文件|Import a file/ })
    .first()
    .click();
  await page
    .locator('#import-file')
    .setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(text) });
}

/** The request that the page makes of its ledger. */
async function request(page: Page): Promise<unknown> {
  const { text } = await exported(page, /导出JSON|Export JSON/);
  return JSON.parse(text).request;
}

const FULL = {
  findings: [
    { id: 'f1', day: '2017-04-01', time: '09:30', tier: 'information', items: 3 },
    { id: 'f2', day: '2017-05-01', tier: 'serious', circumstances: ['promoted'], reversed: true },
    {
      id: 'f3',
      day: '2017-06-01',
      tier: 'serious_violation',
      items: 12,
      exam: '2017-06-20',
      labels: { complainant: '=1+1', right: '甲, "乙"' },
    },
    { id: 'f4', day: '2017-08-01', tier: 'serious_violation', items: 12, exam: false },
  ],
};

for (const lang of ['zh', 'en']) {
  test(`a table written in ${lang} is read back as it was`, async ({ page }) => {
    await openState(page, FULL, `?lang=${lang}`);
    const before = await request(page);
    const { text, file } = await exported(page, lang === 'zh' ? '导出CSV' : 'Export CSV');
    expect(file).toBe('zhengpin-taobao-counterfeit.csv');
    // Source: spreadsheets know UTF-8 by its mark, and calculate what begins with an equals sign.
    expect(text.startsWith('\uFEFF')).toBe(true);
    expect(text).toContain(`,'=1+1,`);
    expect(text).not.toMatch(/[,\n]"?=/);
    await open(page, `penalties.html?lang=${lang}`);
    // The tab keeps the ledger; an empty one is wanted here.
    await page.evaluate(() => sessionStorage.clear());
    await open(page, 'index.html');
    await open(page, `penalties.html?lang=${lang}`);
    await page.locator('[ready]').waitFor();
    await importFile(page, text, file);
    await page.locator('zhengpin-ledger-import button.main').click();
    await page.locator('[data-finding=f4]').waitFor();
    await expect.poll(() => request(page)).toEqual(before);
  });
}

test('a request is written with its answer, and read back as it was', async ({ page }) => {
  await openState(page, {
    ...FULL,
    until: '2018-06-01',
    reading: { window: 'hours' },
    amounts: { deposit: 2000.5 },
  });
  const { text, file } = await exported(page, '导出JSON');
  const { request: before, answer } = JSON.parse(text);
  expect(before.rulebook).toBe('taobao/counterfeit');
  expect(before.findings[0].issued).toBe('2017-04-01T09:30+08:00');
  expect(before.reading).toEqual({ window: 'hours' });
  expect(answer.entries).toHaveLength(4);
  await open(page, 'penalties.html');
  await page.reload();
  await page.locator('[ready]').waitFor();
  await importFile(page, text, file);
  await page.locator('[data-finding=f4]').waitFor();
  await expect.poll(() => request(page)).toEqual(before);
});

test('there is nothing to export while there is no finding', async ({ page }) => {
  await open(page, 'penalties.html');
  await expect(page.getByRole('button', { name: '导出CSV' })).toBeDisabled();
  await expect(page.getByRole('button', { name: '导出JSON' })).toBeDisabled();
  await openExample(page, 'window');
  await expect(page.getByRole('button', { name: '导出CSV' })).toBeEnabled();
  await expect.poll(() => column(page, 1)).toHaveLength(4);
});
