import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { expect, test } from '@playwright/test';
import { parse } from 'yaml';
import { ELEMENTS } from '../build/elements.ts';
import { engine, table } from './exchange.ts';

const root = new URL('../../', import.meta.url);
const embed = new URL('../dist/embed/', import.meta.url);
const text = (path: string) => readFileSync(fileURLToPath(new URL(path, root)), 'utf8');

/** The scripts that a document shows, in order. */
function scripts(path: string): string[] {
  const parts = text(path).split('```js\n').slice(1);
  return parts.map((part) => part.split('```\n')[0] ?? '');
}

/**
 * Runs a script as it stands, but for where the package lies and what the text around it
 * leaves to the reader: both stand in `given`, the addresses in `replaced`.
 */
async function run<Told>(
  script: string,
  replaced: Record<string, string>,
  given: Record<string, unknown>,
  told: string,
): Promise<Told> {
  let code = script;
  for (const [from, to] of Object.entries(replaced)) {
    expect(code, `the script has ${from}`).toContain(from);
    code = code.replaceAll(from, to);
  }
  const names = Object.keys(given).join(', ');
  const folder = mkdtempSync(join(tmpdir(), 'zhengpin-papers-'));
  const file = join(folder, 'script.mjs');
  Object.assign(globalThis, { given });
  writeFileSync(file, `const { ${names} } = globalThis.given;\n${code}\nexport default ${told};\n`);
  try {
    return ((await import(pathToFileURL(file).href)) as { default: Told }).default;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const entry = (name: string) => new URL(name, embed).href;
const bytes = (name: string) => readFileSync(fileURLToPath(new URL(name, embed)));

// Source: the README, whose comment names the verdict.
test('the first script of the README gives the verdict that its comment names', async () => {
  const [first = ''] = scripts('README.md');
  const lines = first.trimEnd().split('\n');
  const [asked = '', promised = ''] = (lines.pop() ?? '').split('; // ');
  const verdict = await run<string>(
    lines.join('\n'),
    {
      './zhengpin/engine.js': entry('engine.js'),
      "'./zhengpin/zhengpin_bg.wasm'": 'bytes',
    },
    { bytes: bytes('zhengpin_bg.wasm') },
    asked,
  );
  expect(`'${verdict}'`).toBe(promised);
});

test('the script that reads a table does what its comments say', async () => {
  const [, second = ''] = scripts('README.md');
  type Told = {
    findings: { finding: { taken?: unknown } }[];
    questions: unknown[];
    refused: unknown[];
    columns: unknown[];
  };
  const given = { bytes: table('53-points.csv'), engine: await engine(), answers: {} };
  const read = await run<Told>(
    second,
    { './zhengpin/exchange.js': entry('exchange.js') },
    given,
    'read',
  );
  expect(read.findings.length).toBeGreaterThan(0);
  expect(read.findings.every(({ finding }) => finding.taken !== undefined)).toBe(true);
  expect(read.columns.length).toBeGreaterThan(0);
  expect(read.refused).toEqual([]);
});

test('the script for many rows does what its comments say', async () => {
  const [, , third = ''] = scripts('README.md');
  type Told = { verdict: string; settled: Uint8Array; failing: number; sellers: number[] };
  const given = {
    bytes: bytes('zhengpin-columns_bg.wasm'),
    seller: Uint32Array.of(1, 2),
    day: Int32Array.of(17_257, 17_257),
    tier: Uint8Array.of(0, 0),
    items: Uint32Array.of(1, 1),
  };
  const told = await run<Told>(
    third,
    {
      './zhengpin/columns.js': entry('columns.js'),
      "'./zhengpin/zhengpin-columns_bg.wasm'": 'bytes',
    },
    given,
    '{ verdict: told.verdicts[verdict[0]], settled, failing: failing.length, sellers: [...accounts.seller, ...last.seller] }',
  );
  expect(told.verdict).toBe('not_qualified');
  expect(told.settled).toEqual(Uint8Array.of(1, 0, 0));
  expect(told.failing % 3).toBe(0);
  expect(told.sellers).toEqual([1, 2]);
});

test('the script of the authors’ page checks and asks a rulebook of one’s own', async () => {
  const [script = ''] = scripts('docs/author-a-rule.md');
  const mine = parse(text('docs/skeleton.yaml')) as Record<string, unknown>;
  type Told = { checked: { errors: unknown[] }; decided: { issues: unknown[] } };
  const told = await run<Told>(
    script,
    {
      'zhengpin/author': entry('author.js'),
      "new URL('zhengpin-author_bg.wasm', base)": 'bytes',
    },
    { bytes: bytes('zhengpin-author_bg.wasm'), mine },
    '{ checked: engine.check({ with: [mine] }), decided: engine.decide({ with: [mine], rulebook: mine.rulebook, facts: {} }) }',
  );
  expect(told.checked.errors).toEqual([]);
  expect(told.decided.issues.length).toBeGreaterThan(0);
});

test('a page written as the README says has every element that it names', async ({ page }) => {
  const html = text('README.md').split('```html\n')[1]?.split('```\n')[0] ?? '';
  expect(html).toContain('zhengpin/define.js');
  const body = `<!doctype html><meta charset="utf-8"><title>A shop</title>${html}`;
  await page.route('**/shop/', (route) => route.fulfill({ contentType: 'text/html', body }));
  await page.route('**/shop/zhengpin/*', async (route) => {
    const response = await route.fetch({
      url: route.request().url().replace('/shop/zhengpin/', '/embed/'),
    });
    await route.fulfill({ response });
  });
  await page.goto('/shop/');
  const tags = html.split('<zhengpin-').slice(1);
  expect(tags).toHaveLength(ELEMENTS.length);
  for (const tag of tags) {
    const element = page.locator(`zhengpin-${tag.split(/[ >]/)[0]}`);
    // A tool begins with a heading, or with the field that comes first.
    const first = element.getByRole('heading').or(element.getByRole('combobox'));
    await expect(first.first()).toBeVisible();
  }
  // The words of the other language may still be coming.
  await page.unrouteAll({ behavior: 'ignoreErrors' });
});
