import type { Page } from '@playwright/test';
import type { Decision, Engine, Facts, Failure, Simulation } from '../src/engine/types.ts';
import { engineOf } from './engines.ts';
import { answer, expect, test, verdict } from './pages.ts';
import { DEFINE, host } from './stranger.ts';

// Source of what is expected: what the engine itself says to the same request, in Node.

declare global {
  interface Window {
    /** What elements told of their answers, in order. */
    answers?: Record<string, unknown>[];
  }
}

const DAY = '2026-11-22';
const COMPLAINT = `<zhengpin-complaint as-of="${DAY}"></zhengpin-complaint>`;

/** A host's page that writes down every answer that it is told. */
async function listening(page: Page, body: string, hash = ''): Promise<void> {
  await page.addInitScript(() => {
    // One listener, however often a test calls this.
    if (window.answers) return;
    window.answers = [];
    document.addEventListener('zhengpin-answer', ({ detail }: CustomEventInit) => {
      window.answers?.push(detail);
    });
  });
  await host(page, DEFINE + body);
  if (hash !== '') {
    await page.goto('about:blank');
    await page.goto(`/stranger.html${hash}`);
  }
  await page.locator('[ready]').first().waitFor();
}

const told = <Told>(page: Page) => page.evaluate(() => window.answers) as Promise<Told[]>;
const last = async <Told>(page: Page) => (await told<Told>(page)).at(-1);

async function decided(facts: Facts, rulebook = 'cn/complaint') {
  const engine = await engineOf<Engine>('deciding');
  const answer = engine.decide({ rulebook, asOf: DAY, facts, mend: true }) as Decision;
  return JSON.parse(JSON.stringify({ ...answer, facts }));
}

/** Sets a property of the first element of a kind, as a script or a framework does. */
function set(page: Page, tag: string, name: string, value: unknown): Promise<void> {
  return page.locator(tag).evaluate(
    (element, [name, value]) => {
      Object.assign(element, { [name]: value });
    },
    [name, value] as const,
  );
}

test('a page is told the first answer and every other one, as the engine gives it', async ({
  page,
}) => {
  await listening(page, COMPLAINT);
  await expect.poll(() => told(page)).toEqual([await decided({})]);
  await answer(page, { n_locate: 'no' });
  await expect.poll(() => last(page)).toEqual(await decided({ n_locate: false }));
  // Another answer to look at is none; what is not known is no fact.
  await answer(page, { n_truth: 'unknown' });
  await expect(page.locator('#fact-n_truth input').nth(2)).toBeChecked();
  expect(await told(page)).toHaveLength(2);
});

test('a page is told the answer of a link, and no other one before it', async ({ page }) => {
  await listening(page, COMPLAINT);
  await answer(page, { n_locate: 'no' });
  await expect(page).toHaveURL(/#complaint=/);
  const { hash } = new URL(page.url());
  await listening(page, COMPLAINT, hash);
  await expect.poll(() => told(page)).toEqual([await decided({ n_locate: false })]);
});

test('what a page does with an answer does not change what is shown', async ({ page }) => {
  await listening(page, COMPLAINT);
  await page.evaluate(() => {
    document.addEventListener('zhengpin-answer', ({ detail }: CustomEventInit) => {
      for (const one of detail.issues) one.verdict = 'qualified';
    });
  });
  await answer(page, { n_locate: 'no' });
  await expect(verdict(page)).toHaveAttribute('data-verdict', 'not_qualified');
});

for (const [tag, attributes, keys] of [
  ['zhengpin-abroad', `as-of="${DAY}"`, ['rulebook', 'version', 'asOf', 'facts', 'places']],
  ['zhengpin-cases', `as-of="${DAY}"`, ['asOf', 'all', 'cases']],
  ['zhengpin-changes', '', ['rulebook', 'from', 'to', 'issues', 'facts']],
  ['zhengpin-duties', '', ['rulebook', 'version', 'asOf', 'duties']],
  ['zhengpin-verification', '', ['rulebook', 'asOf', 'version', 'within']],
  ['zhengpin-many', '', ['rulebook', 'issue', 'asOf', 'version']],
  ['zhengpin-penalties', '', ['rulebook', 'asOf', 'version', 'findings', 'entries', 'status']],
] as const) {
  test(`${tag} tells what it shows`, async ({ page }) => {
    await listening(page, `<${tag} ${attributes}></${tag}>`);
    await expect.poll(async () => (await told(page)).length).toBe(1);
    const [first] = await told<object>(page);
    expect(Object.keys(first ?? {})).toEqual(expect.arrayContaining([...keys]));
  });
}

const FINDINGS = [
  { id: 'a', issued: '2019-06-10', tier: 'information' },
  { id: 'b', issued: '2019-10-01', tier: 'serious' },
];

test('findings that a page gives are entered, and told as the engine reads them', async ({
  page,
}) => {
  await listening(
    page,
    `<zhengpin-penalties findings='${JSON.stringify(FINDINGS)}'></zhengpin-penalties>`,
  );
  await expect(page.locator('tbody[data-finding]')).toHaveCount(2);
  const engine = await engineOf<Engine>('simulating');
  const request = { rulebook: 'taobao/counterfeit', findings: FINDINGS };
  const answer = JSON.parse(JSON.stringify(engine.simulate(request) as Simulation));
  expect(await told(page)).toEqual([
    { asOf: '2019-10-01', version: expect.any(String), findings: FINDINGS, ...answer },
  ]);
  // Until the user changes something, that stands in no link.
  expect(new URL(page.url()).hash).toBe('');
});

test('findings that the engine refuses are left out, and that is said', async ({ page }) => {
  await listening(page, '<zhengpin-penalties lang="en"></zhengpin-penalties>');
  const given = [...FINDINGS, { id: 'c', issued: '2019-11-01', tier: 'none_such' }, 5];
  await set(page, 'zhengpin-penalties', 'findings', given);
  await expect(page.locator('tbody[data-finding]')).toHaveCount(2);
  await expect(page.locator('.told')).toContainText('2 entries that this page gave do not fit');
  await expect
    .poll(async () => (await last<{ findings: unknown }>(page))?.findings)
    .toEqual(FINDINGS);
});

test('facts that a page gives are answered, before and after the element is there', async ({
  page,
}) => {
  const element = `<zhengpin-complaint as-of="${DAY}" facts='{"n_locate": false}'></zhengpin-complaint>`;
  await listening(page, element);
  await expect(verdict(page)).toHaveAttribute('data-verdict', 'not_qualified');
  await expect.poll(() => told(page)).toEqual([await decided({ n_locate: false })]);
  await set(page, 'zhengpin-complaint', 'facts', { n_locate: true, n_truth: null });
  await expect.poll(() => last(page)).toEqual(await decided({ n_locate: true }));
  await expect(page.locator('#fact-n_truth input').nth(2)).toBeChecked();
});

test('what a page gives at first takes the place of nothing that the user has', async ({
  page,
}) => {
  const given = (facts: string) =>
    `<zhengpin-complaint lang="en" as-of="${DAY}" facts='${facts}'></zhengpin-complaint>`;
  await listening(page, given('{"n_locate": true}'));
  await answer(page, { n_locate: 'no' });
  await expect(page).toHaveURL(/#complaint=/);
  const { hash } = new URL(page.url());
  await listening(page, given('{"n_locate": true}'), hash);
  await expect.poll(() => told(page)).toEqual([await decided({ n_locate: false })]);
  // A framework that draws the page anew gives the same again; that is no other answer.
  await set(page, 'zhengpin-complaint', 'facts', { n_locate: true });
  await set(page, 'zhengpin-complaint', 'asOf', DAY);
  await page.waitForTimeout(300);
  expect(await told(page)).toHaveLength(1);
  // What it gives later does take the place, and the user can undo it.
  await set(page, 'zhengpin-complaint', 'facts', { n_locate: true, n_truth: true });
  await expect.poll(() => last(page)).toEqual(await decided({ n_locate: true, n_truth: true }));
  await expect(page.locator('.told')).toContainText('filled it in');
  await page.locator('.told .way').click();
  await expect.poll(() => last(page)).toEqual(await decided({ n_locate: false }));
});

for (const [what, given, lost] of [
  ['an unknown fact and a value of another kind', { n_locate: 'no', none_such: true }, 2],
  ['no JSON', '{"n_locate"', 1],
  ['one fact twice', '{"n_locate": true, "n_locate": false}', 1],
  ['a list', [true], 1],
] as const) {
  test(`of facts that are ${what} it is said how many are lost`, async ({ page }) => {
    await listening(page, `<zhengpin-complaint lang="en" as-of="${DAY}"></zhengpin-complaint>`);
    await set(page, 'zhengpin-complaint', 'facts', given);
    const said =
      lost === 1 ? 'One entry that this page gave' : `${lost} entries that this page gave`;
    await expect(page.locator('.told')).toContainText(said);
    expect(await told(page)).toEqual([await decided({})]);
  });
}

// Source: README, "Call it": what a `Map` holds would be lost; nothing is taken for "nothing stated".
test('a map is not taken for no facts', async ({ page }) => {
  await listening(page, `<zhengpin-complaint lang="en" as-of="${DAY}"></zhengpin-complaint>`);
  await page.locator('zhengpin-complaint').evaluate((element) => {
    Object.assign(element, { facts: new Map([['n_locate', false]]) });
  });
  await expect(page.locator('.told')).toContainText('One entry that this page gave');
});

test('a fact that throws when it is read is lost, said to be so, and the others are taken', async ({
  page,
}) => {
  await listening(page, `<zhengpin-complaint lang="en" as-of="${DAY}"></zhengpin-complaint>`);
  await page.locator('zhengpin-complaint').evaluate((element) => {
    const facts = { n_locate: false };
    const get = () => {
      throw new Error('not now');
    };
    Object.defineProperty(facts, 'n_truth', { enumerable: true, get });
    Object.assign(element, { facts });
  });
  await expect(page.locator('.told')).toContainText('One entry that this page gave');
  await expect.poll(() => last(page)).toEqual(await decided({ n_locate: false }));
});

test('another day that a page sets is the day of the answer', async ({ page }) => {
  await listening(page, COMPLAINT);
  await set(page, 'zhengpin-complaint', 'asOf', '2020-07-15');
  await expect.poll(async () => (await last<Decision>(page))?.asOf).toBe('2020-07-15');
});

test('a page is told what the engine has against a request', async ({ page }) => {
  await listening(page, '<zhengpin-changes rulebook="none/such" lang="en"></zhengpin-changes>');
  await expect.poll(async () => (await last<Failure>(page))?.error?.code).toBeTruthy();
});
