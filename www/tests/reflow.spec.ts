import { answer, expect, open, PAGES, test, verdict } from './pages.ts';

// Source: WCAG 2.2, 1.4.10 (reflow at 320 px) and 1.4.4 (text at 200 %).
for (const address of PAGES) {
  for (const lang of ['zh', 'en']) {
    test(`${address} in ${lang} fits without scrolling sideways, from 320 to 1440 px`, async ({
      page,
    }) => {
      await page.setViewportSize({ width: 320, height: 640 });
      await open(page, `${address}?lang=${lang}`);
      if (address === 'penalties.html') await page.locator('.examples button').first().click();
      if (address === 'complaint.html') await answer(page, { right_type: 0, n_locate: 'no' });
      if (address === 'parallel-import.html') await answer(page, { imported: 'yes' });
      if (address === 'verification.html') {
        await page.locator('[data-example]').click();
        await page.locator('.sellers').waitFor();
      }
      if (address === 'many.html') {
        await page.locator('[data-example]').click();
        await page.locator('.cases').waitFor();
      }
      if (address === 'changes.html') await page.locator('.difference summary').first().click();
      const scroll = () => page.evaluate(() => document.documentElement.scrollWidth);
      await expect.poll(scroll).toBe(320);
      for (let width = 360; width <= 1440; width += 40) {
        await page.setViewportSize({ width, height: 800 });
        // The tool measures itself, then draws anew.
        await page.evaluate(
          () => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 50))),
        );
        expect(await scroll(), `${width} px`).toBeLessThanOrEqual(width);
      }
    });

    test(`${address} in ${lang} fits with text at 200 %`, async ({ page }) => {
      await open(page, `${address}?lang=${lang}`);
      if (address === 'penalties.html') await page.locator('.examples button').first().click();
      await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'));
      await page.setViewportSize({ width: 1279, height: 860 });
      await page.waitForTimeout(100);
      const [scroll, client] = await page.evaluate(() => [
        document.documentElement.scrollWidth,
        document.documentElement.clientWidth,
      ]);
      expect(scroll).toBeLessThanOrEqual(client ?? 0);
    });
  }
}

test('on a phone the verdict stays in a bar below, which unfolds the reasons', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 780 });
  await open(page, 'complaint.html');
  await answer(page, { n_locate: 'no' });
  const bar = page.locator('.bar');
  await expect(bar).toBeInViewport();
  await expect(bar).toHaveAttribute('aria-expanded', 'false');
  await expect(bar.locator('.seal')).toHaveText('不合格');
  await expect(verdict(page)).toBeHidden();
  await bar.click();
  await expect(verdict(page)).toBeVisible();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Escape');
  await expect(verdict(page)).toBeHidden();
  await expect(bar).toBeFocused();
});

test('forced colours leave every state legible: shapes and words stay', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await open(page, 'complaint.html');
  await answer(page, { n_locate: 'no' });
  await expect(page.locator('.verdict .seal')).toBeVisible();
  const border = await page
    .locator('.verdict .seal')
    .evaluate((seal) => getComputedStyle(seal).borderTopStyle);
  expect(border).toBe('solid');
});

test('reduced motion leaves nothing moving', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await open(page, 'complaint.html');
  expect(await page.evaluate(() => getComputedStyle(document.documentElement).scrollBehavior)).toBe(
    'auto',
  );
});

test('on paper the verdict stands without the furniture of the page', async ({ page }) => {
  await open(page, 'complaint.html');
  await answer(page, { right_type: 0, n_locate: 'no' });
  await page.emulateMedia({ media: 'print' });
  await expect(verdict(page)).toBeVisible();
  await expect(page.locator('.masthead')).toBeHidden();
  for (const commands of await page.locator('.commands').all()) await expect(commands).toBeHidden();
  await expect(page.locator('#fact-n_locate')).toBeVisible();
  await expect(page.locator('#fact-n_identity')).toBeHidden();
});
