import type { Locator, Page } from '@playwright/test';
import { encodeState } from '../src/state/codec.ts';
import { answer, expect, fillDay, question, test, verdict } from './pages.ts';

/** Lets the engine of a page wait until it is let go. */
async function held(page: Page, then: 'continue' | 'abort' = 'continue'): Promise<() => void> {
  let go = () => {};
  const until = new Promise<void>((done) => {
    go = done;
  });
  await page.route('**/*.wasm', async (route) => {
    await until;
    await route[then]();
  });
  return go;
}

/** How many there are, once these become no more. */
async function count(all: Locator): Promise<number> {
  let before = -1;
  await expect(async () => {
    const now = await all.count();
    const grown = now !== before;
    before = now;
    expect(grown).toBe(false);
  }).toPass({ intervals: [400] });
  return before;
}

const ready = (page: Page) => page.locator('[data-speaks][ready]').waitFor();
const first = (page: Page) => page.locator('.question').first();

// Source: issue 11, "First form and verdict on slow 4G": the questions do not wait for the engine.
for (const [address, asks] of [
  ['complaint.html', 'right_type'],
  ['parallel-import.html', undefined],
  ['appeal.html', undefined],
] as const) {
  test(`${address} asks, and shows that nothing is known, before its engine is there`, async ({
    page,
  }) => {
    const go = await held(page);
    await page.goto(`/${address}`);
    await first(page).waitFor();
    if (asks) await expect(question(page, asks)).toHaveCount(1);
    await expect(page.locator('[data-speaks]')).not.toHaveAttribute('ready');
    // The questions are drawn piece by piece.
    const asked = await count(page.locator('.questions .question legend'));
    expect(asked).toBeGreaterThan(6);
    const before = await page.locator('.questions .question legend').allTextContents();
    const verdicts = await page.locator('[part=verdicts] button').allTextContents();
    await expect(verdict(page)).toHaveAttribute('data-settled', /true|false/);
    const standing = await page.locator('.verdict .possible li').allTextContents();
    go();
    await ready(page);
    // Source: the engine itself, in the same page.
    expect(await page.locator('.questions .question legend').allTextContents()).toEqual(before);
    expect(await page.locator('[part=verdicts] button').allTextContents()).toEqual(verdicts);
    expect(await page.locator('.verdict .possible li').allTextContents()).toEqual(standing);
  });
}

test('what is answered before the engine is there has no verdict until then, and is not lost', async ({
  page,
}) => {
  const go = await held(page);
  await page.goto('/complaint.html');
  await first(page).waitFor();
  await answer(page, { right_type: 0, n_locate: 'no' });
  await expect(verdict(page)).toHaveCount(0);
  await expect(page.locator('.outcome')).toContainText('正在载入');
  go();
  await ready(page);
  await expect(verdict(page)).toHaveAttribute('data-verdict', 'not_qualified');
  await expect(question(page, 'n_locate')).toHaveAttribute('data-state', 'answered');
  await expect(page).toHaveURL(/#complaint=/);
  const kept = page.url();
  await page.goto('about:blank');
  await page.goto(kept);
  await expect(verdict(page)).toHaveAttribute('data-verdict', 'not_qualified');
});

test('an issue, a day and one question at a time can be asked for before the engine is there', async ({
  page,
}) => {
  const go = await held(page);
  await page.goto('/complaint.html');
  await first(page).waitFor();
  await page.locator('[data-choose=counter_notice]').click();
  await expect(question(page, 'c_prima_facie')).toBeVisible();
  await page.locator('.as-of summary').click();
  await fillDay(page.locator('.as-of zhengpin-date-field'), '2022-02-01');
  await page.locator('[data-way=guided]').click();
  await expect(page.locator('#guided-ask')).toBeVisible();
  go();
  await ready(page);
  await expect(page.locator('.as-of summary')).toContainText('2022年2月1日');
  await expect(page.locator('#guided-ask')).toBeVisible();
});

test('an example that is chosen before the engine is there is decided by it', async ({ page }) => {
  const go = await held(page);
  await page.goto('/parallel-import.html');
  await first(page).waitFor();
  await page.locator('.examples button').first().click();
  await expect(page.locator('.examples')).toHaveCount(0);
  go();
  await ready(page);
  await expect(page.locator('.overview [data-verdict]').first()).toBeVisible();
  await expect(page.locator('.question[data-state=answered]').first()).toBeVisible();
});

test('penalties.html takes a finding before its engine is there, and books it with it', async ({
  page,
}) => {
  const go = await held(page);
  await page.goto('/penalties.html');
  await fillDay(page.locator('#finding-day'), '2026-05-06');
  await expect(page.locator('[data-speaks]')).not.toHaveAttribute('ready');
  const platforms = await page.locator('.platform').allTextContents();
  const examples = await page.locator('.examples button').allTextContents();
  expect(examples.length).toBeGreaterThan(2);
  await page.locator('.finding .answers input[type=radio]').first().check();
  const asked = await page.locator('.finding legend, .finding label').allTextContents();
  // What is booked is booked by the engine, once.
  await expect(page.locator('.finding button.main')).toBeDisabled();
  await expect(page.locator('#platform')).toBeDisabled();
  expect(platforms).not.toEqual([]);
  go();
  await ready(page);
  await page.locator('.finding button.main').click();
  await expect(page.locator('tbody[data-finding]')).toHaveCount(1);
  expect(await page.locator('.finding legend, .finding label').allTextContents()).toEqual(asked);
  expect(await page.locator('.platform').allTextContents()).toEqual(platforms);
  await expect(page).toHaveURL(/#penalties=/);
});

for (const [what, choose, shown] of [
  ['an example', '.examples button', 'tbody[data-finding]'],
  ['the way in for tables', '.empty button', 'zhengpin-ledger-import'],
] as const) {
  test(`${what} that is asked for before the engine of penalties.html is there comes with it`, async ({
    page,
  }) => {
    const go = await held(page);
    await page.goto('/penalties.html');
    await page.locator(choose).first().click();
    await expect(page.locator(shown)).toHaveCount(0);
    go();
    await expect(page.locator(shown).first()).toBeVisible();
  });
}

test('what was typed and kept is there again, and nothing is asked before it is', async ({
  page,
}) => {
  await page.goto('/penalties.html');
  await ready(page);
  await fillDay(page.locator('#finding-day'), '2026-01-01');
  const go = await held(page);
  await page.reload();
  await expect(page.locator('[data-speaks]')).toContainText('正在载入');
  await expect(page.locator('#finding-day')).toHaveCount(0);
  go();
  await expect(page.locator('#finding-day input[name=day]')).toHaveValue('1');
});

test('a finding typed early is asked for its exam once the engine is there', async ({ page }) => {
  const go = await held(page);
  await page.goto('/penalties.html');
  await page.locator('.finding .answers input[type=radio]').nth(1).check();
  await fillDay(page.locator('#finding-day'), '2026-05-06');
  const early = await page.locator('.finding').innerText();
  go();
  await ready(page);
  // Source: the same finding typed with the engine there.
  const late = await page.locator('.finding').innerText();
  await page.goto('/penalties.html?again');
  await ready(page);
  await page.evaluate(() => sessionStorage.clear());
  await page.goto('/penalties.html');
  await ready(page);
  await page.locator('.finding .answers input[type=radio]').nth(1).check();
  await fillDay(page.locator('#finding-day'), '2026-05-06');
  expect(late).toBe(await page.locator('.finding').innerText());
  expect(early.length).toBeGreaterThan(0);
});

test('where no engine comes after all, what was answered is kept for another try', async ({
  page,
  complaints,
}) => {
  const go = await held(page, 'abort');
  await page.route('**/script-*', (route) => route.abort());
  await page.goto('/complaint.html');
  await first(page).waitFor();
  await answer(page, { n_locate: 'no' });
  go();
  await expect(page.locator('.fallback[role=alert]')).toBeVisible();
  await expect(page).toHaveURL(/#complaint=/);
  // Its words turn, too.
  await page.locator('a[data-lang=en]').click();
  await expect(page.locator('.fallback[role=alert]')).toContainText(/[a-z]{4}/);
  await page.unrouteAll();
  await page.reload();
  await expect(verdict(page)).toHaveAttribute('data-verdict', 'not_qualified');
  complaints.length = 0;
});

test('a day that the engine refuses, asked early, leaves the law of today', async ({ page }) => {
  const go = await held(page);
  await page.goto('/complaint.html');
  await first(page).waitFor();
  await page.locator('.as-of summary').click();
  await fillDay(page.locator('.as-of zhengpin-date-field'), '1990-01-01');
  go();
  await ready(page);
  await expect(page.locator('[data-speaks] .sheet, [data-speaks] .drafting').first()).toBeVisible();
  await expect(page.getByText(/\b(?:element|provision|instrument)\/[a-z_]+/)).toHaveCount(0);
});

// What is kept is shown as it was, and nothing else before.
test('a link waits for the engine', async ({ page }) => {
  const go = await held(page);
  const kept = await encodeState({ asOf: '2026-11-01', answers: { n_locate: false } });
  await page.goto(`/complaint.html#complaint=${kept}`);
  await expect(page.locator('[data-speaks]')).toContainText('正在载入');
  await expect(first(page)).toHaveCount(0);
  go();
  await expect(verdict(page)).toHaveAttribute('data-verdict', 'not_qualified');
});

test('a day before the law that was asked at the build waits for the engine', async ({ page }) => {
  const go = await held(page);
  await page.clock.setFixedTime('2022-02-01T04:00:00Z');
  await page.goto('/complaint.html');
  await expect(page.locator('[data-speaks]')).toContainText('正在载入');
  await expect(first(page)).toHaveCount(0);
  go();
  await ready(page);
  await expect(page.locator('.as-of summary')).toContainText('2022年2月1日');
});

test('changes.html lets its versions be chosen before its engine is there', async ({ page }) => {
  const go = await held(page);
  await page.goto('/changes.html');
  const books = page.locator('.books button');
  const versions = page.locator('.versions:not(.drafts) button');
  await expect(books.first()).toBeAttached();
  await expect(page.locator('[data-speaks]')).not.toHaveAttribute('ready');
  const before = [await books.allTextContents(), await versions.allTextContents()];
  const days = await page.locator('#result-title').textContent();
  await expect(page.locator('.result')).toContainText('正在载入');
  go();
  await ready(page);
  // Source: the engine itself, in the same page.
  expect([await books.allTextContents(), await versions.allTextContents()]).toEqual(before);
  expect(before.flat().length).toBeGreaterThan(20);
  await expect(page.locator('#result-title')).toHaveText(days ?? '');
  await expect(page.locator('.sum')).not.toHaveText('');
});

// Source: the same rulebook and version chosen with the engine there.
for (const [what, choose] of [
  ['rulebook', '.books [data-rulebook="cn/complaint"]'],
  ['version', '.versions:not(.drafts) li:last-child button'],
] as const) {
  test(`a ${what} chosen before the engine is there is compared once it is`, async ({ page }) => {
    await page.setViewportSize({ width: 1280, height: 900 });
    const go = await held(page);
    await page.goto('/changes.html');
    await page.locator(choose).click();
    go();
    await ready(page);
    await expect(page).toHaveURL(/#changes=/);
    await expect(page.locator(choose)).toHaveAttribute('aria-pressed', 'true');
    const early = [page.url(), await page.locator('.result').innerText()];
    await page.goto('/changes.html?again');
    await page.evaluate(() => sessionStorage.clear());
    await page.goto('/changes.html');
    await ready(page);
    await page.locator(choose).click();
    await expect(page.locator(choose)).toHaveAttribute('aria-pressed', 'true');
    await expect(page).toHaveURL(early[0] ?? '');
    expect(await page.locator('.result').innerText()).toBe(early[1]);
  });
}

// Source: issue 11, "Only what is needed loads: one language".
for (const [address, files] of [
  ['/complaint.html', /^opening\.zh\.cn-complaint-/],
  ['/complaint.html?lang=en', /^opening\.en\.cn-complaint-/],
  ['/changes.html?lang=en', /^opening\.en\.versions-/],
  ['/penalties.html', /^opening\.zh\.taobao-counterfeit-/],
] as const) {
  test(`${address} fetches what it shows at first while its modules are on their way`, async ({
    page,
  }) => {
    const opened: string[] = [];
    page.on('request', (request) => {
      const name = request.url().split('/').at(-1) ?? '';
      if (name.startsWith('opening.')) opened.push(name);
    });
    await page.route('**/tool-*.js', async (route) => {
      await expect.poll(() => opened.length).toBe(1);
      await route.continue();
    });
    await page.goto(address);
    await ready(page);
    expect(opened).toEqual([expect.stringMatching(files)]);
  });
}

test('a link has nothing fetched that it does not show', async ({ page }) => {
  const opened: string[] = [];
  page.on('request', (request) => {
    if (request.url().includes('/opening.')) opened.push(request.url());
  });
  const kept = await encodeState({ asOf: '2026-11-01', answers: { n_locate: false } });
  await page.goto(`/complaint.html#complaint=${kept}`);
  await ready(page);
  expect(opened).toEqual([]);
});
