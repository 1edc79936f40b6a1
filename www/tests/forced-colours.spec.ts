import { openState } from './ledgers.ts';
import { expect, test } from './pages.ts';

const CLOSED = {
  findings: [
    { id: 'f1', day: '2017-04-01', tier: 'information', items: 4 },
    { id: 'f2', day: '2017-05-01', tier: 'very_serious' },
  ],
};

// Source: review-use.md, A2.9; surprises.md: the fill of a text in a picture is not forced.
for (const scheme of ['light', 'dark'] as const) {
  for (const theme of ['light', 'dark']) {
    test(`forced colours on ${scheme} ground, ${theme} asked: seal and picture are read`, async ({
      page,
    }) => {
      await page.emulateMedia({ forcedColors: 'active', colorScheme: scheme });
      await openState(page, CLOSED, `?theme=${theme}`);
      await page.locator('.chart svg').waitFor();
      // The seal 账户关闭 stands in two columns of two, read from the right.
      const places = await page.locator('.status .seal').evaluate((seal) => {
        const text = [...seal.childNodes].find((node) => node instanceof Text);
        return [...(text?.data ?? '')].map((_, at) => {
          const range = document.createRange();
          if (text) range.setStart(text, at);
          if (text) range.setEnd(text, at + 1);
          const { x, y } = range.getBoundingClientRect();
          return { x, y };
        });
      });
      const [first, second, third, fourth] = places;
      expect(places).toHaveLength(4);
      expect(first?.x).toBe(second?.x);
      expect(third?.x).toBe(fourth?.x);
      expect(first?.x).toBeGreaterThan(third?.x ?? 0);
      expect(first?.y).toBeLessThan(second?.y ?? 0);
      expect(first?.y).toBe(third?.y);
      const system = await page.evaluate(() => {
        const probe = document.createElement('p');
        probe.style.color = 'CanvasText';
        document.body.append(probe);
        const { color } = getComputedStyle(probe);
        probe.remove();
        return color;
      });
      const fills = await page
        .locator('.chart text')
        .evaluateAll((texts) => texts.map((text) => getComputedStyle(text).fill));
      expect(new Set(fills)).toEqual(new Set([system]));
      const lines = await page
        .locator('.chart .steps, .chart .limit')
        .evaluateAll((paths) => paths.map((path) => getComputedStyle(path).stroke));
      expect(new Set(lines)).toEqual(new Set([system]));
    });
  }
}
