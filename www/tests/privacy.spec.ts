import { createHash } from 'node:crypto';
import { answer, expect, open, PAGES, test } from './pages.ts';

// Source: design.md, "nothing leaves the browser". That the content policy is kept, every test
// sees (pages.ts).
for (const address of PAGES) {
  test(`${address} asks only its own server, and nothing once loaded`, async ({
    page,
    baseURL,
  }) => {
    const requests: string[] = [];
    page.on('request', (request) => requests.push(request.url()));
    await open(page, address);
    await page.waitForLoadState('networkidle');
    expect(requests.filter((url) => !url.startsWith(`${baseURL}/`))).toEqual([]);
    const loaded = requests.length;
    await page.locator('a[data-lang=en]').click();
    await page.locator('[data-theme-switch]').click();
    if (address === 'complaint.html') await answer(page, { right_type: 0, n_locate: 'no' });
    if (address === 'parallel-import.html') await answer(page, { imported: 'yes' });
    if (address === 'penalties.html') await page.locator('.examples button').first().click();
    if (address === 'changes.html') await page.locator('.versions button').last().click();
    await page.waitForTimeout(300);
    expect(requests.slice(loaded)).toEqual([]);
  });

  test(`${address} stores nothing while nothing is entered`, async ({ page, context }) => {
    await open(page, address);
    await page.locator('a[data-lang=en]').click();
    await page.locator('[data-theme-switch]').click();
    expect(await context.cookies()).toEqual([]);
    expect(await page.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0);
    expect(await page.evaluate(async () => (await indexedDB.databases()).length)).toBe(0);
  });
}

// Source: web.md, the content policy of our own pages.
for (const address of PAGES) {
  test(`${address} carries the content policy`, async ({ page }) => {
    await open(page, address);
    const policy = page.locator('meta[http-equiv="Content-Security-Policy"]');
    // The one script in a page is its import map; the policy lets in that text and no other.
    const map = (await page.locator('script[type=importmap]').textContent()) ?? '';
    const hash = createHash('sha256').update(map).digest('base64');
    await expect(policy).toHaveAttribute(
      'content',
      `default-src 'none'; script-src 'self' 'wasm-unsafe-eval' 'sha256-${hash}'; style-src 'self'; connect-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'`,
    );
    const guarded = page.locator(
      'script[src][integrity^="sha384-"], link[rel=stylesheet][integrity^="sha384-"]',
    );
    expect(await guarded.count()).toBe(
      await page.locator('script:not([type=importmap]), link[rel=stylesheet]').count(),
    );
  });
}
