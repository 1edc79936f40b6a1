import type { Page } from '@playwright/test';
import { enter, openState } from './ledgers.ts';
import { column, expect, fillDay, open, packed, test, verdict } from './pages.ts';

async function openDecision(page: Page, state: unknown): Promise<void> {
  await open(page, 'complaint.html');
  const text = await packed(page, state);
  await page.evaluate((packed) => {
    location.hash = `complaint=${packed}`;
  }, text);
}

const notice = (page: Page) => page.locator('.told');

// Source: break.md, P5 and P7: such a link was taken for one of today, and nothing was said.
for (const [what, state, lost, says] of [
  ['no day', { answers: { n_locate: false } }, 1, '链接没有写明按哪一天的规则'],
  [
    'a day that does not exist',
    { asOf: '2026-02-30', answers: { n_locate: false } },
    1,
    '链接没有写明',
  ],
  [
    'a day before the rules',
    { asOf: '2018-01-01', answers: { n_locate: false } },
    1,
    '2018年1月1日',
  ],
  ['a day of another type', { asOf: 5, answers: { n_locate: false } }, 1, '链接没有写明'],
  [
    'a count from something else',
    { asOf: '2026-03-04', counted: {}, answers: { n_locate: false } },
    1,
    '',
  ],
  [
    'a part that nobody knows',
    { asOf: '2026-03-04', colour: 'red', answers: { n_locate: false } },
    1,
    '',
  ],
  [
    'a day that an answer has not',
    { asOf: '2026-03-04', answers: { n_locate: false, c_date_reach_rh: '2026-02-30' } },
    1,
    '',
  ],
] as const) {
  test(`a link with ${what} says so and keeps the rest`, async ({ page }) => {
    await openDecision(page, state);
    await expect(notice(page)).toContainText(`${lost}项`);
    if (says) await expect(page.locator('.as-of zhengpin-date-field')).toContainText(says);
    else await expect(page.locator('.as-of summary')).toContainText('2026年3月4日');
    await expect(verdict(page)).toHaveAttribute('data-verdict', 'not_qualified');
  });
}

test('a link with answers that are none is read without them', async ({ page }) => {
  await openDecision(page, { asOf: '2026-03-04', answers: ['n_locate'] });
  await expect(notice(page)).toContainText('1项');
  await expect(verdict(page)).toHaveAttribute('data-settled', 'false');
});

test('a comparison that the engine refuses says so in the link’s own days', async ({ page }) => {
  await open(page, 'changes.html');
  const text = await packed(page, {
    rulebook: 'cn/complaint',
    from: '2018-01-01',
    to: '2027-01-01',
  });
  await page.evaluate((packed) => {
    location.hash = `changes=${packed}`;
  }, text);
  await expect(page.locator('zhengpin-date-field.from')).toContainText('2018年1月1日');
  await expect(notice(page)).toContainText('1项');
});

test('findings of a link that have no form are counted, the others kept', async ({ page }) => {
  const good = { id: 'f1', day: '2017-04-01', tier: 'sale' };
  await openState(page, {
    findings: [
      good,
      { ...good, id: 'f2', day: '2026-02-30' },
      { ...good, id: 'f3', time: '24:00' },
      { ...good, id: 'f4', colour: 'red' },
      null,
    ],
    reading: [],
  });
  await expect(notice(page)).toContainText('5项');
  await expect.poll(() => column(page, 1)).toHaveLength(1);
});

// Source: cases/README.md: findings at 09:30:45 and three days later at 09:30:20, reading in
// hours: the same answer everywhere. In 72 hours the second falls into the window of the first.
test('seconds are kept from the field to the link, and counted as the command line does', async ({
  page,
}) => {
  await open(page, 'penalties.html');
  const put = async (day: string, time: string) => {
    await page.locator('#finding-time').fill(time);
    await enter(page, day, 'information', 1);
  };
  await put('2017-04-01', '09:30:45');
  await put('2017-04-04', '09:30:20');
  await page.locator('[data-reading=window] input[value=hours]').check();
  await expect.poll(() => column(page, 3)).toEqual(['1', '1']);
  await expect(page.locator('.ledger tbody time').first()).toHaveText('2017-04-01 09:30:45');
  await page.reload();
  await expect.poll(() => column(page, 3)).toEqual(['1', '1']);
  // Twenty-five seconds later it is a window of its own.
  await page.locator('[data-finding=f2]').getByRole('button', { name: '修改' }).click();
  await expect(page.locator('#finding-time')).toHaveValue('09:30:20');
  await page.locator('#finding-time').fill('09:30:46');
  await page.locator('.finding button[type=submit]').click();
  await expect.poll(() => column(page, 3)).toEqual(['1', '2']);
});

test('24:00 is asked about and nothing is added', async ({ page }) => {
  await open(page, 'penalties.html');
  await fillDay(page.locator('#finding-day'), '2017-04-01');
  await page.locator('.tier input[value=sale]').check();
  await page.locator('#finding-time').fill('24:00');
  await page.locator('.finding button[type=submit]').click();
  await expect(page.locator('#finding-time-wrong')).toContainText('23:59:59');
  await expect(page.locator('tbody[data-finding]')).toHaveCount(0);
});
