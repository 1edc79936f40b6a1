import type { Page } from '@playwright/test';
import { openState } from './ledgers.ts';
import { answer, expect, open, PAGES, packed, test } from './pages.ts';

/** How many pages the browser prints. */
async function pages(page: Page): Promise<number> {
  const pdf = await page.pdf({ preferCSSPageSize: true });
  return pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;
}

const ledger = (count: number) => ({
  findings: Array.from({ length: count }, (_, place) => ({
    id: `f${place + 1}`,
    day: new Date(Date.UTC(2017, 0, 1 + 20 * place)).toISOString().slice(0, 10),
    tier: place % 2 === 0 ? 'information' : 'sale',
    ...(place % 2 === 0 ? { items: 1 } : {}),
  })),
});

const COMPLAINT = {
  asOf: '2026-11-22',
  answers: {
    right_type: 'trademark',
    claimant_role: 'owner',
    n_identity: true,
    n_right_proof: true,
    n_prima_facie: true,
    n_written: true,
    n_measure: true,
    n_truth: false,
    n_locate: false,
  },
};

// Source: review-use.md, A2.10: 3 findings took 8 pages, 60 took 71.
test('three findings print on two pages, sixty on far fewer than one each', async ({ page }) => {
  await openState(page, ledger(3));
  await page.locator('.chart svg').waitFor();
  expect(await pages(page)).toBeLessThanOrEqual(2);
  await openState(page, ledger(60));
  await page.locator('.chart svg').waitFor();
  expect(await pages(page)).toBeLessThanOrEqual(20);
});

test('a complaint prints on three pages', async ({ page }) => {
  await open(page, 'index.html');
  await open(page, `complaint.html#complaint=${await packed(page, COMPLAINT)}`);
  await page.locator('.missing').first().waitFor();
  expect(await pages(page)).toBeLessThanOrEqual(3);
});

test('on paper stand the day of printing and the link, all rows, and each provision once', async ({
  page,
}) => {
  await openState(page, ledger(150));
  await page.locator('.chart svg').waitFor();
  expect(await page.locator('tbody[data-finding]').count()).toBeLessThan(150);
  await expect(page.locator('.printed')).toHaveCount(0);
  await page.emulateMedia({ media: 'print' });
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  await expect(page.locator('tbody[data-finding]')).toHaveCount(150);
  const today = await page.evaluate(() => {
    const now = new Date();
    return `${now.getFullYear()}年${now.getMonth() + 1}月${now.getDate()}日`;
  });
  await expect(page.locator('.printed')).toContainText(`打印于${today}`);
  await expect(page.locator('.printed')).toContainText('/penalties.html');
  await expect(page.locator('.row-commands').first()).toBeHidden();
  const named = await page.locator('.cited .sources li > :first-child').allInnerTexts();
  expect(named.length).toBeGreaterThan(0);
  expect(new Set(named).size).toBe(named.length);
  await expect(page.locator('.cited .sources')).toBeVisible();
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  await expect(page.locator('.printed')).toHaveCount(0);
});

test('a short link is printed whole', async ({ page }) => {
  await openState(page, ledger(3));
  const address = page.url();
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  await expect(page.locator('.printed')).toContainText(address);
});

test('a document is printed by itself, and with the rest only once something is in it', async ({
  page,
}) => {
  await open(page, 'complaint.html');
  await page.locator('.chooser button').nth(1).click();
  const paper = page.locator('.drafting');
  await page.emulateMedia({ media: 'print' });
  await expect(paper).toBeHidden();
  await page.emulateMedia({ media: 'screen' });
  await page.locator('[data-field=seller] input').fill('某某商行');
  await page.emulateMedia({ media: 'print' });
  await expect(paper).toBeVisible();
  await expect(page.locator('h1')).toBeVisible();
  await page
    .locator('zhengpin-complaint')
    .evaluate((tool) => tool.toggleAttribute('printing', true));
  await expect(paper.locator('.sheet')).toBeVisible();
  for (const furniture of ['h1', '.lead', '.colophon', '.masthead', '.outcome']) {
    await expect(page.locator(furniture).first()).toBeHidden();
  }
});

test('of several documents the one is printed whose command it is', async ({ page }) => {
  await open(page, 'complaint.html');
  await page.locator('.chooser button').nth(1).click();
  await page.locator('.drafting').evaluate((paper) => {
    const other = paper.cloneNode(true) as Element;
    other.classList.add('other');
    paper.after(other);
    window.print = () => {
      paper.toggleAttribute('data-was', paper.hasAttribute('data-printing'));
      other.toggleAttribute('data-was', other.hasAttribute('data-printing'));
    };
  });
  await page.locator('.drafting:not(.other) .drafting-commands button').nth(1).click();
  await expect(page.locator('[data-was]')).toHaveCount(1);
  await expect(page.locator('.drafting[data-was]')).not.toHaveClass(/other/);
  await expect(page.locator('[data-printing]')).toHaveCount(0);
  await page.locator('.drafting[data-was]').evaluate((paper) => {
    paper.toggleAttribute('data-printing', true);
    (paper.getRootNode() as ShadowRoot).host.toggleAttribute('printing', true);
  });
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.drafting[data-was] .sheet')).toBeVisible();
  await expect(page.locator('.drafting-rests').first()).toBeHidden();
  await expect(page.locator('.drafting.other')).toBeHidden();
});

test('no arrow of a list to choose from is printed', async ({ page }) => {
  for (const address of ['complaint.html', 'penalties.html']) {
    await open(page, address);
    await page.emulateMedia({ media: 'print' });
    const looks = await page
      .locator('select')
      .evaluateAll((lists) => lists.map((list) => getComputedStyle(list).appearance));
    expect(looks.length).toBeGreaterThan(0);
    expect(new Set(looks)).toEqual(new Set(['none']));
    await page.emulateMedia({ media: 'screen' });
  }
});

// Source: review of the last issue: abroad.html printed "and these 10 questions" without the ten.
for (const address of PAGES) {
  test(`${address} prints no fold whose heading stands alone`, async ({ page }) => {
    await open(page, address);
    if (address === 'complaint.html') await answer(page, { right_type: 0, n_locate: 'no' });
    if (address === 'parallel-import.html') await answer(page, { imported: 'yes' });
    if (address === 'penalties.html') await page.locator('.examples button').first().click();
    await page.emulateMedia({ media: 'print' });
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    const alone = await page.locator('details:not(.note, .as-of)').evaluateAll((folds) =>
      folds
        .filter((fold) => fold.closest('.tree') === null && fold.checkVisibility())
        .filter((fold) => fold.querySelector('summary')?.checkVisibility())
        .filter((fold) =>
          [...fold.children].every(
            (child) => child.localName === 'summary' || child.getBoundingClientRect().height === 0,
          ),
        )
        .map((fold) => fold.querySelector('summary')?.textContent?.trim()),
    );
    expect(alone).toEqual([]);
  });
}
