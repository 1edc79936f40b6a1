// Tables that people really have: what is asked of them, the first look, what is remembered, size.
import { readFileSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import { choose, look, openImport, real, reply, take } from './importing.ts';
import { column, expect, fillDay, test } from './pages.ts';

// Source: the headings and shapes of seller centres' exports; what must come out of each.
for (const [name, days, rule, taken] of [
  [
    '53-points.csv',
    ['2019-06-10', '2019-08-01', '2019-09-01', '2019-10-01'],
    ['2', '4', '12', '24'],
    ['2', '4', '12', '24'],
  ],
  ['67-points-only.csv', ['2019-03-01', '2019-04-01'], ['2', '6'], ['2', '6']],
  ['68-facilitation.csv', ['2019-03-01', '2019-04-01'], ['2', '12'], ['2', '12']],
  [
    '52-seller-centre.csv',
    ['2019-06-10 14:03:22', '2019-08-01 08:00', '2019-09-01 16:30'],
    ['2', '4', '0'],
    ['2', '4', '–'],
  ],
  [
    '52b-gbk.csv',
    ['2019-06-10 14:03:22', '2019-08-01 08:00', '2019-09-01 16:30'],
    ['2', '4', '0'],
    ['2', '4', '–'],
  ],
  ['54-vendor.csv', ['2019-09-01 16:30'], ['12'], ['12']],
  ['58-mixed-commas.csv', ['2019-06-11'], ['2'], ['–']],
  ['60-title-line.csv', ['2019-06-10'], ['2'], ['–']],
  ['62-html.xls', ['2019-06-10'], ['2'], ['–']],
  [
    '64-short-year.csv',
    ['2021-03-14', '2021-05-18', '2022-06-20'],
    ['12', '12', '12'],
    ['–', '–', '–'],
  ],
] as const) {
  test(`${name}: the first look shows what would come of it, and that is what is added`, async ({
    page,
  }) => {
    await openImport(page);
    await choose(page, real(name), name);
    await expect(look(page).locator('time')).toHaveText([...days]);
    await expect(look(page).locator('td:nth-of-type(2)')).toHaveText([...rule]);
    await expect(look(page).locator('td:nth-of-type(3)')).toHaveText([...taken]);
    await take(page).click();
    await expect.poll(() => column(page, 1)).toEqual([...rule]);
  });
}

// Source: 0 none, 1 pending, 2 upheld, 3 rejected in the tool that the table comes from; other
// tools count otherwise, so that the codes are asked.
test('codes for a status are asked once for the column, and an answer can be changed', async ({
  page,
}) => {
  await openImport(page);
  await choose(page, real('65-status-codes.csv'));
  await expect(take(page)).toBeDisabled();
  await expect(page.locator('.waits')).toHaveText('还有1个问题要先回答。');
  await reply(page, 'status', ['none', 'pending', 'upheld', 'rejected']);
  await expect(look(page).locator('td:nth-of-type(2)')).toHaveText(['12', '12', '0', '12']);
  await reply(page, 'status', ['none', 'pending', 'rejected', 'rejected']);
  await expect(look(page).locator('td:nth-of-type(2)')).toHaveText(['12', '12', '12', '12']);
});

// Source: the account of one seller with 24, 2 and 2 points under one word; Taobao's tiers of
// 2017: 24 is a serious case, 2 a finding from the listing.
test('one word for several tiers is read by the points taken, and that is said', async ({
  page,
}) => {
  await openImport(page);
  await choose(
    page,
    '时间,处罚,扣分\n2019-03-01,出售假冒商品,24\n2019-04-01,出售假冒商品,2\n2019-05-01,出售假冒商品,2\n',
  );
  await expect(look(page).locator('td:nth-of-type(2)')).toHaveText(['24', '2', '2']);
  await expect(page.locator('.first-look .remarks')).toContainText(
    '3条的类别由平台所扣分数和当日规则推出',
  );
  await take(page).click();
  await expect.poll(() => column(page, 1)).toEqual(['24', '2', '2']);
});

test('a row that a quotation mark would swallow is named, and none is lost', async ({ page }) => {
  await openImport(page);
  const rows = ['2019-03-01', '2019-04-01', '2019-05-01', '2019-06-01'];
  await choose(page, `日期,类别,权利\n${rows.map((day) => `${day},sale,"NIKE"商标`).join('\n')}\n`);
  const found = await look(page)
    .count()
    .catch(() => 0);
  await expect
    .poll(async () => (await look(page).count()) + (await page.locator('.troubles li').count()))
    .toBe(4);
  expect(found).toBeLessThanOrEqual(4);
});

test('rows that cannot be read are downloaded with their reasons', async ({ page }) => {
  await openImport(page);
  await choose(page, '日期,类别\n2017-04-01,sale\n2017-02-30,sale\n');
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '下载这些行和原因' }).click(),
  ]);
  expect(readFileSync(await file.path(), 'utf8')).toBe(
    '\uFEFF行号,日期,类别,原因\r\n3,2017-02-30,sale,没有“2017-02-30”这一天；应为历法上有的日期。\r\n',
  );
});

test('answers are remembered for the next table of the same shape only if the user says so', async ({
  page,
}) => {
  const table = '日期,类别\n2017-04-01,售假A\n';
  await openImport(page);
  await choose(page, table);
  await reply(page, 'tier', ['sale']);
  await expect(take(page)).toBeEnabled();
  expect(await page.evaluate(() => localStorage.length)).toBe(0);
  await page.getByRole('button', { name: '换一个文件' }).click();
  await choose(page, table);
  await expect(take(page)).toBeDisabled();
  await reply(page, 'tier', ['sale']);
  await page.getByLabel('在这台设备上记住这些回答').check();
  await page.getByRole('button', { name: '换一个文件' }).click();
  await choose(page, table);
  await expect(take(page)).toBeEnabled();
  await expect(page.getByText('采用了上次记住的回答')).toBeVisible();
  await page.getByLabel('在这台设备上记住这些回答').uncheck();
  expect(await page.evaluate(() => localStorage.length)).toBe(0);
});

/** Rows of one seller each, and what a platform's table of a year can hold. */
const many = (count: number) =>
  `日期,类别\n${Array.from({ length: count }, (_, row) => `2017-${`${(row % 9) + 1}`.padStart(2, '0')}-1${row % 10},sale`).join('\n')}\n`;

test('a hundred thousand rows leave the page free, show how far it is, and can be cancelled', async ({
  page,
}) => {
  await openImport(page);
  await choose(page, many(100_000));
  await page.locator('#import-progress').waitFor();
  // Were the page's thread not free, the reading would be over before these frames.
  await page.evaluate(async () => {
    for (let turn = 0; turn < 20; turn += 1) await new Promise(requestAnimationFrame);
  });
  await page.getByRole('button', { name: '取消读取' }).click();
  await expect(page.locator('zhengpin-ledger-import [role=alert]')).toContainText('已取消');
  await expect(page.locator('#import-file')).toBeVisible();
});

test('more findings than run at once are said to be so, and a span of days is taken', async ({
  page,
}) => {
  await openImport(page);
  await choose(page, many(10_010));
  await expect(take(page)).toBeDisabled();
  await expect(page.locator('.span')).toContainText('一次最多推演10,000条');
  await fillDay(page.locator('.span zhengpin-date-field').nth(0), '2017-09-19');
  await expect(take(page)).toBeEnabled();
});

for (const [lang, width] of [
  ['zh', 390],
  ['en', 390],
  ['en', 1280],
] as const) {
  test(`the screen with questions open has no fault that axe finds (${lang}, ${width} px)`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height: 860 });
    await openImport(page, lang);
    await choose(page, real('65-status-codes.csv'));
    await page.locator('.question-group').first().waitFor();
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
  });
}

test('the whole way by keyboard: a table is answered and added', async ({ page }) => {
  await openImport(page);
  await choose(page, '日期,类别\n2017-04-01,售假A\n');
  const asked = page.locator('[data-topic=tier] select');
  await asked.focus();
  // The list is closed: a key chooses by the first letter or goes down it.
  await page.keyboard.press('ArrowDown');
  await expect(take(page)).toBeEnabled();
  await take(page).focus();
  await page.keyboard.press('Enter');
  await expect.poll(() => column(page, 1)).toHaveLength(1);
});
