import { enter, openExample } from './ledgers.ts';
import { expect, fillDay, open, test } from './pages.ts';

// Source: law/penalties.md, A3.3: three strikes or 48 points close the account; with two strikes
// and 14 points any finding that is a strike closes it, one from the listing does not.
test('one more finding of each kind says what it would do', async ({ page }) => {
  await openExample(page, 'window');
  const next = (tier: string) => page.locator(`[data-next=${tier}]`);
  await expect(next('sale')).toHaveAttribute('data-closes', '');
  await expect(next('sale').locator('td').nth(1)).toHaveText('26');
  await expect(next('sale')).toContainText('账户关闭');
  await expect(next('information')).not.toHaveAttribute('data-closes');
  await expect(next('information').locator('td').nth(1)).toHaveText('16');
  await expect(next('information')).not.toContainText('账户关闭');
});

test('the shortest ways to closure stand before those to nodes, other books are folded', async ({
  page,
}) => {
  await openExample(page, 'window');
  const ways = page.locator('.ways > dl > [data-way]');
  await expect(ways.first()).toHaveAttribute('data-way', /^closure\//);
  await expect(page.locator('[data-way="closure/three_strikes"]')).toContainText('实际出售');
  await expect(page.locator('[data-way="node/every_twelve"]')).toContainText('信息层面判断5件');
  await expect(page.locator('[data-way="node/serious_12"]')).toBeHidden();
});

// Source: law/penalties.md, A3.5: findings of one window are one strike, so a third strike by the
// listing takes a finding after the window of 4 to 6 April.
test('what leads there only after a window is over says when', async ({ page }) => {
  await openExample(page, 'window');
  const way = page.locator('[data-way="closure/three_strikes"] li', { hasText: '信息层面判断' });
  await expect(way.first().locator('.apart')).toContainText('窗口结束之后，最早于2017年4月7日');
  const atOnce = page.locator('[data-way="closure/three_strikes"] li', { hasText: '实际出售' });
  await expect(atOnce.first().locator('.apart')).toHaveCount(0);
});

// Source: law/penalties.md, A2 (seven days), A4.10 (less than 24 points are cleared at the end of
// the year), A3.9 (no strike is cleared in 2017).
test('what runs out stands in order of time, the end of the year among it', async ({ page }) => {
  await openExample(page, 'window');
  const ends = page.locator('.endings dl > div');
  await expect(ends.nth(0)).toContainText('2017年4月7日00:00');
  await expect(ends.nth(0)).toContainText('三日窗口结束');
  await expect(ends.nth(1)).toContainText('2017年4月10日12:00');
  await expect(ends.nth(1)).toContainText('店铺屏蔽');
  await expect(ends.nth(2)).toContainText('2017年年末');
  await expect(ends.nth(2).locator('s')).toHaveText('14');
});

test('the forecast is made for any day, and from there on', async ({ page }) => {
  await openExample(page, 'window');
  await fillDay(page.locator('.until'), '2018-02-01');
  await expect(page.locator('.outlook')).toContainText('自2018年2月1日23:59起推算');
  await expect(page.locator('.endings')).not.toContainText('2017年4月10日');
  await expect(page.locator('[data-next=sale] td').nth(1)).toHaveText('12');
  await page.getByRole('button', { name: '到今天' }).click();
  await expect(page.locator('.until input[name=year]')).not.toHaveValue('2018');
});

// Source: law/penalties.md, vector T29: without the finding that opened the window, points and
// strike of it go.
test('an appeal says what it would restore', async ({ page }) => {
  await openExample(page, 'window');
  const appeals = page.locator('[data-appeal]');
  await expect(appeals).toHaveCount(4);
  await expect(appeals.nth(3)).toContainText('少2分、少1振');
  await expect(appeals.nth(2)).toContainText('不再执行：店铺屏蔽');
});

test('a closed account has no further findings, and an appeal that opens it says so', async ({
  page,
}) => {
  await openExample(page, 'strikes');
  await expect(page.locator('[data-next]')).toHaveCount(0);
  await expect(page.locator('[data-way]')).toHaveCount(0);
  await expect(page.locator('[data-appeal]').first()).toContainText('账户恢复');
});

test('a reversed finding has nothing to appeal against', async ({ page }) => {
  await openExample(page, 'mug');
  await expect(page.locator('[data-appeal]')).toHaveCount(0);
});

test('an empty ledger forecasts nothing', async ({ page }) => {
  await open(page, 'penalties.html');
  await expect(page.locator('.outlook')).toHaveCount(0);
  await enter(page, '2017-04-01', 'sale');
  await expect(page.locator('.outlook')).toHaveCount(1);
});
