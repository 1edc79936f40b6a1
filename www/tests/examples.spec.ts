import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { answer, expect, test, verdict } from './pages.ts';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** A folder in which the built package is installed. */
function installed(): string {
  const folder = mkdtempSync(join(tmpdir(), 'zhengpin-'));
  const own = join(folder, 'node_modules', 'zhengpin');
  mkdirSync(own, { recursive: true });
  cpSync(at('../dist/embed/'), own, { recursive: true });
  cpSync(at('../../xtask/src/npm.json'), join(own, 'package.json'));
  return folder;
}

const run = (folder: string, file: string) =>
  execFileSync(process.execPath, [file], { cwd: folder, encoding: 'utf8' }).trim().split('\n');

/** The code in a text between lines of backticks, in its language. */
function snippets(text: string, language: string): string[] {
  const fenced = text.split('```').filter((_, place) => place % 2 === 1);
  return fenced
    .filter((code) => code.startsWith(`${language}\n`))
    .map((code) => code.slice(language.length + 1));
}

// Source: the snippet itself: what a line prints stands behind it.
test('the snippet of the package’s README runs as it stands, and prints what it says', () => {
  const readme = readFileSync(at('../npm/README.md'), 'utf8');
  const folder = installed();
  const all = snippets(readme, 'js');
  expect(all).toHaveLength(1);
  for (const [place, code] of all.entries()) {
    writeFileSync(join(folder, `${place}.mjs`), code);
    const says = code
      .split('\n')
      .filter((line) => line.startsWith('console.log'))
      .map((line) => line.split('// ')[1]);
    expect(says.length).toBeGreaterThan(0);
    expect(run(folder, `${place}.mjs`)).toEqual(says);
  }
});

// Source: exchange/53-points.csv: the points that the platform took, and the rule of those days, by
// which a fourth strike closes the account.
test('the example for Node says what its table of findings costs', () => {
  const folder = installed();
  cpSync(at('../../examples/node/'), folder, { recursive: true });
  expect(run(folder, 'findings.mjs')).toEqual([
    '2019-06-10 information: 2 by the rules, 2 taken',
    '2019-08-01 information: 4 by the rules, 4 taken',
    '2019-09-01 sale: 12 by the rules, 12 taken',
    '2019-10-01 serious: 24 by the rules, 24 taken',
    'closed at 42 points',
  ]);
});

// Source: the page itself, as a portal's developer would copy it beside the built elements.
test('the example page shows a tool, and hears what is answered', async ({ page }) => {
  await page.route('**/example/**', (route) => {
    const file = new URL(route.request().url()).pathname.slice('/example/'.length);
    const path = file.startsWith('zhengpin/')
      ? at(`../dist/embed/${file.slice('zhengpin/'.length)}`)
      : at(`../../examples/page/${file}`);
    return route.fulfill({ path });
  });
  await page.goto('/example/index.html');
  await answer(page, { n_locate: 'no' });
  await expect(verdict(page)).toHaveAttribute('data-verdict', 'not_qualified');
  await expect(page.locator('#answered')).toHaveText('1');
  await expect(page.getByText('正在载入')).toBeHidden();
});
