import { expect, type Locator, type Page } from '@playwright/test';

/** The question that is asked. */
export const asked = (page: Page): Locator => page.locator('.one');

/** An answer to it. */
export const pick = (page: Page, value: string): Locator =>
  page.locator(`.pick[data-value="${value}"]`);

const answered = (page: Page) => page.locator('.given li').count();

/** What a user answers who knows this much; nothing is "I don't know". */
export type Known = Record<string, boolean | string | undefined>;

/**
 * Answers what is asked until all is, by whatever way of pressing; returns the questions, screen
 * by screen.
 */
export async function through(
  page: Page,
  known: Known,
  press: (target: Locator) => Promise<void> = (target) => target.click(),
  most = 60,
): Promise<string[][]> {
  const screens: string[][] = [];
  while ((await page.locator('.guided[data-done]').count()) === 0) {
    expect(screens.length).toBeLessThan(most);
    const before = await page.locator('.given summary, .one').count();
    expect(before).toBeGreaterThan(0);
    const several = await asked(page).locator('.ticks label').all();
    const facts: string[] = [];
    for (const row of several) {
      const one = (await row.getAttribute('data-fact')) ?? '';
      facts.push(one);
      const tick = row.locator('input');
      if (known[one] === true && !(await tick.isChecked())) await press(tick);
    }
    const here = (await asked(page).getAttribute('data-fact')) ?? '';
    const count = await answered(page);
    if (several.length > 0) await press(page.locator('[data-all]'));
    else if (known[here] === undefined) await press(page.locator('[data-go=unknown]'));
    else await press(pick(page, `${known[here]}`));
    screens.push(several.length > 0 ? facts : [here]);
    await expect.poll(() => answered(page)).toBeGreaterThan(count);
  }
  return screens;
}

/** Genuine goods of the same owner, untouched and honestly sold. */
export const CLEAN: Known = {
  imported: true,
  goods_genuine: 'yes',
  genuineness_proof: 'full',
  first_sale_by: 'cn_holder',
  cn_mark_registered: true,
  cn_reg_status: 'valid',
  source_mark_registered: true,
  source_owner_relation: 'same_entity',
  code_removed: 'none',
  used_state: 'new',
  repackaged: 'none',
  store_sign: 'none',
  listing_misidentifiable: true,
  channel: 'general_trade',
  cn_label_affixed: false,
  reg_noncompliant: false,
  material_difference: false,
  seller_contract_bound: false,
  patent_in_force: false,
  copy_lawfully_made: true,
  copy_tangible: true,
  copy_act: 'sale',
  copy_territory_limited: false,
  licence_scope_exceeded: false,
  oem_export_only: false,
};
