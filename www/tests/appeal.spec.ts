import { readFileSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { answer, expect, fillDay, link, open, question, test, unfold, verdict } from './pages.ts';

const GENUINE = { alleged: 0, made_with_permission: 'yes' } as const;

const choose = (page: Page, issue: string) => page.locator(`[data-choose=${issue}]`).click();

test.beforeEach(({ page }) => open(page, 'appeal.html'));

// Source: Taobao counterfeit rule FAQ Q2: with permission the goods are no counterfeits.
test('goods made with permission are no counterfeit case', async ({ page }) => {
  await answer(page, GENUINE);
  await expect(verdict(page)).toHaveAttribute('data-verdict', 'permitted');
  await expect(verdict(page)).toHaveAttribute('data-settled', 'true');
});

// Source: Taobao counterfeit rule FAQ Q6(2), Q7(2).
test('a tier links to what it costs, and the other page links back', async ({ page }) => {
  await answer(page, {
    alleged: 1,
    work_kind: 0,
    copied_with_permission: 'no',
  });
  await choose(page, 'tier');
  await expect(page.locator('.onward')).toHaveCount(0);
  await answer(page, { conduct: 0, special_situation: 'no', prosecution: 'yes' });
  await expect(verdict(page)).toHaveAttribute('data-verdict', 'very_serious');
  await page.locator('.onward a').click();
  await expect(page).toHaveURL(/penalties\.html/);
  await page.locator('main a[href*="appeal.html"]').click();
  await expect(page).toHaveURL(/appeal\.html/);
});

// Source: counted with holiday-cn and chinesecalendar; State Council arrangement for 2025.
test('three working days pass over National Day, and days left are counted from a day', async ({
  page,
}) => {
  const appeal = page.locator('[data-deadline=appeal]');
  await expect(appeal).toContainText('填写起算的日期后推算');
  await fillDay(page.locator('.count-from'), '2025-10-01');
  await fillDay(question(page, 'told_on'), '2025-09-22');
  await expect(appeal.locator('time')).toHaveAttribute('datetime', '2025-09-25');
  await expect(appeal.locator('.deadline-due')).toContainText('已过6日');
  await fillDay(question(page, 'told_on'), '2025-09-29');
  await expect(appeal.locator('time')).toHaveAttribute('datetime', '2025-10-10');
  await expect(appeal.locator('.deadline-due')).toContainText('还有9日');
  await expect(appeal).toContainText('2025年安排');
});

/** The appeal that lacks nothing but time, on the tab that asks for it. */
async function lacksOnlyTime(page: Page): Promise<void> {
  await choose(page, 'appeal');
  await answer(page, { stage: 1, appeals_made: 0, channel: 1 });
}

// Source: review-use.md, A1.3: "three working days ended 23 days ago" and "the appeal is open,
// settled" stood on one page.
test('an answer that the days speak against is named, and does not settle the verdict', async ({
  page,
}) => {
  await lacksOnlyTime(page);
  await answer(page, { within_period: 'yes' });
  await expect(verdict(page)).toHaveAttribute('data-settled', 'true');
  await fillDay(question(page, 'told_on'), '2025-09-22');
  await expect(verdict(page)).toHaveAttribute('data-settled', 'false');
  const clash = page.locator('[data-clash=within_period]');
  await expect(clash).toContainText('2025年9月25日');
  await expect(clash).toContainText('你答的是“是”');
  const asked = question(page, 'within_period');
  await expect(asked.locator('[data-bearing=contradicts]')).toContainText('2025年9月25日');
  // The last day that the notice states decides, and prevails over the working days.
  await clash.locator('a[href="#fact-appeal_until"]').click();
  await fillDay(question(page, 'appeal_until'), '2099-12-31');
  await expect(clash).toHaveCount(0);
  await expect(verdict(page)).toHaveAttribute('data-verdict', 'open');
  await expect(verdict(page)).toHaveAttribute('data-settled', 'true');
});

test('what the days answer is not asked again, and the days can be changed there', async ({
  page,
}) => {
  await lacksOnlyTime(page);
  await fillDay(question(page, 'told_on'), '2025-09-22');
  await expect(page.locator('[data-bearing=suggests]')).toContainText('2025年9月25日');
  await question(page, 'appeal_until').locator('.instead input').first().check();
  const asked = question(page, 'within_period');
  await expect(asked).toHaveAttribute('data-state', 'by-dates');
  await expect(asked.locator('input')).toHaveCount(0);
  await expect(asked).toContainText('由所填日期得出：否');
  await expect(verdict(page)).toHaveAttribute('data-verdict', 'out_of_time');
  await asked.locator('a[href="#fact-told_on"]').click();
  await expect(question(page, 'told_on').locator('input:focus')).toHaveCount(1);
});

test('where no day is open, an answer against the days is refused at the question', async ({
  page,
}) => {
  await lacksOnlyTime(page);
  await answer(page, { within_period: 'yes' });
  await fillDay(question(page, 'told_on'), '2025-09-22');
  await unfold(question(page, 'appeal_until'));
  await question(page, 'appeal_until').locator('.instead input').first().check();
  await expect(question(page, 'within_period').locator('.wrong')).not.toBeEmpty();
  await expect(verdict(page)).toHaveCount(0);
});

// Source: Holiday Regulation (2024) art. 2(1); no arrangement for 2027 is known.
test('in a year without an arrangement the safe day comes first, then the range and why', async ({
  page,
}) => {
  const appeal = page.locator('[data-deadline=appeal]');
  await fillDay(page.locator('.count-from'), '2026-12-30');
  await fillDay(question(page, 'told_on'), '2026-12-30');
  await expect(appeal.locator('.deadline-due')).toContainText('稳妥日期');
  await expect(appeal.locator('time')).toHaveCount(1);
  await expect(appeal.locator('time')).toHaveAttribute('datetime', '2027-01-05');
  await expect(appeal.locator('.deadline-due')).toContainText('还有6日');
  await expect(appeal).toContainText('最晚到2027年1月');
  await expect(appeal).toContainText('预计为2027年1月5日');
  await expect(appeal).toContainText('2027年的放假安排尚未公布');
  await expect(appeal).toContainText(
    '依法放假：2027年1月1日；可能放假：2026年12月31日、2027年1月4日',
  );
  await expect(appeal).toContainText('《放假办法》第二条第（一）项');
  // Between its ends it may be over, and after them it is.
  await fillDay(page.locator('.count-from'), '2027-01-06');
  await expect(appeal.locator('.deadline-due')).toContainText('可能已经期满');
  await fillDay(page.locator('.count-from'), '2027-01-20');
  await expect(appeal.locator('.deadline-due')).toContainText('已过');
  // Far from the holidays one day is told, with what is not known of the year.
  await fillDay(question(page, 'told_on'), '2027-07-15');
  await expect(appeal.locator('time')).toHaveAttribute('datetime', '2027-07-20');
  await expect(appeal).toContainText('这几天离节日较远');
  await fillDay(question(page, 'told_on'), '2061-07-15');
  await expect(appeal.locator('time')).toHaveCount(0);
  await expect(appeal.locator('.deadline-due')).toContainText('没有放假日期可以据以推算');
});

// Source: E-Commerce Law art. 43(2), Civil Code art. 203(1); 1 January is a holiday in every year.
test('a last day that falls on New Year keeps its safe day and may give way', async ({ page }) => {
  await open(page, 'complaint.html');
  await fillDay(question(page, 'c_date_reach_rh'), '2026-12-17');
  const acts = page.locator('[data-deadline=holder_acts]');
  await expect(acts.locator('time')).toHaveAttribute('datetime', '2027-01-01');
  await expect(acts).toContainText('最后一日是休息日，顺延的话最早到2027年1月4日');
});

test('a link restores the days, but not what was typed into the document', async ({
  page,
  context,
}) => {
  await fillDay(page.locator('.count-from'), '2025-10-01');
  await fillDay(question(page, 'told_on'), '2025-09-29');
  await page.locator('[data-field=shop] input').fill('某某小店');
  const copy = await context.newPage();
  await copy.goto(await link(page));
  await expect(copy.locator('[data-deadline=appeal] .deadline-due')).toContainText('还有9日');
  await expect(copy.locator('[data-field=shop] input')).toHaveValue('');
});

test('the document says what is missing until nothing is', async ({ page }) => {
  const state = page.locator('.drafting-state');
  await expect(page.locator('.sheet mark').first()).toBeVisible();
  await expect(state).toContainText('没有填写');
  await page.locator('[data-field=shop] input').fill('某某小店');
  await expect(page.locator('.sheet')).toContainText('申诉人：某某小店（会员名：【会员名】）');
  await answer(page, GENUINE);
  await choose(page, 'evidence');
  await answer(page, { papers_match: 'yes', papers_real: 'yes' });
  await question(page, 'papers').locator('input').nth(1).check();
  await choose(page, 'appeal');
  await answer(page, { stage: 1 });
  await choose(page, 'effect');
  await answer(page, { account_closed: 'no', money_taken: 'no' });
  await choose(page, 'decider');
  await question(page, 'basis').locator('input').nth(5).check();
  await answer(page, { decided_by: 1 });
  // Of the law from 2026-02-01 on, the document claims nothing that was not said.
  await choose(page, 'procedure');
  for (const told of [0, 1, 2]) {
    await question(page, 'told_grounds').locator('input').nth(told).check();
  }
  await answer(page, { appeal_unhindered: 'yes', appeal_handled_by: 0, rule_published: 0 });
  await choose(page, 'appeal');
  await fillDay(question(page, 'told_on'), '2025-09-22');
  for (const field of ['account', 'contact', 'finding_no', 'goods', 'invoice']) {
    await page.locator(`[data-field=${field}] input`).fill(`填${field}`);
  }
  await page.locator('[data-field=links] textarea').fill('链接一\n链接二');
  await fillDay(page.locator('[data-field=signed_on]'), '2025-09-24');
  await expect(state).toHaveAttribute('data-complete', '');
  await expect(page.locator('.sheet mark')).toHaveCount(0);
  await expect(page.locator('.sheet')).toContainText('2025年9月22日');
  await expect(page.locator('.sheet')).toContainText('请由人工结合所附材料复核');
});

test('the document can be copied, saved and printed', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.locator('[data-field=shop] input').fill('某某小店');
  await page.getByRole('button', { name: '复制正文' }).click();
  await expect(page.locator('.commands .notice').last()).toContainText('已复制');
  const text = await page.evaluate(() => navigator.clipboard.readText());
  expect(text).toContain('申诉人：某某小店');
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: '保存为文本' }).click();
  const saved = await saving;
  expect(saved.suggestedFilename()).toMatch(/^申诉书 \d{4}-\d{2}-\d{2}\.txt$/);
  expect(readFileSync(await saved.path(), 'utf8')).toContain('申诉人：某某小店');
  await page.evaluate(() => {
    window.print = () => {
      const shadow = document.querySelector('[printing]')?.shadowRoot;
      document.title = shadow?.querySelector('.drafting[data-printing]') ? 'printing' : 'not';
    };
  });
  await page.getByRole('button', { name: '打印文书' }).click();
  await expect(page).toHaveTitle('printing');
  await expect(page.locator('[printing]')).toHaveCount(0);
});

test('on paper the document stands alone', async ({ page }) => {
  await page.locator('zhengpin-appeal').evaluate((tool) => tool.toggleAttribute('printing', true));
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.sheet')).toBeVisible();
  await expect(page.locator('.questions')).toBeHidden();
  await expect(page.locator('.deadlines')).toBeHidden();
  for (const fields of await page.locator('.fields').all()) await expect(fields).toBeHidden();
});

test('the document speaks the other language on request', async ({ page }) => {
  await page.getByRole('button', { name: '英文正文' }).click();
  await expect(page.locator('.sheet')).toHaveAttribute('lang', 'en');
  await expect(page.locator('.sheet h3')).toHaveText('Appeal');
  await page.getByRole('button', { name: '中文正文' }).click();
  await expect(page.locator('.sheet h3')).toHaveText('申诉书');
});

test('a deadline and a field are reached and filled by keyboard alone', async ({ page }) => {
  await question(page, 'told_on').locator('input[name=year]').focus();
  await page.keyboard.type('2025');
  await page.keyboard.press('Tab');
  await page.keyboard.type('9');
  await page.keyboard.press('Tab');
  await page.keyboard.type('22');
  await expect(page.locator('[data-deadline=appeal] time')).toHaveAttribute(
    'datetime',
    '2025-09-25',
  );
  await page.locator('[data-field=shop] input').focus();
  await page.keyboard.type('shop');
  await page.keyboard.press('Tab');
  await expect(page.locator('[data-field=account] input')).toBeFocused();
});

for (const width of [320, 1280]) {
  test(`axe finds nothing with deadlines and a document filled, at ${width} px`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height: 860 });
    await fillDay(question(page, 'told_on'), '2025-09-22');
    await page.locator('[data-field=shop] input').fill('某某小店');
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])).toEqual([]);
    await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
  });
}

// Source: SPC Opinions on e-commerce platforms art. 7; E-Commerce Law art. 43.
test('the page on complaints drafts the counter-notice', async ({ page }) => {
  await open(page, 'complaint.html');
  // The holder's tab does not offer the seller's papers.
  await expect(page.locator('[data-document=counter_notice]')).toHaveCount(0);
  await choose(page, 'counter_notice');
  await expect(page.locator('[data-document=counter_notice] .sheet h3')).toHaveText(
    '不存在侵权行为的声明',
  );
  const paper = page.locator('[data-document=counter_notice]');
  await paper.locator('[data-field=seller] input').fill('甲公司');
  await expect(paper.locator('.sheet')).toContainText('声明人：甲公司');
});

// Source: issue 11: finding, appeal, counter-notice and days are one way, also without a matter.
test('an appeal leads on to the counter-notice with what was said', async ({ page }) => {
  await open(page, 'appeal.html');
  await choose(page, 'statement');
  await answer(page, { identity_given: 'yes' });
  await choose(page, 'appeal');
  await page
    .locator('[data-document=appeal] [data-field=links]')
    .locator('input, textarea')
    .fill('https://item.example/1');
  await page.locator('a[data-counter-notice]').click();
  await page.waitForURL(/complaint\.html/);
  await expect(page.locator('.chooser [data-choose=counter_notice]')).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  await expect(question(page, 'c_identity').locator('input').nth(0)).toBeChecked();
  await expect(
    page.locator('[data-document=counter_notice] [data-field=links]').locator('input, textarea'),
  ).toHaveValue('https://item.example/1');
  await expect(
    page
      .locator('[data-document=counter_notice] [data-field=platform_name]')
      .locator('input, textarea'),
  ).toHaveValue('淘宝网');
});
