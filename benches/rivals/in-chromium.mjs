// The engines in Chromium: node in-chromium.mjs ENGINE:WHAT,WHAT …. Each stands in a browser of
// its own, is held against the rule by hand, and timed. Writes a line of JSON for each figure.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { resolve } from 'node:path';
import { build } from 'esbuild';
import puppeteer from 'puppeteer-core';

const asked = process.argv.slice(2).map((text) => {
  const [engine, whats] = text.split(':');
  return { engine, whats: whats.split(',') };
});

const imports = asked.map(
  ({ engine }) => `${JSON.stringify(engine)}: () => import('./engines/${engine}.mjs')`,
);
const entry = `
import { agreed } from './agreed.mjs';
import { timed } from './timed.mjs';
const engines = { ${imports.join(', ')} };
globalThis.take = async (id, whats) => {
  const engine = await (await engines[id]()).make();
  await agreed(engine);
  const found = [];
  for (const what of whats) found.push({ engine: id, what, ...(await timed(engine, what)) });
  return found;
};`;
const inBrowser = {
  name: 'load in a browser',
  setup({ onResolve }) {
    onResolve({ filter: /\/load\.mjs$/ }, () => ({
      path: resolve('load-in-browser.mjs'),
    }));
  },
};
const { outputFiles } = await build({
  stdin: { contents: entry, resolveDir: process.cwd() },
  bundle: true,
  splitting: true,
  write: false,
  outdir: 'bundled',
  format: 'esm',
  target: 'esnext',
  logLevel: 'error',
  plugins: [inBrowser],
});
const scripts = new Map(
  outputFiles.map(({ path, contents }) => [path.split(/[\\/]/).at(-1), contents]),
);

/** What the page asks for: its scripts, files of packages, and zhengpin. */
function file(path) {
  if (path === '/')
    return ['text/html', '<!doctype html><script type="module" src="/stdin.js"></script>'];
  if (path.startsWith('/packages/')) {
    return ['application/wasm', readFileSync(path.replace('/packages/', 'node_modules/'))];
  }
  if (path.startsWith('/zhengpin/')) {
    const type = path.endsWith('.js') ? 'text/javascript' : 'application/wasm';
    return [type, readFileSync(path.replace('/zhengpin', process.env.ZHENGPIN))];
  }
  return ['text/javascript', scripts.get(path.slice(1))];
}

const server = createServer(({ url }, response) => {
  const [type, body] = file(url);
  response.writeHead(body === undefined ? 404 : 200, {
    'content-type': type,
    // Clocks that are not rounded to a tenth of a millisecond.
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-embedder-policy': 'require-corp',
  });
  response.end(body);
});
await new Promise((then) => server.listen(0, '127.0.0.1', then));
for (const { engine, whats } of asked) {
  const browser = await puppeteer.launch({
    executablePath: process.env.CHROMIUM,
    headless: true,
    args: ['--no-sandbox', '--disable-dev-shm-usage'],
  });
  try {
    const page = await browser.newPage();
    await page.goto(`http://localhost:${server.address().port}/`);
    await page.waitForFunction(() => globalThis.take !== undefined);
    const found = await page.evaluate((id, list) => globalThis.take(id, list), engine, whats);
    for (const one of found) console.log(JSON.stringify(one));
  } finally {
    await browser.close();
  }
}
server.close();
