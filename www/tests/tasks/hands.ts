import type { Locator, Page } from '@playwright/test';
import { expect, partsOf, test } from '../pages.ts';

/** How somebody uses a page: nothing is reached that this hand could not reach. */
export interface Hand {
  name: string;
  device: { viewport: { width: number; height: number }; hasTouch: boolean };
  /** Presses a button, a link, a box, or one of several choices. */
  press(target: Locator): Promise<void>;
  /** Writes into a field, over what stands there. */
  write(target: Locator, text: string): Promise<void>;
  /** Chooses from a list that opens. */
  choose(target: Locator, value: string): Promise<void>;
}

const DESK = { viewport: { width: 1280, height: 860 }, hasTouch: false };

const mouse: Hand = {
  name: 'by mouse',
  device: DESK,
  press: (target) => target.click(),
  write: (target, text) => target.fill(text),
  async choose(target, value) {
    await target.selectOption(value);
  },
};

const phone: Hand = {
  name: 'on a phone',
  device: { viewport: { width: 390, height: 780 }, hasTouch: true },
  press: (target) => target.tap(),
  async write(target, text) {
    await target.tap();
    await target.fill(text);
  },
  async choose(target, value) {
    await target.selectOption(value);
  },
};

/** More stops than the longest page has. */
const STOPS = 600;

/** Whether an element has focus, or with it another choice of the same question. */
const holds = (target: Locator, group: boolean): Promise<boolean> =>
  target.evaluate((wanted, alike) => {
    let active = document.activeElement;
    while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
    if (active === wanted) return true;
    if (!alike || !(active instanceof HTMLInputElement)) return false;
    const { type, name } = wanted as HTMLInputElement;
    return type === 'radio' && active.type === type && active.name === name;
  }, group);

/** Goes from stop to stop until an element has focus. */
async function reach(target: Locator, group = false): Promise<void> {
  await target.waitFor({ state: 'attached' });
  const { keyboard } = target.page();
  for (let stop = 0; stop < STOPS; stop += 1) {
    if (await holds(target, group)) return;
    await keyboard.press('Tab');
  }
  throw new Error(`${target} cannot be reached by the keyboard`);
}

const kindOf = (target: Locator): Promise<string> =>
  target.evaluate((element) => (element instanceof HTMLInputElement ? element.type : ''));

const keyboard: Hand = {
  name: 'by keyboard',
  device: DESK,
  async press(target) {
    const kind = await kindOf(target);
    await reach(target, kind === 'radio');
    const { keyboard: keys } = target.page();
    if (kind === 'radio') {
      for (let step = 0; step < STOPS && !(await holds(target, false)); step += 1) {
        await keys.press('ArrowDown');
      }
      if (!(await target.isChecked())) await keys.press('Space');
    } else {
      await keys.press(kind === 'checkbox' ? 'Space' : 'Enter');
    }
  },
  async write(target, text) {
    await reach(target);
    const { keyboard: keys } = target.page();
    await keys.press('ControlOrMeta+a');
    await keys.insertText(text);
  },
  async choose(target, value) {
    await reach(target);
    const { keyboard: keys } = target.page();
    await keys.press('Home');
    for (let step = 0; step < STOPS && (await target.inputValue()) !== value; step += 1) {
      await keys.press('ArrowDown');
    }
    await expect(target).toHaveValue(value);
  },
};

/**
 * What somebody wants to get done, with each hand. At the end nothing may be wider than the
 * screen.
 */
export function task(title: string, go: (page: Page, hand: Hand) => Promise<void>): void {
  for (const hand of [mouse, keyboard, phone]) {
    test.describe(hand.name, () => {
      test.use(hand.device);
      test(title, async ({ page }) => {
        await go(page, hand);
        const wide = await page.evaluate(() => document.documentElement.scrollWidth);
        expect(wide).toBeLessThanOrEqual(hand.device.viewport.width);
      });
    });
  }
}

/** Writes a day such as `2017-04-01` into the three fields of a date. */
export async function writeDay(hand: Hand, field: Locator, day: string): Promise<void> {
  for (const [name, part] of Object.entries(partsOf(day))) {
    await hand.write(field.locator(`input[name=${name}]`), part);
  }
}

/** From the start page, by the line that says where somebody stands. */
export async function from(page: Page, hand: Hand, situation: string): Promise<void> {
  await page.goto('/index.html');
  await hand.press(page.locator(`.situations a[data-l10n=situation-${situation}]`));
  await page.locator('[ready]').first().waitFor();
}
