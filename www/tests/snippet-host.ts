import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, type Page } from '@playwright/test';

const embed = (file: string) =>
  readFileSync(fileURLToPath(new URL(`../dist/embed/${file}`, import.meta.url)));

const KINDS: Record<string, string> = {
  js: 'text/javascript',
  wasm: 'application/wasm',
  json: 'application/json',
  bin: 'application/octet-stream',
};

/** What the page says is to be written. */
export async function pieces(
  page: Page,
): Promise<{ head: string; element: string; policy: string }> {
  const piece = async (id: string) =>
    (await page.locator(`[data-piece=${id}]`).textContent()) ?? '';
  await expect(page.locator('[data-piece=policy]')).toContainText('script-src');
  return {
    head: await piece('head'),
    element: await piece('element'),
    policy: await piece('policy'),
  };
}

/** A page of a stranger, with what the snippet gives it. */
interface Host {
  head: string;
  element: string;
  policy: string;
  /** The folder of the elements, if on another origin than the page. */
  files?: string;
  /** A file that is not as it was built. */
  altered?: string;
}

const SITE = 'https://host.example/';

/** A page of a stranger, on an origin of its own, with the snippet in it and its policy as a header. */
export async function place(page: Page, host: Host): Promise<void> {
  const { head, element, policy, files = `${SITE}zhengpin/`, altered } = host;
  await page.route(/^https:\/\/[\w.]+\.example\//, (route) => {
    const url = new URL(route.request().url());
    if (url.pathname === '/favicon.ico') return route.fulfill({ status: 204 });
    if (url.href === SITE) {
      const body = `<!doctype html><html lang="zh-CN"><head><title>Host</title>${head}</head><body>${element}</body></html>`;
      const headers = {
        'content-security-policy': policy,
        'content-type': 'text/html; charset=utf-8',
      };
      return route.fulfill({ headers, body });
    }
    if (!url.href.startsWith(files)) return route.fulfill({ status: 404 });
    const name = url.href.slice(files.length);
    const headers = {
      'content-type': KINDS[name.split('.').at(-1) ?? ''] ?? 'text/plain',
      'x-content-type-options': 'nosniff',
      ...(files.startsWith(SITE) ? {} : { 'access-control-allow-origin': '*' }),
    };
    const more = Buffer.from(name === altered ? ' ' : '');
    return route.fulfill({ headers, body: Buffer.concat([embed(name), more]) });
  });
  // What the element tells its page, heard without a script of the page.
  await page.addInitScript(() => {
    document.addEventListener('zhengpin-answer', (event) => {
      window.heard = (event as CustomEvent).detail;
    });
  });
  await page.goto(SITE);
}

/** What the element on the host’s page told it last. */
export const told = (page: Page) => page.evaluate(() => window.heard);

declare global {
  interface Window {
    heard?: { facts?: unknown; findings?: unknown[] };
  }
}

/** Chooses what is wanted. */
export async function choose(page: Page, id: string, value: string): Promise<void> {
  await page.locator(`#snippet-${id}`).selectOption(value);
}

/** Has a link of a tool read. */
export async function take(page: Page, address: string): Promise<void> {
  await page.locator('#snippet-link').fill(address);
  await page.locator('.link-in button').click();
  await expect(page.locator('.taken')).not.toBeEmpty();
}
