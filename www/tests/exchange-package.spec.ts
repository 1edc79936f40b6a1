import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { expect, test } from '@playwright/test';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** What a portal's script does: no TypeScript, no bundler, no page. */
const SCRIPT = `
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
const [folder, table] = process.argv.slice(1);
const from = (name) => import(pathToFileURL(folder + name).href);
const { createEngine } = await from('engine.js');
const { readFindings } = await from('exchange.js');
const texts = (lang) => JSON.parse(readFileSync(folder + 'texts.' + lang + '.json', 'utf8'));
const engine = await createEngine({
  wasm: readFileSync(folder + 'zhengpin_bg.wasm'),
  texts: { zh: texts('zh'), en: texts('en') },
});
const read = await readFindings(readFileSync(table), {
  engine, rulebook: 'taobao/counterfeit', asOf: '2026-11-28',
});
const answer = engine.simulate({
  rulebook: 'taobao/counterfeit',
  findings: read.findings.map(({ finding: { id, day, tier, items } }) => ({ id, issued: day, tier, items })),
});
process.stdout.write(JSON.stringify({ file: read.file.kind, points: answer.entries.map(({ points }) => points) }));
`;

// Source: issue 8: the same reading as a function of the package, for a script in Node. The points
// are those that the platform took in the file, 2, 4, 12 and 24: the rule of those days agrees.
test('a plain script in Node reads a table with the built entry', () => {
  const out = execFileSync(
    process.execPath,
    ['--input-type=module', '--eval', SCRIPT, at('../dist/embed/'), at('exchange/53-points.csv')],
    { encoding: 'utf8' },
  );
  expect(JSON.parse(out)).toEqual({ file: 'csv', points: [2, 4, 12, 24] });
});

test('the package names the entry, and it is one of the files it is made of', () => {
  const { exports } = JSON.parse(readFileSync(at('../../xtask/src/npm.json'), 'utf8'));
  expect(exports['./exchange']).toEqual({
    types: './types/www/src/exchange/index.d.ts',
    default: './exchange.js',
  });
  const code = readFileSync(at('../dist/embed/exchange.js'), 'utf8');
  const found = ['document.createElement', 'window.', 'localStorage', 'fetch('].filter((word) =>
    code.includes(word),
  );
  expect(found).toEqual([]);
  // What few need loads apart: a library for workbooks, one for web pages, the words of the pages.
  expect(gzipSync(code, { level: 9 }).length).toBeLessThan(29_000);
});
