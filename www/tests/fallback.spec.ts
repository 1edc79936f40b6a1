import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { test as base, expect, type Page } from '@playwright/test';
import { answer } from './pages.ts';

// Source: web.md, "found by trying": without the engine the element says why, never blank.
// These pages complain on purpose, so the list of complaints is not watched here.
const said = '.fallback[role=alert]';

/** Takes wasm out of what a page may run. */
async function forbidWasm(page: Page): Promise<void> {
  await page.route('**/*.html', async (route) => {
    const response = await route.fetch();
    const body = (await response.text()).replace(" 'wasm-unsafe-eval'", '');
    await route.fulfill({ response, body });
  });
}

const noWasm = (page: Page) =>
  page.addInitScript(() => Reflect.deleteProperty(globalThis, 'WebAssembly'));

/** A browser that has wasm and refuses this file, as one that is too old for it does. */
const oldWasm = (page: Page) =>
  page.addInitScript(() => {
    const refuse = () => Promise.reject(new WebAssembly.CompileError('unknown section'));
    WebAssembly.instantiateStreaming = refuse;
    WebAssembly.instantiate = refuse as typeof WebAssembly.instantiate;
  });

// Source: issue 11, "Where wasm is refused the same engine compiled to JavaScript loads instead".
// The page fetches the wasm ahead, before any script could know, and never twice.
for (const [why, refuse] of [
  ['the policy forbids it', forbidWasm],
  ['the browser has none', noWasm],
  ['the browser is too old for the file', oldWasm],
] as const) {
  base(`where wasm is refused because ${why}, the tools answer all the same`, async ({ page }) => {
    let files = 0;
    let scripts = 0;
    page.on('request', (request) => {
      if (request.url().endsWith('.wasm')) files += 1;
      if (request.url().includes('/script-')) scripts += 1;
    });
    await refuse(page);
    await page.goto('/complaint.html');
    await page.locator('[ready]').waitFor();
    await answer(page, { right_type: 0, n_locate: 'no' });
    await expect(page.locator('.missing li[data-element=notice_locates]')).toBeVisible();
    // What is fetched ahead may be fetched for nothing, once.
    expect(files).toBeLessThanOrEqual(1);
    expect(scripts).toBe(1);
    await page.goto('/penalties.html');
    await page.locator('[ready]').waitFor();
    await page.locator('.examples button').first().click();
    await expect(page.locator('tbody[data-finding]').first()).toBeVisible();
    for (const address of ['index.html', 'duties.html', 'changes.html', 'abroad.html']) {
      await page.goto(`/${address}`);
      await page.locator('zhengpin-rulebooks li, [ready]').first().waitFor();
    }
  });
}

base('where wasm runs, the engine as JavaScript is not fetched', async ({ page }) => {
  const scripts: string[] = [];
  page.on('request', (request) => {
    if (request.url().includes('/script-')) scripts.push(request.url());
  });
  await page.goto('/complaint.html');
  await page.locator('[ready]').waitFor();
  await page.waitForLoadState('networkidle');
  expect(scripts).toEqual([]);
});

// Source: issue 11: "where neither runs, the message says which it is: forbidden, too old, damaged".
for (const [why, refuse, says] of [
  ['forbidden', forbidWasm, 'wasm-unsafe-eval'],
  ['not there', noWasm, '没有WebAssembly'],
  ['too old', oldWasm, '太旧'],
] as const) {
  base(`where neither engine runs, it is said that wasm is ${why}`, async ({ page }) => {
    await refuse(page);
    await alter(page, '**/assets/script-*.js');
    await page.goto('/complaint.html');
    await expect(page.locator(said)).toContainText(says);
    await expect(page.locator(said)).toContainText('JavaScript');
  });
}

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
