import { test as base, expect } from '@playwright/test';

// Source: web.md, "found by trying": without the engine the element says why, never blank.
// These pages complain on purpose, so the list of complaints is not watched here.
const said = '.fallback[role=alert]';

base(
  'without wasm-unsafe-eval the tool says that the policy blocks the engine',
  async ({ page }) => {
    await page.route('**/complaint.html', async (route) => {
      const response = await route.fetch();
      const body = (await response.text()).replace(" 'wasm-unsafe-eval'", '');
      await route.fulfill({ response, body });
    });
    await page.goto('/complaint.html');
    await expect(page.locator(said)).toContainText('wasm-unsafe-eval');
  },
);

base('an engine file with the wrong checksum is not run', async ({ page }) => {
  await page.route('**/*.wasm', async (route) => {
    const response = await route.fetch();
    const body = Buffer.concat([await response.body(), Buffer.from([0])]);
    await route.fulfill({ response, body });
  });
  await page.goto('/parallel-import.html');
  await expect(page.locator(said)).toContainText('校验值');
});

base('texts that cannot be fetched are said to be missing', async ({ page }) => {
  await page.route('**/texts.zh*', (route) => route.abort());
  await page.goto('/penalties.html?lang=en');
  await expect(page.locator(said)).toContainText('could not be fetched');
});

base('a browser without WebAssembly is told so', async ({ page }) => {
  await page.addInitScript(() => Reflect.deleteProperty(globalThis, 'WebAssembly'));
  await page.goto('/complaint.html');
  await expect(page.locator(said)).toContainText('WebAssembly');
});

base(
  'without scripts the pages can be read, and say what they need',
  async ({ browser, baseURL }) => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(`${baseURL}/complaint.html`);
    await expect(page.locator('h1')).toHaveText('这份投诉合格吗');
    await expect(page.locator('noscript p')).toBeVisible();
    await context.close();
  },
);
