import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, fillDay, test } from './pages.ts';
import { DEFINE, host } from './stranger.ts';

/** Says what was found: the day, the tier, how much of it. */
async function say(page: Page, day: string, tier: string, items?: number): Promise<void> {
  await fillDay(page.locator('#finding-day'), day);
  await page.locator(`.tier input[value="${tier}"]`).check();
  if (items !== undefined) await page.locator('#finding-items').fill(`${items}`);
}

const answered = (page: Page) => page.locator('[data-finding]');

async function widget(page: Page, attributes = ''): Promise<void> {
  await host(page, `${DEFINE}<zhengpin-finding ${attributes}></zhengpin-finding>`);
  await page.locator('zhengpin-finding[ready]').waitFor();
}

/** What the element told last, once it is told of so many findings. */
async function told(page: Page, findings: number) {
  await expect.poll(() => page.evaluate(() => window.told?.findings.length)).toBe(findings);
  return page.evaluate(() => window.told);
}

declare global {
  interface Window {
    told?: { findings: unknown[]; entries: { points: number; strike: boolean }[] };
  }
}

test.beforeEach(({ page }) =>
  page.addInitScript(() => {
    document.addEventListener('zhengpin-answer', (event) => {
      window.told = (event as CustomEvent).detail;
    });
  }),
);

// Source: the platform's questions and answers of 2017, question 8: each item found by its
// listing costs 2 points, and the first finding of a window is a strike.
test('a finding is answered as it is said: points, strike, and the page is told', async ({
  page,
}) => {
  await widget(page, 'lang="zh"');
  await expect(page.locator('.record')).toContainText('选好日期和类别');
  await say(page, '2017-04-03', 'information', 4);
  await expect(page.locator('.status-figure').first()).toContainText('8 / 48');
  await expect(page.locator('.status-figure').nth(1)).toContainText('1 / 3');
  expect((await told(page, 1))?.entries).toMatchObject([{ points: 8, strike: true }]);
  // What one more would do, and what runs out.
  await expect(page.locator('[data-next]').first()).toBeVisible();
  await expect(page.locator('.endings')).toBeVisible();
  await expect(page.locator('.cited')).toContainText('条款');
});

// Source: the same, question 11.
test('a finding that closes the account says so', async ({ page }) => {
  await widget(page, 'lang="zh"');
  await say(page, '2017-04-01', 'serious');
  await expect(page.locator('.status')).toHaveAttribute('data-open', 'true');
  await page.getByText('利用阿里妈妈推广').first().click();
  await expect(page.locator('.status')).toHaveAttribute('data-open', 'false');
  await expect(answered(page).locator('.measures')).toContainText('查封账户');
});

// Source: docs/architecture.md: where nothing is known it says that; law/penalties.md, A7.
test('what is no finding any more, or that no rule covers, has no answer', async ({ page }) => {
  await widget(page, 'lang="zh"');
  await say(page, '2017-04-03', 'information', 4);
  await expect(answered(page)).toBeVisible();
  await page.locator('#finding-items').fill('0');
  await expect(page.locator('#finding-items-wrong')).not.toBeEmpty();
  await expect(answered(page)).toHaveCount(0);
  await page.locator('#finding-items').fill('3');
  await expect(page.locator('.status-figure').first()).toContainText('6 / 48');
  await fillDay(page.locator('#finding-day'), '2012-12-31');
  await expect(page.locator('#finding-day .wrong')).toContainText('尚未或不再施行');
  await expect(answered(page)).toHaveCount(0);
  expect((await told(page, 0))?.entries).toEqual([]);
});

test('a host gives the finding and its rules; of several the first is taken, and that is said', async ({
  page,
}) => {
  const findings = [
    { id: 'a', issued: '2017-04-01', tier: 'information', items: 2 },
    { id: 'b', issued: '2017-04-09', tier: 'serious' },
  ];
  await widget(page, `lang="zh" findings='${JSON.stringify(findings)}'`);
  await expect(page.locator('.status-figure').first()).toContainText('4 / 48');
  await expect(page.locator('#finding-items')).toHaveValue('2');
  await expect(page.locator('.told')).toContainText('1');
  expect((await told(page, 1))?.findings).toHaveLength(1);
});

// Source: CONTRIBUTING.md: nothing is defaulted; a platform misspelt must not get Taobao's verdict.
for (const rulebook of ['jd/counterfiet', 'cn/complaint']) {
  test(`a host that names ${rulebook} is told that there are no such rules, and gets no other's`, async ({
    page,
  }) => {
    const findings = [{ id: 'a', issued: '2026-11-02', tier: 'serious_violation' }];
    const given = JSON.stringify(findings);
    for (const tag of ['zhengpin-finding', 'zhengpin-penalties']) {
      const attributes = `lang="zh" rulebook="${rulebook}" findings='${given}'`;
      await host(page, `${DEFINE}<${tag} ${attributes}></${tag}>`);
      await page.locator(`${tag}[ready]`).waitFor();
      await expect(page.locator('.troubles')).toContainText(rulebook);
      await expect(page.locator('.status-figure')).toHaveCount(0);
      await expect(answered(page)).toHaveCount(0);
      await expect.poll(() => page.evaluate(() => 'error' in (window.told ?? {}))).toBe(true);
    }
    // Whoever enters a finding sees by which rules, and is answered.
    await widget(page, `lang="zh" rulebook="${rulebook}"`);
    await say(page, '2017-04-03', 'information', 4);
    await expect(page.locator('.status-figure').first()).toContainText('8 / 48');
  });
}

test('another platform has other rules, and the way back', async ({ page }) => {
  await widget(page, 'lang="zh"');
  await say(page, '2017-04-03', 'information', 4);
  await page.locator('#platform').selectOption('jd/counterfeit');
  await expect(answered(page)).toHaveCount(0);
  await expect(page.locator('.told')).toContainText('另一平台的规则');
  await page.locator('.told').getByRole('button', { name: '撤销' }).click();
  await expect(page.locator('.status-figure').first()).toContainText('8 / 48');
});

test('its state stands in the address, comes back, and goes along to the whole ledger', async ({
  page,
}) => {
  await widget(page, 'lang="zh" penalties="penalties.html"');
  await say(page, '2017-04-03', 'information', 4);
  await expect(page).toHaveURL(/#finding=2\./);
  await page.reload();
  await expect(page.locator('.status-figure').first()).toContainText('8 / 48');
  await expect(page.locator('#finding-items')).toHaveValue('4');
  await page.locator('.onward a').click();
  await expect(page).toHaveURL(/penalties\.html#penalties=2\./);
  await expect(page.locator('tbody[data-finding]')).toHaveCount(1);
  await expect(page.locator('.status-figure').first()).toContainText('8 / 48');
});

test('without a page of the ledger there is no link to it, and in English all is English', async ({
  page,
}) => {
  await widget(page, 'lang="en" rulebook="kuaishou/counterfeit"');
  await page.locator('.tier input').first().check();
  await fillDay(page.locator('#finding-day'), '2024-05-01');
  await expect(page.locator('.status')).toContainText('Points');
  // The names of provisions carry the other language beside them.
  const said = await page.locator('.status, #record-title, .entering legend').allInnerTexts();
  expect(said.join()).not.toMatch(/\p{Script=Han}/u);
  await expect(page.locator('.onward')).toHaveCount(0);
});

for (const width of [320, 1280]) {
  test(`axe finds nothing in it at ${width} px, and it fits`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    await widget(page, 'lang="zh"');
    await say(page, '2017-04-03', 'information', 4);
    await answered(page).waitFor();
    const { violations } = await new AxeBuilder({ page }).include('zhengpin-finding').analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])).toEqual([]);
    await expect
      .poll(() => page.evaluate(() => document.documentElement.scrollWidth))
      .toBeLessThanOrEqual(width);
  });
}
