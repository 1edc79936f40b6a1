import {
  answer,
  column,
  expect,
  fillDay,
  link,
  open,
  packed,
  question,
  test,
  verdict,
} from './pages.ts';

test('a link restores answers, issue and day', async ({ page, context }) => {
  await open(page, 'complaint.html');
  await page.locator('.as-of summary').click();
  await fillDay(page.locator('.as-of'), '2026-03-04');
  await answer(page, { right_type: 0, n_locate: 'no', n_identity: 'unknown' });
  const copy = await context.newPage();
  await copy.goto(await link(page));
  await expect(verdict(copy)).toHaveAttribute('data-verdict', 'not_qualified');
  await expect(question(copy, 'n_identity')).toHaveAttribute('data-state', 'unknown');
  await expect(copy.locator('.as-of summary')).toContainText('2026年3月4日');
});

test('a link restores a ledger', async ({ page, context }) => {
  await open(page, 'penalties.html');
  await page.locator('.examples button').first().click();
  const copy = await context.newPage();
  await copy.goto(await link(page));
  await copy.locator('tbody[data-finding]').first().waitFor();
  await expect.poll(() => column(copy, 1)).toEqual(['2', '2', '8', '2']);
});

test('the link is copied on request', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await open(page, 'complaint.html');
  await answer(page, { n_locate: 'no' });
  await page.getByRole('button', { name: '复制链接' }).click();
  await expect(page.locator('.commands .notice')).toContainText('已复制');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(await link(page));
});

for (const [what, fragment] of [
  ['cut short', 'complaint=1.q1ZKLM'],
  ['no base64', 'complaint=1.%%%'],
  ['of another version', 'complaint=9.q1ZKLM'],
  ['empty', 'complaint='],
  ['valid JSON of another shape', 'complaint=1.i44FAA'],
] as const) {
  test(`a link that is ${what} is said to be broken, and the tool starts empty`, async ({
    page,
  }) => {
    await open(page, `complaint.html#${fragment}`);
    await expect(page.locator('.commands .notice')).toContainText('链接里的答案读不出来');
    await expect(verdict(page)).toHaveAttribute('data-settled', 'false');
    await answer(page, { n_locate: 'no' });
    await expect(verdict(page)).toHaveAttribute('data-verdict', 'not_qualified');
  });
}

test('answers that the rulebook no longer knows are left out and said', async ({ page }) => {
  await open(page, 'complaint.html');
  const fragment = await packed(page, {
    asOf: '2026-03-04',
    answers: { n_locate: false, gone: true, n_truth: 'maybe', p_date_forward: 'maybe' },
  });
  await page.evaluate((text) => {
    location.hash = `complaint=${text}`;
  }, fragment);
  await expect(page.locator('.commands .notice')).toContainText('3 项答案');
  await expect(verdict(page)).toHaveAttribute('data-verdict', 'not_qualified');
});

test('clearing can be undone', async ({ page }) => {
  await open(page, 'complaint.html');
  await answer(page, { n_locate: 'no' });
  await page.getByRole('button', { name: '全部清空' }).click();
  await expect(verdict(page)).toHaveAttribute('data-settled', 'false');
  await expect(page).not.toHaveURL(/complaint=/);
  await page.getByRole('button', { name: '撤销' }).click();
  await expect(verdict(page)).toHaveAttribute('data-verdict', 'not_qualified');
});
