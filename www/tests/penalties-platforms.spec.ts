import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Example } from '../src/state/example.ts';
import { toLedgerRequest } from '../src/state/ledger.ts';
import { choosePlatform, openExample, openState, showExample, simulate } from './ledgers.ts';
import { column, expect, open, test } from './pages.ts';

const examples: Example[] = JSON.parse(
  readFileSync(fileURLToPath(new URL('../src/state/examples.json', import.meta.url)), 'utf8'),
);

test('every rulebook that keeps a ledger can be chosen, and no other', async ({ page }) => {
  await open(page, 'penalties.html');
  const offered = await page
    .locator('#platform option')
    .evaluateAll((options) => options.map((option) => (option as HTMLOptionElement).value));
  const listed = await page.evaluate(async () => {
    const { createEngine } = await import('/embed/engine.js' as string);
    const engine = await createEngine({ wasm: '/embed/zhengpin_bg.wasm' });
    return engine.list().rulebooks as { rulebook: string; simulates: boolean }[];
  });
  expect(offered).toEqual(listed.filter((one) => one.simulates).map((one) => one.rulebook));
  expect(offered).toContain('taobao/counterfeit');
  expect(offered).not.toContain('cn/complaint');
});

test('the form offers what the chosen rulebook describes', async ({ page }) => {
  await open(page, 'penalties.html');
  const offered = await page
    .locator('#platform option')
    .evaluateAll((options) => options.map((option) => (option as HTMLOptionElement).value));
  for (const rulebook of offered) {
    await choosePlatform(page, rulebook);
    const ledger = await page.evaluate(async (asked) => {
      const { createEngine } = await import('/embed/engine.js' as string);
      const engine = await createEngine({ wasm: '/embed/zhengpin_bg.wasm' });
      return engine.describe({ rulebook: asked }).ledger;
    }, rulebook);
    const values = await page
      .locator('.tier input')
      .evaluateAll((inputs) => inputs.map((input) => (input as HTMLInputElement).value));
    expect(values).toEqual(ledger.tiers.map(({ id }: { id: string }) => id));
    await expect(page.locator('[id^=finding-label-]:is(input)')).toHaveCount(ledger.labels.length);
    await expect(page.locator('[id^=finding-amount-]:is(input)')).toHaveCount(
      ledger.amounts.filter(({ of }: { of: string }) => of === 'finding').length,
    );
  }
});

test('another platform begins with an empty ledger, and the way back is offered', async ({
  page,
}) => {
  await openExample(page, 'window');
  const other = page.locator('#platform option:not([value="taobao/counterfeit"])').first();
  const rulebook = (await other.getAttribute('value')) ?? '';
  await choosePlatform(page, rulebook);
  await expect(page.locator('[data-finding]')).toHaveCount(0);
  await expect(page.locator('.told')).toContainText('已换成另一平台的规则');
  await page.reload();
  await expect(page.locator('#platform')).toHaveValue(rulebook);
});

test('going back restores the platform and its ledger', async ({ page }) => {
  await openExample(page, 'window');
  const other = page.locator('#platform option:not([value="taobao/counterfeit"])').first();
  await choosePlatform(page, (await other.getAttribute('value')) ?? '');
  await page.getByRole('button', { name: '撤销', exact: true }).click();
  await expect(page.locator('#platform')).toHaveValue('taobao/counterfeit');
  await expect.poll(() => column(page, 1)).toEqual(['2', '2', '8', '2']);
});

// Source: each example's own; that the rules take it and what they make of it is held by the
// scenarios in tests/scenarios.
for (const { id, rulebook, until, findings, reading, amounts } of examples) {
  test(`the example ${id} is one that its rulebook takes as it is`, async ({ page }) => {
    await open(page, 'penalties.html');
    const offered = page.locator(`#platform option[value="${rulebook}"]`);
    test.skip((await offered.count()) === 0, 'this rulebook is not there');
    await choosePlatform(page, rulebook);
    await showExample(page, id);
    await expect(page.locator('[data-finding]')).toHaveCount(findings.length);
    const clock = { timeOfDay: '12:00', offset: '+08:00' };
    const ledger = {
      findings,
      ...(until ? { until } : {}),
      ...(reading ? { reading } : {}),
      ...(amounts ? { amounts } : {}),
    };
    const answer = await simulate(page, { rulebook, ...toLedgerRequest(ledger, clock) });
    expect(answer).not.toHaveProperty('error');
    const isOpen = 'status' in answer && answer.status.open;
    await expect(page.locator('.status')).toHaveAttribute('data-open', `${isOpen}`);
  });
}

// Source: AliExpress, notice of 2014-02-10 (law/penalties.md E11): six points of 1 February 2013,
// noon, lapse on 1 February 2014, noon.
test('points that lapse stand in the record as a row of their own', async ({ page }) => {
  await open(page, 'penalties.html');
  await choosePlatform(page, 'aliexpress/counterfeit');
  await showExample(page, 'a-year-to-the-hour');
  const lapse = page.locator('.year-end');
  await expect(lapse).toContainText('2014-02-01 12:00');
  await expect(lapse).toContainText('扣分期满失效');
  await expect(lapse.locator('td').first()).toHaveText('−6');
});

test('a link names its rulebook, and one that names none is of Taobao', async ({ page }) => {
  await openState(page, { findings: [{ id: 'f1', day: '2017-04-01', tier: 'sale' }] });
  await expect(page.locator('#platform')).toHaveValue('taobao/counterfeit');
  await expect.poll(() => column(page, 1)).toEqual(['12']);
  await openState(page, {
    rulebook: 'aliexpress/counterfeit',
    findings: [{ id: 'f1', day: '2022-04-01', tier: 'other_points', items: 3 }],
  });
  await expect(page.locator('#platform')).toHaveValue('aliexpress/counterfeit');
  await expect.poll(() => column(page, 1)).toEqual(['3']);
});

test('a link to a rulebook that is not there says what it left out', async ({ page }) => {
  await openState(page, {
    rulebook: 'nowhere/counterfeit',
    findings: [{ id: 'f1', day: '2022-04-01', tier: 'x' }],
  });
  await expect(page.locator('.told')).toContainText('1项答案');
  await expect(page.locator('[data-finding]')).toHaveCount(0);
});

test('a portal chooses the rulebook by an attribute', async ({ page }) => {
  await page.route('**/stranger.html', (route) =>
    route.fulfill({
      contentType: 'text/html; charset=utf-8',
      body: '<!doctype html><html lang="zh"><link rel="icon" href="data:,"><title>Host</title><script type="module" src="embed/define.js"></script><zhengpin-penalties rulebook="aliexpress/counterfeit"></zhengpin-penalties>',
    }),
  );
  await page.goto('/stranger.html');
  await expect(page.locator('#platform')).toHaveValue('aliexpress/counterfeit');
  await showExample(page, 'a-year-to-the-hour');
  await expect(page.locator('.chart svg')).toBeVisible();
});

// Source: law/penalties.md, row "DHgate": 3,000 US dollars for each product, at most 30,000.
test('money is told in the currency of the platform', async ({ page }) => {
  await open(page, 'penalties.html');
  await choosePlatform(page, 'dhgate/counterfeit');
  await showExample(page, 'twelve-products');
  const money = page.locator('[data-finding] .money');
  await expect(money).toContainText('30,000美元');
  await open(page, 'penalties.html?lang=en');
  await choosePlatform(page, 'dhgate/counterfeit');
  await showExample(page, 'twelve-products');
  await expect(money).toContainText('USD 30,000');
});
