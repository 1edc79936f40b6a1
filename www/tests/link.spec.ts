import AxeBuilder from '@axe-core/playwright';
import { encodeState } from '../src/state/codec.ts';
import {
  answer,
  column,
  expect,
  fillDay,
  link,
  open,
  packed,
  question,
  test,
  verdict,
} from './pages.ts';

test('a link restores answers, issue and day', async ({ page, context }) => {
  await open(page, 'complaint.html');
  await page.locator('.as-of summary').click();
  await fillDay(page.locator('.as-of'), '2026-03-04');
  await answer(page, { right_type: 0, n_locate: 'no', n_identity: 'unknown' });
  const copy = await context.newPage();
  await copy.goto(await link(page));
  await expect(verdict(copy)).toHaveAttribute('data-verdict', 'not_qualified');
  await expect(question(copy, 'n_identity')).toHaveAttribute('data-state', 'unknown');
  await expect(copy.locator('.as-of summary')).toContainText('2026年3月4日');
});

test('a link restores a ledger', async ({ page, context }) => {
  await open(page, 'penalties.html');
  await page.locator('.examples button').first().click();
  const copy = await context.newPage();
  await copy.goto(await link(page));
  await copy.locator('tbody[data-finding]').first().waitFor();
  await expect.poll(() => column(copy, 1)).toEqual(['2', '2', '8', '2']);
});

test('the link is copied on request', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await open(page, 'complaint.html');
  await answer(page, { n_locate: 'no' });
  await page.getByRole('button', { name: '复制链接' }).click();
  await expect(page.locator('.commands .notice')).toContainText('已复制');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(await link(page));
});

for (const [what, fragment] of [
  ['cut short', 'complaint=1.q1ZKLM'],
  ['no base64', 'complaint=1.%%%'],
  ['of another version', 'complaint=9.q1ZKLM'],
  ['empty', 'complaint='],
  ['valid JSON of another shape', 'complaint=1.i44FAA'],
] as const) {
  test(`a link that is ${what} is said to be broken, and the tool starts empty`, async ({
    page,
  }) => {
    await open(page, `complaint.html#${fragment}`);
    await expect(page.locator('.told')).toContainText('链接里的答案读不出来');
    await expect(verdict(page)).toHaveAttribute('data-settled', 'false');
    await answer(page, { n_locate: 'no' });
    await expect(verdict(page)).toHaveAttribute('data-verdict', 'not_qualified');
    await expect(page.locator('.told')).toBeHidden();
  });
}

/** Answers to many questions, so that a part of the link can be lost. */
const MANY = {
  right_type: 'trademark',
  ...Object.fromEntries(
    ['n_locate', 'n_identity', 'n_truth', 'n_evidence', 'right_tm_used_3y'].map((fact) => [
      fact,
      null,
    ]),
  ),
  c_date_reach_rh: '2026-03-02',
};

// Source: review-use.md, A1.5: what is said of a link was written far below the window.
for (const [width, height] of [
  [390, 844],
  [1280, 720],
] as const) {
  for (const lang of ['zh', 'en']) {
    test(`a link cut short is said at the top of the window, in focus, ${width} px, ${lang}`, async ({
      page,
    }) => {
      await page.setViewportSize({ width, height });
      const whole = await encodeState({ asOf: '2026-03-04', answers: MANY });
      await open(page, `complaint.html?lang=${lang}#complaint=${whole.slice(0, -4)}`);
      const told = page.locator('.told');
      await expect(told).toBeFocused();
      await expect(told).toHaveRole('alert');
      await expect(told).toBeInViewport({ ratio: 1 });
      const all = Object.keys(MANY).length;
      const said = lang === 'zh' ? `${all}项里只读出前` : `of ${all} entries only the first`;
      await expect(told).toContainText(said);
      await expect(question(page, 'n_locate')).toHaveAttribute('data-state', 'unknown');
      const { violations } = await new AxeBuilder({ page }).include('main').analyze();
      expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])).toEqual([]);
      const before = await page.locator('.questions').boundingBox();
      await page.keyboard.press('Escape');
      await expect(told).toBeHidden();
      expect(await page.locator('.questions').boundingBox()).toEqual(before);
    });
  }
}

test('a ledger in a link cut short keeps its first findings, whole', async ({ page }) => {
  const findings = Array.from({ length: 20 }, (_, place) => ({
    id: `f${place + 1}`,
    day: `2017-04-${10 + place}`,
    tier: 'information',
    items: place + 1,
  }));
  const whole = await encodeState({ findings, until: '2018-01-01' });
  await open(page, `penalties.html#penalties=${whole.slice(0, -60)}`);
  await expect(page.locator('.told')).toContainText('20项里只读出前');
  const read = Number(/前(\d+)项/.exec(await page.locator('.told').innerText())?.[1]);
  expect(read).toBeGreaterThan(0);
  await expect(page.locator('tbody[data-finding]')).toHaveCount(read);
});

test('a broken link that takes the place of answers can be undone', async ({ page }) => {
  await open(page, 'complaint.html');
  await answer(page, { n_locate: 'no' });
  await link(page);
  await page.evaluate(() => {
    location.hash = 'complaint=2.3.AAAA';
  });
  await expect(page.locator('.told')).toContainText('链接里的答案读不出来');
  await expect(verdict(page)).toHaveAttribute('data-settled', 'false');
  await page.locator('.told').getByRole('button', { name: '撤销' }).click();
  await expect(verdict(page)).toHaveAttribute('data-verdict', 'not_qualified');
});

test('answers that the rulebook no longer knows are left out and said', async ({ page }) => {
  await open(page, 'complaint.html');
  const fragment = await packed(page, {
    asOf: '2026-03-04',
    answers: { n_locate: false, gone: true, n_truth: 'maybe', p_date_forward: 'maybe' },
  });
  await page.evaluate((text) => {
    location.hash = `complaint=${text}`;
  }, fragment);
  await expect(page.locator('.told')).toContainText('3项答案');
  await expect(verdict(page)).toHaveAttribute('data-verdict', 'not_qualified');
});

test('clearing can be undone', async ({ page }) => {
  await open(page, 'complaint.html');
  await answer(page, { n_locate: 'no' });
  await page.getByRole('button', { name: '全部清空' }).click();
  await expect(verdict(page)).toHaveAttribute('data-settled', 'false');
  await expect(page).not.toHaveURL(/complaint=/);
  const told = page.locator('.told');
  await expect(told).toBeInViewport({ ratio: 1 });
  await expect(told.getByRole('button', { name: '撤销' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(verdict(page)).toHaveAttribute('data-verdict', 'not_qualified');
  await expect(page.locator('.commands button:focus')).toHaveCount(1);
});

// Source: review-use.md, A1.2: "copied, the link has all answers", and it had nothing.
test('what a copied link carries is said, and typed text goes along only if ticked', async ({
  page,
  context,
  browser,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await open(page, 'appeal.html');
  const copy = page.getByRole('button', { name: '复制链接' });
  const said = page.locator('.commands .notice');
  const copied = () => page.evaluate(() => navigator.clipboard.readText());
  const typed = page.locator('[data-field=shop] input');
  await copy.click();
  await expect(said).toContainText('里面还没有答案');
  await typed.fill('某某公司');
  await fillDay(question(page, 'told_on'), '2025-09-29');
  await copy.click();
  await expect(said).toContainText('没有填在文书');
  expect(await copied()).toBe(await link(page));
  await page.getByLabel('连同我填写的文字').check();
  await copy.click();
  await expect(said).toContainText('也有你填写的姓名');
  const whole = await copied();
  expect(whole).toContain('appeal-typed=2.');
  // Another browser, which has kept nothing.
  const other = await (await browser.newContext()).newPage();
  await other.goto(whole);
  await expect(other.locator('[data-field=shop] input')).toHaveValue('某某公司');
  await expect(question(other, 'told_on').locator('input[name=day]')).toHaveValue('29');
  // What was typed stays in the tab, not in the address.
  await expect(other).not.toHaveURL(/typed/);
  await other.reload();
  await expect(other.locator('[data-field=shop] input')).toHaveValue('某某公司');
  await other.context().close();
});

test('a link is copied as the page stands, not as it stood before', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await open(page, 'complaint.html');
  await answer(page, { n_locate: 'no' });
  // Answer and copy in one go, before anything was packed.
  await page.evaluate(() => {
    const root = document.querySelector('zhengpin-complaint')?.shadowRoot;
    root?.querySelectorAll<HTMLInputElement>('#fact-n_identity input')[1]?.click();
    // Not the command of a document, which copies its text.
    const commands = [...(root?.querySelectorAll<HTMLButtonElement>('.commands button') ?? [])];
    commands.find((command) => !command.closest('.drafting'))?.click();
  });
  await expect(page.locator('.commands .notice')).toContainText('已复制');
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toBe(await link(page));
});

/** A ledger of few findings that no link can hold. */
const LONG = {
  findings: Array.from({ length: 4 }, (_, place) => ({
    id: `f${place + 1}`,
    day: `2017-04-1${place}`,
    tier: 'information',
    items: 1,
    labels: { right: `${place}`.repeat(70_000) },
  })),
};

// Source: break.md, P2: a link was written that nothing could read, and reload lost everything.
test('what is too long for a link is said, kept in the tab, and no dead link is written', async ({
  page,
}) => {
  await page.addInitScript((state) => {
    const name = 'zhengpin:state:/penalties.html:penalties';
    if (!sessionStorage.getItem(name)) sessionStorage.setItem(name, state);
  }, JSON.stringify(LONG));
  await open(page, 'penalties.html');
  await expect(page.locator('tbody[data-finding]')).toHaveCount(4);
  await expect(page.locator('.unlinked')).toContainText('链接装不下');
  await expect(page.locator('.unlinked')).toContainText('导出');
  await page.getByRole('button', { name: '复制链接' }).click();
  await expect(page.locator('.commands .notice')).toContainText('链接装不下');
  await expect(page).not.toHaveURL(/penalties=/);
  await page.getByRole('button', { name: '删去' }).first().click();
  await expect(page.locator('.unlinked')).toContainText('链接装不下');
  await page.reload();
  await expect(page.locator('tbody[data-finding]')).toHaveCount(3);
  await page.getByRole('button', { name: '删去' }).first().click();
  await expect(page.locator('.unlinked')).toHaveCount(0);
  await expect(page).toHaveURL(/penalties=2\./);
});

test('a browser that cannot pack says so, and keeps the answers in the tab', async ({ page }) => {
  await page.addInitScript(() => {
    Reflect.deleteProperty(globalThis, 'CompressionStream');
  });
  await open(page, 'complaint.html');
  await answer(page, { n_locate: 'no' });
  await expect(page.locator('.unlinked')).toContainText('不能打包链接');
  await page.getByRole('button', { name: '复制链接' }).click();
  await expect(page.locator('.commands .notice')).toContainText('不能打包链接');
  await page.reload();
  await expect(verdict(page)).toHaveAttribute('data-verdict', 'not_qualified');
});

// Source: break.md, P7: 6,000 unknown keys were tried one by one, 13 s.
test('thousands of unknown keys in a link are told, and the rest is taken', async ({ page }) => {
  const amounts = Object.fromEntries(
    Array.from({ length: 6000 }, (_, place) => [`unknown_${place}`, place]),
  );
  const findings = Array.from({ length: 40 }, (_, place) => ({
    id: `f${place + 1}`,
    day: '2017-04-10',
    tier: 'information',
    items: 1,
  }));
  const fragment = await packed(page, { findings, amounts });
  await open(page, `penalties.html#penalties=${fragment}`);
  await expect(page.locator('.told')).toContainText('6,000项答案');
  await expect(page.locator('tbody[data-finding]')).toHaveCount(40);
});

// Source: break.md, P7: after reload both showed the answers of the last one.
test('two elements of one kind on a page keep their answers apart', async ({ page }) => {
  await open(page, 'complaint.html');
  await page.evaluate(() => {
    const second = document.createElement('zhengpin-complaint');
    second.id = 'zweites';
    document.querySelector('main')?.append(second);
  });
  const [first, second] = [
    page.locator('zhengpin-complaint').first(),
    page.locator('zhengpin-complaint').nth(1),
  ];
  await first.locator('#fact-n_locate .answer input').nth(1).check();
  await second.locator('#fact-n_locate .answer input').first().check();
  await expect(page).toHaveURL(/complaint=2\.1\.[\w-]+&complaint\.zweites=2\.1\./);
  await expect(first.locator('#fact-n_locate .answer input').nth(1)).toBeChecked();
});
