import type { Page } from '@playwright/test';

/** A stranger's page: no style sheet of ours, and the content policy of a careful host. */
export async function host(page: Page, body: string, style = ''): Promise<void> {
  await page.route('**/stranger.css', (route) =>
    route.fulfill({ contentType: 'text/css', body: style }),
  );
  const policy =
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; style-src 'self'; img-src data:; require-trusted-types-for 'script'";
  await page.route('**/stranger.html', (route) =>
    route.fulfill({
      contentType: 'text/html; charset=utf-8',
      body: `<!doctype html><html lang="en"><meta http-equiv="Content-Security-Policy" content="${policy}"><link rel="icon" href="data:,"><link rel="stylesheet" href="/stranger.css"><title>Host</title><body>${body}</body></html>`,
    }),
  );
  await page.goto('/stranger.html');
}

/** The line by which a page gets the elements. */
export const DEFINE = '<script type="module" src="embed/define.js"></script>';
