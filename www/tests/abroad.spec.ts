import { answer, expect, link, open, test } from './pages.ts';

const PLACES = ['eu', 'us', 'jp', 'hk'];

/** The verdicts of all places that an answer told, and those that stood there then. */
interface Seen {
  told: string[];
  shown: string[];
}

/** What a fake is where a mark is known to be registered, and where that is open. */
const FAKE = ['infringes', 'insufficient_facts', 'insufficient_facts', 'insufficient_facts'];

// Source: abroad#whole: four verdicts on the same facts, side by side.
test('what is asked alike is answered once for all places', async ({ page }) => {
  await open(page, 'abroad.html');
  const verdict = (place: string) =>
    page.locator(`.overview li[data-place=${place}]`).getAttribute('data-verdict');
  for (const place of PLACES) expect(await verdict(place)).toBe('insufficient_facts');
  // A fake infringes wherever a mark is registered.
  await answer(page, { goods_genuine: 2, eu_mark_registered: 'yes' });
  expect(await verdict('eu')).toBe('infringes');
  expect(await verdict('jp')).toBe('insufficient_facts');
  await page.locator('.overview li[data-place=jp] button').click();
  await expect(page.locator('#fact-goods_genuine input').nth(2)).toBeChecked();
  await answer(page, { jp_mark_registered: 'yes' });
  expect(await verdict('jp')).toBe('infringes');
  expect(await verdict('eu')).toBe('infringes');
});

// Source: abroad#eu-eea, abroad#hk-anywhere: sold first outside the EEA with consent.
test('one first sale is exhaustion in one place and none in another', async ({ page }) => {
  await open(page, 'abroad.html');
  await answer(page, {
    eu_mark_registered: 'yes',
    goods_genuine: 0,
    eea_first_sale: 3,
    eea_resale_consent: 'no',
  });
  await expect(page.locator('.overview li[data-place=eu]')).toHaveAttribute(
    'data-verdict',
    'infringes',
  );
  const address = await link(page);
  await page.locator('.overview li[data-place=hk] button').click();
  expect(await link(page)).not.toBe(address);
});

// Verdict first, the rest once that is painted: nobody is told of what is not shown yet.
test('a page is told of an answer once all of it is shown', async ({ page }) => {
  await open(page, 'abroad.html');
  await page.evaluate(() => {
    const seen: unknown[] = [];
    Object.assign(globalThis, { seen });
    document.addEventListener('zhengpin-answer', ({ target, detail }: CustomEventInit & Event) => {
      const all = (target as HTMLElement).shadowRoot?.querySelectorAll('.overview li') ?? [];
      seen.push({
        told: detail.places.map(
          ({ issues }: { issues: { verdict: string }[] }) => issues[0]?.verdict,
        ),
        shown: [...all].map((one) => (one as HTMLElement).dataset.verdict),
      });
    });
  });
  await answer(page, { goods_genuine: 2, eu_mark_registered: 'yes' });
  const seen = () => page.evaluate(() => (globalThis as unknown as { seen: Seen[] }).seen);
  await expect.poll(async () => (await seen()).at(-1)?.shown).toEqual(FAKE);
  for (const { told, shown } of await seen()) expect(shown).toEqual(told);
});

// Source: the link of every tool carries what it shows.
test('a link brings back the place and the answers of all places', async ({ page }) => {
  await open(page, 'abroad.html');
  await answer(page, { eu_mark_registered: 'no' });
  await page.locator('.overview li[data-place=us] button').click();
  await answer(page, { us_common_control: 'no', us_mark_registered: 'yes' });
  const address = await link(page);
  await page.goto('about:blank');
  await page.goto(address);
  await page.locator('[ready]').first().waitFor();
  await expect(page.locator('.overview li[data-place=us] button')).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  await expect(page.locator('.overview li[data-place=us]')).toHaveAttribute(
    'data-verdict',
    'infringes',
  );
  await expect(page.locator('.overview li[data-place=eu]')).toHaveAttribute(
    'data-verdict',
    'not_infringing',
  );
});

// Source: abroad#shared: facts that mean the same have the same name.
test('the answers given for mainland China are carried over where they mean the same', async ({
  page,
}) => {
  await open(page, 'parallel-import.html');
  await answer(page, { imported: 'yes', goods_genuine: 0, cn_mark_registered: 'yes' });
  await page.locator('.overview li[data-issue=trademark] button').click();
  await page.locator('a[data-abroad]').click();
  await page.locator('[ready]').first().waitFor();
  await expect(page).toHaveURL(/abroad\.html/);
  await expect(page.locator('#fact-goods_genuine input').first()).toBeChecked();
  await expect(page.locator('#fact-imported')).toHaveCount(0);
});
