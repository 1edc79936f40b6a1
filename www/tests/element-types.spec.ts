import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { HOST, tsc, writeTypes } from './package-types.ts';

/** What a host writes in TypeScript; what it must not write is said to be an error. */
const USE = `
import { define, type ZhengpinComplaint, type ZhengpinJsx } from './zhengpin-elements.js';
define();
const tool = document.querySelector('zhengpin-complaint');
if (tool) {
  tool.facts = { n_locate: false, n_truth: null };
  tool.asOf = '2026-11-22';
  tool.theme = 'dark';
  // @ts-expect-error no such theme
  tool.theme = 'sepia';
  tool.addEventListener('zhengpin-answer', ({ detail }) =>
    'error' in detail ? detail.error.message.zh : detail.issues.map(({ settled }) => settled),
  );
  tool.addEventListener('click', (event) => event.clientX);
}
const ledger = document.createElement('zhengpin-penalties');
ledger.findings = [{ id: 'a', issued: '2026-01-01', tier: 'serious' }];
ledger.addEventListener('zhengpin-answer', ({ detail }) =>
  'error' in detail ? 0 : detail.status.points + detail.findings.length,
);
// @ts-expect-error a ledger is given findings, no facts
ledger.facts = {};
document.addEventListener('zhengpin-answer', ({ detail }) => 'error' in detail);
export const made: ZhengpinComplaint = document.createElement('zhengpin-complaint');
type Jsx = ZhengpinJsx['zhengpin-complaint'];
export const jsx: Jsx = { facts: { a: true }, 'as-of': '2026-11-22', 'onzhengpin-answer': () => {} };
// @ts-expect-error no value of a fact
export const wrong: Jsx = { facts: { a: () => 1 } };
const finding = document.createElement('zhengpin-finding');
finding.findings = [{ id: 'a', issued: '2026-01-01', tier: 'serious' }];
finding.addEventListener('zhengpin-answer', ({ detail }) =>
  'error' in detail ? 0 : detail.entries.map(({ points }) => points),
);
`;

// Source: docs/embed.md, as a host with TypeScript would use it.
test('the types of the package say what elements take and tell, and what they do not', () => {
  const folder = mkdtempSync(join(tmpdir(), 'zhengpin-types-'));
  writeTypes(folder);
  writeFileSync(join(folder, 'use.ts'), USE);
  expect(tsc(...HOST, '--ignoreConfig', join(folder, 'use.ts'))).toBe('');
});
