import type { Locator, Page } from '@playwright/test';
import { answer, expect, fillDay, open, question, test, verdict } from './pages.ts';

// Source: review-use.md, A1.2: what is typed into a draft is lost on reload, back, and a click
// on another tool.

const shop = (page: Page): Locator => page.locator('[data-field=shop] input');
const clearAll = (page: Page): Locator => page.getByRole('button', { name: '全部清空' });
const told = (page: Page): Locator => page.locator('.told');
const kept = (page: Page) =>
  page.evaluate(() => ({
    tab: Object.keys(sessionStorage).filter((name) => name.includes(':draft:')),
    device: Object.keys(localStorage),
  }));

/** Goes to another tool by the links of the page's head. */
async function visit(page: Page, name: string): Promise<void> {
  await page.locator('.masthead').getByRole('link', { name }).click();
  await page.locator('[ready]').first().waitFor();
}

test('what is typed into a document survives reload, back and another tool, in this tab only', async ({
  page,
  context,
}) => {
  await open(page, 'appeal.html');
  await shop(page).fill('某某小店');
  await fillDay(page.locator('[data-field=signed_on]'), '2026-03-04');
  await page.reload();
  await expect(shop(page)).toHaveValue('某某小店');
  await expect(page.locator('.sheet')).toContainText('2026年3月4日');
  await visit(page, '投诉自查');
  await visit(page, '违规与申诉');
  await expect(shop(page)).toHaveValue('某某小店');
  await visit(page, '售假扣分');
  await page.goBack();
  await expect(shop(page)).toHaveValue('某某小店');
  await expect(page).not.toHaveURL(/#/);
  const other = await context.newPage();
  await open(other, 'appeal.html');
  await expect(shop(other)).toHaveValue('');
  expect(await page.evaluate(() => localStorage.length)).toBe(0);
});

test('answers come back with the tool, which says so, and can be cleared', async ({ page }) => {
  await open(page, 'complaint.html');
  await answer(page, { n_locate: 'no' });
  await visit(page, '售假扣分');
  await visit(page, '投诉自查');
  await expect(verdict(page)).toHaveAttribute('data-verdict', 'not_qualified');
  await expect(told(page)).toContainText('还在');
  await expect(page).toHaveURL(/complaint=2\./);
  await told(page).getByRole('button', { name: '全部清空' }).click();
  await expect(verdict(page)).toHaveAttribute('data-settled', 'false');
  await expect(told(page)).toContainText('已全部清空');
  await told(page).getByRole('button', { name: '撤销' }).click();
  await expect(verdict(page)).toHaveAttribute('data-verdict', 'not_qualified');
});

test('a document stays on the device only if asked, until it is cleared', async ({
  page,
  context,
}) => {
  await open(page, 'appeal.html');
  await shop(page).fill('某某小店');
  const keep = page.getByLabel('在这台设备上保留');
  await expect(page.locator('.keeping')).toContainText('只留在这个标签页里');
  await keep.check();
  await expect(page.locator('.keeping')).toContainText('留在这台设备的这个浏览器里');
  expect(await kept(page)).toEqual({
    tab: [],
    device: ['zhengpin:draft:/appeal.html:appeal:appeal'],
  });
  const other = await context.newPage();
  await open(other, 'appeal.html');
  await expect(shop(other)).toHaveValue('某某小店');
  await expect(other.getByLabel('在这台设备上保留')).toBeChecked();
  await other.getByRole('button', { name: '清除填写的文字' }).click();
  await expect(shop(other)).toHaveValue('');
  expect(await kept(other)).toEqual({ tab: [], device: [] });
  await told(other).getByRole('button', { name: '撤销' }).click();
  await expect(shop(other)).toHaveValue('某某小店');
  await other.getByLabel('在这台设备上保留').uncheck();
  expect((await kept(other)).device).toEqual([]);
  await other.reload();
  await expect(shop(other)).toHaveValue('某某小店');
});

// Source: break.md, P4: the answers came back, what was typed did not; and the button was
// disabled while only the document was filled.
for (const width of [390, 1280]) {
  test(`clearing all takes the typed text, and undo brings it back, ${width} px`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height: 800 });
    await open(page, 'appeal.html');
    await expect(clearAll(page)).toBeDisabled();
    await shop(page).fill('某某小店');
    await clearAll(page).click();
    await expect(shop(page)).toHaveValue('');
    await expect(clearAll(page)).toBeDisabled();
    expect((await kept(page)).tab).toEqual([]);
    await expect(told(page)).toBeInViewport({ ratio: 1 });
    await expect(told(page).getByRole('button', { name: '撤销' })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(shop(page)).toHaveValue('某某小店');
    await page.reload();
    await expect(shop(page)).toHaveValue('某某小店');
  });
}

test('a finding half entered survives reload, another tool and another platform', async ({
  page,
}) => {
  await open(page, 'penalties.html');
  const items = page.locator('#finding-items');
  const enter = async () => {
    await fillDay(page.locator('#finding-day'), '2017-04-10');
    await page.locator('input[name=tier]').nth(1).check();
    await page.locator('#finding-time').fill('9:30');
  };
  const stands = async () => {
    await expect(page.locator('#finding-day .echo')).toContainText('2017年4月10日');
    await expect(page.locator('input[name=tier]').nth(1)).toBeChecked();
    await expect(page.locator('#finding-time')).toHaveValue('9:30');
  };
  await enter();
  await page.reload();
  await stands();
  await visit(page, '规则变化');
  await visit(page, '售假扣分');
  await stands();
  await page.locator('#platform').selectOption({ index: 1 });
  await expect(page.locator('#finding-time')).toHaveValue('');
  await expect(told(page)).toBeInViewport({ ratio: 1 });
  await told(page).getByRole('button', { name: '撤销' }).click();
  await stands();
  if ((await items.count()) > 0) await items.fill('2');
  await page.getByRole('button', { name: '加入', exact: true }).click();
  await expect(page.locator('tbody[data-finding]')).toHaveCount(1);
  // Once it is added it stands in the ledger, and nothing else is kept.
  expect((await kept(page)).tab).toEqual([]);
});

test('taking a finding away leaves the one that is being entered', async ({ page }) => {
  await open(page, 'penalties.html');
  await page.locator('.examples button').first().click();
  await page.locator('#finding-time').fill('9:30');
  await page.getByRole('button', { name: '删去' }).first().click();
  await expect(page.locator('#finding-time')).toHaveValue('9:30');
  await told(page).getByRole('button', { name: '撤销' }).click();
  await expect(page.locator('#finding-time')).toHaveValue('9:30');
});

test('a browser that refuses its storages is no error, and is said', async ({ page }) => {
  await page.addInitScript(() => {
    for (const name of ['localStorage', 'sessionStorage']) {
      Object.defineProperty(globalThis, name, {
        get() {
          throw new DOMException('refused', 'SecurityError');
        },
      });
    }
  });
  await open(page, 'appeal.html');
  await shop(page).fill('某某小店');
  await expect(page.locator('.keeping')).toContainText('离开本页就会丢失');
  await fillDay(question(page, 'told_on'), '2025-09-29');
  await expect(page).toHaveURL(/appeal=2\./);
});

test('what another tool laid ready is taken once, with a way back', async ({ page }) => {
  await open(page, 'appeal.html');
  await shop(page).fill('旧店');
  await page.evaluate(() => {
    const handed = {
      asOf: '2026-03-04',
      facts: { told_on: '2026-03-02' },
      fields: { appeal: { shop: '新店' } },
    };
    sessionStorage.setItem('zhengpin:handed:appeal', JSON.stringify(handed));
  });
  await page.reload();
  await expect(shop(page)).toHaveValue('新店');
  await expect(question(page, 'told_on').locator('input[name=day]')).toHaveValue('2');
  await expect(told(page)).toContainText('从另一页带来');
  expect(await page.evaluate(() => sessionStorage.getItem('zhengpin:handed:appeal'))).toBeNull();
  await told(page).getByRole('button', { name: '撤销' }).click();
  await expect(shop(page)).toHaveValue('旧店');
  await page.reload();
  await expect(shop(page)).toHaveValue('旧店');
});

// Source: break.md, the edges of keeping: what is kept of an older version may fit no more.
test('kept text that no longer fits does no harm', async ({ page }) => {
  await page.addInitScript(() => {
    const put = (name: string, value: unknown) =>
      sessionStorage.setItem(`zhengpin:draft:/${name}`, JSON.stringify(value));
    put('appeal.html:appeal:appeal', { shop: '某某小店', gone: 'x', contact: 7 });
    put('appeal.html:appeal:no_such_document', { shop: 'x' });
    put('penalties.html:penalties:finding', { rulebook: 'taobao/counterfeit', draft: { day: 5 } });
    sessionStorage.setItem('zhengpin:state:/complaint.html:complaint', '{"answers":');
  });
  await open(page, 'appeal.html');
  await expect(shop(page)).toHaveValue('某某小店');
  await expect(page.locator('.drafting-paper')).toContainText('某某小店');
  await open(page, 'penalties.html');
  await expect(page.locator('#finding-time')).toHaveValue('');
  await open(page, 'complaint.html');
  await expect(verdict(page)).toHaveAttribute('data-settled', 'false');
});

test('the start page says what is kept where, and how to be rid of it', async ({ page }) => {
  for (const [lang, words] of [
    ['zh', ['关掉标签页就没有了', '在这台设备上保留', '全部清空', '清除填写的文字']],
    ['en', ['end with the tab', 'Keep on this device', 'Clear all', 'Clear what I typed']],
  ] as const) {
    await open(page, `index.html?lang=${lang}`);
    for (const word of words) await expect(page.locator('main')).toContainText(word);
  }
});
