import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { answer, expect, open, test } from './pages.ts';

/** One page of every kind, and the longest of them. */
const PAGES = [
  'reference/index.html',
  'reference/rulebooks/cn/complaint.html',
  'reference/rulebooks/cn/complaint/elements.html',
  'reference/rulebooks/cn/complaint/documents-2.html',
  'reference/rulebooks/cn/parallel-import/cases.html',
  'reference/rulebooks/taobao/counterfeit/ledger.html',
  'reference/rulebooks/us/parallel-import.html',
  'reference/instruments/ecl.html',
  'reference/provisions/ecl/42/1.html',
  'reference/provisions/taobao-rules/50/3.html',
];

const COMPLAINT = 'reference/rulebooks/cn/complaint.html';

/** Goes to where a link leads, which may unfold first. */
async function follow(page: Page, link: string): Promise<void> {
  const found = page.locator(link).first();
  await found.evaluate((one) => {
    for (let at = one.closest('details'); at; at = at.parentElement?.closest('details') ?? null) {
      at.setAttribute('open', '');
    }
  });
  await found.click();
}

/** Leaves the first rules of every section: the others are built alike, and axe takes long. */
async function shorten(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const section of document.querySelectorAll('.of-rules')) {
      const rules = section.querySelectorAll(':scope > .entry');
      for (const rule of [...rules].slice(8)) rule.remove();
    }
  });
}

// Source: issue 3, "linked from every citation on the pages".
test('a citation on a tool leads to its provision, which names the element', async ({ page }) => {
  await open(page, 'complaint.html');
  await answer(page, { right_type: 0, n_locate: 'no' });
  const missing = page.locator('.missing li[data-element=notice_locates]');
  await expect(missing.locator('.note-name a').first()).toHaveText(
    '《电子商务法》第四十二条第一款',
  );
  await follow(page, '.missing li[data-element=notice_locates] .note-name a');
  await expect(page).toHaveURL(/\/reference\/provisions\/ecl\/42\/1\.html$/);
  await expect(page.locator('h1')).toContainText('《电子商务法》第四十二条第一款');
  const element = page.locator('.rules a', { hasText: '能准确定位被投诉的商品' });
  await element.click();
  await expect(page).toHaveURL(
    /\/reference\/rulebooks\/cn\/complaint\/elements\.html#element-notice_locates$/,
  );
  await expect(page.locator('#element-notice_locates')).toBeInViewport();
});

test('every citation of an answer is a link, and each leads to a page', async ({
  page,
  baseURL,
}) => {
  await open(page, 'parallel-import.html');
  await answer(page, { imported: 'yes', cn_mark_registered: 'yes', goods_genuine: 0 });
  await page.locator('.overview li[data-issue=trademark] button').click();
  const tool = page.locator('zhengpin-parallel-import');
  await expect(tool.locator('.sources li > span:first-child:not(:has(a))')).toHaveCount(0);
  await expect(tool.locator('.note:not(:has(a))')).toHaveCount(0);
  const links = await tool
    // The official texts stand elsewhere.
    .locator('.sources a:not([rel=noreferrer]), .note a, .about-rules a')
    .evaluateAll((all) => [...new Set(all.map((link) => (link as HTMLAnchorElement).href))]);
  expect(links.length).toBeGreaterThan(3);
  for (const link of links) {
    expect(link.startsWith(`${baseURL}/reference/`)).toBe(true);
    const { status, title } = await page.evaluate(async (address) => {
      const response = await fetch(address);
      return { status: response.status, title: /<title>(.*)<\/title>/.exec(await response.text()) };
    }, link);
    expect(status).toBe(200);
    // A server may answer what it does not have with the start page.
    expect(title?.[1]).toContain(' · ');
  }
});

test('the ledger links what it rests on', async ({ page }) => {
  await open(page, 'penalties.html');
  await page.locator('.examples button').first().click();
  // What stands in a fold of the record is drawn when it is opened.
  await page.locator('tbody[data-finding] summary', { hasText: '依据' }).first().click();
  await follow(page, 'tbody[data-finding] .notes a');
  await expect(page).toHaveURL(/\/reference\/provisions\/taobao-/);
  await expect(page.locator('.rules a').first()).toBeVisible();
});

test('language and colours go along, and English comes first where it is asked for', async ({
  page,
}) => {
  await open(page, 'complaint.html?lang=en&theme=dark');
  await answer(page, { right_type: 0, n_locate: 'no' });
  await follow(page, '.missing .note-name a');
  await expect(page).toHaveURL(/\?lang=en&theme=dark$/);
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  const left = async (lang: string) =>
    (await page.locator(`.says > [lang="${lang}"]`).boundingBox())?.x ?? 0;
  const order = async () => ((await left('en')) < (await left('zh-CN')) ? 'en' : 'zh');
  await expect.poll(order).toBe('en');
  await page.locator('a[data-lang=zh]').click();
  await expect.poll(order).toBe('zh');
  await page.locator('.rules a').first().click();
  await expect(page).toHaveURL(/\?lang=zh&theme=dark#element-/);
});

test('every tool and the start page lead to the rules', async ({ page }) => {
  for (const [address, rulebook] of [
    ['complaint.html', 'cn/complaint'],
    ['parallel-import.html', 'cn/parallel-import'],
    ['penalties.html', 'taobao/counterfeit'],
  ] as const) {
    await open(page, address);
    await page.locator('.about-rules a').click();
    await expect(page).toHaveURL(new RegExp(`/reference/rulebooks/${rulebook}\\.html$`));
  }
  await open(page, 'index.html');
  const rulebooks = await page.locator('zhengpin-rulebooks h3 a').count();
  expect(rulebooks).toBeGreaterThanOrEqual(3);
  await page.locator('main a[href*="reference/index.html"]').click();
  await expect(page.locator('h1')).toContainText('规则与出处');
  await expect(page.locator('.listed')).toHaveCount(rulebooks);
});

// Source: design.md, "on my page": a host that has no reference gets no dead link.
test('an embedded element links only where the host says the reference is', async ({ page }) => {
  const host = (attributes: string) =>
    page.route(/stranger\.html/, (route) =>
      route.fulfill({
        contentType: 'text/html; charset=utf-8',
        body: `<!doctype html><html lang="zh"><link rel="icon" href="data:,"><title>Host</title><script type="module" src="/embed/define.js"></script><zhengpin-complaint ${attributes}></zhengpin-complaint></html>`,
      }),
    );
  const tool = page.locator('zhengpin-complaint');
  await host('');
  await page.goto('/stranger.html');
  await answer(page, { right_type: 0, n_locate: 'no' });
  await expect(tool.locator('.note-name').first()).toBeVisible();
  // The official texts stand elsewhere.
  const ours = '.note a, .sources a:not([rel=noreferrer]), .about-rules a';
  await expect(tool.locator(ours)).toHaveCount(0);
  await page.unroute(/stranger\.html/);
  await host('reference="https://rules.example/base/?theme=dark" lang="en"');
  await page.goto('/stranger.html?own=1');
  await answer(page, { right_type: 0, n_locate: 'no' });
  await expect(tool.locator('.missing .note-name a').first()).toHaveAttribute(
    'href',
    'https://rules.example/base/provisions/ecl/42/1.html?theme=dark&lang=en',
  );
});

for (const address of PAGES) {
  for (const theme of ['light', 'dark']) {
    test(`axe finds nothing on ${address}, ${theme}`, async ({ page }) => {
      await page.goto(`/${address}?theme=${theme}`);
      await shorten(page);
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])).toEqual([]);
    });
  }

  // Source: WCAG 2.2, 1.4.10.
  test(`${address} fits 320 px without scrolling sideways`, async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    await page.goto(`/${address}`);
    await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  });

  test(`${address} asks only its own server, and nothing once loaded`, async ({
    page,
    baseURL,
  }) => {
    const requests: string[] = [];
    page.on('request', (request) => requests.push(request.url()));
    await page.goto(`/${address}`, { waitUntil: 'networkidle' });
    expect(requests.filter((url) => !url.startsWith(`${baseURL}/`))).toEqual([]);
    const loaded = requests.length;
    await page.locator('a[data-lang=en]').click();
    await page.locator('[data-theme-switch]').click();
    await page.waitForTimeout(300);
    expect(requests.slice(loaded)).toEqual([]);
    const guarded = page.locator(
      'script[src][integrity^="sha384-"], link[rel=stylesheet][integrity^="sha384-"], link[rel=modulepreload][integrity^="sha384-"]',
    );
    expect(await guarded.count()).toBe(
      await page.locator('script, link[rel=stylesheet], link[rel=modulepreload]').count(),
    );
  });

  test(`headings come in order on ${address}`, async ({ page }) => {
    await page.goto(`/${address}`);
    const levels = await page
      .locator('h1, h2, h3, h4')
      .evaluateAll((all) => all.map((heading) => Number(heading.tagName.slice(1))));
    expect(levels[0]).toBe(1);
    levels.forEach((level, place) => {
      expect(level).toBeLessThanOrEqual((levels[place - 1] ?? 1) + 1);
    });
  });
}

test('without scripts the pages read in both languages', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${baseURL}/${COMPLAINT}#element-notice_locates`);
  const element = page.locator('#element-notice_locates');
  // An address of before the page was split: its place is a line that leads on.
  await expect(element).toBeInViewport();
  await element.locator('a').click();
  await expect(page).toHaveURL(/complaint\/elements\.html#element-notice_locates$/);
  await expect(element).toBeInViewport();
  await expect(element.locator('h3 [lang="zh-CN"]')).toHaveText('能准确定位被投诉的商品');
  await expect(element.locator('h3 [lang=en]')).toHaveText('It pinpoints the goods');
  await expect(page.locator('.masthead nav a').first()).toHaveText('售假扣分');
  await context.close();
});

// Source: issue 11: addresses that were given out before a long page was split lead on.
test('an address of before a page was split goes on to where the rule stands now', async ({
  page,
}) => {
  await page.goto(`/${COMPLAINT}?lang=en&theme=dark#verdict-notice-qualified`);
  await expect(page).toHaveURL(
    /complaint\/issues\.html\?lang=en&theme=dark#verdict-notice-qualified$/,
  );
  await expect(page.locator('#verdict-notice-qualified')).toBeInViewport();
  await page.goto(`/${COMPLAINT}#facts`);
  await expect(page.locator('#facts .moved a').first()).toBeVisible();
  await page.locator('#facts .moved a').first().click();
  await expect(page).toHaveURL(/complaint\/facts\.html#fact-/);
  await page.locator('.onward a').last().click();
  await expect(page).toHaveURL(/complaint\/facts-2\.html$/);
  await page.locator('.back a').click();
  await expect(page).toHaveURL(/rulebooks\/cn\/complaint\.html$/);
});

test('earlier and later texts of a law are linked', async ({ page }) => {
  await page.goto('/reference/provisions/tml-2019/57/3.html');
  await page.locator('.versions a').first().click();
  await expect(page).toHaveURL(/instruments\/tml-2026\.html/);
  await page.locator('.versions a').first().click();
  await expect(page).toHaveURL(/instruments\/tml-2019\.html/);
});
