import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';

/** The types of requests, as the package declares them, are those of the JSON Schema. */

interface Part {
  properties?: Record<string, unknown>;
  required?: string[];
}

interface Key {
  key: string;
  optional: boolean;
}

const ROOT = new URL('../../', import.meta.url);
const SCHEMA = JSON.parse(readFileSync(new URL('docs/requests.schema.json', ROOT), 'utf8')) as {
  anyOf: { $ref: string }[];
  $defs: Record<string, Part>;
};

/**
 * The interfaces that a file declares, with their keys in order. The generator writes each key
 * on a line of its own, four blanks from the margin; comments begin with ` *` or `/**`.
 */
function declared(file: string): Map<string, Key[]> {
  const found = new Map<string, Key[]>();
  let keys: Key[] = [];
  for (const line of readFileSync(new URL(file, ROOT), 'utf8').split('\n')) {
    // Keys of an interface that extends another belong to nothing that is asked for here.
    if (line === '}') keys = [];
    const [, name] = /^export interface (\w+) \{$/.exec(line) ?? [];
    if (name !== undefined) {
      keys = [];
      found.set(name, keys);
    }
    const [, key, mark] = /^ {4}(\w+)(\??): .*;$/.exec(line) ?? [];
    if (key !== undefined) keys.push({ key, optional: mark === '?' });
  }
  return found;
}

function ofSchema(name: string): Key[] {
  const { properties = {}, required = [] } = SCHEMA.$defs[name] ?? {};
  return Object.keys(properties).map((key) => ({ key, optional: !required.includes(key) }));
}

for (const file of ['pkg/zhengpin.d.ts', 'pkg/author/zhengpin.d.ts']) {
  test(`the requests of ${file} have the keys of the schema, optional where they are there`, () => {
    const types = declared(file);
    const kinds = SCHEMA.anyOf.map(({ $ref }) => $ref.replace('#/$defs/', ''));
    expect(kinds).toContain('SimulateRequest');
    for (const name of [...kinds, 'Instead', 'Taken']) {
      // Only an engine that takes rulebooks checks them.
      if (name === 'CheckRequest' && !file.includes('author')) continue;
      expect(types.get(name), name).toEqual(ofSchema(name));
    }
    // A finding has these keys, and those that its rulebook knows.
    expect(types.get('FindingKeys')).toEqual(ofSchema('Finding'));
  });
}
