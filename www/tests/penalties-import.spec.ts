// Files of findings: what is read as what, what is refused, and how findings are added.
import { choose, openImport, real, reply, take } from './importing.ts';
import { enter, openExample } from './ledgers.ts';
import { column, expect, test } from './pages.ts';

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
  await expect(troubles).toContainText('第3行，“日期”');
  await expect(troubles).toContainText('没有“2017-02-30”这一天');
  await expect(troubles).toContainText('第4行，“数量”');
  await expect(take(page)).toHaveText(/加入1条/);
  await page.locator('#cell-3-0').fill('2017-02-28');
  await page.keyboard.press('Tab');
  await expect(take(page)).toHaveText(/加入2条/);
  await take(page).click();
  await expect.poll(() => column(page, 1)).toEqual(['12', '12']);
  await expect(troubles).toContainText('第4行，“数量”');
  await page.locator('#cell-4-2').fill('1');
  await page.keyboard.press('Tab');
  await take(page).click();
  await expect.poll(() => column(page, 1)).toHaveLength(3);
});

// Source: law/penalties.md, A7: the oldest rule known is in force since 2013-01-01.
test('what the rules refuse is named at its cell', async ({ page }) => {
  await openImport(page);
  await choose(page, '日期,类别\n2012-06-01,sale\n2017-04-01,sale\n');
  await expect(page.locator('.troubles')).toContainText('第2行，“日期”');
  await expect(page.locator('.troubles')).toContainText('尚未或不再施行');
  await expect(take(page)).toHaveText(/加入1条/);
});

test('findings join those that are there, or take their place', async ({ page }) => {
  await openExample(page, 'strikes');
  await page.getByRole('button', { name: '导入文件' }).first().click();
  await choose(page, '日期,类别\n2017-07-01,sale\n');
  await take(page).click();
  await expect.poll(() => column(page, 1)).toHaveLength(4);
  await page.getByRole('button', { name: '导入文件' }).first().click();
  await choose(page, '日期,类别\n2017-07-01,sale\n');
  await page.getByLabel('替换现有的4条认定').check();
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
  ['is JSON of another kind', '{"a": 1}', '/findings 没有“findings”'],
  ['is JSON cut short', '{"findings": [', '不是完整的JSON'],
  ['is a PDF', '%PDF-1.7\n%âãÏÓ\n', 'PDF文件，这里读不了'],
  ['is an old workbook', Buffer.from('d0cf11e0a1b11ae1', 'hex'), '旧版Excel文件'],
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
