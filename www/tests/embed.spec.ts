import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { answer, expect, test, verdict } from './pages.ts';
import { DEFINE, host } from './stranger.ts';

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

test('a draft that never was law can be held against the law on any page', async ({ page }) => {
  await host(
    page,
    `${DEFINE}<zhengpin-changes lang="zh" rulebook="cn/complaint"></zhengpin-changes>`,
  );
  await page.locator('[data-draft]').click();
  await expect(page.locator('.draft-provisions')).toContainText('从未施行');
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

/** What a browser makes of every style of the parts of a tool that hold text, by part and name. */
function looks(page: Page): Promise<string[]> {
  return page.locator('zhengpin-complaint').evaluate((tool) => {
    const parts = tool.shadowRoot?.querySelectorAll('.tool, h2, .answer, button, p, label');
    return [...(parts ?? [])].flatMap((part, place) => {
      const style = getComputedStyle(part);
      const names = [...style].filter((name) => !name.startsWith('--'));
      return names.map(
        (name) => `${part.tagName} ${place} ${name}: ${style.getPropertyValue(name)}`,
      );
    });
  });
}

/** The same once nothing changes any more: what is not looked at comes in pieces, after the rest. */
async function settledLooks(page: Page): Promise<string[]> {
  for (let before: string[] = []; ; ) {
    const now = await looks(page);
    if (now.join() === before.join()) return now;
    before = now;
    await page.waitForTimeout(500);
  }
}

// Source: break.md, "Embedding and supply": the inherited styles of a host reached in.
test('what the host says of its own texts ends at the element', async ({ page }) => {
  const body = `${DEFINE}<div class="own"><zhengpin-complaint lang="zh"></zhengpin-complaint></div>`;
  await host(page, body);
  await page.locator('[ready]').waitFor();
  // The names in the other language come later, and take room.
  await expect(page.locator('.note-beside').first()).not.toBeEmpty();
  const alone = await settledLooks(page);
  const own = `.own {
    letter-spacing: 4px; word-spacing: 9px; text-transform: uppercase; direction: rtl;
    white-space: pre; text-indent: 3em; pointer-events: none; -webkit-text-fill-color: red;
    font: italic 40px/3 cursive; color: red; text-align: right; cursor: wait; hyphens: auto;
    text-shadow: 1px 1px red; list-style: square; quotes: none; border-collapse: collapse;
    word-break: break-all; tab-size: 20; user-select: none;
  }`;
  await host(page, body, own);
  await page.locator('[ready]').waitFor();
  await expect(page.locator('.note-beside').first()).not.toBeEmpty();
  const among = new Set(await settledLooks(page));
  expect(alone.length).toBeGreaterThan(5_000);
  expect(alone.filter((look) => !among.has(look)).slice(0, 20)).toEqual([]);
  await answer(page, { n_locate: 'no' });
  await expect(verdict(page)).toHaveAttribute('data-verdict', 'not_qualified');
});

test('a host says by its colour scheme whether the element is light or dark', async ({ page }) => {
  const body = `${DEFINE}<zhengpin-complaint lang="zh"></zhengpin-complaint>`;
  const ink = () =>
    page.locator('zhengpin-complaint .tool').evaluate((tool) => getComputedStyle(tool).color);
  await host(page, body, ':root { color-scheme: light; }');
  await page.locator('[ready]').waitFor();
  const light = await ink();
  await host(page, body, ':root { color-scheme: dark; }');
  await page.locator('[ready]').waitFor();
  expect(await ink()).not.toBe(light);
});

test('an element that moves into a frame keeps its style and its answers', async ({ page }) => {
  await host(page, `${DEFINE}<zhengpin-complaint lang="zh"></zhengpin-complaint><iframe></iframe>`);
  await answer(page, { n_locate: 'no' });
  const read = () =>
    page.evaluate(() => {
      const inner = document.querySelector('iframe')?.contentDocument;
      const tool =
        (inner ?? document).querySelector('zhengpin-complaint') ??
        document.querySelector('zhengpin-complaint');
      const [day] = tool?.shadowRoot?.querySelectorAll('zhengpin-date-field') ?? [];
      const style = (element: Element | null | undefined) =>
        element &&
        getComputedStyle(element).getPropertyValue('display') + getComputedStyle(element).color;
      return {
        seal: style(tool?.shadowRoot?.querySelector('.verdict .seal')),
        field: style(day?.shadowRoot?.querySelector('input')),
        verdict: tool?.shadowRoot?.querySelector('.verdict')?.getAttribute('data-verdict'),
      };
    });
  const before = await read();
  await page.evaluate(() => {
    const [tool, frame] = [
      document.querySelector('zhengpin-complaint'),
      document.querySelector('iframe'),
    ];
    if (tool) frame?.contentDocument?.body.append(tool);
  });
  await expect.poll(read).toEqual(before);
  expect(before.verdict).toBe('not_qualified');
  expect(before.field).toContain('rgb');
});

test('the host’s own words stand until the tool is there, and where it cannot be', async ({
  page,
}) => {
  const body =
    '<zhengpin-complaint><p id="soon">Soon.</p><p id="not" slot="fallback">Not here.</p></zhengpin-complaint>';
  await host(page, body);
  await expect(page.locator('#soon')).toBeVisible();
  await host(page, DEFINE + body);
  await page.locator('[ready]').waitFor();
  await expect(page.locator('#soon')).toBeHidden();
  await expect(page.locator('#not')).toBeHidden();
});

test('where the engine cannot be had, the host’s own words are said too', async ({
  page,
  complaints,
}) => {
  await page.route('**/*.wasm', (route) => route.fulfill({ status: 404 }));
  await host(
    page,
    `${DEFINE}<zhengpin-complaint><p id="not" slot="fallback">Not here.</p></zhengpin-complaint>`,
  );
  await expect(page.locator('.fallback')).toBeVisible();
  await expect(page.locator('#not')).toBeVisible();
  // The browser says that the file was not found, and not what was published.
  for (const said of complaints.splice(0)) expect(said).toMatch(/404|integrity|\.wasm/);
});

test('an address of the files that is none is told as that, and not as a forbidden engine', async ({
  page,
}) => {
  await host(page, `${DEFINE}<zhengpin-complaint lang="zh" src="http://["></zhengpin-complaint>`);
  await expect(page.locator('.fallback')).toContainText('没有取到');
  await expect(page.locator('.fallback')).not.toContainText('内容安全策略');
});

// Source: break.md, "Embedding and supply": of the embedded elements no module was checked.
for (const altered of [undefined, 'zhengpin-record.js', 'zhengpin-elements.js'] as const) {
  test(`with the map of hashes a host runs ${altered ? `no altered ${altered}` : 'what was built'}`, async ({
    page,
    complaints,
  }) => {
    const embed = (file: string) =>
      readFileSync(fileURLToPath(new URL(`../dist/embed/${file}`, import.meta.url)));
    await page.route('**/site/**', (route) => {
      const file = new URL(route.request().url()).pathname.slice('/site/'.length);
      if (file === '') {
        const map = `<script type="importmap">${embed('integrity.json')}</script>`;
        const body = `<!doctype html><link rel="icon" href="data:,">${map}<script type="module" src="zhengpin/define.js"></script><zhengpin-penalties lang="en"></zhengpin-penalties>`;
        return route.fulfill({ contentType: 'text/html', body });
      }
      const name = file.slice('zhengpin/'.length);
      const kind = { js: 'text/javascript', wasm: 'application/wasm', json: 'application/json' };
      const contentType = kind[name.split('.').at(-1) as keyof typeof kind];
      const [content, more] = [embed(name), Buffer.from(name === altered ? ' ' : '')];
      return route.fulfill({ contentType, body: Buffer.concat([content, more]) });
    });
    await page.goto('/site/');
    if (altered === 'zhengpin-elements.js') {
      await expect.poll(() => complaints.length).toBeGreaterThan(0);
      expect(await page.evaluate(() => customElements.get('zhengpin-penalties'))).toBeUndefined();
    } else {
      await page.locator('.examples button').first().click();
      const record = page.locator('.record');
      if (altered) await expect(record).toContainText('could not be fetched');
      else await expect(record.locator('tbody[data-finding]').first()).toBeVisible();
    }
    const refused = complaints.splice(0).filter((text) => text.includes('integrity'));
    expect(refused.length > 0).toBe(altered !== undefined);
  });
}

// Source: docs/architecture.md, "What holds", 7: a refusal is told, never taken for an answer.
for (const [tag, calls, reach] of [
  ['zhengpin-penalties', ['simulate'], '.record .troubles'],
  ['zhengpin-penalties', ['list', 'describe'], '.troubles'],
  ['zhengpin-complaint', ['decide'], '.outcome .troubles'],
  ['zhengpin-complaint', ['list'], '.outcome .troubles'],
  ['zhengpin-complaint', ['describe'], '.troubles'],
  ['zhengpin-changes', ['compare'], '.troubles'],
  ['zhengpin-changes', ['list'], '.troubles'],
  ['zhengpin-duties', ['duties'], '.troubles'],
  ['zhengpin-duties', ['list'], '.troubles'],
  ['zhengpin-duties', ['describe'], '.troubles'],
] as const) {
  test(`${tag} says what the engine says where it refuses to ${calls.join(' and ')}`, async ({
    page,
  }) => {
    await host(page, `<${tag} lang="en" fragment="off"></${tag}>`);
    await page.evaluate(
      async ([tag, calls]) => {
        const broken = { code: 'broken', path: '', message: { zh: '坏了', en: 'it is broken' } };
        const refuse = () => ({ error: { ...broken, more: [] } });
        // The engine comes once it is loaded: it is put in between, refusing from the first call.
        await import('/embed/define.js' as string);
        const kind = customElements.get(tag) as unknown as { prototype: { engine?: object } };
        const engine = Object.getOwnPropertyDescriptor(
          [kind.prototype].map(function chain(one): object {
            return Object.hasOwn(one, 'engine') ? one : chain(Object.getPrototypeOf(one));
          })[0] ?? {},
          'engine',
        );
        Object.defineProperty(kind.prototype, 'engine', {
          configurable: true,
          get() {
            return engine?.get?.call(this);
          },
          set(own: object | undefined) {
            const refusing = Object.fromEntries(calls.map((call) => [call, refuse]));
            engine?.set?.call(this, own && { ...own, ...refusing });
          },
        });
      },
      [tag, calls] as const,
    );
    await expect(page.locator(reach).first()).toContainText('it is broken');
  });
}
