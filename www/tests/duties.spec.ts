import { readFileSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import ICAL from 'ical.js';
import nodeIcal from 'node-ical';
import { expect, open, test } from './pages.ts';

const rulebook = (page: Page, id: string) => page.locator(`[data-rulebook="${id}"]`).click();

const narrow = (page: Page, field: string, value: string) =>
  page.locator(`[data-field="${field}"] select`).selectOption(value);

const duties = (page: Page) => page.locator('.duties > li');

const duty = (page: Page, id: string) => page.locator(`[data-duty="${id}"]`);

const sum = (page: Page) => page.locator('.sum');

async function saved(page: Page, button: RegExp): Promise<string> {
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: button }).click(),
  ]);
  return readFileSync(await file.path(), 'utf8');
}

// Source: Beijing's guide, arts 5 to 19 and 20 to 28; docs/law/complaints.md#beijing-guide.
test.describe("Beijing's guide", () => {
  test.beforeEach(({ page }) => open(page, 'duties.html'));

  test('lists for each role and occasion what it lists, and says that it has lapsed', async ({
    page,
  }) => {
    await expect(duties(page)).toHaveCount(32);
    await expect(page.locator('.history')).toContainText('2024年5月31日');
    await narrow(page, 'who', 'seller');
    await narrow(page, 'in', 'export');
    await expect(duties(page)).toHaveCount(17);
    await narrow(page, 'in', 'import');
    await expect(duties(page)).toHaveCount(8);
    await narrow(page, 'in', '');
    await narrow(page, 'who', 'platform_operator');
    await expect(duties(page)).toHaveCount(10);
    await expect(sum(page)).toHaveText('共10项。');
  });

  test('shows the law that binds beside a duty, and that the guide does not', async ({ page }) => {
    const publish = duty(page, 'publish_declaration');
    await expect(publish.locator('[data-standing="in_force"]')).toHaveCount(2);
    await expect(publish.locator('[data-standing="lapsed"]')).toHaveCount(1);
    await expect(publish.getByRole('link', { name: /电子商务法.*第四十三条第二款/ })).toBeVisible();
    await expect(duty(page, 'risk_scan')).toContainText('没有编入法律或者司法文件');
  });

  test('puts what only may be done apart from what must', async ({ page }) => {
    await narrow(page, 'by', 'force');
    const headings = page.locator('.duty-group > header > h3');
    await expect(headings).toHaveText(['应当', '建议', '可以']);
    await narrow(page, 'force', 'should');
    await expect(duties(page)).toHaveCount(1);
    await expect(sum(page)).toContainText('按规范建立管理体系');
  });

  test('keeps ticks and remarks in the tab, on the device where that is ticked, and clears both', async ({
    page,
  }) => {
    const stored = () =>
      page.evaluate(() => [JSON.stringify(sessionStorage), JSON.stringify(localStorage)]);
    await duty(page, 'risk_scan').getByRole('checkbox').check();
    await duty(page, 'risk_scan').locator('summary').click();
    await duty(page, 'risk_scan').getByRole('textbox').fill('每季度一次');
    await expect(page.locator('.duty-group', { hasText: '日常管理' }).locator('.count')).toHaveText(
      '已勾1／3',
    );
    expect((await stored())[0]).toContain('每季度一次');
    expect((await stored())[1]).not.toContain('每季度一次');
    expect(page.url()).not.toContain('duties-typed');
    await page.reload();
    await page.locator('[ready]').waitFor();
    await expect(duty(page, 'risk_scan').getByRole('checkbox')).toBeChecked();
    await page.getByLabel('在这台设备上保留这份清单').check();
    expect((await stored())[0]).not.toContain('每季度一次');
    expect((await stored())[1]).toContain('每季度一次');
    await page.getByRole('button', { name: '全部清空' }).click();
    await expect(duty(page, 'risk_scan').getByRole('checkbox')).not.toBeChecked();
    expect((await stored()).join()).not.toContain('每季度一次');
  });

  test('is saved as a table with what was ticked', async ({ page }) => {
    await narrow(page, 'in', 'import');
    await duty(page, 'label').getByRole('checkbox').check();
    const text = await saved(page, /表格/);
    const [head = '', ...rows] = text.replace('\uFEFF', '').trimEnd().split('\r\n');
    expect(head.split(',')).toHaveLength(13);
    expect(rows).toHaveLength(8);
    const ticked = rows.find((row) => row.includes('规范标注')) ?? '';
    expect(ticked).toMatch(/,\d{4}-\d{2}-\d{2},$/);
    expect(ticked).toContain('第五十七条第（五）项');
  });

  test('opens from a link as it was narrowed', async ({ page }) => {
    await narrow(page, 'who', 'platform_operator');
    await expect(page).toHaveURL(/#duties=/);
    const address = page.url();
    await page.evaluate(() => sessionStorage.clear());
    await page.goto('about:blank');
    await page.goto(address);
    await page.locator('[ready]').waitFor();
    await expect(duties(page)).toHaveCount(10);
  });
});

// Source: the notice of 2011-04-21, points 2 and 5; docs/law/complaints.md#notice-2011.
test.describe('the notice of 2011', () => {
  test.beforeEach(async ({ page }) => {
    await open(page, 'duties.html');
    await rulebook(page, 'cn/notice-2011');
  });

  test('answers in a sentence who reports weekly, and to whom', async ({ page }) => {
    await narrow(page, 'every', 'week');
    await expect(sum(page)).toHaveText(
      '网络购物平台对国家专项行动领导小组办公室和省级专项行动领导小组办公室：报违规网店处理情况；各地商务主管部门对商务部：报案件进展汇总表。',
    );
    await narrow(page, 'to', 'provincial_office');
    await expect(duties(page)).toHaveCount(1);
    await narrow(page, 'every', 'once');
    await expect(sum(page)).toHaveText('没有符合所选条件的义务。');
  });

  test('has the calendar of its year, all of it past', async ({ page }) => {
    const rows = page.locator('.due-days tbody tr');
    await expect(rows).toHaveCount(16);
    await expect(page.locator('.due-days tr[data-spent]')).toHaveCount(16);
    await expect(rows.first()).toContainText('2011年4月22日');
    await expect(rows.first()).toContainText('星期五');
    await expect(rows.first()).toContainText('文件没有写明');
    await expect(rows.last()).toContainText('2011年7月5日');
    await expect(page.locator('.due-days > .quiet')).toContainText('网络购物平台');
    await expect(page.locator('.history')).toContainText('2011年7月5日');
  });

  test('is saved as a calendar file that two readers tell alike', async ({ page }) => {
    const text = await saved(page, /日历/);
    const events = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent');
    const told = events.map((event) => new ICAL.Event(event));
    const days = told.map((event) => event.startDate.toString());
    expect(days).toHaveLength(16);
    expect(days.filter((day) => day === '2011-04-29')).toHaveLength(2);
    expect(new Set(told.map(({ uid }) => uid)).size).toBe(16);
    expect(told[0]?.summary).toBe('（历史）报案件进展汇总表');
    const other = Object.values(nodeIcal.sync.parseICS(text)).filter(
      (event) => event?.type === 'VEVENT',
    );
    expect(other.map((event) => `${event?.type === 'VEVENT' && event.uid}`).sort()).toEqual(
      told.map(({ uid }) => uid).sort(),
    );
  });

  test('is told in English too, and axe finds nothing', async ({ page }) => {
    await page.locator('a[data-lang="en"]').click();
    await page.locator('[ready]').waitFor();
    await rulebook(page, 'cn/notice-2011');
    await narrow(page, 'every', 'week');
    await expect(sum(page)).toContainText(
      'Online shopping platforms to “National office of the campaign” and',
    );
    for (const width of [1280, 390]) {
      await page.setViewportSize({ width, height: 900 });
      const found = await new AxeBuilder({ page }).analyze();
      expect(found.violations).toEqual([]);
    }
  });
});
