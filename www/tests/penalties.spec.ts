import { enter, openExample } from './ledgers.ts';
import { column, expect, fillDay, open, test } from './pages.ts';

// Source: the platform's questions and answers of 2017, question 8: findings of 1 to 4 April
// for 1, 1, 4 and 1 items.
test('four findings in four days book 2, 2, 8, 2 points and make two strikes', async ({ page }) => {
  await openExample(page, 'window');
  await expect.poll(() => column(page, 1)).toEqual(['2', '2', '8', '2']);
  await expect.poll(() => column(page, 2)).toEqual(['2', '4', '12', '14']);
  await expect.poll(() => column(page, 3)).toEqual(['1', '1', '1', '2']);
  await expect(page.locator('.status')).toHaveAttribute('data-open', 'true');
  await expect(page.locator('.status')).toContainText('14 / 48');
});

// Source: the same, question 11: a serious case promoted through paid advertising.
test('a serious finding with paid promotion books 48 points and closes the account', async ({
  page,
}) => {
  await openExample(page, 'promoted');
  await expect.poll(() => column(page, 1)).toEqual(['48']);
  await expect(page.locator('.status')).toHaveAttribute('data-open', 'false');
  await expect(page.locator('.status .seal')).toHaveText('账户关闭');
  await expect(page.locator('[data-finding] .measures')).toContainText('查封账户');
});

// Source: law/penalties.md, vector T10 (three actual sales, derived from A3.3).
test('three actual sales close the account by strikes', async ({ page }) => {
  await openExample(page, 'strikes');
  await expect.poll(() => column(page, 2)).toEqual(['12', '24', '36']);
  await expect.poll(() => column(page, 3)).toEqual(['1', '2', '3']);
  await expect(page.locator('.status')).toHaveAttribute('data-open', 'false');
  await expect(page.locator('tbody[data-finding][data-closes]')).toHaveCount(1);
});

// Source: law/penalties.md, vector T19 (28 points at the end of the year carry over as 24).
test('the turn of the year stands in the ledger as a row', async ({ page }) => {
  await open(page, 'penalties.html');
  await enter(page, '2017-03-10', 'serious');
  await enter(page, '2017-09-01', 'information', 2);
  await expect(page.locator('.year-end')).toHaveCount(0);
  await fillDay(page.locator('.until'), '2018-01-01');
  await expect(page.locator('.year-end')).toHaveCount(1);
  await expect(page.locator('.year-end')).toContainText('2017');
  await expect(page.locator('.year-end td').nth(1)).toContainText('28');
  await expect(page.locator('.year-end td').nth(1)).toContainText('24');
});

test('a finding can be changed and removed, and removal undone', async ({ page }) => {
  await openExample(page, 'window');
  await page.getByRole('button', { name: '修改' }).nth(2).click();
  await page.locator('#finding-items').fill('1');
  await page.getByRole('button', { name: '保存修改' }).click();
  await expect.poll(() => column(page, 1)).toEqual(['2', '2', '2', '2']);
  await page.getByRole('button', { name: '删去' }).first().click();
  await expect.poll(() => column(page, 1)).toHaveLength(3);
  await page.getByRole('button', { name: '撤销', exact: true }).click();
  await expect.poll(() => column(page, 1)).toHaveLength(4);
});

test('what is missing from a finding is said at the field, and focus goes there', async ({
  page,
}) => {
  await open(page, 'penalties.html');
  await page.getByRole('button', { name: '加入', exact: true }).click();
  await expect(page.locator('#finding-day')).toContainText('请填写处罚下达日期');
  await expect(page.locator('#finding-tier-wrong')).toHaveText('请选择认定的类别。');
  await expect(page.locator('#finding-day input').first()).toBeFocused();
  await expect(page.locator('.ledger')).toHaveCount(0);
});

// Source: law/penalties.md, vector T05 (the window is counted in calendar days).
test('a time of day is taken into account', async ({ page }) => {
  await open(page, 'penalties.html');
  await page.locator('#finding-time').fill('2359');
  await enter(page, '2017-04-01', 'information', 1);
  await page.locator('#finding-time').fill('0:01');
  await enter(page, '2017-04-04', 'information', 1);
  await expect.poll(() => column(page, 3)).toEqual(['1', '2']);
  await expect(page.locator('.ledger time').first()).toHaveText('2017-04-01 23:59');
});

// Source: law/penalties.md, A7: the oldest rule known is in force since 2013-01-01.
test('a finding that the rules do not cover is refused at its field, and nothing is lost', async ({
  page,
}) => {
  await openExample(page, 'window');
  await enter(page, '2012-12-31', 'serious');
  await expect(page.locator('#finding-day .wrong')).toContainText('尚未或不再施行');
  await expect.poll(() => column(page, 1)).toHaveLength(4);
});

test('a day before the last finding is refused as the end of the ledger', async ({ page }) => {
  await openExample(page, 'window');
  await fillDay(page.locator('.until'), '2017-04-02');
  await expect(page.locator('.until .wrong')).not.toHaveText('');
  await expect.poll(() => column(page, 1)).toHaveLength(4);
});

// Source: law/penalties.md, A1.7: promotion counts since 2017-02-21.
test('the form offers what the rules of the day know, and no more', async ({ page }) => {
  await open(page, 'penalties.html');
  await fillDay(page.locator('#finding-day'), '2016-06-01');
  await expect(page.locator('.finding')).not.toContainText('利用阿里妈妈推广');
  await fillDay(page.locator('#finding-day'), '2017-06-01');
  await expect(page.locator('.finding')).toContainText('利用阿里妈妈推广');
});

// Source: the platform's questions and answers of 2017, question 9 (complaints of one user on
// one right, upheld on 4, 8 and 11 January).
test('who complained and on what can be named, and the third complaint is graver', async ({
  page,
}) => {
  await open(page, 'penalties.html');
  for (const day of ['2015-01-04', '2015-01-08', '2015-01-11']) {
    await page.locator('.names').evaluate((fold) => fold.setAttribute('open', ''));
    await page.locator('#finding-label-complainant').fill('A');
    await page.locator('#finding-label-right').fill('R');
    await enter(page, day, 'information', 1);
  }
  await expect.poll(() => column(page, 1)).toEqual(['2', '2', '48']);
  await expect(page.locator('.why').nth(2)).toContainText('按“情节特别严重”认定');
});
