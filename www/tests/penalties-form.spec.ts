import { choosePlatform, enter, openState } from './ledgers.ts';
import { expect, fillDay, open, test } from './pages.ts';

/** The windows of common laptops. */
const LAPTOPS = [
  { width: 1280, height: 720 },
  { width: 1366, height: 768 },
  { width: 1280, height: 900 },
];

// Source: review-use.md, A1.7: the button that adds was below the fold of a scroller of its own.
for (const viewport of LAPTOPS) {
  for (const lang of ['zh', 'en']) {
    const size = `${viewport.width} × ${viewport.height}`;
    test(`the button that adds a finding is in view at ${size} in ${lang}`, async ({ page }) => {
      await page.setViewportSize(viewport);
      await open(page, `penalties.html?lang=${lang}`);
      const offered = await page
        .locator('#platform option')
        .evaluateAll((options) => options.map((option) => (option as HTMLOptionElement).value));
      for (const rulebook of offered) {
        await choosePlatform(page, rulebook);
        await expect(page.locator('.finding button[type=submit]')).toBeInViewport({ ratio: 1 });
        await page.locator('.tier input').last().check();
        await expect(page.locator('.finding button[type=submit]')).toBeInViewport({ ratio: 1 });
      }
      const scrolls = await page
        .locator('.entering')
        .evaluate((form) => ['auto', 'scroll'].includes(getComputedStyle(form).overflowY));
      expect(scrolls).toBe(false);
    });
  }
}

for (const viewport of LAPTOPS) {
  test(`after adding, the next day is asked for in view at ${viewport.height} px`, async ({
    page,
  }) => {
    await page.setViewportSize(viewport);
    await open(page, 'penalties.html');
    await choosePlatform(page, 'kuaishou/counterfeit');
    await fillDay(page.locator('#finding-day'), '2026-03-01');
    await page.locator('.tier input').last().check();
    await page.locator('.finding button[type=submit]').click();
    await expect(page.locator('#finding-day input').first()).toBeFocused();
    await expect(page.locator('#finding-day')).toBeInViewport({ ratio: 1 });
    await expect(page.locator('.finding button[type=submit]')).toBeInViewport({ ratio: 1 });
  });
}

test('on a phone the button keeps the focus, and what came of it stands under it', async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 780 });
  await open(page, 'penalties.html');
  await enter(page, '2017-04-01', 'sale');
  await expect(page.locator('.finding button[type=submit]')).toBeFocused();
  await expect(page.locator('.standing')).toContainText('累计12分');
});

// Source: review-use.md, A2.14: an open account may be under measures.
test('the state says that the account is not closed, and names the measures that run', async ({
  page,
}) => {
  await openState(page, {
    findings: [{ id: 'f1', day: '2017-04-01', tier: 'sale' }],
  });
  const status = page.locator('.status');
  await expect(status).toContainText('账户未关闭');
  const measures = await page.locator('[data-finding=f1] .measures li').allInnerTexts();
  for (const line of await status.locator('.running li').allInnerTexts()) {
    expect(measures).toContain(line);
  }
  await expect(status.locator('.running li').first()).toBeVisible();
  await page.getByRole('button', { name: '到今天' }).click();
  await expect(status.locator('.running')).toHaveCount(0);
  await expect(status).toContainText('账户未关闭');
});

// Source: review-use.md, A2.19.
test('a finding in the future, and one after closure, is marked in the record', async ({
  page,
}) => {
  await openState(page, {
    findings: [
      { id: 'f1', day: '2017-04-01', tier: 'very_serious' },
      { id: 'f2', day: '2017-06-01', tier: 'information', items: 1 },
      { id: 'f3', day: '2062-06-01', tier: 'information', items: 1 },
    ],
  });
  const mark = (id: string) => page.locator(`[data-finding=${id}] .out-of-time`);
  await expect(mark('f1')).toHaveCount(0);
  await expect(mark('f2')).toHaveText('在账户关闭之后');
  await expect(mark('f3')).toHaveText('这一天还没有到，在账户关闭之后');
});

// Source: WCAG 2.2, 1.3.1 and 2.4.6: a number struck out is one by its look only, and buttons
// of one name lead to different places.
test('the turn of a year and the sources of a finding are told in words', async ({ page }) => {
  await openState(page, {
    findings: [{ id: 'f1', day: '2017-04-01', tier: 'sale' }],
    until: '2018-02-01',
  });
  await expect(page.locator('.year-end td').nth(1)).toHaveText(/^原为\s*12\s*现为\s*0$/);
  const sources = page.locator('[data-finding=f1] summary').first();
  await expect(sources).toHaveText(/依据\s*2017-04-01/);
});
