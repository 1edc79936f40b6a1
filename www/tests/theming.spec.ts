import type { Page } from '@playwright/test';
import { PROPERTIES } from '../build/elements.ts';
import { answer, expect, test } from './pages.ts';
import { DEFINE, host } from './stranger.ts';

const COLOURS = PROPERTIES.map(({ name }) => name).filter((name) => !/-(serif|sans)$/.test(name));

// Source: docs/design-language.md, "Ink, paper, one red": every colour there is.
const USUAL = [
  '#fbf9f4',
  '#191613',
  '#f3efe5',
  '#24201b',
  '#1f1b16',
  '#ebe3d5',
  '#5c5549',
  '#b5ab9b',
  '#dbd4c6',
  '#3d372f',
  '#8d8474',
  '#7d7466',
  '#a32a1e',
  '#b23a2c',
  '#fdf6ee',
  '#ee8a7b',
].map((hex) => {
  const [r, g, b] = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
  return `rgb(${r}, ${g}, ${b})`;
});

/** Every colour that some part of the page is drawn in, in all shadow roots, with where. */
function colours(page: Page): Promise<Record<string, string>> {
  return page.evaluate(() => {
    const found: Record<string, string> = {};
    const names = [...getComputedStyle(document.body)].filter(
      (name) => !name.startsWith('--') && /color|fill|stroke|shadow|image/.test(name),
    );
    const look = (root: Document | ShadowRoot) => {
      for (const part of root.querySelectorAll('*')) {
        for (const pseudo of [undefined, '::before', '::after', '::marker']) {
          const style = getComputedStyle(part, pseudo);
          for (const name of names) {
            for (const colour of style.getPropertyValue(name).match(/rgba?\([^)]*\)/g) ?? []) {
              found[colour] ??=
                `${part.tagName}.${part.getAttribute('class')}${pseudo ?? ''} ${name}`;
            }
          }
        }
        if (part.shadowRoot) look(part.shadowRoot);
      }
    };
    look(document);
    return found;
  });
}

/** A host that gives every colour a value of its own: shades of green and blue. */
const OWN = COLOURS.map((name, place) => `${name}: rgb(0, ${90 + place}, ${200 - place});`).join(
  ' ',
);

const FINDINGS = JSON.stringify(
  Array.from({ length: 3 }, (_, place) => ({
    id: `f${place}`,
    issued: `2026-0${place + 1}-10`,
    tier: 'serious',
  })),
);
const FACTS = JSON.stringify({ n_locate: false });

for (const [tag, attributes] of [
  ['zhengpin-penalties', `findings='${FINDINGS}'`],
  ['zhengpin-complaint', `as-of="2026-11-22" facts='${FACTS}'`],
  ['zhengpin-parallel-import', 'as-of="2026-11-22"'],
  ['zhengpin-verification', ''],
  ['zhengpin-many', ''],
  ['zhengpin-duties', ''],
  ['zhengpin-changes', ''],
  ['zhengpin-cases', ''],
] as const) {
  for (const theme of ['light', 'dark']) {
    test(`${tag} in ${theme} has no colour that its host did not give`, async ({ page }) => {
      const style = `:root { color-scheme: ${theme}; background: white; color: black; } body { ${OWN} }`;
      await host(page, `${DEFINE}<${tag} lang="zh" ${attributes}></${tag}>`, style);
      await page.locator('[ready]').waitFor();
      if (tag === 'zhengpin-penalties') {
        await page.locator('figure.chart svg').waitFor();
      }
      await page.locator('details').evaluateAll((folds) => {
        for (const fold of folds) fold.setAttribute('open', '');
      });
      const found = await colours(page);
      const left = USUAL.flatMap((colour) => (found[colour] ? [`${colour} ${found[colour]}`] : []));
      expect(left).toEqual([]);
      // The host's red-to-be is there: something was looked at that would have been red.
      expect(Object.keys(found).length).toBeGreaterThan(3);
    });
  }
}

// Source: build/elements.ts: marks, chart and warnings follow the seal.
test('one property turns every red there is', async ({ page }) => {
  const style = 'body { --zhengpin-seal: rgb(0, 80, 160); }';
  await host(
    page,
    `${DEFINE}<zhengpin-complaint lang="zh" as-of="2026-11-22"></zhengpin-complaint>`,
    style,
  );
  await answer(page, { n_locate: 'no' });
  await page.locator('.verdict .seal').waitFor();
  const found = await colours(page);
  expect(Object.keys(found)).toContain('rgb(0, 80, 160)');
  expect(found['rgb(163, 42, 30)']).toBeUndefined();
});

test('a theme lights the element otherwise than its page, with its ground', async ({ page }) => {
  const body = (theme: string) =>
    `${DEFINE}<zhengpin-complaint theme="${theme}"></zhengpin-complaint>`;
  const look = () =>
    page.locator('zhengpin-complaint').evaluate((tool) => {
      const { color, backgroundColor } = getComputedStyle(tool);
      return [color, backgroundColor];
    });
  await host(page, body('dark'), ':root { color-scheme: light; }');
  await page.locator('[ready]').waitFor();
  expect(await look()).toEqual(['rgb(235, 227, 213)', 'rgb(25, 22, 19)']);
  await host(page, body('light'), ':root { color-scheme: dark; }');
  await page.locator('[ready]').waitFor();
  expect(await look()).toEqual(['rgb(31, 27, 22)', 'rgb(251, 249, 244)']);
});

test('a host sets a region by the name of its part', async ({ page }) => {
  const style = 'zhengpin-complaint::part(verdict) { outline: 3px solid rgb(1, 2, 3); }';
  await host(page, `${DEFINE}<zhengpin-complaint as-of="2026-11-22"></zhengpin-complaint>`, style);
  await answer(page, { n_locate: 'no' });
  const outline = await page
    .locator('.verdict')
    .evaluate((part) => getComputedStyle(part).outlineColor);
  expect(outline).toBe('rgb(1, 2, 3)');
});
