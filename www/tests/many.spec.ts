import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Papa from 'papaparse';
import { numbers } from './engines.ts';
import { DAY, enter, openMany, row, saveAll, saved, standing } from './many.ts';
import { answer, expect, link, open, test, verdict } from './pages.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** The columns of ids that the command line writes for an issue, and the page too. */
const codes = (issue: string) => [
  'version',
  ...['verdict', 'settled', 'possible', 'because', 'missing', 'unknown', 'provisions'].map(
    (name) => `${issue}_${name}`,
  ),
  'next',
  'disputed',
];

/** What `zhengpin batch` answers to a file, row by row, and which rows it refuses. */
function batch(rulebook: string, issue: string, file: string, given: string[]) {
  const folder = mkdtempSync(join(tmpdir(), 'many-'));
  try {
    const out = join(folder, 'out.csv');
    const { status, stderr } = spawnSync(
      'cargo',
      [
        ...['run', '--quiet', '--bin', 'zhengpin', '--', 'batch', 'decide', rulebook, file],
        ...['--as-of', DAY, '--issue', issue, '--want', 'reasons', '--out', out, ...given],
      ],
      { cwd: root, encoding: 'utf8' },
    );
    expect(status, stderr).toBe(0);
    const read = (path: string) =>
      Papa.parse<Record<string, string>>(readFileSync(path, 'utf8').trim(), { header: true }).data;
    return { rows: read(out), refused: read(join(folder, 'out.refused.csv')) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const only = (record: Record<string, string> | undefined, names: string[]) =>
  Object.fromEntries(names.map((name) => [name, record?.[name]]));

/** Cases with cells of every kind, empty ones and wrong ones among them. */
function cases(): string {
  const roll = numbers(11);
  const among = (...all: string[]) => all[roll(all.length)] ?? '';
  const truth = () => among('', 'true', 'false', 'TRUE');
  const lines = Array.from({ length: 300 }, (_, place) =>
    [
      `c${place}`,
      among('', 'ec_platform', 'basic_infra', 'ec_platform', 'ec_platform', 'nonsense'),
      among('', 'trademark', 'copyright', 'invention'),
      ...Array.from({ length: 5 }, truth),
      among('', 'owner', 'exclusive_licensee'),
      among('', '2026-10-08', '2026-10-08', '2026-10-08', '2026-13-08'),
    ].join(','),
  );
  const facts =
    'ctx_platform_kind,right_type,n_identity,n_right_proof,n_locate,n_prima_facie,n_truth,claimant_role,n_date_received';
  return `case,${facts}\n${lines.join('\n')}\n`;
}

// Source: docs/batch.md: the file of the documentation, decided by the command line; and one with
// cells of every kind.
for (const issue of ['notice', 'counter_notice', 'platform']) {
  test(`the page answers the files of the command line row by row alike: ${issue}`, async ({
    page,
  }, testInfo) => {
    test.setTimeout(600_000);
    const own = testInfo.outputPath('cases.csv');
    writeFileSync(own, cases());
    for (const file of [join(root, 'examples/batch/cases.csv'), own]) {
      const told = batch('cn/complaint', issue, file, ['--id', 'case']);
      await openMany(page);
      await page.locator('select[name=issue]').selectOption(issue);
      await page.locator('#import-file').setInputFiles(file);
      await page.locator('.cases').waitFor();
      const read = await saveAll(page);
      // The command line counts rows, the page lines; the headings stand on the first.
      const line = ({ row: number }: Record<string, string>) => `${Number(number) + 1}`;
      const names = ['case', ...codes(issue)];
      for (const one of told.rows) {
        const same = read.find((other) => other.行号 === line(one));
        expect(only(same, names)).toEqual(only(one, names));
      }
      // What a person writes for yes the page takes, and the command line refuses.
      const refused = told.refused.filter(({ en }) => !en?.includes('`yes`')).map(line);
      const aside = read.filter((one) => one.没有判断的原因 !== '').map((one) => one.行号);
      expect(new Set(aside)).toEqual(new Set(refused));
      const all = new Set([...told.rows, ...told.refused].map(line));
      expect(new Set(read.map((one) => one.行号))).toEqual(all);
    }
  });
}

const HEADINGS = [
  '投诉编号',
  '主张的是哪一种权利？',
  '是否列明能准确定位被投诉商品的信息？',
  'n_identity',
  '收到通知的日期',
];

// Source: common.md and issue 12: an empty cell is unknown and never no; what cannot be read is
// told with its line and set aside.
test('cells are read as what they say, in either language; empty is not known, and never no', async ({
  page,
}) => {
  await openMany(page);
  await enter(
    page,
    [
      HEADINGS.join(','),
      'A,商标权,是,true,2026-10-08',
      'B,trademark,否,√,2026年10月8日',
      'C,Trademark,,yes,2026/10/8',
      'D,著作权,不清楚,FALSE,',
      'E,著作权,？,no,8 October 2026',
      'F,商标,是,是,2026-10-08',
      'G,商标权,0,是,2026-10-08',
      'H,商标权,是,是,2026-02-30',
      'I,商标权,是,是,2026-10-08T00:00:00Z',
    ].join('\n'),
  );
  await page.locator('.cases').waitFor();
  const own = await saveAll(page);
  const facts = own.map((one) => [one.投诉编号, one.notice_because, one.没有判断的原因]);
  expect(facts.map(([name]) => name)).toEqual([...'ABCDEFGHI']);
  const by = Object.fromEntries(own.map((one) => [one.投诉编号, one]));
  // Without a place where the goods are to be found a notice does not qualify (B), and where
  // nothing is said of it nothing is settled (C): the one is no, the other is not known.
  expect(by.B?.notice_verdict).toBe('not_qualified');
  expect(by.B?.notice_because).toBe('n_locate');
  expect(by.C?.notice_settled).toBe('false');
  expect(by.C?.notice_unknown).toContain('notice_locates');
  expect(by.D?.notice_because).not.toContain('n_locate');
  for (const name of ['F', 'G', 'H', 'I']) {
    expect(by[name]?.notice_verdict, name).toBe('');
    expect(by[name]?.没有判断的原因, name).not.toBe('');
  }
  await expect(page.locator('.unread li')).toHaveCount(4);
  await expect(page.locator('.unread')).toContainText('2026-02-30');
  await expect(page.locator('.sum').first()).toHaveAttribute('data-all', '5');
  await expect(page.locator('.sum').first()).toHaveAttribute('data-refused', '4');
});

test('a word that is not understood is said once, for all rows; until then they are set aside', async ({
  page,
}) => {
  await openMany(page);
  await enter(page, '编号,n_locate,n_identity\nA,1,是\nB,0,是\nC,1,否\nD,是,是\n');
  await expect(page.locator('.unread li')).toHaveCount(3);
  const words = page.locator('.words-asked select');
  await expect(words).toHaveCount(2);
  await page.locator('#word\\/yes_no\\/1').selectOption('yes');
  await expect(page.locator('.unread li')).toHaveCount(1);
  await page.locator('#word\\/yes_no\\/0').selectOption('unknown');
  await expect(page.locator('.unread')).toHaveCount(0);
  expect(await standing(page)).toMatchObject({ 3: 'open' });
  // It can be said otherwise.
  await page.locator('#word\\/yes_no\\/0').selectOption('no');
  await expect(row(page, 3)).toHaveAttribute('data-standing', 'not_qualified');
});

test('what a column was taken for is shown and can be changed; what nobody knows goes along', async ({
  page,
}) => {
  await openMany(page);
  await enter(page, '编号,准确定位被投诉商品,定位,备注\nA,否,是,"=1+1"\nB,是,否,"他说""好"""\n');
  // A part of one question only, and its values answer it: that is a guess, and said to be one.
  await expect(row(page, 2)).toHaveAttribute('data-standing', 'not_qualified');
  await expect(page.locator('.columns-fold summary')).toContainText('请核对');
  await expect(page.locator('.columns-fold summary')).toContainText('编号、定位、备注');
  await page.locator('.columns-fold summary').click();
  await page.locator('#column-1').selectOption('kept');
  await expect(page.locator('.waits')).toContainText('没有认出任何一列');
  await page.locator('#column-2').selectOption('fact/n_locate');
  await expect(row(page, 3)).toHaveAttribute('data-standing', 'not_qualified');
  await expect(row(page, 2)).not.toHaveAttribute('data-standing', 'not_qualified');
  const own = await saveAll(page);
  // No spreadsheet calculates what somebody wrote into a cell.
  expect(own.map((one) => one.备注)).toEqual(["'=1+1", '他说"好"']);
});

test('two columns of one name are asked about, and nothing is told before', async ({ page }) => {
  await openMany(page);
  await enter(page, '编号,n_locate,n_locate\nA,是,否\n');
  await expect(page.locator('.waits')).toBeVisible();
  await expect(page.locator('.cases')).toHaveCount(0);
  await page.locator('#column-1').selectOption('kept');
  await expect(row(page, 2)).toHaveAttribute('data-standing', 'not_qualified');
});

// Source: docs/batch.md, `--day-column`: a row without its day is refused.
test('each row can have a day of its own; one without is set aside', async ({ page }) => {
  await openMany(page);
  await page.locator('select[name=issue]').selectOption('regime');
  await enter(
    page,
    '编号,判断日期,ctx_platform_kind\nA,2019-06-01,ec_platform\nB,2026-11-22,ec_platform\nC,,ec_platform\nD,2018-01-01,ec_platform\n',
  );
  await page.locator('.cases').waitFor();
  const own = await saveAll(page);
  expect(own.map(({ version }) => version)).toEqual(['2019-04-23', '2026-09-01', '', '']);
  expect(own[2]?.没有判断的原因).toContain('没有写按哪一天');
  expect(own[3]?.没有判断的原因).not.toBe('');
});

test('what is missing, what to ask, one standing, some words, another order', async ({ page }) => {
  await openMany(page);
  await enter(
    page,
    [
      '编号,商品,n_locate,n_identity,n_right_proof,n_prima_facie,n_truth,claimant_role,right_in_force,right_type,n_written,n_measure',
      'A,包,否,是,是,是,是,owner,是,商标权,是,是',
      'B,鞋,是,否,是,是,是,owner,是,商标权,是,是',
      'C,鞋,,是,是,是,是,owner,是,商标权,是,是',
      'D,表,,是,是,是,,owner,是,商标权,是,是',
    ].join('\n'),
  );
  await page.locator('.cases').waitFor();
  expect(await standing(page)).toMatchObject({ 2: 'not_qualified', 4: 'open', 5: 'open' });
  // Of C one thing is open: its answer settles it. Of D two are.
  const ask = page.locator('.often li[data-fact=n_locate]');
  await expect(ask).toContainText('单问这一项就定下1个');
  await expect(ask).toContainText('关系到2个');
  await page.locator('[data-standing=open]').first().click();
  await expect(page.locator('.cases tbody tr')).toHaveCount(2);
  await page.locator('.stands [data-standing=all]').click();
  await page.locator('[data-missing=notice_locates]').click();
  await expect(page.locator('.cases tbody tr')).toHaveCount(3);
  await page.locator('[data-lift]').click();
  await page.locator('input[name=text]').fill('鞋');
  await expect(page.locator('.cases tbody tr')).toHaveCount(2);
  const some = await saved(page, page.locator('[data-save=found]'));
  expect(some.map((one) => one.编号)).toEqual(['B', 'C']);
  await page.locator('input[name=text]').fill('');
  await page.locator('select[name=sorting]').selectOption('missing');
  await expect(page.locator('.cases tbody tr').first()).toHaveAttribute('data-row', /[23]/);
});

test('a row leads to the tool with its answers, which answers the same', async ({ page }) => {
  await openMany(page);
  await enter(page, '编号,n_locate,right_type\n甲,否,商标权\n乙,是,商标权\n');
  await row(page, 2).getByRole('link', { name: '甲' }).click();
  await page.locator('[ready]').waitFor();
  await expect(page).toHaveURL(/complaint\.html/);
  await expect(verdict(page)).toHaveAttribute('data-verdict', 'not_qualified');
  await expect(page.locator('.as-of summary')).toContainText('2026年11月22日');
  await page.goBack();
  // The table itself is kept nowhere.
  await page.locator('[ready]').waitFor();
  await expect(page.locator('.cases')).toHaveCount(0);
  const kept = await page.evaluate(() =>
    JSON.stringify([{ ...sessionStorage }, { ...localStorage }]),
  );
  expect(kept).not.toContain('乙');
});

test('rules, issue and days go into the link, and come back from it', async ({ page }) => {
  await openMany(page);
  await page.locator('select[name=rulebook]').selectOption('cn/parallel-import');
  await page.locator('select[name=issue]').selectOption('trademark');
  const address = await link(page);
  await page.goto('about:blank');
  await page.goto(address);
  await page.locator('[ready]').waitFor();
  await expect(page.locator('select[name=rulebook]')).toHaveValue('cn/parallel-import');
  await expect(page.locator('select[name=issue]')).toHaveValue('trademark');
  await expect(page.locator('.as-of summary')).toContainText('2026年11月22日');
});

// Source: src/state/many-examples.json, made from the acceptance tests.
for (const lang of ['zh', 'en']) {
  test(`every example is understood as it stands, in ${lang}`, async ({ page }) => {
    await openMany(page, lang);
    for (const [rulebook, issue, tool] of [
      ['cn/complaint', 'notice', 'complaint'],
      ['cn/parallel-import', 'trademark', 'parallel-import'],
      ['taobao/findings', 'tier', 'appeal'],
      ['eu/parallel-import', 'trademark', 'abroad'],
    ] as const) {
      await page.locator('select[name=rulebook]').selectOption(rulebook);
      await page.locator('select[name=issue]').selectOption(issue);
      await page.locator('[data-example]').click();
      await page.locator('.cases').waitFor();
      // One row is wrong on purpose, and nothing else.
      await expect(page.locator('.sum').first()).toHaveAttribute('data-refused', '1');
      await expect(page.locator('.words-asked select')).toHaveCount(1);
      await expect(page.locator('.columns-fold summary')).not.toContainText(/请核对|please check/);
      expect(new Set(Object.values(await standing(page))).size, rulebook).toBeGreaterThan(1);
      const href = await page.locator('.cases tbody a').first().getAttribute('href');
      expect(href).toMatch(new RegExp(`${tool}\\.html.*#${tool}=2\\.`));
      await page.locator('.many > .commands button').last().click();
    }
  });
}

test('everything can be done by keyboard, and results are announced', async ({ page }) => {
  await openMany(page);
  await page.locator('[data-example]').focus();
  await page.keyboard.press('Enter');
  await page.locator('.cases').waitFor();
  await expect(page.locator('[role=status].unseen')).toContainText('列出');
  await page.locator('.stands [data-standing=open]').focus();
  await page.keyboard.press('Space');
  await expect(page.locator('.stands [data-standing=open]')).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  await page.keyboard.press('Tab');
  await page.locator('.cases tbody a').first().focus();
  await page.keyboard.press('Enter');
  await page.locator('[ready]').waitFor();
  await expect(page).toHaveURL(/complaint\.html/);
});

test('on a phone each case is a block, and nothing scrolls sideways', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await openMany(page);
  await page.locator('[data-example]').click();
  await page.locator('.cases').waitFor();
  await expect(page.locator('.cases thead')).toBeHidden();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  await page.locator('.stands [data-standing=qualified]').click();
  await expect(page.locator('.cases tbody tr').first()).toHaveAttribute(
    'data-standing',
    'qualified',
  );
});

test('what is decided of many is what the tool says of one', async ({ page }) => {
  await openMany(page);
  await enter(page, '编号,n_locate,n_identity,right_type\nA,是,否,商标权\n');
  const many = await row(page, 2).getAttribute('data-standing');
  await open(page, 'complaint.html');
  await answer(page, { right_type: 0, n_locate: 'yes', n_identity: 'no' });
  const one = await verdict(page).getAttribute('data-verdict');
  const settled = await verdict(page).getAttribute('data-settled');
  expect(settled === 'true' ? one : 'open').toBe(many);
});
