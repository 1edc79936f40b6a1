import type { Page } from '@playwright/test';
import { expect, fillDay, open, test } from './pages.ts';

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

// Source: review-use.md, A2.13: the field said that a whole date can be pasted, and cut these.
for (const [text, day, time] of [
  ['2021/3/5 14:22', '2021年3月5日', '14:22'],
  ['2021年3月5日 14:22:33', '2021年3月5日', '14:22'],
  ['2021年3月5日14时22分', '2021年3月5日', '14:22'],
  ['2021-03-05T09:05:00', '2021年3月5日', '09:05'],
  ['２０２１－０３－０５　９：０５', '2021年3月5日', '09:05'],
] as const) {
  test(`a day is pasted with its time where a finding is entered: ${text}`, async ({ page }) => {
    await paste(page, text);
    await expect(page.locator(echo)).toHaveText(day);
    await expect(page.locator('#finding-time')).toHaveValue(time);
  });
}

for (const text of ['44260', '2021-03-05 25:00', '2021-03-05T14:22:00Z', '下午3点', '20261']) {
  test(`what names no day is refused, never cut: ${text}`, async ({ page }) => {
    const fields = page.locator('#finding-day input');
    await paste(page, text);
    await expect(page.locator('#finding-day .wrong')).toHaveText('没看懂填入的日期，请逐格填写。');
    // Put in without the clipboard, as by dragging.
    await fields.first().fill(text);
    await expect(page.locator('#finding-day .wrong')).toHaveText('没看懂填入的日期，请逐格填写。');
    for (const field of await fields.all()) await expect(field).toHaveValue('');
    await fields.first().pressSequentially('2021');
    await expect(page.locator('#finding-day .wrong')).toHaveText('');
  });
}

test('a whole date put in without the clipboard is read', async ({ page }) => {
  await page.locator('#finding-day input').first().fill('2021年3月5日 14:22');
  await expect(page.locator(echo)).toHaveText('2021年3月5日');
  await expect(page.locator('#finding-time')).toHaveValue('14:22');
});

test('a time that a field has no use for is said', async ({ page }) => {
  await open(page, 'appeal.html');
  const field = page.locator('[data-field=signed_on]');
  await field.locator('input').first().fill('2021-03-05 14:22');
  await expect(field.locator('.echo')).toHaveText('2021年3月5日 · 时刻14:22没有用上');
});

// Source: review-use.md, A1.6: the error moved the page by 24 px between press and release.
for (const [width, height] of [
  [360, 780],
  [768, 1024],
  [1280, 720],
] as const) {
  for (const lang of ['zh', 'en']) {
    test(`a click after half a date is not lost, ${width} px, ${lang}`, async ({ page }) => {
      await page.setViewportSize({ width, height });
      await open(page, `penalties.html?lang=${lang}`);
      const tier = page.locator('input[name=tier]').nth(1);
      await page.locator('#finding-day input[name=year]').fill('2026');
      const at = await tier.boundingBox();
      await tier.hover();
      await page.mouse.down();
      await expect(page.locator('#finding-day .wrong')).not.toHaveText('');
      await page.mouse.up();
      await expect(tier).toBeChecked();
      const scrolled = await tier.boundingBox();
      expect(scrolled?.x).toBe(at?.x);
    });

    test(`what is said to a date takes no room of its own, ${width} px, ${lang}`, async ({
      page,
    }) => {
      await page.setViewportSize({ width, height });
      for (const address of ['penalties.html', 'appeal.html']) {
        await open(page, `${address}?lang=${lang}`);
        const field = page.locator('zhengpin-date-field:visible').last();
        const tall = async () => (await field.boundingBox())?.height;
        const before = await tall();
        const put = (name: string, text: string) => field.locator(`input[name=${name}]`).fill(text);
        await put('year', '2026');
        await field.locator('input[name=year]').blur();
        await expect(field.locator('.wrong')).not.toHaveText('');
        expect(await tall()).toBe(before);
        await put('month', '2');
        await put('day', '3');
        await expect(field.locator('.echo')).not.toHaveText('');
        expect(await tall()).toBe(before);
      }
    });
  }
}

// Source: review-use.md, A2.19: a finding in 2062 was taken without a word.
test('a finding in the future or after closure is said at entry', async ({ page }) => {
  await fillDay(page.locator('#finding-day'), '2062-01-02');
  await expect(page.locator(echo)).toHaveText('2062年1月2日 · 这一天还没有到');
  await page.locator('.examples button', { hasText: '推广假货' }).click();
  await expect(page.locator('tbody[data-closes]')).toHaveCount(1);
  await fillDay(page.locator('#finding-day'), '2026-01-02');
  await expect(page.locator(echo)).toContainText('已经关闭');
});
