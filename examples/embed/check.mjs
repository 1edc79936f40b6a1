// Opens every page that was built: the facts given are answered, a click is told, and the page is
// told of both.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from '../../www/node_modules/@playwright/test/index.mjs';

const DIST = fileURLToPath(new URL('dist/', import.meta.url));
const KINDS = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.wasm': 'application/wasm',
};
const PAGES = ['vite', 'webpack', 'esbuild'].flatMap((bundler) =>
  ['plain', 'react', 'vue'].map((app) => `${bundler}/${app}.html`),
);

const server = createServer(async ({ url }, response) => {
  const path = normalize(new URL(url, 'http://localhost').pathname);
  try {
    const body = await readFile(DIST + path);
    response.writeHead(200, { 'Content-Type': KINDS[extname(path)] ?? 'text/plain' }).end(body);
  } catch {
    response.writeHead(404).end();
  }
});
await new Promise((done) => server.listen(0, '127.0.0.1', done));
const executablePath = process.env.CHROMIUM;
const browser = await chromium.launch(executablePath ? { executablePath } : {});
try {
  for (const address of [...PAGES, 'content-system/index.html']) {
    const page = await browser.newPage();
    const complaints = [];
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.goto(`http://127.0.0.1:${server.address().port}/${address}`);
    const line = (text) =>
      page.waitForFunction((told) => document.querySelector('output')?.textContent === told, text);
    await line('not_qualified');
    const verdict = page.locator('.verdict[data-verdict]');
    assert.equal(await verdict.getAttribute('data-verdict'), 'not_qualified', address);
    // Yes in place of no: the notice is open again, and the page is told.
    await page.locator('#fact-n_locate .answer input').first().check();
    await page.waitForFunction(
      () => document.querySelector('output')?.textContent !== 'not_qualified',
    );
    assert.ok(await page.locator('#fact-n_locate .answer input').first().isChecked(), address);
    assert.deepEqual(complaints, [], address);
    console.log(`ok ${address}`);
    await page.close();
  }
} finally {
  await browser.close();
  server.closeAllConnections();
  server.close();
}
