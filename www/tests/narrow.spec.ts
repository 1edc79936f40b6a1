import type { Page } from '@playwright/test';
import { expect, open, packed, test } from './pages.ts';

/** A state of each tool that fills its columns. */
const STATES: Record<string, unknown> = {
  complaint: {
    asOf: '2026-11-22',
    answers: { right_type: 'trademark', n_locate: false, n_identity: true },
  },
  'parallel-import': { asOf: '2026-11-22', answers: { imported: true } },
  appeal: { asOf: '2026-11-22', answers: {} },
  abroad: {
    asOf: '2026-11-29',
    issue: 'us/parallel-import',
    answers: { goods_genuine: 'yes', us_common_control: false },
  },
  changes: undefined,
  penalties: {
    findings: [
      { id: 'f1', day: '2026-11-20', tier: 'serious_violation', items: 2 },
      { id: 'f2', day: '2026-11-21', tier: 'information', items: 2 },
    ],
  },
};

/** A column narrower than this, in em, breaks words and sentences to pieces. */
const LEAST = 12;

/** Texts that run over more than two lines of a column too narrow for them. */
async function squeezed(page: Page): Promise<string[]> {
  return page.evaluate((least) => {
    const root = document.querySelector('[ready]')?.shadowRoot;
    const texts =
      root?.querySelectorAll('p, li, dd, dt, legend, summary, h3, h4, .node-name') ?? [];
    return [...texts].flatMap((element) => {
      const text = [...element.childNodes].find(
        (node): node is Text => node instanceof Text && node.data.trim() !== '',
      );
      if (!text || !element.checkVisibility() || element.closest('.unseen')) return [];
      let block = element;
      while (getComputedStyle(block).display.startsWith('inline') && block.parentElement) {
        block = block.parentElement;
      }
      const style = getComputedStyle(block);
      const padding = Number.parseFloat(style.paddingLeft) + Number.parseFloat(style.paddingRight);
      const width = (block.clientWidth - padding) / Number.parseFloat(style.fontSize);
      const range = document.createRange();
      range.selectNodeContents(text);
      const lines = new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size;
      return width < least && lines > 2 ? [`${width.toFixed(1)} em: ${text.data.trim()}`] : [];
    });
  }, LEAST);
}

// Source: review-use.md, A2.8: one letter per line where the element was 896 to 1000 px wide.
for (const [tool, state] of Object.entries(STATES)) {
  for (const lang of ['zh', 'en']) {
    test(`${tool} in ${lang} keeps its columns wide and fits, from 320 to 1440 px`, async ({
      page,
    }) => {
      test.setTimeout(180_000);
      await open(page, 'index.html');
      const hash = state === undefined ? '' : `#${tool}=${await packed(page, state)}`;
      await open(page, `${tool}.html?lang=${lang}${hash}`);
      if (tool === 'penalties') await page.locator('.outlook').waitFor();
      for (let width = 320; width <= 1440; width += 40) {
        await page.setViewportSize({ width, height: 800 });
        // The tool measures itself, then draws anew.
        await page.evaluate(
          () => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 50))),
        );
        const scroll = await page.evaluate(() => document.documentElement.scrollWidth);
        expect(scroll, `${width} px`).toBeLessThanOrEqual(width);
        expect(await squeezed(page), `${width} px`).toEqual([]);
      }
    });
  }
}

// Source: WCAG 2.2, 1.4.4: text at 200 % on a phone.
for (const [tool, state] of Object.entries(STATES)) {
  test(`${tool} fits 390 px with text at 200 %`, async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 780 });
    await open(page, 'index.html');
    const hash = state === undefined ? '' : `#${tool}=${await packed(page, state)}`;
    for (const lang of ['zh', 'en']) {
      await open(page, `${tool}.html?lang=${lang}${hash}`);
      if (tool === 'penalties') await page.locator('.outlook').waitFor();
      await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'));
      await page.waitForTimeout(200);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    }
  });
}

// Source: review-use.md, A2.12: dates ran into each other in charts of some 600 px.
for (const lang of ['zh', 'en']) {
  test(`the dates of the chart keep apart at every width in ${lang}`, async ({ page }) => {
    await open(page, 'index.html');
    const findings = [{ id: 'f1', day: '2026-11-20', tier: 'serious_violation', items: 2 }];
    const hash = await packed(page, { findings });
    await open(page, `penalties.html?lang=${lang}#penalties=${hash}`);
    await page.locator('.chart svg').waitFor();
    for (let width = 320; width <= 1440; width += 40) {
      await page.setViewportSize({ width, height: 800 });
      await page.waitForTimeout(100);
      const boxes = await page.locator('.chart .foot').evaluateAll((labels) =>
        labels.map((label) => {
          const { left, right } = label.getBoundingClientRect();
          return { left, right };
        }),
      );
      expect(boxes.length, `${width} px`).toBeGreaterThan(0);
      for (const [place, { left }] of boxes.entries()) {
        expect(left, `${width} px`).toBeGreaterThan(boxes[place - 1]?.right ?? 0);
      }
    }
  });
}
