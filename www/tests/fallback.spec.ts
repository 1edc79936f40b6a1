import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { test as base, expect, type Page } from '@playwright/test';

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
  await page.route('**/texts.en*', (route) => route.abort());
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

/** Serves a file of the pages with one blank more than was built. */
async function alter(page: Page, files: string): Promise<void> {
  await page.route(files, (route) => {
    const built = new URL(`../dist${new URL(route.request().url()).pathname}`, import.meta.url);
    return route.fulfill({
      contentType: 'text/javascript',
      body: `${readFileSync(fileURLToPath(built), 'utf8')} `,
    });
  });
}

// Source: break.md, "Embedding and supply": what loads later was run when it had been altered.
for (const file of ['record', 'chart', 'exchange', 'keeping', 'examples'] as const) {
  base(
    `a part that loads later, ${file}, is not run where it is not as it was built`,
    async ({ page }) => {
      const refused: string[] = [];
      page.on('console', (message) => {
        if (message.text().includes('integrity')) refused.push(message.text());
      });
      await alter(page, `**/assets/${file}-*.js`);
      await page.goto('/penalties.html?lang=en');
      await page.locator('[ready]').waitFor();
      await page
        .getByRole('button', { name: /import/i })
        .first()
        .click();
      await expect
        .poll(() => refused.filter((text) => text.includes(`/${file}-`)).length)
        .toBeGreaterThan(0);
    },
  );
}

base('a record that cannot be had is said to be missing', async ({ page }) => {
  await alter(page, '**/assets/record-*.js');
  await page.goto('/penalties.html?lang=en');
  await page.locator('.examples button').first().click();
  await expect(page.locator('.record')).toContainText('could not be fetched');
});

// Source: break.md: where the first script was refused, nothing was said.
base('a page whose script is refused says so where the tool would be', async ({ page }) => {
  await alter(page, '**/assets/complaint-*.js');
  await page.goto('/complaint.html');
  await expect(page.locator('.unheard')).toBeVisible();
  await expect(page.locator('.unheard')).toContainText('校验值');
  await expect(page.locator('.unheard')).toContainText('could not be loaded');
});

base('a page whose tool is there says nothing of that', async ({ page }) => {
  await page.goto('/complaint.html');
  await page.locator('[ready]').waitFor();
  await page.waitForTimeout(9_000);
  await expect(page.locator('.unheard')).toBeHidden();
});
