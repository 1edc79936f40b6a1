import { enter, openExample, openState } from './ledgers.ts';
import { expect, open, test } from './pages.ts';

// Source: the platform's questions and answers of 2017, question 8: the four findings, of which
// the first three fall into the window of 1 to 3 April.
test('each finding says in a sentence which window it fell into and how it was counted', async ({
  page,
}) => {
  await openExample(page, 'window');
  const why = page.locator('[data-finding] .why');
  await expect(why.nth(2)).toHaveText(
    '2017年4月1日至2017年4月3日的三日窗口内第3条；每件2分 × 4件 = 8分；与同一窗口的前一条合计一振，不另计；达到12分节点。',
  );
  await expect(why.nth(3)).toContainText('2017年4月4日至2017年4月6日的三日窗口内第1条');
  await page.locator('a[data-lang=en]').click();
  await expect(why.nth(2)).toHaveText(
    'Three-day window, 1 April 2017 to 3 April 2017: finding no. 3; 2 points × 4 items = 8; one strike together with the finding before it in the window; the ledger reaches the 12-point threshold.',
  );
});

// Source: law/penalties.md, vector T02: ten items on one day, of which the cap lets 12 points pass.
test('points above the cap are told as a subtraction', async ({ page }) => {
  await open(page, 'penalties.html');
  await enter(page, '2017-04-01', 'information', 10);
  await expect(page.locator('.why')).toContainText(
    '每件2分 × 10件 = 20分，窗口以12分为限，20 − 8 = 12分',
  );
  await expect(page.locator('[data-finding] td').first()).toContainText('另8分不计');
});

// Source: law/penalties.md, vector T38 (published): seven days from 1 January replaced by
// fourteen from 5 January, over on the 19th.
test('a measure that another replaced says so, with its end to the minute', async ({ page }) => {
  await openExample(page, 'replaced');
  const first = page.locator('[data-finding] .measures').first();
  await expect(first).toContainText('2014年1月1日00:00至2014年1月5日00:00');
  await expect(first).toContainText('由更重的措施接替，原定至2014年1月8日00:00');
  const second = page.locator('[data-finding] .measures').nth(1);
  await expect(second).toContainText('2014年1月5日00:00至2014年1月19日00:00');
  await expect(second).not.toContainText('接替');
  await expect(page.locator('.book').first()).toHaveText('严重违规扣分（B类，不含售假）');
});

// Source: law/penalties.md, A4.7: normal again only once the exam is passed.
test('an exam is asked for where a finding calls for one, and only there', async ({ page }) => {
  await openExample(page, 'two-nodes');
  await expect(page.locator('.exam')).toHaveCount(0);
  await expect(page.locator('[data-finding] .measures')).toContainText('须通过考试才能恢复');
  await page.getByRole('button', { name: '修改' }).first().click();
  await page.locator('.exam input[value=failed]').check();
  await page.getByRole('button', { name: '保存修改' }).click();
  await expect(page.locator('[data-finding] .span').last()).toHaveText('2014年3月5日12:00起');
  await page.getByRole('button', { name: '修改' }).first().click();
  await page.locator('.tier input[value=sale]').check();
  await page.locator('.exam input[value=""]').click();
  await expect(page.locator('.exam')).toHaveCount(0);
});

// Source: law/penalties.md, vector T32: in 2019 the third finding of the year costs the whole
// deposit, the second half of it, the first nothing.
test('money is told as far as it is known', async ({ page }) => {
  await openState(page, {
    findings: ['2019-04-01', '2019-05-01', '2019-06-01'].map((day, place) => ({
      id: `f${place + 1}`,
      day,
      tier: 'information',
      items: 1,
    })),
  });
  const money = page.locator('[data-finding] .money');
  await expect(money).toHaveCount(2);
  await expect(money.first()).toContainText('“应缴保证金（元）”的50%');
  await page.locator('#amount-deposit').fill('2,000.50');
  await page.keyboard.press('Tab');
  await expect(money.first()).toContainText('1,000.25元');
  await expect(money.last()).toContainText('2,000.5元');
  await page.locator('#amount-deposit').fill('viel');
  await page.keyboard.press('Tab');
  await expect(page.locator('#amount-deposit-wrong')).toHaveText('请填写金额，至多两位小数。');
  await expect(money.first()).toContainText('1,000.25元');
});

// Source: law/penalties.md, A1.6: a special situation books nothing.
test('a finding that does not count says why, and names no window', async ({ page }) => {
  await open(page, 'penalties.html');
  await page.getByLabel('具备特殊情形').check();
  await enter(page, '2017-04-01', 'information', 5);
  await expect(page.locator('.why')).toHaveText('不扣分，不计次。');
});

test('books are never added up', async ({ page }) => {
  await openExample(page, 'two-nodes');
  await expect(page.locator('.status-figure').first()).toContainText('0 / 48');
  await expect(page.locator('.status-figure').last()).toContainText('26');
});
