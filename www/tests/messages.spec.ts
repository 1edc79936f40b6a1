import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';

const www = fileURLToPath(new URL('..', import.meta.url));

function files(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? files(path) : [path];
  });
}

const ids = (lang: string) =>
  [...readFileSync(join(www, `messages/${lang}.ftl`), 'utf8').matchAll(/^([a-z][\w-]*) =/gm)].map(
    ([, id]) => id ?? '',
  );

const sources = [
  ...files(join(www, 'src')).filter((path) => /\.(ts|html)$/.test(path)),
  // The pages as they are put together, from one list of tools.
  ...readdirSync(join(www, 'dist'))
    .filter((name) => name.endsWith('.html'))
    .map((name) => join(www, 'dist', name)),
].map((path) => readFileSync(path, 'utf8'));

test('both languages have the same messages, each once', () => {
  expect(ids('zh')).toEqual(ids('en'));
  expect(new Set(ids('zh')).size).toBe(ids('zh').length);
});

test('every message is used', () => {
  const unused = ids('zh').filter(
    (id) => !sources.some((text) => new RegExp(`['"]${id}['"]`).test(text)),
  );
  expect(unused).toEqual([]);
});

test('every message that is asked for exists', () => {
  const known = new Set(ids('zh'));
  const asked = sources.flatMap((text) => [
    ...text.matchAll(/(?<!law\??\.)\bsay\(\s*'([\w-]+)'/g),
    ...text.matchAll(/data-l10n(?:-\w+)?="([\w-]+)"/g),
  ]);
  expect(asked.map(([, id]) => id).filter((id) => id && !known.has(id))).toEqual([]);
  expect(asked.length).toBeGreaterThan(100);
});

test('messages carry no exclamation marks, and Chinese ones no half-width punctuation', () => {
  for (const lang of ['zh', 'en']) {
    const text = readFileSync(join(www, `messages/${lang}.ftl`), 'utf8');
    expect(text).not.toMatch(/[!！]/);
    if (lang === 'zh') expect(text).not.toMatch(/\p{Script=Han}[,;:?]/u);
  }
});
