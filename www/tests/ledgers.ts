import type { Page } from '@playwright/test';
import type { Failure, SimulateRequest, Simulation } from '../src/engine/types.ts';
import { fillDay, open, packed } from './pages.ts';

/** Opens the simulator with one of its examples. */
export async function openExample(page: Page, id: string, lang = 'zh'): Promise<void> {
  await open(page, `penalties.html?lang=${lang}`);
  await showExample(page, id);
}

/** Shows an example, also where the list of them is folded. */
export async function showExample(page: Page, id: string): Promise<void> {
  const example = page.locator(`[data-example="${id}"]`);
  await example.waitFor({ state: 'attached' });
  await example.evaluate((one) => one.closest('details')?.setAttribute('open', ''));
  await example.click();
  await page.locator('table.ledger tbody').first().waitFor();
  await page.locator('.outlook').waitFor();
}

/** Chooses the rules of a platform. */
export async function choosePlatform(page: Page, rulebook: string): Promise<void> {
  await page.locator('#platform').selectOption(rulebook);
}

/** Enters a finding: a day, a tier by its id, and how much of it. */
export async function enter(page: Page, day: string, tier: string, items?: number): Promise<void> {
  await fillDay(page.locator('#finding-day'), day);
  await page.locator(`.tier input[value="${tier}"]`).check();
  if (items !== undefined) await page.locator('#finding-items').fill(`${items}`);
  await page.locator('.finding button[type=submit]').click();
}

/** Opens a link that carries a state. */
export async function openState(page: Page, state: unknown, query = ''): Promise<void> {
  await open(page, 'index.html');
  await open(page, `penalties.html${query}#penalties=${await packed(page, state)}`);
}

/** What the engine itself says to a request. */
export async function simulate(
  page: Page,
  request: SimulateRequest,
): Promise<Simulation | Failure> {
  return page.evaluate(async (asked) => {
    const { createEngine } = await import('/embed/engine.js' as string);
    const engine = await createEngine({ wasm: '/embed/zhengpin_bg.wasm' });
    return engine.simulate(asked);
  }, request);
}
