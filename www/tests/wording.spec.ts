import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isMap, isScalar, isSeq, parseDocument } from 'yaml';
import { answer, expect, open, PAGES, test } from './pages.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** What the messages of a language say, by id, without what is filled in. */
function said(lang: string): [id: string, text: string][] {
  const file = readFileSync(join(root, `www/messages/${lang}.ftl`), 'utf8');
  const messages = file.replace(/^#.*$/gm, '').split(/^(?=[a-z][\w-]* =)/m);
  return (
    messages
      .map((one): [string, string] => [
        /^[\w-]+/.exec(one)?.[0] ?? '',
        one.replace(/^[\w-]+ =/, ''),
      ])
      // These are words by which tables of others are read, as others write them.
      .filter(([id]) => !/^(names|word)-/.test(id))
  );
}

/** The messages in which something stands that must not. */
const faults = (lang: string, wrong: RegExp) =>
  said(lang).flatMap(([id, text]) => {
    const found = wrong.exec(text);
    return found ? [`${id}: ${found[0]}`] : [];
  });

/** The English texts of a file of law or of a lesson, each beside its Chinese one. */
function english(node: unknown): string[] {
  if (isSeq(node)) return node.items.flatMap(english);
  if (!isMap(node)) return [];
  const paired = node.has('zh');
  return node.items.flatMap(({ key, value }) =>
    paired && isScalar(key) && key.value === 'en' && isScalar(value)
      ? [`${value.value}`]
      : english(value),
  );
}

const texts = ['src/rulebooks', 'src/drafts', 'www/lessons'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.yaml'))
    .flatMap((name) =>
      english(parseDocument(readFileSync(join(root, folder, name), 'utf8')).contents),
    ),
);

// Source: W3C, Requirements for Chinese Text Layout, on mixed text: the gap beside Latin letters
// and digits is a matter of layout (`text-autospace` in base.css); a typed one is wider.
test('nothing in Chinese is set apart by a typed blank', () => {
  const han = String.raw`[\p{Script=Han}，。：；？！、（）“”]`;
  const other = String.raw`(?:[\p{Script=Han}\w.#，。：；？！、（）“”]|\{ \$)`;
  // The name of a file has its parts set apart.
  const allowed = /^matter-file:/;
  const found = faults(
    'zh',
    new RegExp(`${han} ${other}|(?:[\\p{Script=Han}\\w%.]|(?<=\\$\\w+ )\\}) ${han}`, 'u'),
  );
  expect(found.filter((one) => !allowed.test(one))).toEqual([]);
});

// Source: GB/T 15834-2011, 4.8, and The Chicago Manual of Style, 6.115: quotation marks and
// apostrophes of running text are curly; a keyword of a policy is code and keeps its own.
test('quotation marks are curly in both languages, and none is a backtick', () => {
  expect(faults('zh', /`/)).toEqual([]);
  expect(faults('en', /`/)).toEqual([]);
  const bare = said('en').map(([id, text]): [string, string] => [
    id,
    text.replace(/\{ *"[^"]*" *\}/g, '').replace("'wasm-unsafe-eval'", ''),
  ]);
  expect(bare.filter(([, text]) => /['"]/.test(text)).map(([id]) => id)).toEqual([]);
});

// Source: the same, and what the pages do: days in running text are in words.
test('English texts of law and lessons have curly quotation marks and days in words', () => {
  expect(texts.length).toBeGreaterThan(2000);
  expect(texts.filter((text) => /['"]/.test(text))).toEqual([]);
  expect(texts.filter((text) => /\b\d{4}-\d{2}-\d{2}\b/.test(text))).toEqual([]);
});

// Source: Requirements for Chinese Text Layout, 3.1.6: a mark of punctuation has its own blank.
test('no blank follows a mark of punctuation where a page tells a verdict in Chinese', async ({
  page,
}) => {
  await open(page, 'complaint.html');
  await answer(page, { right_type: 0, n_locate: 'no' });
  await expect(page.locator('[data-changes]').first()).toBeVisible();
  const told = await page.locator('section.outcome').innerText();
  // A question and its answer, a line and the question that it leads to.
  expect(told).toMatch(/[？：]\S/);
  expect(told.match(/.{0,20}[。：；？] +\S.{0,20}/g) ?? []).toEqual([]);
});

// Source: `sayer.ts`: a message that a page has not loaded is told by its id.
for (const address of PAGES.filter((address) => address !== 'index.html')) {
  test(`every message that ${address} says is one that it has loaded`, async ({ page }) => {
    await open(page, address);
    if (address === 'complaint.html') await answer(page, { right_type: 0, n_locate: 'no' });
    if (address === 'penalties.html') await page.locator('.examples button').first().click();
    const unfold = () =>
      page.locator('.tool summary').evaluateAll((folds) => {
        const shut = folds.filter((fold) => !(fold.parentElement as HTMLDetailsElement).open);
        for (const fold of shut) (fold as HTMLElement).click();
        return shut.length;
      });
    // What is unfolded may hold folds of its own.
    await expect.poll(unfold).toBe(0);
    const told = await page
      .locator('.tool')
      .first()
      .evaluate((tool) => {
        const copy = tool.cloneNode(true) as HTMLElement;
        for (const other of copy.querySelectorAll('[lang="en"], code, pre, option')) other.remove();
        return copy.textContent ?? '';
      });
    expect(told).toMatch(/\p{Script=Han}/u);
    const ids = new Set(said('zh').map(([id]) => id));
    const words = told.match(/(?<![\w./-])[a-z]+(?:-[a-z]+)*(?![\w./-])/g) ?? [];
    expect(words.filter((word) => ids.has(word))).toEqual([]);
  });
}
