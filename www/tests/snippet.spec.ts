import AxeBuilder from '@axe-core/playwright';
import { test as bare, type FrameLocator, type Page } from '@playwright/test';
import { ELEMENTS } from '../build/elements.ts';
import { folderOf, sourceOf } from '../src/snippet/base.ts';
import { answer, expect, link, open, test, verdict } from './pages.ts';
import { choose, pieces, place, take, told } from './snippet-host.ts';

// Source: issue 11, "a page that makes the snippet with integrity hashes"; the verdict is that of
// the tool whose link was taken.
for (const [where, base] of [
  ['on the page’s own origin', 'zhengpin/'],
  ['on another origin', 'https://static.example/zhengpin-1/'],
] as const) {
  test(`the snippet of a link answers on a stranger’s page under its policy, files ${where}`, async ({
    page,
  }) => {
    await open(page, 'complaint.html');
    await answer(page, { n_locate: 'no', n_truth: 'unknown' });
    const address = await link(page);
    await open(page, 'snippet.html');
    await take(page, address);
    await page.locator('#snippet-base').fill(base);
    const made = await pieces(page);
    expect(made.element).toContain(`facts='{"n_locate":false,"n_truth":null}'`);
    await place(page, { ...made, ...(base.startsWith('https') ? { files: base } : {}) });
    await expect(verdict(page)).toHaveAttribute('data-verdict', 'not_qualified');
    expect((await told(page))?.facts).toEqual({ n_locate: false });
  });
}

test('the snippet of a ledger’s link has its findings and its rules, and says what is left out', async ({
  page,
}) => {
  await open(page, 'penalties.html');
  await page.locator('.examples button').first().click();
  const points = await page.locator('.big').first().innerText();
  const address = await link(page);
  await open(page, 'snippet.html');
  await take(page, address);
  const made = await pieces(page);
  await place(page, made);
  await expect(page.locator('.big').first()).toHaveText(points);
  expect((await told(page))?.findings?.length).toBeGreaterThan(1);
});

// Source: the snippet’s own promise; what the browser itself does with a changed file.
for (const altered of [
  'define.js',
  'zhengpin-elements.js',
  'zhengpin-base.js',
  'zhengpin-record.js',
] as const) {
  bare(`a changed ${altered} is refused by the browser`, async ({ page }) => {
    const complaints: string[] = [];
    page.on('console', (message) => complaints.push(message.text()));
    await open(page, 'snippet.html');
    await choose(page, 'element', 'penalties');
    await place(page, { ...(await pieces(page)), altered });
    await expect.poll(() => complaints.join()).toContain('integrity');
    if (altered !== 'zhengpin-record.js') {
      await expect(page.locator('zhengpin-penalties > p').first()).toBeVisible();
      expect(await page.evaluate(() => document.querySelector('[ready]'))).toBeNull();
      return;
    }
    await page.locator('.examples button').first().click();
    await expect(page.locator('.record')).toContainText('没有取到');
  });
}

bare('a changed rulebook is refused by the engine, and the element says why', async ({ page }) => {
  await open(page, 'snippet.html');
  await choose(page, 'element', 'complaint');
  await place(page, { ...(await pieces(page)), altered: 'rulebook.cn-complaint.bin' });
  await expect(page.locator('.fallback[role=alert]')).toBeVisible();
});

// Browsers that know no hashes in import maps still check what the head names.
for (const altered of ['zhengpin-elements.js', 'zhengpin-base.js']) {
  bare(`without a map the head alone refuses a changed ${altered}`, async ({ page }) => {
    const complaints: string[] = [];
    page.on('console', (message) => complaints.push(message.text()));
    await open(page, 'snippet.html');
    const made = await pieces(page);
    const head = made.head.replace(/<script type="importmap">[\s\S]*?<\/script>/, '');
    expect(head).not.toBe(made.head);
    await place(page, { ...made, head, altered });
    await expect.poll(() => complaints.join()).toContain('integrity');
    expect(await page.evaluate(() => document.querySelector('[ready]'))).toBeNull();
  });
}

/** The frame, once somebody comes near it: before, nothing is loaded into it. */
async function look(page: Page): Promise<FrameLocator> {
  await page.locator('iframe').scrollIntoViewIfNeeded();
  return page.frameLocator('iframe');
}

// Source: the manifest: every element there is, and the frame, which has the snippet’s own policy.
for (const { tag } of ELEMENTS) {
  test(`${tag} is made, and shown in the frame`, async ({ page }) => {
    await open(page, 'snippet.html?lang=en');
    await choose(page, 'element', tag.replace('zhengpin-', ''));
    const { element } = await pieces(page);
    expect(element).toMatch(new RegExp(`^<${tag}>`));
    const frame = await look(page);
    await expect(frame.locator(`${tag}[ready]`)).toBeVisible();
    expect(await page.evaluate(() => sessionStorage.length)).toBe(0);
  });
}

test('the frame is lit as the page is, also once that changes', async ({ page }) => {
  await open(page, 'snippet.html?theme=dark');
  const frame = await look(page);
  await frame.locator('[ready]').waitFor();
  const scheme = () =>
    frame.locator(':root').evaluate((root) => getComputedStyle(root).colorScheme);
  await expect.poll(scheme).toBe('dark');
  await page.locator('[data-theme-switch]').click();
  await expect.poll(scheme).toBe('light');
});

test('the frame has the policy that the page tells, but for where the files are', async ({
  page,
}) => {
  await open(page, 'snippet.html');
  const { policy } = await pieces(page);
  const own = await (await look(page)).locator('meta[http-equiv]').getAttribute('content');
  const unhashed = (text: string | null) => text?.replace(/'sha256-[^']+'/, '');
  expect(unhashed(own)).toBe(unhashed(policy));
});

test('what is chosen stands in the snippet, in order, and goes where another tool is chosen', async ({
  page,
}) => {
  await open(page, 'snippet.html');
  await choose(page, 'element', 'changes');
  await choose(page, 'rulebook', 'cn/complaint');
  await choose(page, 'lang', 'en');
  await choose(page, 'theme', 'dark');
  await page.locator('#snippet-from input').first().fill('2026');
  await page.locator('#snippet-from input').nth(1).fill('12');
  await page.locator('#snippet-from input').nth(2).fill('31');
  await page.getByText('答案不写进网址').click();
  await expect(page.locator('[data-piece=element]')).toContainText(
    '<zhengpin-changes\n  lang="en"\n  theme="dark"\n  rulebook="cn/complaint"\n  from="2026-12-31"\n  fragment="off"\n>',
  );
  await choose(page, 'element', 'cases');
  await expect(page.locator('[data-piece=element]')).toContainText(
    '<zhengpin-cases\n  lang="en"\n  theme="dark"\n  fragment="off"\n>',
  );
  await page.getByText('让浏览器校验每个文件').click();
  await expect(page.locator('[data-piece=head]')).toHaveText(
    '<script type="module" src="./zhengpin/define.js" crossorigin></script>',
  );
  await expect(page.locator('[data-piece=policy]')).not.toContainText('sha256');
});

test('a link that gives nothing is told apart from a damaged one', async ({ page }) => {
  await open(page, 'snippet.html');
  for (const [address, says] of [
    ['https://example.org/#elsewhere=1', '不是正品工具的链接'],
    ['#complaint=2.3.AAAA', '已损坏'],
    ['#complaint=9.3.AAAA', '更新的版本'],
    ['#lessons=2.1.AAAA', '没有可以预先填写的内容'],
  ] as const) {
    await page.locator('#snippet-link').fill(address);
    await page.locator('.link-in button').click();
    await expect(page.locator('#snippet-link-wrong')).toContainText(says);
  }
  await expect(page.locator('[data-piece=element]')).not.toContainText('facts');
});

test('values in attributes are safe, whatever a link holds', async ({ page }) => {
  await open(page, 'complaint.html');
  const address = await page.evaluate(
    async (state) => {
      const stream = new Blob([state]).stream().pipeThrough(new CompressionStream('deflate-raw'));
      const bytes = new Uint8Array(await new Response(stream).arrayBuffer());
      const base64 = btoa(String.fromCharCode(...bytes));
      return `#complaint=1.${base64.replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '')}`;
    },
    JSON.stringify({ asOf: '2026-11-22', answers: { x: `'><script>alert("1")</script>&amp;` } }),
  );
  await open(page, 'snippet.html');
  await take(page, address);
  const made = await pieces(page);
  expect(made.element).not.toMatch(/<script|'>/);
  const facts = await page.evaluate((text) => {
    const parsed = new DOMParser() as { parseFromString(text: unknown, type: string): Document };
    const { trustedTypes } = window as unknown as {
      trustedTypes: {
        createPolicy(name: string, rules: object): { createHTML(text: string): string };
      };
    };
    const policy = trustedTypes.createPolicy('test', { createHTML: (own: string) => own });
    return parsed
      .parseFromString(policy.createHTML(text), 'text/html')
      .querySelector('zhengpin-complaint')
      ?.getAttribute('facts');
  }, made.element);
  expect(JSON.parse(facts ?? '')).toEqual({ x: `'><script>alert("1")</script>&amp;` });
});

// Source: the URL standard and CSP level 3, 2.3.1: a path that ends in a stroke is a folder.
bare('folders are read, and what is none is refused', () => {
  const read = (text: string) => {
    const folder = folderOf(text);
    return folder && [folder, sourceOf(folder)];
  };
  expect(read('zhengpin')).toEqual(['./zhengpin/', "'self'"]);
  expect(read(' ../a/b/ ')).toEqual(['../a/b/', "'self'"]);
  expect(read('/zhengpin-0.1/')).toEqual(['/zhengpin-0.1/', "'self'"]);
  expect(read('https://static.example/z')).toEqual([
    'https://static.example/z/',
    'https://static.example/z/',
  ]);
  expect(read('//static.example/z')).toEqual(['//static.example/z/', 'https://static.example/z/']);
  for (const none of [
    '',
    'a b',
    'javascript:alert(1)',
    'data:,',
    'a"b',
    "a'b",
    'a?b',
    'a;b',
    'https://',
  ]) {
    expect(read(none), none).toBeUndefined();
  }
});

for (const lang of ['zh', 'en']) {
  for (const theme of ['light', 'dark']) {
    test(`axe finds nothing on the page that makes the snippet, ${lang}, ${theme}`, async ({
      page,
    }) => {
      await open(page, `snippet.html?lang=${lang}&theme=${theme}`);
      await pieces(page);
      await (await look(page)).locator('[ready]').waitFor();
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])).toEqual([]);
    });
  }

  // Source: WCAG 2.2, 1.4.10.
  test(`the page that makes the snippet fits 320 px in ${lang}`, async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    await open(page, `snippet.html?lang=${lang}`);
    await pieces(page);
    await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  });
}

test('a snippet is made by keyboard alone, and copied', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await open(page, 'snippet.html');
  await page.locator('#snippet-element').focus();
  await page.keyboard.press('Home');
  const copy = page.locator('[data-copy=element]');
  for (let press = 0; press < 40; press += 1) {
    if (await copy.evaluate((one) => one.matches(':focus'))) break;
    await page.keyboard.press('Tab');
  }
  await page.keyboard.press('Enter');
  await expect(page.locator('.tool > [role=status]')).toContainText('已复制');
  const { element } = await pieces(page);
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(element);
});
