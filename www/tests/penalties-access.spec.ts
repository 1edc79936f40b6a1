import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { choosePlatform, enter, openExample, openState, showExample } from './ledgers.ts';
import { expect, open, test } from './pages.ts';

async function audit(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])).toEqual([]);
}

/** Unfolds all that is folded. */
async function unfold(page: Page): Promise<void> {
  await page.locator('.record details').evaluateAll((folds) => {
    for (const fold of folds) fold.setAttribute('open', '');
  });
}

const FULL = {
  findings: [
    { id: 'f1', day: '2019-04-01', time: '23:00', tier: 'information', items: 4 },
    { id: 'f2', day: '2019-04-04', time: '01:00', tier: 'information', items: 1 },
    { id: 'f3', day: '2019-05-01', tier: 'serious_violation', items: 12 },
  ],
  base: { findings: [{ id: 'f1', day: '2019-04-01', time: '23:00', tier: 'sale' }] },
};

for (const lang of ['zh', 'en']) {
  for (const theme of ['light', 'dark']) {
    test(`axe finds nothing in a ledger compared, in ${lang}, ${theme}`, async ({ page }) => {
      await openState(page, FULL, `?lang=${lang}&theme=${theme}`);
      await page.locator('.difference').waitFor();
      await unfold(page);
      await audit(page);
    });
  }
}

test('axe finds nothing at 360 px', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 780 });
  await openState(page, FULL);
  await page.locator('.difference').waitFor();
  await unfold(page);
  await audit(page);
});

for (const width of [1280, 360]) {
  test(`axe finds nothing in an import with troubles at ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 780 });
    await open(page, 'penalties.html');
    await page.getByRole('button', { name: '导入文件' }).first().click();
    await audit(page);
    const buffer = Buffer.from('日期,类别\n3/4/2017,x\n2017-02-30,sale\n');
    await page
      .locator('#import-file')
      .setInputFiles({ name: 'a.csv', mimeType: 'text/csv', buffer });
    await page.locator('.troubles').waitFor();
    await audit(page);
    await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
  });
}

// Source: WCAG 2.2, 1.4.10: nothing scrolls sideways at 320 px.
for (const lang of ['zh', 'en']) {
  test(`every platform fits 320 px in ${lang}`, async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    await open(page, `penalties.html?lang=${lang}`);
    const offered = await page
      .locator('#platform option')
      .evaluateAll((options) => options.map((option) => (option as HTMLOptionElement).value));
    for (const rulebook of offered) {
      await choosePlatform(page, rulebook);
      const example = page.locator('[data-example]').first();
      if ((await example.count()) > 0) {
        await showExample(page, (await example.getAttribute('data-example')) ?? '');
        await unfold(page);
      }
      await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
    }
  });
}

test('text at 200 % scrolls nothing sideways', async ({ page }) => {
  await openState(page, FULL);
  await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'));
  await page.setViewportSize({ width: 1279, height: 860 });
  await page.waitForTimeout(200);
  const [scroll, client] = await page.evaluate(() => [
    document.documentElement.scrollWidth,
    document.documentElement.clientWidth,
  ]);
  expect(scroll).toBeLessThanOrEqual(client ?? 0);
});

test('headings come in order', async ({ page }) => {
  await openState(page, FULL);
  await page.locator('.difference').waitFor();
  const levels = await page
    .locator('h1, h2, h3, h4')
    .evaluateAll((all) => all.map((heading) => Number(heading.tagName.slice(1))));
  levels.forEach((level, place) => {
    expect(level).toBeLessThanOrEqual((levels[place - 1] ?? 1) + 1);
  });
});

test('what lies ahead is a region that reads from the next finding to appeals', async ({
  page,
}) => {
  await openExample(page, 'window');
  await expect(page.getByRole('region', { name: '今后' })).toMatchAriaSnapshot(`
    - region "今后":
      - heading "今后" [level=2]
      - paragraph: /自2017年4月4日/
      - heading "再有一条认定" [level=3]
      - table "再有一条认定，每一类各会怎样"
      - heading "离下一道门槛" [level=3]
      - term
      - definition
      - heading "什么时候了结" [level=3]
      - heading "申诉成立，可以挽回" [level=3]
  `);
  await expect(page.getByRole('img', { name: /扣分走势图/ })).toBeVisible();
});

test('a platform, a supposition and a reading are chosen by keyboard, and announced', async ({
  page,
}) => {
  await open(page, 'penalties.html');
  await page.locator('#platform').focus();
  // Between the two stands the fold that names what is not encoded.
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await expect(page.locator('#finding-day input').first()).toBeFocused();
  await enter(page, '2017-04-01', 'sale');
  await page.locator('.suppose').waitFor();
  await page.locator('.suppose summary').focus();
  await page.keyboard.press('Enter');
  await page.locator('.suppose button').first().waitFor();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.locator('.difference')).toContainText('申诉成立，不计');
  await expect(page.locator('[role=status].unseen')).toContainText('累计0分');
});

test('the import is reached and left by keyboard', async ({ page }) => {
  await open(page, 'penalties.html');
  await page.locator('.empty button').focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('#import-file')).toBeFocused();
  await page.getByRole('button', { name: '关闭' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('zhengpin-ledger-import')).toHaveCount(0);
  await expect(page.locator('#record-title')).toBeFocused();
});
