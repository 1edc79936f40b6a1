import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { expect, test } from '@playwright/test';
import { TOOLS } from './pages.ts';

const dist = fileURLToPath(new URL('../dist/', import.meta.url));
const zipped = (path: string) => gzipSync(readFileSync(dist + path), { level: 9 }).length;

/**
 * What pages are given beyond the 40 KB: those that decide and draft documents, of which what
 * counts deadlines, shows documents, tells what a later version changes or finds the nearest
 * cases loads beside the engine or when it is asked for. Each has the sheet by which it is
 * printed. What keeps drafts and tells of links adds about 2 KB to each (the rest of it loads
 * beside the engine). Templates go out as they are written, with their indentation: that is
 * 0.5 KB. That links leave the site only when they are followed is told at the foot of each:
 * 0.1 KB. What hands answers over is a part of its own since three pages use it (0.1 KB), and
 * 0.5 KB where they go abroad. The pages that share most load it as one file, which is the
 * least for all together: each gets up to 3 KB that only others need. That each language of the
 * words of law comes by itself costs 0.5 KB of script, and saves 260 KB of words. What a page
 * gives an element and is told by it costs 0.7 KB, one question at a time (which loads when it
 * is asked for) 1 KB where something is decided. That what is read first is shown first, in
 * pieces between which the page is heard, costs 0.2 KB, and what a matter is taken over by and
 * told of (the rest of it loads where matters are kept) 0.5 KB. That what is looked at is decided
 * and painted before the rest costs 0.8 KB where something is decided, that all open in pieces
 * 0.2 KB everywhere, and the way from an appeal on 0.4 KB. That misspelt rules, days that are
 * none and addresses that lead nowhere are refused as what they are costs 0.3 KB everywhere, and
 * that cases which a filter brings back are drawn in pieces 0.1 KB where they are shown.
 * That the questions are asked before the engine is there costs 0.7 KB where something is decided,
 * and what keeps and hands over is one small file, of which others need a part only (0.1 to
 * 0.6 KB). That changes are shown with the words of their own rulebook first costs 0.9 KB, and
 * saves 126 KB of words that were waited for. What fetches rulebooks beside the engine and hands
 * them over costs 0.3 KB, the names of their files up to 0.8 KB where all are wanted, and drawing
 * the verdict before its reasons 0.2 KB; what walks a request in one call, 0.4 KB in each engine,
 * and a form for findings before the engine is there, 0.6 KB.
 * That small parts of several tools are one file costs up to 5 KB where few of them are needed, and
 * saves seven files, each a way there and back where a server answers one at a time: the first
 * form of a complaint on slow 4G came after 1.7 s with them, and after 1.5 s without. What has that form fetched while these are
 * on their way costs 0.8 KB, and brings it to 1.1 s. That forms, reasons and lists are
 * drawn in stages, between which the page is heard, costs 0.4 KB. That labels are listed and
 * quoted within a sentence as each language does it, and that one of a thing is counted as one,
 * costs up to 0.4 KB.
 */
const BEYOND: Record<string, number> = {
  'appeal.html': 19_700,
  'complaint.html': 18_900,
  'parallel-import.html': 20_300,
  'abroad.html': 20_500,
  'penalties.html': 16_300,
  'changes.html': 8_100,
  'cases.html': 15_100,
  'duties.html': 7_600,
  'many.html': 6_600,
  'verification.html': 5_600,
};

/** The rulebooks that some element shows alone, as their files are named. */
const ALONE = [
  'cn-complaint',
  'cn-parallel-import',
  'eu-parallel-import',
  'hk-parallel-import',
  'jp-parallel-import',
  'taobao-findings',
  'us-parallel-import',
];

// Source: web.md: a page that shows a tool loads at most 40 KB of JavaScript, gzipped.
for (const address of Object.keys(TOOLS)) {
  const most = 40_000 + (BEYOND[address] ?? 0);
  test(`${address} loads at most ${most / 1000} KB of script`, () => {
    const html = readFileSync(dist + address, 'utf8');
    const scripts = [...html.matchAll(/(?:src|href)="\.\/(assets\/[^"]+\.js)"/g)];
    expect(scripts.length).toBeGreaterThan(1);
    const bytes = scripts.reduce((sum, [, path]) => sum + zipped(path ?? ''), 0);
    expect(bytes).toBeLessThan(most);
  });
}

/**
 * The engine of a page and the rulebooks that it is handed, together. When every engine held its
 * rulebooks inside, a page loaded 177 KB where it decides and 184 KB where it compares; what shows
 * all of them loads more than that now, because they do not pack together with the engine.
 */
const LAW: Record<string, number> = {
  'complaint.html': 172_000,
  'verification.html': 172_000,
  'parallel-import.html': 165_000,
  'appeal.html': 163_000,
  'abroad.html': 162_000,
  // Tables of cases are of any rulebook that decides, and changes of any at all.
  'cases.html': 188_000,
  'many.html': 188_000,
  // Which it needs of them is known only once it is known what is kept.
  'changes.html': 152_000,
  'penalties.html': 140_000,
  'duties.html': 70_000,
};

for (const [address, most] of Object.entries(LAW)) {
  test(`${address} loads at most ${most / 1000} KB of engine and rulebooks`, () => {
    const html = readFileSync(dist + address, 'utf8');
    const [, engine = ''] = /data-engine="([^"]*)"/.exec(html) ?? [];
    const law = engine.split(' ').map((file) => `assets/${file}`);
    expect(law[0]).toMatch(/\.wasm$/);
    expect(law.reduce((sum, path) => sum + zipped(path), 0)).toBeLessThan(most);
  });
}

test('the embedded elements are one module with parts, beside the engines, the texts and define.js', () => {
  expect(readdirSync(`${dist}embed`).sort()).toEqual([
    'author.js',
    'columns.js',
    'custom-elements.json',
    'define.js',
    'draft-ecl-2021.json',
    'engine-clock.js',
    'engine-source.js',
    'engine-types.js',
    'engine-web-table.js',
    'engine-workbook.js',
    'engine.js',
    'exchange.js',
    'integrity.json',
    'licences.txt',
    ...ALONE.map((rulebook) => `rulebook.${rulebook}.bin`),
    'rulebooks.comparing.bin',
    'rulebooks.deciding.bin',
    'texts.en.cn-complaint.json',
    'texts.en.cn-parallel-import.json',
    'texts.en.deciding.json',
    'texts.en.eu-parallel-import.json',
    'texts.en.hk-parallel-import.json',
    'texts.en.jp-parallel-import.json',
    'texts.en.json',
    'texts.en.listing.json',
    'texts.en.simulating.json',
    'texts.en.taobao-findings.json',
    'texts.en.titles.json',
    'texts.en.us-parallel-import.json',
    'texts.zh.cn-complaint.json',
    'texts.zh.cn-parallel-import.json',
    'texts.zh.deciding.json',
    'texts.zh.eu-parallel-import.json',
    'texts.zh.hk-parallel-import.json',
    'texts.zh.jp-parallel-import.json',
    'texts.zh.json',
    'texts.zh.listing.json',
    'texts.zh.simulating.json',
    'texts.zh.taobao-findings.json',
    'texts.zh.titles.json',
    'texts.zh.us-parallel-import.json',
    'zhengpin-audit.js',
    'zhengpin-author_bg.wasm',
    'zhengpin-base.js',
    'zhengpin-calendar.js',
    'zhengpin-cases-desk.js',
    'zhengpin-changes.js',
    'zhengpin-chart.js',
    'zhengpin-columns_bg.wasm',
    'zhengpin-comparing_bg.wasm',
    'zhengpin-comparison.js',
    'zhengpin-deciding_bg.wasm',
    'zhengpin-desk.js',
    'zhengpin-drafts-desk.js',
    'zhengpin-elements.d.ts',
    'zhengpin-elements.js',
    'zhengpin-examples.js',
    'zhengpin-exchange.js',
    'zhengpin-facts-examples.js',
    'zhengpin-given.js',
    'zhengpin-guided.js',
    'zhengpin-held.js',
    'zhengpin-keeping.js',
    'zhengpin-lessons.js',
    'zhengpin-lines.js',
    'zhengpin-listing_bg.wasm',
    'zhengpin-many-examples.js',
    'zhengpin-many.js',
    'zhengpin-matter.js',
    'zhengpin-matters.js',
    'zhengpin-onward.js',
    'zhengpin-outside.js',
    'zhengpin-own.js',
    'zhengpin-papers.js',
    'zhengpin-precedents.js',
    'zhengpin-record.js',
    'zhengpin-requests.js',
    'zhengpin-rolldown-runtime.js',
    'zhengpin-script-comparing.js',
    'zhengpin-script-deciding.js',
    'zhengpin-script-listing.js',
    'zhengpin-script-simulating.js',
    'zhengpin-sellers-example.js',
    'zhengpin-sellers.js',
    'zhengpin-simulating_bg.wasm',
    'zhengpin-table.js',
    'zhengpin-web-table.js',
    'zhengpin-why.js',
    'zhengpin-word.js',
    'zhengpin-workbook.js',
    'zhengpin-worker-cases-desk.js',
    'zhengpin-worker-changes-desk.js',
    'zhengpin-worker-drafts-desk.js',
    'zhengpin-worker-drafts.js',
    'zhengpin-worker-script-comparing.js',
    'zhengpin-worker-script-deciding.js',
    'zhengpin-worker-script-simulating.js',
    'zhengpin-worker-web-table.js',
    'zhengpin-worker-workbook.js',
    'zhengpin-worker-yaml.js',
    'zhengpin-worker.js',
    'zhengpin-yaml.js',
    'zhengpin_bg.wasm',
  ]);
  const first = zipped('embed/zhengpin-elements.js') + zipped('embed/zhengpin-base.js');
  // Thirteen elements in one module, and the hashes of the files with their words; asking before
  // the engine is there stands in it, though only our own pages do it.
  expect(first).toBeLessThan(102_000);
  // What loads when it is needed: the record, its picture, the ways in and out.
  expect(zipped('embed/zhengpin-record.js')).toBeLessThan(15_000);
  expect(zipped('embed/zhengpin-audit.js')).toBeLessThan(7_000);
  expect(zipped('embed/zhengpin-chart.js')).toBeLessThan(24_000);
  // The import of findings and the list of sellers; what they and the table of cases read and
  // show by, with the words by which columns are known.
  expect(zipped('embed/zhengpin-exchange.js')).toBeLessThan(12_000);
  expect(zipped('embed/zhengpin-sellers.js')).toBeLessThan(11_000);
  expect(zipped('embed/zhengpin-table.js')).toBeLessThan(16_000);
  // The table of cases; what decides it where no worker can be made; what both desks read by.
  expect(zipped('embed/zhengpin-many.js')).toBeLessThan(13_000);
  expect(zipped('embed/zhengpin-cases-desk.js')).toBeLessThan(9_000);
  expect(zipped('embed/zhengpin-worker-cases-desk.js')).toBeLessThan(10_000);
  // Rulebooks of somebody's own, where one is brought.
  expect(zipped('embed/zhengpin-worker-yaml.js')).toBeLessThan(31_000);
  // What reads tables, in a worker; what opens workbooks and tables of web pages only for those.
  expect(zipped('embed/zhengpin-worker.js')).toBeLessThan(37_500);
  expect(zipped('embed/zhengpin-worker-workbook.js')).toBeLessThan(40_000);
  // Deadlines and documents, beside the engine; what writes files, once it is needed.
  expect(zipped('embed/zhengpin-papers.js')).toBeLessThan(7_600);
  expect(zipped('embed/zhengpin-calendar.js')).toBeLessThan(13_500);
  expect(zipped('embed/zhengpin-word.js')).toBeLessThan(66_000);
  // One question at a time; what a later version changes.
  expect(zipped('embed/zhengpin-guided.js')).toBeLessThan(6_500);
  expect(zipped('embed/zhengpin-comparison.js')).toBeLessThan(3_000);
  // Lessons, what sets and marks them, and what shows them.
  expect(zipped('embed/zhengpin-lessons.js')).toBeLessThan(31_000);
  // Links, storages and the schemas by which they are read, beside the engine.
  const outside = zipped('embed/zhengpin-outside.js');
  expect(zipped('embed/zhengpin-keeping.js') + outside).toBeLessThan(9_500);
  // Matters: the strip above a tool, their page, and what both know.
  expect(zipped('embed/zhengpin-matter.js')).toBeLessThan(9_000);
  expect(zipped('embed/zhengpin-matters.js')).toBeLessThan(8_000);
  expect(zipped('embed/zhengpin-held.js')).toBeLessThan(18_000);
  // The engines for where wasm is refused, and only there.
  expect(zipped('embed/zhengpin-script-deciding.js')).toBeLessThan(310_000);
});
