import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { ELEMENTS, EVENTS, PROPERTIES, SLOTS } from '../build/elements.ts';
import { expect, test } from './pages.ts';
import { DEFINE, host } from './stranger.ts';

const at = (path: string) => readFileSync(fileURLToPath(new URL(path, import.meta.url)), 'utf8');

interface Declaration {
  tagName: string;
  attributes: { name: string }[];
  members: { name: string }[];
  events: { name: string }[];
  slots: { name: string }[];
  cssParts: { name: string }[];
  cssProperties: { name: string }[];
}

const MANIFEST = JSON.parse(at('../dist/embed/custom-elements.json')) as {
  modules: { declarations: Declaration[] }[];
};
const DECLARED = new Map(
  MANIFEST.modules.flatMap((one) => one.declarations.map((own) => [own.tagName, own] as const)),
);
const names = (some: { name: string }[] | undefined) => some?.map(({ name }) => name).sort() ?? [];

/** What the registered classes themselves say: their tags, attributes and public properties. */
function classes(page: Page) {
  return page.evaluate(async () => {
    const all = (await import('/embed/zhengpin-elements.js' as string)) as Record<string, unknown>;
    return Object.entries(all).flatMap(([name, one]) => {
      const kind = one as {
        tag?: string;
        observedAttributes?: string[];
        elementProperties?: Map<string, { state?: boolean; attribute?: string | boolean }>;
      };
      if (!kind.tag) return [];
      const own = [...(kind.elementProperties ?? [])].filter(([, { state }]) => !state);
      return {
        name,
        tag: kind.tag,
        attributes: [...(kind.observedAttributes ?? [])].sort(),
        properties: own.map(([property]) => property).sort(),
      };
    });
  });
}

// Source: the classes, as the browser registers them.
test('the manifest names every element, attribute and property, and no other', async ({ page }) => {
  await host(page, DEFINE);
  const found = await classes(page);
  expect(found.map(({ tag }) => tag).sort()).toEqual([...DECLARED.keys()].sort());
  for (const { tag, attributes, properties } of found) {
    expect(names(DECLARED.get(tag)?.attributes), tag).toEqual(attributes);
    expect(names(DECLARED.get(tag)?.members), tag).toEqual(properties);
  }
});

test('the manifest is made from the one list, whole', () => {
  expect(ELEMENTS.map(({ tag }) => tag)).toEqual([...DECLARED.keys()]);
  for (const { tag, parts } of ELEMENTS) {
    const declared = DECLARED.get(tag);
    expect(names(declared?.cssParts)).toEqual(names(parts));
    expect(names(declared?.events)).toEqual(names([...EVENTS]));
    expect(names(declared?.slots)).toEqual(names([...SLOTS]));
    expect(names(declared?.cssProperties)).toEqual(names([...PROPERTIES]));
  }
});

// Source: the style sheet, the templates and what is dispatched, as they are written.
test('the list names every custom property that a host can set, and every event', () => {
  const sheet = at('../src/styles/tokens.css') + at('../src/styles/apart.css');
  const used = [...sheet.matchAll(/var\((--zhengpin-[a-z-]+)/g)].map(([, name]) => name);
  expect([...new Set(used)].sort()).toEqual(names([...PROPERTIES]));
  const code = at('../src/tools/kept-element.ts') + at('../src/tools/tool-element.ts');
  const told = [...code.matchAll(/new CustomEvent\('([a-z-]+)'/g)].map(([, name]) => name);
  expect([...new Set(told)].sort()).toEqual(names([...EVENTS]));
});

const SHOWN: Record<string, string> = {
  'zhengpin-penalties': `findings='[{"id": "a", "issued": "2026-03-10", "tier": "serious"}]'`,
};

// Source: what each element draws: with an answer, empty, in a narrow place, and without its engine.
for (const { tag, parts } of ELEMENTS) {
  test(`the manifest names every part of ${tag}, and each is there`, async ({
    page,
    complaints,
  }) => {
    const found = new Set<string>();
    const look = async () => {
      const drawn = await page.locator(tag).evaluate((element) => {
        const all = element.shadowRoot?.querySelectorAll('[part]') ?? [];
        return [...all].map((part) => part.getAttribute('part') ?? '');
      });
      for (const one of drawn) found.add(one);
    };
    const narrow = `${tag} { width: 360px; }`;
    for (const [attributes, style] of [
      [SHOWN[tag] ?? '', ''],
      ['', narrow],
    ] as const) {
      await host(page, `${DEFINE}<${tag} fragment="off" ${attributes}></${tag}>`, style);
      await page.locator('[ready]').waitFor();
      const list = page.locator('[data-example]').first();
      if (attributes !== '') await page.locator('figure.chart[part]').waitFor();
      else if (tag === 'zhengpin-verification') {
        await list.click();
        await page.locator('table.sellers').waitFor();
      } else if (tag === 'zhengpin-many') {
        await list.click();
        await page.locator('table.cases').waitFor();
      } else if (parts.some(({ name }) => name === 'examples')) await list.waitFor();
      await look();
    }
    // Lessons fetch an engine only once one is opened; what they cannot do without is their part.
    await page.route(/\.wasm$|zhengpin-(?:lessons|matters)\.js$/, (route) =>
      route.fulfill({ status: 404 }),
    );
    await host(page, `${DEFINE}<${tag}></${tag}>`);
    await page.locator('.fallback').waitFor();
    await look();
    complaints.splice(0);
    // What the engine has against a request is drawn only where it refuses: embed.spec.ts.
    found.add('troubles');
    expect([...found].sort()).toEqual(names(parts));
  });
}
