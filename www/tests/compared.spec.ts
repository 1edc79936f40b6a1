import type { Page } from '@playwright/test';
import type { ComparingEngine } from '../src/engine/comparing.ts';
import { isFailure } from '../src/engine/types.ts';
import { dayBefore } from '../src/i18n/dates.ts';
import { HereChanges } from '../src/reading/changes/desk.ts';
import { engineOf } from './engines.ts';
import { expect, open, test } from './pages.ts';

// Source: the engine's own comparison of all issues at once.
test('a comparison made issue by issue is the one of all issues', async () => {
  const engine = await engineOf<ComparingEngine>('comparing');
  const listed = engine.list();
  if (isFailure(listed)) throw new Error(listed.error.code);
  const desk = new HereChanges(engine);
  let several = 0;
  for (const { rulebook, versions } of listed.rulebooks) {
    for (const to of versions.slice(1)) {
      const request = { rulebook, from: dayBefore(to), to, limit: 100 };
      const whole = engine.compare(request);
      expect(await desk.compare(request)).toEqual(whole);
      if (!isFailure(whole) && whole.issues.length > 1) several += 1;
    }
  }
  expect(several).toBeGreaterThan(3);
  const facts = { goods_genuine: 'fake' };
  const own = { rulebook: 'cn/parallel-import', from: '2026-12-31', to: '2027-01-01', facts };
  expect(await desk.compare(own)).toEqual(engine.compare(own));
});

test('what is refused is refused as a whole', async () => {
  const engine = await engineOf<ComparingEngine>('comparing');
  const wrong = { rulebook: 'cn/parallel-import', from: '1800-01-01', to: '2026-01-01' };
  const refused = await new HereChanges(engine).compare(wrong);
  expect(isFailure(refused)).toBe(true);
  expect(refused).toEqual(engine.compare(wrong));
});

const SLOWEST = '.versions:not(.drafts) [data-day="2021-11-02"]';

// Source: issue 11, "Long work … in a worker": the version of complaints that takes longest.
test('what is chosen is compared beside the page, as it is on it', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 900 });
  const workers: string[] = [];
  page.on('worker', (worker) => workers.push(worker.url()));
  await open(page, 'changes.html');
  await page.locator('.books [data-rulebook="cn/complaint"]').click();
  await page.locator(SLOWEST).click();
  await expect(page.locator(SLOWEST)).toHaveAttribute('aria-pressed', 'true');
  expect(workers).toHaveLength(1);
  const beside = await page.locator('.result').innerText();
  expect(beside).not.toContain('正在载入');
  // A host may forbid workers: then the page compares by itself.
  const kept = page.url();
  await page.addInitScript(() => Reflect.deleteProperty(window, 'Worker'));
  await page.goto('about:blank');
  await page.goto(kept);
  await page.locator('[data-speaks][ready]').waitFor();
  await page.locator('.versions:not(.drafts) li:last-child button').click();
  await page.locator(SLOWEST).click();
  await expect(page.locator(SLOWEST)).toHaveAttribute('aria-pressed', 'true');
  expect(await page.locator('.result').innerText()).toBe(beside);
});

test('several choices one after the other all count, and the last one is shown', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1280, height: 900 });
  await open(page, 'changes.html');
  await page.evaluate(() => {
    const root = document.querySelector('[data-speaks]')?.shadowRoot;
    root?.querySelector<HTMLElement>('.books [data-rulebook="cn/complaint"]')?.click();
    root?.querySelector<HTMLElement>('.books [data-rulebook="taobao/findings"]')?.click();
    root?.querySelector<HTMLElement>('.books [data-rulebook="cn/complaint"]')?.click();
  });
  await expect(page.locator('.books [data-rulebook="cn/complaint"]')).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  await page.locator(SLOWEST).click();
  await expect(page).toHaveURL(/#changes=/);
  await expect(page.locator('#result-title')).toContainText('2021年11月2日');
});

const LINK =
  '#changes=2.0.eJyrVioqzUlNys_PVrJSSs7TT87PLchJzMwrUdJRSivKzwWKGhkYmeoaGugamRrKgDFSvKRRUyVagGkRxIr_hx';

/** The days and the rulebook that are shown. */
async function shown(page: Page): Promise<string[]> {
  return [
    (await page.locator('#result-title').innerText()).replace(/\s+/g, ' '),
    (await page.locator('.books [aria-pressed=true]').getAttribute('data-rulebook')) ?? '',
  ];
}

/** What a link shows that is opened by itself. */
async function linked(page: Page): Promise<string[]> {
  await page.goto('about:blank');
  await page.goto(`/changes.html${LINK}`);
  await page.locator('[data-speaks][ready]').waitFor();
  const own = await shown(page);
  await page.goto('about:blank');
  return own;
}

/** Has every answer of a worker wait. */
const slowWorker = (page: Page, time: number) =>
  page.addInitScript((wait) => {
    const post = Worker.prototype.postMessage;
    Worker.prototype.postMessage = function (this: Worker, ...given: unknown[]) {
      setTimeout(() => Reflect.apply(post, this, given), wait);
    };
  }, time);

test.describe('a link that is followed', () => {
  test.beforeEach(({ page }) => page.setViewportSize({ width: 1280, height: 900 }));

  for (const late of ['wasm', 'rulebooks.comparing'] as const) {
    test(`while the ${late} is on its way is shown, whatever rulebook it names`, async ({
      page,
    }) => {
      const wanted = await linked(page);
      await page.addInitScript(() => sessionStorage.clear());
      let go = () => {};
      const until = new Promise<void>((done) => {
        go = done;
      });
      await page.route(`**/*${late}*`, async (route) => {
        await until;
        await route.continue();
      });
      await page.goto('/changes.html');
      await page.locator('.books button').first().waitFor();
      await page.evaluate((link) => {
        location.hash = link;
      }, LINK);
      await page.waitForTimeout(300);
      go();
      await expect.poll(() => shown(page)).toEqual(wanted);
      await expect(page.locator('[data-speaks] .troubles')).toHaveCount(0);
    });
  }

  test('while something else is compared is shown as it is', async ({ page }) => {
    const wanted = await linked(page);
    await page.addInitScript(() => sessionStorage.clear());
    await slowWorker(page, 600);
    await open(page, 'changes.html');
    await page.locator('.books [data-rulebook="taobao/counterfeit"]').click();
    await page.evaluate((link) => {
      location.hash = link;
    }, LINK);
    await expect.poll(() => shown(page)).toEqual(wanted);
    await page.waitForTimeout(1500);
    expect(await shown(page)).toEqual(wanted);
  });
});

test('a worker that never answers is not waited for', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 900 });
  await slowWorker(page, 3_600_000);
  await open(page, 'changes.html');
  await page.locator('.books [data-rulebook="cn/complaint"]').click();
  // What belongs to the rulebook before is none to choose from meanwhile.
  await expect(page.locator('.choice .days')).toHaveCount(0);
  await expect(page.locator('.versions:not(.drafts) [data-day="2021-11-02"]')).toBeVisible();
  await page.locator(SLOWEST).click();
  await expect(page.locator('#result-title')).toContainText('2021年11月2日');
});
