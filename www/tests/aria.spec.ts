import { answer, expect, open, test } from './pages.ts';

// Source: web.md, "accessibility is tasks, not a score": what a screen reader finds.
test('the answer is a region that reads from verdict to reasons', async ({ page }) => {
  await open(page, 'complaint.html');
  await answer(page, { right_type: 0, claimant_role: 0, right_in_force: 'yes', n_locate: 'no' });
  await expect(page.getByRole('region', { name: '结论' })).toMatchAriaSnapshot(`
    - region "结论":
      - heading "结论" [level=2]
      - paragraph
      - paragraph: 不合格
      - heading "还缺什么" [level=3]
      - list:
        - listitem:
          - paragraph
          - paragraph
          - link
          - note
  `);
});

test('every question is a group with a name, and its hint is tied to it', async ({ page }) => {
  await open(page, 'complaint.html');
  const group = page.locator('#fact-n_locate');
  await expect(group).toHaveRole('group');
  await expect(group).toHaveAccessibleName(/是否/);
  await expect(group).toHaveAccessibleDescription(/链接/);
  await expect(group.getByRole('radio')).toHaveCount(3);
});

test('headings come in order', async ({ page }) => {
  await open(page, 'parallel-import.html');
  await answer(page, { imported: 'yes', goods_genuine: 0 });
  const levels = await page
    .locator('h1, h2, h3, h4')
    .evaluateAll((all) => all.map((heading) => Number(heading.tagName.slice(1))));
  expect(levels[0]).toBe(1);
  levels.forEach((level, place) => {
    expect(level).toBeLessThanOrEqual((levels[place - 1] ?? 1) + 1);
  });
});
