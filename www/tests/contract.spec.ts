import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import ts from 'typescript';

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

/** The interfaces that a file declares, with their keys in order. */
function declared(file: string): Map<string, Key[]> {
  const text = readFileSync(new URL(file, ROOT), 'utf8');
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const found = new Map<string, Key[]>();
  for (const statement of source.statements) {
    if (!ts.isInterfaceDeclaration(statement)) continue;
    const keys = statement.members.filter(ts.isPropertySignature).map((member) => ({
      key: member.name.getText(source),
      optional: member.questionToken !== undefined,
    }));
    found.set(statement.name.text, keys);
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
