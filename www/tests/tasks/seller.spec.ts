import { column, expect, open, question } from '../pages.ts';
import { task, writeDay } from './hands.ts';

// Source: law/penalties.md, vector T19: 24 and 4 points in one year, of which 24 are carried over.
task(
  'a seller enters findings, sees the turn of the year, and takes the ledger along',
  async (page, hand) => {
    await open(page, 'penalties.html');
    for (const [day, tier, items] of [
      ['2017-03-10', 'serious', undefined],
      ['2017-09-01', 'information', '2'],
    ] as const) {
      await writeDay(hand, page.locator('#finding-day'), day);
      await hand.press(page.locator(`.tier input[value=${tier}]`));
      if (items !== undefined) await hand.write(page.locator('#finding-items'), items);
      await hand.press(page.locator('.finding button[type=submit]'));
    }
    await expect.poll(() => column(page, 2)).toEqual(['24', '28']);
    await expect(page.locator('.status')).toHaveAttribute('data-open', 'true');
    await writeDay(hand, page.locator('.until'), '2018-01-01');
    await expect(page.locator('.year-end td').nth(1)).toContainText('24');
    await expect(page).toHaveURL(/#penalties=2\./);
    // Somebody else opens the link, and sees the same ledger.
    const other = await page.context().newPage();
    await other.goto(page.url());
    await expect.poll(() => column(other, 2)).toEqual(['24', '28']);
    await expect(other.locator('.year-end')).toHaveCount(1);
  },
);

// Source: review-use.md, B1: nothing says by when to appeal, and nothing is carried over.
task('a seller goes from a finding to its appeal, and is told until when', async (page, hand) => {
  await open(page, 'penalties.html');
  await writeDay(hand, page.locator('#finding-day'), '2026-11-02');
  await hand.press(page.locator('.tier input[value=serious_violation]'));
  await hand.press(page.locator('.finding button[type=submit]'));
  await hand.press(page.locator('tbody[data-finding] a[data-to-appeal]'));
  await page.waitForURL(/appeal\.html/);
  await expect(page.locator('[data-document=appeal]')).toContainText('处罚于2026年11月2日下达');
  const told = question(page, 'told_on');
  await hand.press(page.locator('details', { has: told }).last().locator('summary').first());
  await writeDay(hand, told, '2026-11-03');
  await expect(page.locator('.deadlines')).toContainText('2026年11月6日');
});
