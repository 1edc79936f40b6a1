import { enter, openExample } from './ledgers.ts';
import { column, expect, link, test } from './pages.ts';

test('a finding is supposed to be reversed, and what differs stands finding by finding', async ({
  page,
}) => {
  await openExample(page, 'strikes');
  await page.locator('[data-finding=f2] .suppose summary').click();
  await page.locator('[data-finding=f2]').getByRole('button', { name: '被撤销' }).click();
  const difference = page.locator('.difference');
  await expect(difference.locator('.turn-of')).toHaveText(
    /账户关闭，累计36分，3振\s*→\s*账户未关闭，累计24分，2振/,
  );
  await expect(difference.locator('[data-differs]')).toHaveCount(2);
  await expect(difference.locator('[data-differs=f3]')).toContainText('不再关闭账户');
  await expect(difference.locator('[data-differs=f2] s').first()).toHaveText('12');
  await page.getByRole('button', { name: '回到留下的账' }).click();
  await expect(difference).toHaveCount(0);
  await expect.poll(() => column(page, 3)).toEqual(['1', '2', '3']);
});

test('a finding is supposed to be of another kind, or not there', async ({ page }) => {
  await openExample(page, 'strikes');
  await page.locator('[data-finding=f1] .suppose summary').click();
  await page.locator('[data-finding=f1] .suppose select').selectOption('information');
  await expect(page.locator('[data-differs=f1]')).toContainText('由“实际出售”改为“信息层面判断”');
  await page.locator('[data-finding=f3] .suppose summary').click();
  await page.locator('[data-finding=f3]').getByRole('button', { name: '没有这一条' }).click();
  await expect(page.locator('[data-differs=f3]')).toContainText('已去掉');
  await expect.poll(() => column(page, 1)).toHaveLength(2);
  await page.getByRole('button', { name: '就用现在的账' }).click();
  await expect(page.locator('.difference')).toHaveCount(0);
  await expect.poll(() => column(page, 1)).toHaveLength(2);
});

test('a kept ledger is compared with any change, also through a link', async ({
  page,
  context,
}) => {
  await openExample(page, 'window');
  await page.getByRole('button', { name: '留下这本账，另作假设' }).click();
  await expect(page.locator('.difference')).toContainText('这里列出不同');
  await enter(page, '2017-05-01', 'sale');
  await expect(page.locator('[data-differs=f5]')).toContainText('新增');
  await expect(page.locator('[data-differs]')).toHaveCount(1);
  const copy = await context.newPage();
  await copy.goto(await link(page));
  await expect(copy.locator('[data-differs=f5]')).toContainText('新增');
  await copy.getByRole('button', { name: '回到留下的账' }).click();
  await expect.poll(() => column(copy, 1)).toEqual(['2', '2', '8', '2']);
});

test('without a supposition there is nothing to compare', async ({ page }) => {
  await openExample(page, 'window');
  await expect(page.locator('.difference')).toHaveCount(0);
});
