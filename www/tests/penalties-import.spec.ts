import { readFileSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { enter, openExample } from './ledgers.ts';
import { column, expect, fillDay, open, test } from './pages.ts';

async function openImport(page: Page, lang = 'zh'): Promise<void> {
  await open(page, `penalties.html?lang=${lang}`);
  await page
    .getByRole('button', { name: lang === 'zh' ? '导入文件' : 'Import a file' })
    .first()
    .click();
  await page.locator('#import-file').waitFor();
}

async function choose(page: Page, content: string | Buffer, name = 'findings.csv'): Promise<void> {
  const buffer = typeof content === 'string' ? Buffer.from(content) : content;
  await page.locator('#import-file').setInputFiles({ name, mimeType: 'text/csv', buffer });
}

const take = (page: Page) => page.locator('zhengpin-ledger-import button.main');

/** One of the tables that people really have. */
const real = (name: string) => readFileSync(new URL(`exchange/${name}`, import.meta.url));

/** The first look at the ledger that would come of a file: days, tiers, points by rule, taken. */
const look = (page: Page) => page.locator('.first-look tbody tr');

/** Answers a question of a topic for the value with this number. */
async function reply(page: Page, topic: string, answers: string[]): Promise<void> {
  const group = page.locator(`.question-group[data-topic="${topic}"]`);
  for (const [place, answer] of answers.entries()) {
    await group.locator('select').nth(place).selectOption(answer);
  }
}

const EXAMPLE = `处罚下达日期,认定为,数量
2017-04-01,信息层面判断,1
2017-04-02,信息层面判断,1
2017-04-03,信息层面判断,4
2017-04-04,信息层面判断,1
`;

// Source: the platform's questions and answers of 2017, question 8.
test('a table with our headings is taken as it is', async ({ page }) => {
  await openImport(page);
  await choose(page, EXAMPLE);
  await expect(page.locator('.troubles')).toHaveCount(0);
  await take(page).click();
  await expect.poll(() => column(page, 1)).toEqual(['2', '2', '8', '2']);
  await expect(page.locator('zhengpin-ledger-import')).toHaveCount(0);
});

test('headings and values are understood in English and by code', async ({ page }) => {
  await openImport(page, 'en');
  await choose(page, 'Issued,Kind,Count\n1 Apr 2017,Actual sale,\n2017-05-01,sale,1\n');
  await take(page).click();
  await expect.poll(() => column(page, 1)).toEqual(['12', '12']);
});

// Source: GB 18030 maps 日 to C8 D5, 期 to C6 DA; spreadsheets in China write it without a mark.
test('a file in GBK is read, and one in UTF-16 with its mark', async ({ page }) => {
  await openImport(page);
  const head = Buffer.from('c8d5c6da2cc0e0b1f00a', 'hex');
  await choose(page, Buffer.concat([head, Buffer.from('2017-04-01,sale\n')]));
  await expect(page.locator('#column-0')).toHaveValue('day');
  await expect(page.locator('#column-1')).toHaveValue('tier');
  await page.getByRole('button', { name: '关闭' }).click();
  await page.getByRole('button', { name: '导入文件' }).first().click();
  const wide = Buffer.from(`\uFEFF${EXAMPLE}`, 'utf16le');
  await choose(page, wide);
  await take(page).click();
  await expect.poll(() => column(page, 1)).toHaveLength(4);
});

// Source: 1 April 2017 is day 42826 counted from 30 December 1899, as spreadsheets count.
test('dates are read in their usual forms', async ({ page }) => {
  await openImport(page);
  const days = ['2017/4/1', '2017年4月2日', '20170403', '42829', '5-Apr-17', '2017-04-06T01:00Z'];
  await choose(page, `日期,类别\n${days.map((day) => `${day},sale`).join('\n')}\n`);
  await expect(page.locator('.troubles')).toHaveCount(0);
  await take(page).click();
  await expect(page.locator('.ledger time').nth(0)).toHaveText('2017-04-01');
  await expect(page.locator('.ledger time').nth(3)).toHaveText('2017-04-04');
  await expect(page.locator('.ledger time').nth(4)).toHaveText('2017-04-05');
  await expect(page.locator('.ledger time').nth(5)).toHaveText('2017-04-06 09:00');
});

test('a time is read from its own column or from that of the date', async ({ page }) => {
  await openImport(page);
  await choose(
    page,
    '日期,时间,类别\n2017-04-01,下午3:05,sale\n2017/4/2 9:30,,sale\n42828.5,,sale\n',
  );
  await take(page).click();
  await expect(page.locator('.ledger time')).toHaveText([
    '2017-04-01 15:05',
    '2017-04-02 09:30',
    '2017-04-03 12:00',
  ]);
});

test('where day and month could be either, the order is asked for, and only there', async ({
  page,
}) => {
  await openImport(page);
  await choose(page, '日期,类别\n3/4/2017,sale\n');
  await expect(take(page)).toBeDisabled();
  await reply(page, 'order', ['dmy']);
  await take(page).click();
  await expect(page.locator('.ledger time')).toHaveText('2017-04-03');
  await page.getByRole('button', { name: '导入文件' }).first().click();
  await choose(page, '日期,类别\n3/14/2017,sale\n');
  await expect(page.locator('[data-topic=order]')).toHaveCount(0);
  await expect(take(page)).toBeEnabled();
});

test('other headings are assigned by hand, and unknown values with them', async ({ page }) => {
  await openImport(page);
  await choose(page, 'wann,was,notiz\n2017-04-01,Fälschung,a\n2017-04-08,Fälschung,b\n');
  await expect(take(page)).toBeDisabled();
  await page.locator('#column-0').selectOption('day');
  await page.locator('#column-1').selectOption('tier');
  await expect(page.locator('#column-2')).toHaveValue('ignored');
  await reply(page, 'tier', ['sale']);
  await take(page).click();
  await expect.poll(() => column(page, 1)).toEqual(['12', '12']);
});

test('what is wrong is named by row and column, mended on the spot, and nothing is lost', async ({
  page,
}) => {
  await openImport(page);
  await choose(
    page,
    '日期,类别,数量\n2017-04-01,sale,1\n2017-02-30,sale,1\n2017-04-03,sale,viel\n',
  );
  const troubles = page.locator('.troubles');
  await expect(troubles).toContainText('第 3 行，“日期”');
  await expect(troubles).toContainText('没有 `2017-02-30` 这一天');
  await expect(troubles).toContainText('第 4 行，“数量”');
  await expect(take(page)).toHaveText(/加入 1 条/);
  await page.locator('#cell-3-0').fill('2017-02-28');
  await page.keyboard.press('Tab');
  await expect(take(page)).toHaveText(/加入 2 条/);
  await take(page).click();
  await expect.poll(() => column(page, 1)).toEqual(['12', '12']);
  await expect(troubles).toContainText('第 4 行，“数量”');
  await page.locator('#cell-4-2').fill('1');
  await page.keyboard.press('Tab');
  await take(page).click();
  await expect.poll(() => column(page, 1)).toHaveLength(3);
});

// Source: law/penalties.md, A7: the oldest rule known is in force since 2013-01-01.
test('what the rules refuse is named at its cell', async ({ page }) => {
  await openImport(page);
  await choose(page, '日期,类别\n2012-06-01,sale\n2017-04-01,sale\n');
  await expect(page.locator('.troubles')).toContainText('第 2 行，“日期”');
  await expect(page.locator('.troubles')).toContainText('尚未或不再施行');
  await expect(take(page)).toHaveText(/加入 1 条/);
});

test('findings join those that are there, or take their place', async ({ page }) => {
  await openExample(page, 'strikes');
  await page.getByRole('button', { name: '导入文件' }).first().click();
  await choose(page, '日期,类别\n2017-07-01,sale\n');
  await take(page).click();
  await expect.poll(() => column(page, 1)).toHaveLength(4);
  await page.getByRole('button', { name: '导入文件' }).first().click();
  await choose(page, '日期,类别\n2017-07-01,sale\n');
  await page.getByLabel('替换现有的 4 条认定').check();
  await take(page).click();
  await expect.poll(() => column(page, 1)).toHaveLength(1);
  await page.getByRole('button', { name: '撤销', exact: true }).click();
  await expect.poll(() => column(page, 1)).toHaveLength(4);
});

test('a table is pasted from a spreadsheet', async ({ page }) => {
  await openImport(page);
  await page.locator('#import-text').evaluate((field) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', '日期\t类别\n2017-04-01\tsale\n');
    field.dispatchEvent(new ClipboardEvent('paste', { clipboardData }));
  });
  await take(page).click();
  await expect.poll(() => column(page, 1)).toEqual(['12']);
});

for (const [what, text, says] of [
  ['is empty', '', '文件是空的'],
  ['holds only headings', '日期,类别\n', '表里除列名以外没有内容'],
  ['is JSON of another kind', '{"a": 1}', '/findings 没有 `findings`'],
  ['is JSON cut short', '{"findings": [', '不是完整的 JSON'],
  ['is a PDF', '%PDF-1.7\n%âãÏÓ\n', 'PDF 文件，这里读不了'],
  ['is an old workbook', Buffer.from('d0cf11e0a1b11ae1', 'hex'), '旧版 Excel 文件'],
  ['is a workbook cut short', real('61.xlsx'), '内容不完整'],
] as const) {
  test(`a file that ${what} is said to be so, and nothing changes`, async ({ page }) => {
    await openExample(page, 'strikes');
    await page.getByRole('button', { name: '导入文件' }).first().click();
    await choose(page, text, 'any.txt');
    await expect(page.locator('zhengpin-ledger-import [role=alert]')).toContainText(says);
    await expect.poll(() => column(page, 1)).toHaveLength(3);
  });
}

test('a request to the engine is taken, one that the engine refuses is not', async ({ page }) => {
  await openImport(page);
  const request = (issued: string) =>
    JSON.stringify({
      rulebook: 'taobao/counterfeit',
      findings: [{ id: 'a', issued, tier: 'serious', promoted: true }],
    });
  await choose(page, request('2012-04-01'), 'request.json');
  await expect(page.locator('zhengpin-ledger-import [role=alert]')).toContainText(
    '/findings/0/issued',
  );
  await choose(page, request('2017-06-01T01:00Z'), 'request.json');
  await expect.poll(() => column(page, 1)).toEqual(['48']);
  await expect(page.locator('.ledger time').first()).toHaveText('2017-06-01 09:00');
});

test('which columns there can be is written on the page', async ({ page }) => {
  await openImport(page);
  await page.locator('.columns-known summary').click();
  for (const name of ['处罚下达日期', '认定为', '数量', '平台所扣分数', '投诉人', '申诉成立']) {
    await expect(page.locator('.columns-known dt', { hasText: name })).toHaveCount(1);
  }
});

test('importing asks nothing of any server', async ({ page }) => {
  await openImport(page);
  await page.waitForLoadState('networkidle');
  const requests: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  await choose(page, EXAMPLE);
  await take(page).click();
  await enter(page, '2017-05-01', 'sale');
  await page.waitForTimeout(300);
  expect(requests).toEqual([]);
});

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
  await expect(page.locator('.waits')).toHaveText('还有 1 个问题要先回答。');
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
    '3 条的类别由平台所扣分数和当日规则推出',
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
    '\uFEFF行号,日期,类别,原因\r\n3,2017-02-30,sale,没有 `2017-02-30` 这一天；应为历法上有的日期。\r\n',
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
  await expect(page.locator('.span')).toContainText('一次最多推演 10,000 条');
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
