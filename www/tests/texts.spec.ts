import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Catalogue } from '../src/engine/types.ts';
import { expect, open, TOOLS, test } from './pages.ts';

const embed = new URL('../dist/embed/', import.meta.url);
const read = (name: string) => readFileSync(fileURLToPath(new URL(name, embed)));
const catalogue = (name: string): Catalogue => JSON.parse(read(name).toString());

/** The rulebooks of which a file of their own holds the words. */
const ALONE = [
  'cn/complaint',
  'cn/parallel-import',
  'eu/parallel-import',
  'hk/parallel-import',
  'jp/parallel-import',
  'taobao/findings',
  'us/parallel-import',
];

type Create = typeof import('../src/engine/index.ts').createEngine;

// Source: the whole catalogue, which programs join, says what each part of it has to hold.
for (const lang of ['zh', 'en'] as const) {
  test(`the words of one rulebook are all that its versions say, ${lang}`, async () => {
    const { createEngine } = (await import(new URL('engine.js', embed).href)) as {
      createEngine: Create;
    };
    const wasm = read('zhengpin_bg.wasm');
    const whole = await createEngine({ wasm, texts: { [lang]: catalogue(`texts.${lang}.json`) } });
    const listed = whole.list();
    if ('error' in listed) throw new Error(listed.error.code);
    for (const name of ALONE) {
      const part = catalogue(`texts.${lang}.${name.replace('/', '-')}.json`);
      const alone = await createEngine({ wasm, texts: { [lang]: part } });
      const { versions } = listed.rulebooks.find(({ rulebook }) => rulebook === name) ?? {};
      expect(versions?.length, name).toBeGreaterThan(0);
      for (const asOf of versions ?? []) {
        const [all, own] = [whole, alone].map((one) => one.describe({ rulebook: name, asOf }));
        if (!all || !own || 'error' in all || 'error' in own) throw new Error(`${name} ${asOf}`);
        expect(own.texts[lang], `${name} ${asOf}`).toEqual(all.texts[lang]);
      }
    }
  });
}

// Source: what a page needs is one language and the words of the rulebooks that it shows.
for (const [address, words] of Object.entries({
  'complaint.html': ['cn-complaint'],
  'appeal.html': ['taobao-findings'],
  'parallel-import.html': ['cn-parallel-import'],
  'penalties.html': ['simulating'],
  'duties.html': ['listing'],
  'index.html': ['titles'],
})) {
  test(`${address} loads one language of what it shows before its first answer, the other after`, async ({
    page,
  }) => {
    const asked: string[] = [];
    page.on('request', (request) => {
      const [, name] = /\/(texts\.[^/]*)-[0-9a-f]{8}\.json/.exec(request.url()) ?? [];
      if (name !== undefined) asked.push(name);
    });
    // The other language is held back, and nothing waits for it.
    let go = () => {};
    const held = new Promise<void>((resolve) => {
      go = resolve;
    });
    await page.route('**/texts.en*', async (route) => {
      await held;
      await route.continue();
    });
    await open(page, address);
    const own = words.map((one) => `texts.zh.${one}`);
    expect(asked.filter((name) => name.startsWith('texts.zh')).sort()).toEqual(own.sort());
    const other = words.map((one) => `texts.en.${one}`);
    await expect
      .poll(() => asked.filter((name) => !own.includes(name)).sort())
      .toEqual(other.sort());
    go();
  });
}

test('a page in English does not load Chinese first', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.route('**/texts.zh*', () => undefined);
  await open(page, 'appeal.html?lang=en');
  await expect.poll(() => asked.filter((url) => url.includes('/texts.zh')).length).toBe(1);
  const place = (lang: string) => asked.findIndex((url) => url.includes(`/texts.${lang}`));
  expect(place('en')).toBeLessThan(place('zh'));
});

// Source: `legal` says a key where a text is missing, so that it is seen.
for (const address of Object.keys(TOOLS)) {
  test(`${address} shows no key in place of words, in either language and back`, async ({
    page,
  }) => {
    await open(page, address);
    const shown = () =>
      page.locator('[ready]').evaluateAll((tools) =>
        tools.flatMap((tool) => {
          const texts: string[] = [];
          const walk = (root: ParentNode) => {
            for (const one of root.querySelectorAll('*')) {
              if (one.shadowRoot) walk(one.shadowRoot);
              for (const child of one.childNodes) {
                if (child.nodeType === Node.TEXT_NODE) texts.push(child.textContent ?? '');
              }
            }
          };
          if (tool.shadowRoot) walk(tool.shadowRoot);
          return texts.filter((text) =>
            /\b(?:fact|issue|element|alert|case|provision|instrument|tier)\/[a-z]/.test(text),
          );
        }),
      );
    const said = (lang: string) =>
      expect(page.locator(`[ready] .tool[lang=${lang}]`)).toBeVisible();
    expect(await shown()).toEqual([]);
    await page.locator('a[data-lang=en]').click();
    await said('en');
    expect(await shown()).toEqual([]);
    await page.locator('a[data-lang=zh]').click();
    await said('zh-CN');
    expect(await shown()).toEqual([]);
  });
}

test('where the other language cannot be fetched, the tool goes on in its own, and tries again', async ({
  page,
  complaints,
}) => {
  await page.route('**/texts.en*', (route) => route.abort());
  await open(page, 'complaint.html');
  await expect.poll(() => complaints.length).toBeGreaterThan(0);
  await page.locator('a[data-lang=en]').click();
  await expect.poll(() => complaints.length).toBeGreaterThan(1);
  await expect(page.locator('[ready] .tool')).toHaveAttribute('lang', 'zh-CN');
  complaints.length = 0;
  await page.unroute('**/texts.en*');
  await page.locator('a[data-lang=zh]').click();
  await page.locator('a[data-lang=en]').click();
  await expect(page.locator('[ready] .tool')).toHaveAttribute('lang', 'en');
});
