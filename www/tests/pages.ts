import { test as base, expect, type Locator, type Page } from '@playwright/test';
import { TOOLS as LISTED, tagOf } from '../build/tools.ts';
import { decodeState } from '../src/state/codec.ts';

/** The pages that show a tool, with the tool's element. */
export const TOOLS: Record<string, string> = Object.fromEntries(
  LISTED.map((tool) => [`${tool.name}.html`, tagOf(tool)]),
);

export const PAGES = ['index.html', ...Object.keys(TOOLS)];

/** The tools' tests, each with a list of what the page complained of; it has to stay empty. */
export const test = base.extend<{ complaints: string[] }>({
  complaints: [
    async ({ page }, use) => {
      const complaints: string[] = [];
      page.on('console', (message) => {
        if (message.type() === 'error' || message.type() === 'warning') {
          complaints.push(message.text());
        }
      });
      page.on('pageerror', (error) => complaints.push(error.message));
      await page.addInitScript(() => {
        document.addEventListener('zhengpin-change', (event) => {
          window.changed = JSON.stringify((event as CustomEvent).detail);
        });
        document.addEventListener('securitypolicyviolation', (event) => {
          console.error(`policy: ${event.violatedDirective} ${event.blockedURI}`);
        });
      });
      await use(complaints);
      expect(complaints).toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };

/** Opens a page and waits until its tool can answer. */
export async function open(page: Page, address: string): Promise<void> {
  await page.goto(`/${address}`);
  await page.locator('zhengpin-rulebooks li, [ready]').first().waitFor();
}

declare global {
  interface Window {
    /** What the page's tool last told of its state. */
    changed?: string;
  }
}

/** A state as links of version 1 carry it, which must go on to open. */
export async function packed(page: Page, state: unknown): Promise<string> {
  return page.evaluate(async (json) => {
    const stream = new Blob([json]).stream().pipeThrough(new CompressionStream('deflate-raw'));
    const bytes = new Uint8Array(await new Response(stream).arrayBuffer());
    const base64 = btoa(String.fromCharCode(...bytes));
    return `1.${base64.replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '')}`;
  }, JSON.stringify(state));
}

/** The page's address once it carries what was changed last; packing that takes a moment. */
export async function link(page: Page): Promise<string> {
  await expect
    .poll(async () => {
      const text = /[#&][a-z-]+=([^&]+)/.exec(page.url())?.[1];
      if (text === undefined) return undefined;
      return JSON.stringify((await decodeState(text).catch(() => ({ state: undefined }))).state);
    })
    .toBe(await page.evaluate(() => window.changed));
  return page.url();
}

/** The question about a fact. */
export function question(page: Page, fact: string): Locator {
  return page.locator(`#fact-${fact}`);
}

const NTH = { yes: 0, no: 1, unknown: 2 };

/** Answers questions: yes, no or unknown by name, a choice by its place in the list. */
export async function answer(
  page: Page,
  answers: Record<string, keyof typeof NTH | number>,
): Promise<void> {
  for (const [fact, value] of Object.entries(answers)) {
    const asked = question(page, fact);
    await unfold(asked);
    if ((await asked.locator('select').count()) > 0) {
      await asked.locator('select').selectOption({ index: Number(value) + 1 });
      await drawn(asked);
      continue;
    }
    const place = typeof value === 'number' ? value : NTH[value];
    await asked.locator('.answer input').nth(place).check();
    await drawn(asked);
  }
}

/**
 * Waits until all that was asked is drawn: after an answer the verdict comes first, and then the
 * form, in which a question may stand in another fold.
 */
async function drawn(asked: Locator): Promise<void> {
  await asked.evaluate(async (element) => {
    const root = element.getRootNode();
    if (!(root instanceof ShadowRoot)) return;
    await (root.host as HTMLElement & { updateComplete?: Promise<boolean> }).updateComplete;
  });
}

/** Opens the fold in which a question stands, if there is one. */
export async function unfold(asked: Locator): Promise<void> {
  await drawn(asked);
  await asked.evaluate((element) => element.closest('details')?.setAttribute('open', ''));
}

/** The answer to the issue looked at. */
export function verdict(page: Page): Locator {
  return page.locator('.verdict');
}

/** The answer to one of several issues shown together. */
export function issue(page: Page, id: string): Locator {
  return page.locator(`.overview li[data-issue="${id}"]`);
}

/**
 * The column of the ledger with this number, row by row; 1 is what the rules book. What the
 * platform took stands in a column of its own, and is not counted.
 */
export async function column(page: Page, number: 1 | 2 | 3): Promise<string[]> {
  const nth = `td:nth-child(${number} of td:not(.taken))`;
  const cells = page.locator(`tbody[data-finding] tr:first-child ${nth}`);
  const texts = await cells.allInnerTexts();
  return texts.map((text) => /^\d+/.exec(text.trim())?.[0] ?? text);
}

/** A day such as `2017-04-01` as the fields of a date take it, by their names. */
export function partsOf(date: string): Record<'year' | 'month' | 'day', string> {
  const [year = '', month = '', day = ''] = date.split('-').map((part) => `${Number(part)}`);
  return { year, month, day };
}

/** Fills a date field with a day such as `2017-04-01`, also where its question is folded away. */
export async function fillDay(field: Locator, date: string): Promise<void> {
  await unfold(field);
  for (const [name, part] of Object.entries(partsOf(date))) {
    await field.locator(`input[name=${name}]`).fill(part);
  }
}
