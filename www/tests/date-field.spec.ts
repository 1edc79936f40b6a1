import type { Page } from '@playwright/test';
import { expect, open, test } from './pages.ts';

async function paste(page: Page, text: string): Promise<void> {
  await page
    .locator('#finding-day input')
    .first()
    .evaluate((field, pasted) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text', pasted);
      field.dispatchEvent(
        new ClipboardEvent('paste', {
          clipboardData,
          bubbles: true,
          composed: true,
          cancelable: true,
        }),
      );
    }, text);
}

const echo = '#finding-day .echo';

test.beforeEach(({ page }) => open(page, 'penalties.html'));

for (const text of [
  '2026-01-02',
  '2026年1月2日',
  '2026/1/2',
  '20260102',
  '２０２６．１．２',
  '2 January 2026',
  'January 2, 2026',
]) {
  test(`a whole date can be pasted: ${text}`, async ({ page }) => {
    await paste(page, text);
    await expect(page.locator(echo)).toHaveText('2026年1月2日');
  });
}

test('a date that could mean two days is not guessed at', async ({ page }) => {
  await paste(page, '01/02/2026');
  await expect(page.locator(echo)).toHaveText('');
});

test('a day that does not exist is refused once the field is left', async ({ page }) => {
  await page.locator('#finding-day input[name=year]').fill('2026');
  await page.locator('#finding-day input[name=month]').fill('2');
  await page.locator('#finding-day input[name=day]').fill('29');
  await expect(page.locator('#finding-day .wrong')).toHaveText('');
  await page.locator('#finding-time').focus();
  await expect(page.locator('#finding-day .wrong')).toHaveText('日期不完整，或者没有这一天。');
});
