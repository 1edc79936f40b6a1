import type { Page } from '@playwright/test';
import { answer, expect, test, verdict } from './pages.ts';

/** A stranger's page: no style sheet of ours, and the content policy of a careful host. */
async function host(page: Page, body: string): Promise<void> {
  const policy =
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; style-src 'self'; img-src data:; require-trusted-types-for 'script'";
  await page.route('**/stranger.html', (route) =>
    route.fulfill({
      contentType: 'text/html; charset=utf-8',
      body: `<!doctype html><html lang="en"><meta http-equiv="Content-Security-Policy" content="${policy}"><link rel="icon" href="data:,"><title>Host</title><body>${body}</body></html>`,
    }),
  );
  await page.goto('/stranger.html');
}

const DEFINE = '<script type="module" src="embed/define.js"></script>';

test('two lines put a tool on any page', async ({ page }) => {
  await host(page, `${DEFINE}<zhengpin-complaint lang="zh"></zhengpin-complaint>`);
  await answer(page, { n_locate: 'no' });
  await expect(verdict(page)).toHaveAttribute('data-verdict', 'not_qualified');
  const ink = await page
    .locator('.verdict .seal')
    .evaluate((seal) => getComputedStyle(seal).backgroundColor);
  expect(ink).toBe('rgb(163, 42, 30)');
});

test('an element takes its language from the page, its day and its files from attributes', async ({
  page,
}) => {
  await host(
    page,
    `${DEFINE}<zhengpin-complaint as-of="2026-03-04" src="/embed/"></zhengpin-complaint>`,
  );
  await expect(page.locator('.as-of summary')).toContainText('4 March 2026');
});

test('several elements on one page keep their own state in the fragment', async ({ page }) => {
  await host(
    page,
    `${DEFINE}<zhengpin-complaint></zhengpin-complaint><zhengpin-penalties></zhengpin-penalties>`,
  );
  await answer(page, { n_locate: 'no' });
  await page.locator('.examples button').first().click();
  await expect(page).toHaveURL(/#complaint=2\.[\w.-]+&penalties=2\.[\w.-]+$/);
});

test('an element keeps out of the address where the page says so, and tells its changes', async ({
  page,
}) => {
  await host(page, `${DEFINE}<zhengpin-complaint fragment="off"></zhengpin-complaint>`);
  const told = page.evaluate(
    () =>
      new Promise((tell) => {
        document.addEventListener('zhengpin-change', (event) =>
          tell((event as CustomEvent<{ answers: unknown }>).detail.answers),
        );
      }),
  );
  await answer(page, { n_locate: 'no' });
  expect(await told).toEqual({ n_locate: false });
  expect(new URL(page.url()).hash).toBe('');
});

test('importing the elements registers nothing', async ({ page }) => {
  await host(page, '<p>nothing</p>');
  const registered = await page.evaluate(async () => {
    await import('/embed/zhengpin-elements.js' as string);
    return customElements.get('zhengpin-complaint') !== undefined;
  });
  expect(registered).toBe(false);
});

test('the page of changes can be embedded with a rulebook and days of its own', async ({
  page,
}) => {
  await host(
    page,
    `${DEFINE}<zhengpin-changes rulebook="taobao/counterfeit" to="2020-07-15"></zhengpin-changes>`,
  );
  await expect(page.locator('#result-title')).toContainText('14 July 2020');
  await expect(page.locator('.others')).toContainText('Now in force');
});

test('a tool whose host names no page of changes links to none', async ({ page }) => {
  await host(
    page,
    `${DEFINE}<zhengpin-parallel-import as-of="2026-12-31"></zhengpin-parallel-import>`,
  );
  await page.locator('.overview li[data-issue=trademark] button').click();
  await page.locator('.for-you summary').first().click();
  await expect(page.locator('.for-you .concern')).toBeVisible();
  await expect(page.locator('.for-you .whole')).toHaveCount(0);
});
