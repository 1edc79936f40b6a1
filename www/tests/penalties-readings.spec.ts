import { enter, openExample } from './ledgers.ts';
import { column, expect, open, test } from './pages.ts';

// Source: law/penalties.md, (b) 1: in 72 hours the findings of 1 and 4 April fall into one window
// only if the later one comes earlier in the day.
test('a reading is asked for where it changes this ledger, and the choice is kept in the link', async ({
  page,
}) => {
  await open(page, 'penalties.html');
  await page.locator('#finding-time').fill('23:00');
  await enter(page, '2017-04-01', 'information', 1);
  await page.locator('#finding-time').fill('01:00');
  await enter(page, '2017-04-04', 'information', 1);
  await expect.poll(() => column(page, 3)).toEqual(['1', '2']);
  const reading = page.locator('[data-reading=window]');
  await expect(reading).toContainText('“三日”怎么算');
  await expect(reading.locator('input[value=calendar]')).toBeChecked();
  const other = reading.locator('label', { has: page.locator('input[value=hours]') });
  await expect(other).toContainText(
    '改变2017年4月4日的“信息层面判断”；结果：账户未关闭，累计4分，1振',
  );
  await reading.locator('input[value=hours]').check();
  await expect.poll(() => column(page, 3)).toEqual(['1', '1']);
  await page.reload();
  await reading.waitFor();
  await expect.poll(() => column(page, 3)).toEqual(['1', '1']);
  await expect(reading.locator('input[value=hours]')).toBeChecked();
  await reading.locator('input[value=calendar]').check();
  await expect.poll(() => column(page, 3)).toEqual(['1', '2']);
});

test('no reading is asked for where it changes nothing', async ({ page }) => {
  await open(page, 'penalties.html');
  await enter(page, '2017-04-01', 'sale');
  await page.locator('.outlook').waitFor();
  await expect(page.locator('.readings')).toHaveCount(0);
});

test('each reading is a group that a screen reader names', async ({ page }) => {
  await openExample(page, 'same-complaint');
  const groups = page.locator('[data-reading] fieldset');
  for (const group of await groups.all()) {
    await expect(group.locator('legend')).not.toHaveText('');
    await expect(group.locator('input:checked')).toHaveCount(1);
  }
});
