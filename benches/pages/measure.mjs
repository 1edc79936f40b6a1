// Measures built pages: `node measure.mjs DIST [--against DIST] [--runs N] [--only PAGE,…]`.
//
// Prints what it finds, and writes the tables as Markdown into `report.md` beside it.
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { browse } from './browse.mjs';
import { clicked } from './clicked.mjs';
import { judged } from './judged.mjs';
import { pagesOf } from './looked-at.mjs';
import { opened } from './opened.mjs';
import { serve } from './serve.mjs';
import { at, figure, middle, ratio, table } from './table.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    against: { type: 'string' },
    runs: { type: 'string', default: '3' },
    only: { type: 'string' },
  },
});
const [dist] = positionals;
const { against, only } = values;
const runs = Number(values.runs);
if (dist === undefined || !Number.isInteger(runs) || runs < 1) {
  throw new Error('expected a folder of built pages, and a number of runs');
}

const { own: all, reference } = pagesOf(dist, only);
const pages = [...all, ...reference];

/** Does something with a browser of its own, so that no page profits from another. */
async function apart(what, address) {
  const browser = await browse();
  try {
    return await what(browser, address);
  } finally {
    await browser.close();
  }
}

const builds = [dist, ...(against === undefined ? [] : [against])];
const servers = await Promise.all(builds.map(serve));

/** Each of these builds in turn, so often: what is slow for a while is slow for all. */
async function measured(what, page, { times = runs, among = servers } = {}) {
  const found = among.map(() => []);
  for (let turn = 0; turn < times; turn += 1) {
    for (const [build, { address }] of among.entries()) {
      found[build].push(await apart(what, address + page));
    }
  }
  return found;
}

const report = [];
const tell = (title, head, rows) => {
  const text = `## ${title}\n\n${table(head, rows)}\n`;
  console.log(`\n${text}`);
  report.push(text);
};

const scores = [];
for (const page of pages) {
  const [own] = await measured(judged, page, { among: servers.slice(0, 1) });
  const by = (name) => middle(own.map((one) => one[name]));
  const failing = [...new Set(own.flatMap((one) => one.failing))];
  scores.push([
    page,
    ...['performance', 'accessibility', 'best-practices'].map(by),
    ...['first paint', 'largest paint', 'blocked'].map((name) => figure(by(name))),
    by('shift'),
    failing.join(', '),
  ]);
  console.log(scores.at(-1).join('  '));
}
tell(
  'Lighthouse, on its phone and network',
  [
    'page',
    'performance',
    'accessibility',
    'best practices',
    'first paint, ms',
    'largest paint, ms',
    'blocked, ms',
    'shift',
    'fails',
  ],
  scores,
);

const beside = against === undefined ? [] : ['of the other build'];
const openings = [];
for (const page of all) {
  const [own, other] = await measured(opened, page);
  if (own.every(({ form }) => form === undefined)) continue;
  const by = (list, name) => list && middle(list.map((one) => one[name]));
  const one = (name) => [
    figure(by(own, name)),
    ...(other ? [ratio(by(own, name), by(other, name))] : []),
  ];
  openings.push([page, ...one('form'), ...one('answer')]);
  console.log(openings.at(-1).join('  '));
}
tell(
  'Opened on slow 4G, processor four times as slow',
  ['page', 'first field, ms', ...beside, 'first answer, ms', ...beside],
  openings,
);

const clicks = [];
for (const page of all) {
  const [own, other] = (await measured(clicked, page, { times: 1 })).map((list) => list.flat());
  if (own.length === 0) continue;
  const one = (share) => [
    figure(at(own, share)),
    ...(other ? [ratio(at(own, share), at(other, share))] : []),
  ];
  clicks.push([page, own.length, ...one(0.5), ...one(0.95), ...one(1)]);
  console.log(clicks.at(-1).join('  '));
}
tell(
  'From a click, or a letter of a search, to the painted answer, processor four times as slow',
  [
    'page',
    'clicks',
    'median, ms',
    ...beside,
    '95th percentile, ms',
    ...beside,
    'worst, ms',
    ...beside,
  ],
  clicks,
);

for (const server of servers) server.stop();
writeFileSync('report.md', `${report.join('\n')}`);
