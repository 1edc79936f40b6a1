import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import JSZip from 'jszip';
import mammoth from 'mammoth';
import { linesOf } from '../src/state/lines.ts';
import { expect, open, test } from './pages.ts';

const save = (page: Page) => page.getByRole('button', { name: /保存为Word文件|Save as Word/ });

async function saved(page: Page): Promise<{ name: string; file: Buffer }> {
  const [file] = await Promise.all([page.waitForEvent('download'), save(page).click()]);
  return { name: file.suggestedFilename(), file: readFileSync(await file.path()) };
}

/** A paragraph of a file, as its markup says it. */
interface Told {
  style: string | null;
  /** The text of its runs, and what each says of its look. */
  runs: { text: string; highlight: string | null; hint: string | null }[];
}

/** The paragraphs by the browser's own parser, which refuses XML that is not well formed. */
async function paragraphs(page: Page, file: Buffer): Promise<Told[]> {
  const xml = await (await JSZip.loadAsync(file)).file('word/document.xml')?.async('string');
  // On a page without the policy of ours, which forbids to parse texts.
  const blank = await page.context().newPage();
  const told = await blank.evaluate((text) => {
    const parsed = new DOMParser().parseFromString(text ?? '', 'application/xml');
    const wrong = parsed.querySelector('parsererror');
    if (wrong) throw new Error(wrong.textContent ?? '');
    const of = (element: Element, name: string, attribute = 'w:val') =>
      element.getElementsByTagName(name)[0]?.getAttribute(attribute) ?? null;
    return [...parsed.getElementsByTagName('w:p')].map((paragraph) => ({
      style: of(paragraph, 'w:pStyle'),
      runs: [...paragraph.getElementsByTagName('w:r')].map((run) => ({
        text: [...run.getElementsByTagName('w:t')].map((part) => part.textContent).join(''),
        highlight: of(run, 'w:highlight'),
        hint: of(run, 'w:rFonts', 'w:hint'),
      })),
    }));
  }, xml);
  await blank.close();
  return told;
}

const textOf = ({ runs }: Told) => runs.map(({ text }) => text).join('');
const filled = (lines: string[]) => lines.filter((line) => line.trim() !== '');

/** What stands on the page, a line each, and what of it is a gap. */
async function shown(page: Page): Promise<{ lines: string[]; gaps: string[] }> {
  const sheet = page.locator('.sheet');
  const parts = await sheet
    .locator('h3, h4, p')
    .evaluateAll((all) => all.map((one) => one.textContent ?? ''));
  const gaps = await sheet
    .locator('mark')
    .evaluateAll((all) => all.map((one) => one.textContent ?? ''));
  return { lines: filled(parts.flatMap((part) => part.split('\n'))), gaps };
}

/** By mammoth, a line for each paragraph. */
async function read(file: Buffer): Promise<string[]> {
  const { value, messages } = await mammoth.extractRawText({ buffer: file });
  expect(messages).toEqual([]);
  return filled(value.split('\n'));
}

const ODD = '甲、乙 & <丙>\t“丁”—— ]]> 😀𠮷\u2028\ud800\u0007末';

const CASES = [
  { address: 'complaint.html', tab: 1, field: 'seller', lines: 'links' },
  { address: 'appeal.html', tab: 0, field: 'shop', lines: 'links' },
];

// Source: what the page shows. Read by the browser's parser and by mammoth; the writer uses neither.
for (const { address, tab, field, lines } of CASES) {
  for (const lang of ['zh', 'en'] as const) {
    test(`the Word file of ${address} holds what the page shows, in ${lang}`, async ({ page }) => {
      await open(page, `${address}?lang=${lang}`);
      await page.locator('.chooser button').nth(tab).click();
      await page.locator(`[data-field=${field}] input`).fill(ODD);
      await page.locator(`[data-field=${lines}] textarea`).fill('链接一\n\n链接二\n链接三');
      const { lines: asShown, gaps } = await shown(page);
      expect(gaps.length).toBeGreaterThan(0);
      const { name, file } = await saved(page);
      expect(name).toMatch(/^[^/\\:]+ \d{4}-\d{2}-\d{2}\.docx$/);
      const told = await paragraphs(page, file);
      const texts = filled(told.map(textOf));
      // What no XML can hold is left out, and a tab is the space that it is on the page.
      const plain = (line: string) =>
        line
          .replaceAll('\u0007', '')
          .replace(/[\ud800\ufffd]/gu, '')
          .replaceAll('\t', ' ');
      const split = asShown.flatMap((line) => line.split('\u2028')).map(plain);
      expect(texts.slice(0, split.length).map(plain)).toEqual(split);
      expect(await read(file)).toEqual(texts);
      const marked = told.flatMap(({ runs }) => runs).filter(({ highlight }) => highlight !== null);
      expect(marked.map(({ text }) => text)).toEqual(gaps);
      // What it rests on stands behind it, each provision once.
      const sources = texts.slice(split.length);
      const onPage = await page.locator('.drafting-rests li').allTextContents();
      expect(sources[0]).toBe(lang === 'zh' ? '所依据的条款' : 'Provisions relied on');
      expect(onPage.length).toBeGreaterThan(0);
      const names = await page.locator('.drafting-rests li > :first-child').allTextContents();
      for (const [place, name] of names.entries()) {
        expect(sources[place + 2]).toContain(name.trim());
      }
      expect(sources).toHaveLength(2 + names.length);
      expect(new Set(sources).size).toBe(sources.length);
    });
  }
}

// Source: ECMA-376, 17.3.2.26 (rFonts): each slot that is left out is chosen by the reader.
test('every text of a Word file has a Latin and a Chinese face', async ({ page }) => {
  await open(page, 'appeal.html');
  const { file } = await saved(page);
  const zip = await JSZip.loadAsync(file);
  const styles = (await zip.file('word/styles.xml')?.async('string')) ?? '';
  const faces = [...styles.matchAll(/<w:rFonts ([^>]*)\/>/g)].map(([, slots]) => slots ?? '');
  expect(faces.length).toBeGreaterThanOrEqual(3);
  for (const slots of faces) {
    for (const slot of ['ascii', 'hAnsi', 'cs', 'eastAsia']) expect(slots).toContain(`w:${slot}="`);
    expect(slots).toMatch(/w:eastAsia="Sim(Sun|Hei)"/);
  }
  expect(styles).toMatch(
    /<w:docDefaults>.*w:eastAsia="SimSun".*w:eastAsia="zh-CN".*<\/w:docDefaults>/,
  );
  const used = new Set((await paragraphs(page, file)).map(({ style }) => style));
  expect([...used].sort()).toEqual([null, 'Heading1', 'Title'].sort());
  const told = await paragraphs(page, file);
  expect(new Set(told.flatMap(({ runs }) => runs.map(({ hint }) => hint)))).toEqual(
    new Set(['eastAsia']),
  );
  const core = (await zip.file('docProps/core.xml')?.async('string')) ?? '';
  expect(core).not.toContain('Un-named');
  // Neither a network nor another file is named in it.
  for (const path of Object.keys(zip.files).filter((one) => one.endsWith('.rels'))) {
    expect(await zip.file(path)?.async('string')).not.toContain('External');
  }
});

test('a document in the other language is saved in that language', async ({ page }) => {
  await open(page, 'complaint.html');
  await page.locator('.chooser button').nth(1).click();
  await page.getByRole('button', { name: '英文正文' }).click();
  const { name, file } = await saved(page);
  expect(name).toMatch(/^Declaration of non-infringement \d/);
  const lines = await read(file);
  expect(lines).toContain('Provisions relied on');
  expect(lines.join('')).not.toContain('所依据');
});

test('where the part that writes Word files cannot be had, the page says so', async ({
  page,
  complaints,
}) => {
  await page.route('**/word-*.js', (route) => route.abort());
  await open(page, 'appeal.html');
  await save(page).click();
  await expect(page.locator('.commands .notice').last()).toContainText('没有写成');
  complaints.length = 0;
});

test('all line ends split a paragraph, and none is lost or added', () => {
  const said = (text: string) => ({ text, kind: 'said' as const });
  const lines = linesOf([
    said('一\n二'),
    { text: '三\r\n\r\n四\u000b五', kind: 'gap' },
    said('\u2029'),
  ]);
  expect(lines.map((line) => line.map(({ text }) => text))).toEqual([
    ['一'],
    ['二', '三'],
    [],
    ['四'],
    ['五'],
    [],
  ]);
});

test('a Word file is saved from a page of a stranger, under its policy', async ({ page }) => {
  const policy =
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; img-src data:; require-trusted-types-for 'script'";
  await page.route('**/stranger.html', (route) =>
    route.fulfill({
      contentType: 'text/html; charset=utf-8',
      body: `<!doctype html><html lang="zh"><meta http-equiv="Content-Security-Policy" content="${policy}"><link rel="icon" href="data:,"><title>Host</title><body><script type="module" src="embed/define.js"></script><zhengpin-appeal></zhengpin-appeal></body></html>`,
    }),
  );
  await page.goto('/stranger.html');
  await page.locator('[data-field=shop] input').fill('某某小店');
  const { file } = await saved(page);
  expect((await read(file)).join('\n')).toContain('某某小店');
});
