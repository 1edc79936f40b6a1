import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';
import { parseSync } from 'vite';

const src = fileURLToPath(new URL('../src/', import.meta.url));

/**
 * The rooms, each above those that it may use. What stands beside the rooms are the entries.
 *
 * Source: docs/architecture.md, "The rooms": data flows one way.
 */
const ROOMS = [
  'engine',
  'i18n',
  'search',
  'state',
  'exchange',
  'reading',
  'snippet',
  'lessons',
  'styles',
  'components',
  'lazy',
  'tools',
  'pages',
  'elements.ts',
];

const room = (file: string) => ROOMS.indexOf(file.split('/', 1)[0] ?? '');

/** Every module of the pages, by its path from `src`, with the modules that it names. */
function imports(): Map<string, string[]> {
  const files = readdirSync(src, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts') && !path.endsWith('.d.ts'))
    .map((path) => path.split(sep).join('/'));
  return new Map(files.map((file) => [file, named(file)]));
}

/** What a module imports, for its types too, and what it loads on demand. */
function named(file: string): string[] {
  const text = readFileSync(join(src, file), 'utf8');
  const { module, errors } = parseSync(file, text);
  expect(errors, file).toEqual([]);
  const requests = [
    ...module.staticImports.map(({ moduleRequest }) => moduleRequest.value),
    ...module.staticExports.flatMap(({ entries }) =>
      entries.flatMap(({ moduleRequest }) => moduleRequest?.value ?? []),
    ),
    ...module.dynamicImports.map(({ moduleRequest: { start, end } }) =>
      text.slice(start + 1, end - 1),
    ),
  ];
  return requests
    .filter((path) => path.startsWith('.') && path.endsWith('.ts'))
    .map((path) => posix.join(dirname(file), path))
    .filter((path) => !path.startsWith('..'));
}

test('every module stands in a room', () => {
  const lost = [...imports().keys()].filter((file) => room(file) < 0);
  expect(lost).toEqual([]);
});

test('no module uses a room above its own', () => {
  const up = [...imports()].flatMap(([file, used]) =>
    used.filter((other) => room(other) > room(file)).map((other) => `${file} uses ${other}`),
  );
  expect(up).toEqual([]);
});

test('no modules use each other in a circle', () => {
  const graph = imports();
  const done = new Set<string>();
  const circles: string[] = [];
  const walk = (file: string, way: string[]) => {
    const at = way.indexOf(file);
    if (at >= 0) circles.push([...way.slice(at), file].join(' → '));
    if (at >= 0 || done.has(file)) return;
    for (const other of graph.get(file) ?? []) walk(other, [...way, file]);
    done.add(file);
  };
  for (const file of graph.keys()) walk(file, []);
  expect(circles).toEqual([]);
});

test('every import leads to a module', () => {
  const graph = imports();
  const named = new Set([...graph.values()].flat());
  const missing = [...named].filter((file) => !graph.has(file));
  expect(missing.map((file) => relative(src, join(src, file)))).toEqual([]);
  expect(named.size).toBeGreaterThan(150);
});
