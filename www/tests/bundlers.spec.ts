import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { HOST, tsc, writeTypes } from './package-types.ts';
import { expect, test, verdict } from './pages.ts';

const at = (path: string) =>
  fileURLToPath(new URL(`../../examples/embed/${path}`, import.meta.url));
/** What the pages were built from last. */
const STAMP = 'dist/built-from';

const BUILT = ['vite', 'webpack', 'esbuild'].flatMap((bundler) =>
  ['plain', 'react', 'vue'].map((app) => `${bundler}/${app}.html`),
);

/** The policy that the pages are served with; Vue makes a policy of its own on trusted types. */
const POLICY =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; worker-src 'self'; style-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types lit-html zhengpin-worker vue";

// One worker builds for all, and a page that fails does not hide the others.
test.describe.configure({ mode: 'default' });

test.beforeAll(() => {
  test.setTimeout(300_000);
  const run = (program: string, ...given: string[]) =>
    execFileSync(program, given, {
      cwd: at('.'),
      stdio: 'pipe',
      shell: process.platform === 'win32',
    });
  // Some fifteen seconds, once.
  if (!existsSync(at('node_modules/@types/react'))) run('npm', 'ci', '--prefer-offline');
  const of = ['build.mjs', ...readdirSync(at('src')).map((name) => `src/${name}`)];
  const sources = [...of, '../../www/dist/embed/integrity.json'].map((name) =>
    readFileSync(at(name)),
  );
  const stamp = createHash('sha256').update(Buffer.concat(sources)).digest('hex');
  // A test that fails takes its worker with it, and the next one need not build anew.
  if (existsSync(at(STAMP)) && readFileSync(at(STAMP), 'utf8') === stamp) return;
  run(process.execPath, 'build.mjs');
  writeFileSync(at(STAMP), stamp);
});

// Source: issue 11, "examples in plain HTML, React, Vue and a WordPress-like page, each built with
// the usual bundlers and tested in a browser"; the E-Commerce Law, art. 42(1): a notice that does
// not locate the goods does not qualify.
for (const address of [...BUILT, 'content-system/index.html']) {
  test(`${address} answers under the strict policy, and the page is told`, async ({ page }) => {
    await page.route('**/site/**', (route) => {
      const path = new URL(route.request().url()).pathname.slice('/site/'.length);
      const headers = { 'content-security-policy': POLICY };
      if (extname(path) !== '.html') return route.fulfill({ path: at(`dist/${path}`) });
      return route.fulfill({ path: at(`dist/${path}`), headers });
    });
    await page.goto(`/site/${address}`);
    const told = page.locator('output:not(.echo)');
    await expect(told).toHaveText('not_qualified');
    await expect(verdict(page)).toHaveAttribute('data-verdict', 'not_qualified');
    // Yes in place of no: the notice is open again, and the page is told.
    await page.locator('#fact-n_locate .answer input').first().check();
    await expect(told).not.toHaveText('not_qualified');
    await expect(page.locator('#fact-n_locate .answer input').first()).toBeChecked();
  });
}

// Source: docs/embed.md, as hosts with React and Vue would use it, with the types of both.
test('the elements are known to TSX and to Vue, with what they take and tell', () => {
  writeTypes(at('node_modules/zhengpin'));
  const files = [at('src/react-types.tsx'), at('src/vue-types.ts')];
  expect(tsc(...HOST, '--jsx', 'react-jsx', '--ignoreConfig', ...files)).toBe('');
});
