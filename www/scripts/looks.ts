import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { answer, open, PAGES, test } from '../tests/pages.ts';

const folder = fileURLToPath(new URL('../../target/looks/', import.meta.url));
const ADDRESSES = [...PAGES, 'search.html', 'snippet.html', 'reference/index.html'];
const WIDTHS = [360, 768, 1024, 1440];
const LANGS = ['zh', 'en'];
const SCHEMES = ['light', 'dark'] as const;

/** Puts into a page what somebody would look at. */
async function fill(page: Page, address: string): Promise<void> {
  if (address === 'penalties.html') await page.locator('.examples button').first().click();
  if (address === 'complaint.html') await answer(page, { right_type: 0, n_locate: 'no' });
  if (address === 'parallel-import.html') await answer(page, { imported: 'yes' });
  if (address === 'verification.html' || address === 'many.html') {
    await page.locator('[data-example]').click();
    await page.locator('table.rows').waitFor();
  }
}

const name = (address: string, width: number, lang: string, scheme: string) =>
  `${address.replace('.html', '').replaceAll('/', '-')}-${width}-${lang}-${scheme}.png`;

test.beforeAll(() => {
  mkdirSync(folder, { recursive: true });
  const rows = ADDRESSES.map((address) => {
    const pictures = WIDTHS.flatMap((width) =>
      LANGS.flatMap((lang) => SCHEMES.map((scheme) => name(address, width, lang, scheme))),
    );
    return `<h2>${address}</h2>${pictures
      .map((file) => `<a href="${file}"><img src="${file}" alt="${file}" height="300"></a>`)
      .join(' ')}`;
  });
  writeFileSync(`${folder}index.html`, `<!doctype html><title>looks</title>${rows.join('\n')}`);
});

for (const address of ADDRESSES) {
  test(`pictures of ${address}`, async ({ browser, baseURL }) => {
    for (const colorScheme of SCHEMES) {
      for (const lang of LANGS) {
        // A visitor of its own: what the one before filled in would still be there.
        const viewport = { width: WIDTHS.at(-1) ?? 1440, height: 900 };
        const visitor = {
          baseURL: baseURL ?? '',
          colorScheme,
          reducedMotion: 'reduce',
          viewport,
        } as const;
        const page = await browser.newPage(visitor);
        if (PAGES.includes(address)) await open(page, `${address}?lang=${lang}`);
        else await page.goto(`/${address}?lang=${lang}`, { waitUntil: 'networkidle' });
        await fill(page, address);
        for (const width of WIDTHS) {
          await page.setViewportSize({ width, height: 900 });
          await page.waitForTimeout(150);
          const path = folder + name(address, width, lang, colorScheme);
          await page.screenshot({ path, animations: 'disabled' });
        }
        await page.close();
      }
    }
  });
}
