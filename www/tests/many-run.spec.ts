// A table while it is decided: how long it may take, called off, changed meanwhile, where no worker
// or no wasm is.
import { test as base } from '@playwright/test';
import { numbers } from './engines.ts';
import { enter, give, openMany, row, standing } from './many.ts';
import { expect, open, test } from './pages.ts';

/** A table of so many cases that are all different. */
function large(rows: number): string {
  const roll = numbers(rows);
  const facts = ['n_locate', 'n_identity', 'n_right_proof', 'n_prima_facie', 'n_truth'];
  const cell = () => ['true', 'false', ''][roll(3)];
  const lines = Array.from({ length: rows }, (_, place) => {
    const day = new Date(Date.UTC(2026, 0, 1) + (place % 300) * 86_400_000);
    return [`案${place}`, ...facts.map(cell), day.toISOString().slice(0, 10)].join(',');
  });
  return `${['案件', ...facts, 'n_date_received'].join(',')}\n${lines.join('\n')}\n`;
}

// Source: issue 12: 10,000 rows while the page goes on answering.
test('ten thousand cases are decided while the page answers clicks, and few rows are drawn', async ({
  page,
}) => {
  test.setTimeout(300_000);
  await openMany(page);
  await give(page, large(10_000));
  await expect(page.locator('progress')).toBeVisible();
  // The run has not ended, and what is clicked is there.
  await page.locator('.gaps summary').click();
  expect(await page.locator('.gaps').getAttribute('open')).not.toBeNull();
  expect(await page.locator('progress').count()).toBe(1);
  await expect(page.locator('.sum').first()).toHaveAttribute('data-all', '10000', {
    timeout: 240_000,
  });
  await expect(page.locator('.cases tbody tr')).toHaveCount(100);
  await page.locator('.pages').getByRole('button', { name: '后一页' }).click();
  await expect(page.locator('.pages')).toContainText('第101至200个');
  await page.locator('input[name=text]').fill('案9999');
  await expect(page.locator('.cases tbody tr')).toHaveCount(1);
});

test('a run is called off, and another one goes on in its place', async ({ page }) => {
  await openMany(page);
  await give(page, large(10_000));
  await page.getByRole('button', { name: '取消读取' }).click();
  await expect(page.locator('.many > .wrong')).toHaveText('已取消。');
  await enter(page, '编号,n_locate\nA,否\n');
  await expect(row(page, 2)).toHaveAttribute('data-standing', 'not_qualified');
});

test('where no worker can be made the page decides by itself', async ({ page }) => {
  await page.addInitScript(() => Reflect.deleteProperty(window, 'Worker'));
  await openMany(page);
  await enter(page, '编号,n_locate\nA,否\nB,\n');
  expect(await row(page, 2).getAttribute('data-standing')).toBe('not_qualified');
  await expect(row(page, 3)).toHaveAttribute('data-standing', 'open');
});

// The page complains of the policy on purpose: the list of complaints is not watched here.
base(
  'where wasm is refused the same answers come from the engine as JavaScript',
  async ({ page }) => {
    await page.route('**/*.html*', async (route) => {
      const response = await route.fetch();
      const body = (await response.text()).replace(" 'wasm-unsafe-eval'", '');
      await route.fulfill({ response, body });
    });
    await open(page, 'many.html');
    await page.locator('[data-example]').click();
    await page.locator('.cases').waitFor({ timeout: 60_000 });
    expect(new Set(Object.values(await standing(page))).size).toBeGreaterThan(1);
  },
);

// Source: what is shown is never of what was asked before.
test('an issue that is chosen while a table is read for the first time is the one decided', async ({
  page,
}) => {
  test.setTimeout(120_000);
  await openMany(page);
  // In the very frame in which the first rows are decided: a hand from outside may come too late.
  await page.evaluate(() => {
    const inside = () => document.querySelector('zhengpin-many')?.shadowRoot;
    const watch = () => {
      const select = inside()?.querySelector<HTMLSelectElement>('select[name=issue]');
      const done = Number(inside()?.querySelector('progress')?.getAttribute('value') ?? 0);
      if (!select || done === 0) requestAnimationFrame(watch);
      else {
        select.value = 'counter_notice';
        select.dispatchEvent(new Event('change', { bubbles: true }));
      }
    };
    watch();
  });
  const rows = Array.from({ length: 9000 }, (_, place) => `c${place},false`);
  await give(page, ['case,n_locate', ...rows].join('\n'));
  await expect(row(page, 2)).toHaveAttribute('data-standing', 'open', { timeout: 60_000 });
});
