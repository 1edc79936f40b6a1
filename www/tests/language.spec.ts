import { answer, column, expect, open, PAGES, test, verdict } from './pages.ts';

for (const address of PAGES) {
  test(`${address} speaks English on request, and keeps saying so in its links`, async ({
    page,
  }) => {
    await open(page, address);
    await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
    await page.locator('a[data-lang=en]').click();
    await expect(page.locator('html')).toHaveAttribute('lang', 'en');
    expect(new URL(page.url()).searchParams.get('lang')).toBe('en');
    await expect(page.locator('h1')).toHaveText(/^\P{Script=Han}+$/u);
    await expect(page.locator('nav a').first()).toHaveAttribute('href', /lang=en/);
    await page.locator('a[data-lang=zh]').click();
    await expect(page.locator('h1')).toHaveText(/\p{Script=Han}/u);
  });
}

test('the elements change language too, and keep the answers', async ({ page }) => {
  await open(page, 'complaint.html');
  await answer(page, { right_type: 0, n_locate: 'no' });
  await page.locator('a[data-lang=en]').click();
  await expect(verdict(page)).toHaveAttribute('data-verdict', 'not_qualified');
  await expect(page.locator('#fact-n_locate legend')).toHaveText(/^[\x20-\x7e\s]+$/);
  await expect(page.locator('.missing .note-name').first()).toContainText('E-Commerce Law');
});

test('the ledger reads in English', async ({ page }) => {
  await open(page, 'penalties.html?lang=en');
  await page.getByRole('button', { name: 'Four findings in four days' }).click();
  await expect.poll(() => column(page, 1)).toEqual(['2', '2', '8', '2']);
  await expect(page.locator('.why').nth(2)).toContainText('2 points × 4 items = 8');
});

// Source: web.md: a native date field shows the browser's order of day and month, not the page's.
test('dates are asked for in the order of the language', async ({ page }) => {
  await open(page, 'penalties.html');
  const names = () =>
    page
      .locator('#finding-day input')
      .evaluateAll((all) => all.map((field) => (field as HTMLInputElement).name));
  await expect.poll(names).toEqual(['year', 'month', 'day']);
  await page.locator('a[data-lang=en]').click();
  await expect(page.locator('#finding-day legend')).toHaveText('Day of the penalty decision');
  await expect.poll(names).toEqual(['day', 'month', 'year']);
});
