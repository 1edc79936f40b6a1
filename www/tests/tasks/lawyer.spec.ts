import { expect, open } from '../pages.ts';
import { task } from './hands.ts';

// Source: review-use.md, B6: no search, no link to an official text, none to earlier and later
// versions (Trademark Law of 2019, art. 57, and of 2026, art. 72).
task(
  'a lawyer finds a provision, its text, what rests on it, and what replaces it',
  async (page, hand) => {
    await page.goto('/search.html');
    await hand.write(page.locator('#query'), 'tml-2019/57');
    await expect(page.locator('.places li').first()).toBeVisible();
    await hand.press(page.locator('.places li .name a').first());
    await expect(page.locator('h1')).toBeVisible();
    await expect(page.locator('a[href^="https://"]').first()).toBeVisible();
    const later = page.locator('a[href*="tml-2026"]').first();
    await hand.press(later);
    await expect(page).toHaveURL(/tml-2026/);
  },
);

task('a lawyer compares two days of a rulebook', async (page, hand) => {
  await open(page, 'changes.html');
  await expect(page.locator('.compared[data-issue=trademark]')).toBeVisible();
  const pair = page.locator('.difference').nth(1);
  await hand.press(pair.locator('summary').first());
  await expect(pair.locator('.criteria').first()).toBeVisible();
});
