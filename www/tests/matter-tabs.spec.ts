import { begin, device, enter, field, strip } from './matters.ts';
import { answer, expect, open, question, test } from './pages.ts';

// Source: issue 11, two tabs open at once: the later write must not silently lose the earlier one.
test('what one tab enters the other shows, where it had nothing of its own', async ({
  page,
  context,
}) => {
  await begin(page);
  const other = await context.newPage();
  await open(other, 'penalties.html');
  await other.locator('.matter summary').click();
  await other.locator('.matter-list button').click();
  await expect(other.locator('tbody[data-finding]')).toHaveCount(1);
  await enter(page, '2026-11-09', 'serious_violation');
  await expect(other.locator('tbody[data-finding]')).toHaveCount(2);
  await enter(other, '2026-11-16', 'serious_violation');
  await expect(page.locator('tbody[data-finding]')).toHaveCount(3);
  await expect(strip(page)).toHaveAttribute('data-standing', 'kept');
});

test('what another tab wrote unseen is asked about, and neither is lost', async ({ page }) => {
  await begin(page);
  // A tab hears nothing of what is written in it by others than its strip: as one that sleeps.
  await page.evaluate(() => {
    const key = Object.keys(localStorage).find((name) => name.endsWith(':penalties')) ?? '';
    const stored = JSON.parse(localStorage.getItem(key) ?? '');
    const [first] = stored.part.state.findings;
    stored.part.state.findings.push({ ...first, id: 'f9', day: '2026-11-09' });
    localStorage.setItem(key, JSON.stringify({ ...stored, after: stored.token, token: 'x' }));
  });
  await enter(page, '2026-11-16', 'serious_violation');
  await expect(strip(page)).toHaveAttribute('data-standing', 'behind');
  await expect(page.locator('tbody[data-finding]')).toHaveCount(2);
  expect(JSON.stringify(await device(page))).toContain('2026-11-09');
  await page.locator('[data-do=apart]').click();
  await expect(strip(page)).toHaveAttribute('data-standing', 'kept');
  const kept = JSON.stringify(await device(page));
  for (const day of ['2026-11-02', '2026-11-09', '2026-11-16']) expect(kept).toContain(day);
});

test('a matter that is deleted elsewhere is said to be gone, with what is shown still there', async ({
  page,
  context,
}) => {
  await begin(page);
  const other = await context.newPage();
  await other.goto('/matters.html');
  await other.locator('[data-do=delete]').click();
  await other.locator('[data-do=remove]').click();
  await expect(strip(page)).toHaveAttribute('data-standing', 'gone');
  await expect(page.locator('tbody[data-finding]')).toHaveCount(1);
  await enter(page, '2026-11-09', 'serious_violation');
  await page.locator('[data-do=apart]').click();
  await expect(strip(page)).toHaveAttribute('data-standing', 'kept');
  await other.reload();
  await expect(other.locator('[data-matter]')).toContainText('2次认定');
});

// Source: a matter is replaced by a file: its entries are removed, and those of the file written.
test('a matter that comes back without what stands here is not said to be gone', async ({
  page,
  context,
}) => {
  await begin(page);
  const other = await context.newPage();
  await other.goto('/matters.html');
  await other.evaluate(() => {
    const mine = Object.entries({ ...localStorage }).filter(([key]) => key.includes('matter'));
    for (const [key] of mine) localStorage.removeItem(key);
    for (const [key, text] of mine) {
      if (!key.endsWith(':penalties')) localStorage.setItem(key, text);
    }
  });
  await expect(strip(page)).toHaveAttribute('data-standing', 'behind');
  await expect(page.locator('tbody[data-finding]')).toHaveCount(1);
  await page.locator('[data-do=put]').click();
  await expect(strip(page)).toHaveAttribute('data-standing', 'kept');
  await expect.poll(async () => JSON.stringify(await device(page))).toContain('2026-11-02');
});

test('two tools in two tabs do not get in each other’s way', async ({ page, context }) => {
  await begin(page);
  const other = await context.newPage();
  await open(other, 'matters.html');
  await other.locator('[data-tool=complaint]').click();
  await other.waitForURL(/complaint\.html/);
  await answer(other, { n_locate: 'no' });
  await enter(page, '2026-11-09', 'serious_violation');
  await page.locator('.matter summary').click();
  await expect(page.locator('[data-part=complaint]')).toContainText('1项回答');
  await expect(page.locator('[data-part=penalties]')).toContainText('2次认定');
  await other.reload();
  await expect(question(other, 'n_locate').locator('input').nth(1)).toBeChecked();
  // What was said there is put in here as it is typed.
  const third = await context.newPage();
  await open(third, 'matters.html');
  await third.locator('[data-tool=appeal]').click();
  await third.waitForURL(/appeal\.html/);
  await field(third, 'appeal', 'links').fill('item-9');
  await expect.poll(async () => JSON.stringify(await device(other))).toContain('item-9');
  await expect(field(other, 'notice', 'links')).toHaveValue('item-9');
});
