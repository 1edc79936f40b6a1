import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { answer, fillDay, open, test } from '../tests/pages.ts';

const images = fileURLToPath(new URL('../../docs/images/', import.meta.url));

/** The day in the pictures, so that they come out the same on any day. */
const DAY = '2026-11-22';

test.use({ viewport: { width: 1280, height: 1000 }, deviceScaleFactor: 2, colorScheme: 'light' });

async function asOf(page: Page): Promise<void> {
  await page.locator('.as-of summary').click();
  await fillDay(page.locator('.as-of'), DAY);
  await page.locator('.as-of summary').click();
}

async function take(page: Page, name: string): Promise<void> {
  await page.locator('h1').click();
  await page.evaluate(() => scrollTo(0, 0));
  await page.mouse.move(0, 0);
  await page.screenshot({ path: `${images}${name}.png`, animations: 'disabled' });
}

test('the start page', async ({ page }) => {
  await open(page, 'index.html');
  await take(page, 'start');
});

test('the change of a rulebook', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await open(page, 'changes.html');
  await take(page, 'changes');
});

test('the ledger', async ({ page }) => {
  await open(page, 'penalties.html');
  const findings = [
    ['2017-04-01', 3, '1'],
    ['2017-04-02', 3, '1'],
    ['2017-04-03', 3, '4'],
    ['2017-04-04', 3, '1'],
  ] as const;
  for (const [day, tier, items] of findings) {
    await fillDay(page.locator('#finding-day'), day);
    await page.locator('.tier input').nth(tier).check();
    await page.locator('#finding-items').fill(items);
    await page.getByRole('button', { name: '加入', exact: true }).click();
  }
  // The column of the form scrolls on its own.
  await page.locator('form, .finding-form').evaluateAll((forms) => {
    for (const form of forms) {
      for (let at: Element | null = form; at; at = at.parentElement) at.scrollTop = 0;
    }
  });
  await take(page, 'penalties');
});

test('the complaint', async ({ page }) => {
  await open(page, 'complaint.html');
  await asOf(page);
  await answer(page, {
    right_type: 0,
    claimant_role: 0,
    right_in_force: 'yes',
    n_identity: 'yes',
    n_right_proof: 'yes',
    n_prima_facie: 'yes',
    n_written: 'yes',
    n_measure: 'yes',
    n_truth: 'no',
    n_locate: 'no',
  });
  await take(page, 'complaint');
});

test('the parallel import', async ({ page }) => {
  await open(page, 'parallel-import.html');
  await asOf(page);
  await answer(page, {
    imported: 'yes',
    goods_genuine: 0,
    genuineness_proof: 0,
    oem_export_only: 'no',
    cn_mark_registered: 'yes',
    cn_reg_status: 0,
    source_mark_registered: 'yes',
    source_owner_relation: 5,
    cn_holder_squatter: 'no',
    prior_use_cn: 'no',
    claims_authorised: 'no',
  });
  await page.locator('.overview li[data-issue=trademark] button').click();
  await take(page, 'parallel-import');
});
