import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { SITUATIONS } from '../build/situations.ts';
import { decodeState } from '../src/state/codec.ts';
import { asked, CLEAN, type Known, pick, through } from './guided.ts';
import { expect, issue, open, question, test, verdict } from './pages.ts';

/** Which question is asked. */
const fact = (page: Page) => asked(page).getAttribute('data-fact');

/** The address once its entry of this name carries what was changed last. */
async function link(page: Page, entry: string): Promise<string> {
  const carried = async () => {
    const text = new RegExp(`[#&]${entry}=([^&]+)`).exec(page.url())?.[1] ?? '';
    return JSON.stringify((await decodeState(text).catch(() => ({ state: undefined }))).state);
  };
  await expect.poll(carried).toBe(await page.evaluate(() => window.changed));
  return page.url();
}

/** Goes over to one question at a time. */
async function guide(page: Page, address: string): Promise<void> {
  await open(page, address);
  // A link may have begun so.
  if (!address.includes('-start=')) await page.locator('[data-way=guided]').click();
  await expect(page.locator('#guided-ask')).toBeVisible();
}

// Source: law/parallel-imports.md, finding 3, P-G and T7; review-use.md, part C: the whole form
// asks 54 questions.
test('an importer is led through all five issues, premises first, to the same verdicts', async ({
  page,
}) => {
  await guide(page, 'parallel-import.html');
  await expect(page.locator('.overview, .question')).toHaveCount(0);
  const screens = await through(page, CLEAN);
  const order = screens.flat();
  expect(new Set(order).size).toBe(order.length);
  // What follows from "no" to the premise is not asked at all.
  for (const never of ['code_removal_disclosed', 'mark_reaffixed', 'cn_label_covers']) {
    expect(order).not.toContain(never);
  }
  expect(order.indexOf('goods_genuine')).toBeLessThan(order.indexOf('genuineness_proof'));
  expect(screens.length).toBeLessThanOrEqual(27);
  await expect(issue(page, 'trademark')).toHaveAttribute('data-verdict', 'not_infringing');
  await expect(page.locator('.overall')).toHaveCount(1);
  // Papers and what would change it stand below the verdicts.
  await expect(page.locator('.ended .verdict')).toHaveAttribute('data-settled', 'true');
  await expect(page.locator('[data-changes=otherwise]')).toBeVisible();
});

// Source: E-Commerce Law art. 42(1).
test('why, back, change one and keep the rest, and the whole form on the same answers', async ({
  page,
}) => {
  await guide(page, 'complaint.html#complaint-start=notice/right_type');
  await expect(asked(page)).toHaveAttribute('data-fact', 'right_type');
  await expect(page.locator('[data-go=back]')).toBeDisabled();
  await pick(page, 'trademark').click();
  await expect(page.locator('#guided-ask')).toBeFocused();
  // What may be put as one question can be asked one by one.
  await page.locator('[data-apart]').click();
  await expect(page.locator('.ticks')).toHaveCount(0);
  const second = await fact(page);
  expect(second).not.toBe('right_type');
  await page.locator('.why > summary').click();
  await expect(page.locator('.why')).toContainText('仍有可能');
  await page.locator('[data-go=unknown]').click();
  await page.locator('[data-go=back]').click();
  await expect(asked(page)).toHaveAttribute('data-fact', second ?? '');
  await page.locator('[data-go=back]').click();
  await expect(pick(page, 'trademark')).toHaveAttribute('aria-pressed', 'true');
  await page.locator('[data-go=next]').click();
  await page.locator('.given summary').click();
  await page.locator('.given li[data-fact=right_type] button').click();
  await pick(page, 'copyright').click();
  await expect(page.locator('.given li')).toHaveCount(2);
  const third = await fact(page);
  expect(third).not.toBe(second);
  // The link carries the answers and the way they are asked.
  const address = await link(page, 'complaint');
  await page.locator('[data-way=whole]').click();
  await expect(question(page, 'right_type')).toHaveAttribute('data-state', 'answered');
  await expect(question(page, second ?? '')).toHaveAttribute('data-state', 'unknown');
  await page.goto('about:blank');
  await page.goto(address);
  await expect(asked(page)).toHaveAttribute('data-fact', third ?? '');
  await expect(page.locator('.given li')).toHaveCount(2);
});

// Source: E-Commerce Law art. 42(1): a notice without links.
test('at the end stand the verdict, what is missing, days and papers; what was answered stays', async ({
  page,
}) => {
  await guide(page, 'complaint.html#complaint-start=notice/right_type');
  const known: Known = {
    right_type: 'trademark',
    claimant_role: 'owner',
    right_in_force: true,
    n_grievance: 'fake',
  };
  // Everything is attached but the links.
  const notice = ['n_identity', 'n_right_proof', 'n_prima_facie', 'n_truth', 'n_written'];
  for (const one of [...notice, 'n_measure']) known[one] = true;
  await through(page, { ...known, n_locate: false });
  await expect(verdict(page)).toHaveAttribute('data-verdict', 'not_qualified');
  await expect(page.locator('.missing li[data-element=notice_locates]')).toBeVisible();
  await expect(page.locator('.papers, .drafting, .document').first()).toBeVisible();
  await page.locator('.missing .jump').first().click();
  await expect(asked(page)).toHaveAttribute('data-fact', 'n_locate');
  await expect(pick(page, 'false')).toHaveAttribute('aria-pressed', 'true');
});

// Source: requests.yaml, contradictory_facts; constraints of cn/parallel-import.
test('answers that contradict each other are told with the way back, and nothing is decided', async ({
  page,
}) => {
  await guide(page, 'parallel-import.html#parallel-import-start=/oem_export_only');
  await pick(page, 'true').click();
  await page.locator('[data-way=whole]').click();
  await question(page, 'imported').evaluate((one) =>
    one.closest('details')?.setAttribute('open', ''),
  );
  await question(page, 'imported').locator('input').first().check();
  await page.locator('[data-way=guided]').click();
  await expect(page.locator('.troubles')).toBeVisible();
  await expect(page.locator('.given')).toHaveAttribute('open', '');
  await page.locator('.given li[data-fact=imported] button').click();
  await pick(page, 'false').click();
  await expect(page.locator('.troubles')).toHaveCount(0);
  await expect(asked(page)).toBeVisible();
});

test('by keyboard alone', async ({ page }) => {
  await guide(page, 'complaint.html');
  const first = await fact(page);
  await page.locator('#guided-ask').focus();
  const onPick = () =>
    page.evaluate(
      () => document.querySelector('[ready]')?.shadowRoot?.activeElement?.matches('.pick') ?? false,
    );
  for (let presses = 0; presses < 20 && !(await onPick()); presses += 1) {
    await page.keyboard.press('Tab');
  }
  await page.keyboard.press('Enter');
  await expect(page.locator('#guided-ask')).toBeFocused();
  expect(await fact(page)).not.toBe(first);
  await expect(page.locator('[role=status].unseen')).not.toHaveText('');
});

test('on a phone an answer is one tap, and nothing is wider than the screen', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 780 });
  await guide(page, 'parallel-import.html#parallel-import-start=/imported');
  for (const value of ['true', 'yes']) {
    const seen = await fact(page);
    const button = pick(page, value);
    if ((await button.count()) === 0) break;
    const box = await button.boundingBox();
    expect(box?.height).toBeGreaterThanOrEqual(44);
    await button.click();
    await expect.poll(() => fact(page)).not.toBe(seen);
    await expect(page.locator('#guided-ask')).toBeInViewport();
    await expect(page.locator('[data-go=back]')).toBeInViewport();
  }
  for (const width of [320, 390]) {
    await page.setViewportSize({ width, height: 780 });
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(wide).toBeLessThanOrEqual(width);
  }
});

for (const situation of SITUATIONS) {
  test(`the start page leads from ${situation.name} to where it is answered`, async ({ page }) => {
    await open(page, 'index.html?lang=en');
    await page.locator(`.situations a[data-l10n=situation-${situation.name}]`).click();
    await expect(page).toHaveURL(new RegExp(`/${situation.page}\\.html\\?lang=en`));
    const { start } = situation;
    if (start === undefined) {
      await page.locator('[ready]').first().waitFor();
      return;
    }
    await expect(page.locator('#guided-ask')).toBeVisible();
    const [issue, first] = start.split('/');
    if (first) await expect(asked(page)).toHaveAttribute('data-fact', first);
    if (issue) {
      await expect(page.locator(`[data-choose=${issue}]`)).toHaveAttribute('aria-pressed', 'true');
    }
  });
}

for (const lang of ['zh', 'en']) {
  for (const theme of ['light', 'dark']) {
    test(`axe finds nothing in ${lang}, ${theme}`, async ({ page }) => {
      const look = async () => {
        const { violations } = await new AxeBuilder({ page }).analyze();
        expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])).toEqual([]);
      };
      await guide(page, `parallel-import.html?lang=${lang}&theme=${theme}`);
      await look();
      await through(page, CLEAN);
      await look();
    });
  }
}
