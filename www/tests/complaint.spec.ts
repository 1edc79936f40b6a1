import type { Page } from '@playwright/test';
import { answer, expect, fillDay, link, open, packed, question, test, verdict } from './pages.ts';

const OWNER = { right_type: 0, claimant_role: 0, right_in_force: 'yes' } as const;
const CONTENT = {
  n_identity: 'yes',
  n_right_proof: 'yes',
  n_prima_facie: 'yes',
  n_written: 'yes',
  n_measure: 'yes',
} as const;

test.beforeEach(({ page }) => open(page, 'complaint.html'));

// Source: E-Commerce Law art. 42(1); SPC Opinions on e-commerce platforms art. 5.
test('without links a complaint does not qualify, and the page says why and how to mend it', async ({
  page,
}) => {
  await answer(page, { ...OWNER, ...CONTENT, n_truth: 'yes', n_locate: 'no' });
  await expect(verdict(page)).toHaveAttribute('data-verdict', 'not_qualified');
  await expect(verdict(page)).toHaveAttribute('data-settled', 'true');
  const missing = page.locator('.missing li[data-element]').first();
  await expect(missing).toContainText('《电子商务法》第四十二条第一款');
  await expect(missing).toContainText('E-Commerce Law art. 42(1)');
  await expect(missing.locator('.mend')).toContainText('链接');
});

// Source: SPC Opinions on e-commerce platforms art. 5(1): the guarantee of truth is expected,
// not a statutory minimum.
test('with links but without a guarantee of truth it qualifies with gaps', async ({ page }) => {
  await answer(page, { ...OWNER, ...CONTENT, n_locate: 'yes', n_truth: 'no' });
  await expect(verdict(page)).toHaveAttribute('data-verdict', 'qualified_with_gaps');
});

test('the same complaint with everything qualifies', async ({ page }) => {
  await answer(page, { ...OWNER, ...CONTENT, n_locate: 'yes', n_truth: 'yes' });
  await expect(verdict(page)).toHaveAttribute('data-verdict', 'qualified');
  await expect(page.locator('.missing')).toHaveCount(0);
});

test('before an answer nothing is settled, and the page says what is possible', async ({
  page,
}) => {
  await expect(verdict(page)).toHaveAttribute('data-settled', 'false');
  await expect(page.locator('.possible li')).toHaveCount(3);
  await expect(question(page, 'n_locate')).toHaveAttribute('data-state', 'open');
});

test('"I don\'t know" is an answer: it settles nothing and is not asked again first', async ({
  page,
}) => {
  const first = await page.locator('.question:has(.next-mark)').getAttribute('id');
  expect(first).not.toBeNull();
  const place = page.locator(`#${first} .unknown input, #${first} select`).first();
  if (await place.evaluate((element) => element.tagName === 'SELECT')) {
    await place.selectOption('unknown');
  } else await place.check();
  await expect(page.locator(`#${first}`)).toHaveAttribute('data-state', 'unknown');
  await expect(verdict(page)).toHaveAttribute('data-settled', 'false');
  await expect(page.locator('.question:has(.next-mark)')).not.toHaveAttribute('id', first ?? '');
});

test('one answer can be changed without losing the others', async ({ page }) => {
  await answer(page, { ...OWNER, ...CONTENT, n_truth: 'yes', n_locate: 'no' });
  await answer(page, { n_locate: 'yes' });
  await expect(verdict(page)).toHaveAttribute('data-verdict', 'qualified');
});

test('questions that cannot matter any more are folded, not gone', async ({ page }) => {
  await answer(page, { right_type: 0 });
  const spare = page.locator('.spare', { has: page.locator('#fact-n_feature_cmp') });
  await expect(spare).not.toHaveAttribute('open');
  await expect(question(page, 'n_feature_cmp')).toBeHidden();
  await answer(page, { n_feature_cmp: 'yes' });
  await expect(question(page, 'n_feature_cmp')).toHaveAttribute('data-state', 'answered');
});

// Source: issue 10, "All gaps, not only the first".
test('a settled verdict does not end the questions of whoever mends', async ({ page }) => {
  await answer(page, { n_locate: 'no' });
  await expect(verdict(page)).toHaveAttribute('data-settled', 'true');
  await expect(question(page, 'n_truth')).toBeVisible();
  await expect(page.locator('.question:has(.next-mark)')).toHaveCount(1);
  await expect(page.locator('.next .jump')).toBeVisible();
  await expect(page.locator('.missing-whole')).toContainText('也可能有缺');
  await answer(page, { ...OWNER, ...CONTENT, n_truth: 'no' });
  await expect(verdict(page)).toHaveAttribute('data-verdict', 'not_qualified');
  await expect(page.locator('.next')).toHaveCount(0);
  await expect(page.locator('.missing-whole')).toHaveText('以上就是全部缺项。');
  const gaps = page.locator('.missing li[data-element]');
  await expect(gaps).toHaveCount(2);
  await expect(gaps.locator('.mend')).toHaveCount(2);
});

// Source: E-Commerce Law arts 42 to 44; Civil Code art. 203(1).
test('what follows the notice is told step by step, before any day is known', async ({ page }) => {
  const steps = page.locator('.course li');
  const names = ['platform_acts', 'platform_forwards_notice', 'seller_declares'];
  for (const [place, name] of names.entries()) {
    await expect(steps.nth(place)).toHaveAttribute('data-step', name);
  }
  const fifteen = page.locator('.course [data-step=holder_acts]');
  await expect(fifteen.locator('.course-time')).toContainText('15日内');
  await expect(fifteen.locator('time')).toHaveCount(0);
  await expect(steps.first().locator('.course-time')).toContainText('没有规定日数');
  await expect(steps.first()).toContainText('《电子商务法》第四十二条第二款');
  // The verification of sellers and preservation follow no notice.
  await expect(page.locator('.course [data-step=platform_verifies_again]')).toHaveCount(0);
  // Of a shop of one's own there is nobody to wait for.
  await page.locator('[data-choose=regime]').click();
  await answer(page, { ctx_platform_kind: 1 });
  await page.locator('[data-choose=notice]').click();
  await expect(page.locator('.course')).toHaveCount(0);
});

// Source: docs/law/complaints.md, "Right and papers"; the words are those of the constraint.
test('answers that cannot be true together are refused with the reason', async ({ page }) => {
  const state = {
    asOf: '2026-11-22',
    answers: { right_in_force: true, right_declared_invalid: 'final' },
    issue: 'notice',
  };
  await open(page, 'index.html');
  await open(page, `complaint.html#complaint=${await packed(page, state)}`);
  await expect(page.locator('.outcome .troubles li')).toHaveText([
    '权利已被生效决定或者判决宣告无效的，不再有效。',
  ]);
  await expect(question(page, 'right_in_force')).toContainText('宣告无效的，不再有效');
});

test('the page says what would change the verdict', async ({ page }) => {
  await answer(page, { ...OWNER, ...CONTENT, n_truth: 'yes', n_locate: 'no' });
  const change = page.locator('.change').first();
  await expect(change).toContainText('可以做到');
  await expect(change).toContainText('否 → 是');
});

test('a click on what is missing leads to its question', async ({ page }) => {
  await answer(page, { n_locate: 'no' });
  await page.locator('.missing [data-element] .jump').first().click();
  await expect(question(page, 'n_locate').locator('input:checked')).toBeFocused();
});

test('another issue can be chosen, and has its own questions', async ({ page }) => {
  const issues = page.locator('.chooser button');
  test.skip((await issues.count()) < 2, 'the rulebook has one issue');
  await expect(question(page, 'n_locate')).toHaveCount(1);
  await issues.nth(1).click();
  await expect(verdict(page)).toHaveAttribute('data-issue', 'counter_notice');
  await expect(question(page, 'n_locate')).toHaveCount(0);
});

// Source: the E-Commerce Law is in force since 2019-01-01; the revised Trademark Law from
// 2027-01-01.
test('the law of another day can be asked for, and a day without law is refused', async ({
  page,
}) => {
  await page.locator('.as-of summary').click();
  await fillDay(page.locator('.as-of'), '2027-02-01');
  await expect(page.locator('.as-of summary')).toContainText('2027年2月1日');
  await fillDay(page.locator('.as-of'), '2010-02-01');
  await expect(page.locator('.as-of')).toContainText('尚未或不再施行');
  await expect(page.locator('.as-of summary')).toContainText('2027年2月1日');
});

// The revised Trademark Law asks nothing else of a notice, so it is no news here.
test('a later version that changes nothing for these answers is not announced', async ({
  page,
}) => {
  await page.locator('.as-of summary').click();
  await fillDay(page.locator('.as-of'), '2026-11-22');
  await answer(page, { ...OWNER, ...CONTENT, n_truth: 'yes', n_locate: 'no' });
  await expect(verdict(page)).toHaveAttribute('data-settled', 'true');
  await expect(page.locator('[data-warning=later_version]')).toHaveCount(0);
});

/** A qualified notice of an infringement, to a platform that may only have forwarded it. */
const NOTIFIED = {
  ctx_platform_kind: 'ec_platform',
  ctx_self_label: false,
  n_identity: true,
  n_locate: true,
  n_prima_facie: true,
  s_infringes: true,
  notice_before_suit: true,
  p_rules_exist: true,
  p_verified_entry: true,
  p_seller_deregistered: false,
  p_seller_licence_lapsed: false,
  p_seller_identity_false: false,
  p_knew: false,
  p_store_label: 'none',
  p_filter: true,
  p_repeat_known: false,
  claimant_role: 'owner',
  right_in_force: true,
  right_declared_invalid: 'no',
  p_timely: true,
  p_measure: 'forward_only',
  p_forward_suffices: true,
  p_further_measure_on_seller: true,
};

// Source: E-Commerce Law art. 42(2): the platform has to forward the notice.
test('of a day it can be said that it did not come, or that it is not known', async ({
  page,
  context,
}) => {
  const state = { issue: 'platform', asOf: '2026-03-04', answers: NOTIFIED };
  const fragment = await packed(page, state);
  await page.evaluate((text) => {
    location.hash = `complaint=${text}`;
  }, fragment);
  await expect(verdict(page)).toHaveAttribute('data-settled', 'false');
  const forwarded = question(page, 'p_date_forward');
  await forwarded.evaluate((element) => element.closest('details')?.setAttribute('open', ''));
  const never = forwarded.getByLabel('没有转送');
  await never.check();
  await expect(forwarded).toHaveAttribute('data-state', 'answered');
  await expect(verdict(page)).toHaveAttribute('data-verdict', 'joint_enlarged');
  const copy = await context.newPage();
  await copy.goto(await link(page));
  await expect(verdict(copy)).toHaveAttribute('data-verdict', 'joint_enlarged');
  await expect(question(copy, 'p_date_forward').getByLabel('没有转送')).toBeChecked();
  await forwarded.getByLabel('不清楚').check();
  await expect(never).not.toBeChecked();
  await expect(forwarded).toHaveAttribute('data-state', 'unknown');
  await expect(verdict(page)).toHaveAttribute('data-settled', 'false');
  await fillDay(forwarded, '2026-03-02');
  await expect(forwarded).toHaveAttribute('data-state', 'answered');
  await expect(forwarded.getByLabel('不清楚')).not.toBeChecked();
  await never.check();
  await expect(forwarded.locator('input[name=year]')).toHaveValue('');
});

// Source: Trademark Law art. 64(1) (2019): damages are not owed for a mark unused for three years.
test('what bears on remarks only is asked apart, and the remark appears', async ({ page }) => {
  const unused = question(page, 'right_tm_used_3y');
  const fold = page.locator('[data-why=group-aside]', { has: unused });
  await expect(fold).not.toHaveAttribute('open');
  await answer(page, { right_type: 0, right_tm_used_3y: 'no' });
  await expect(page.locator('[data-warning=alert]').first()).toContainText('三年');
  // A fact of the counter-notice is asked where that is looked at.
  await expect(question(page, 'cm_forged')).toHaveCount(0);
  await page.locator('[data-choose=counter_notice]').click();
  await expect(question(page, 'cm_forged')).toHaveCount(1);
});

// Source: break.md, E3: every day of the act that is allowed settles the verdict. The day of the
// deregistration is asked nowhere by itself; a link or a request can state it.
test('days that leave only one answer settle it, and the question says so', async ({ page }) => {
  const state = {
    asOf: '2026-11-22',
    answers: { p_date_deregistered: '2023-01-01', ctx_act_date: '2023-06-01' },
    issue: 'platform',
  };
  await open(page, 'index.html');
  await open(page, `complaint.html#complaint=${await packed(page, state)}`);
  const asked = question(page, 'p_seller_deregistered');
  await expect(asked).toContainText('由所填日期得出：是');
  await expect(asked.locator('input')).toHaveCount(0);
  await asked.locator('a[href="#fact-ctx_act_date"]').click();
  await fillDay(question(page, 'ctx_act_date'), '2022-06-01');
  await expect(asked).toContainText('由所填日期得出：否');
});

// Source: issue "sources that open": from a verdict to the official text.
test('the sources of a verdict lead to the official texts', async ({ page }) => {
  await open(page, 'complaint.html');
  await answer(page, { right_type: 0, n_locate: 'no' });
  const links = page.locator('.sources a[rel=noreferrer]');
  await expect(links.first()).toHaveAttribute('href', /^https:\/\/www\.npc\.gov\.cn\//);
  await expect(links.first()).toHaveAttribute('aria-label', /电子商务法/);
});

// Source: issue 11: what is looked at is painted first; a verdict that is not may not be of other
// answers. The same answers opened anew are decided as a whole.
test('verdicts that are not looked at are those of the answers given', async ({ page }) => {
  const tabs = (of: Page) =>
    of.locator('.chooser button').evaluateAll((all) => all.map((one) => one.textContent));
  const signs = (of: Page) =>
    of
      .locator('.chooser button svg')
      .evaluateAll((all) => all.map((one) => one.getAttribute('class')));
  const before = await signs(page);
  await answer(page, { right_type: 0, n_locate: 'no', n_identity: 'yes' });
  const anew = await page.context().newPage();
  await anew.goto(await link(page));
  await anew.locator('[ready]').waitFor();
  const decided = await signs(anew);
  expect(decided).not.toEqual(before);
  await expect.poll(() => signs(page)).toEqual(decided);
  expect(await tabs(page)).toEqual(await tabs(anew));
});
