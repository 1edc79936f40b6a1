// The built-in rulebooks: requests at each depth and rows in columns, issue by issue; and ledgers
// of growing length. Writes a line of JSON for each figure.
import { performance } from 'node:perf_hooks';
import { answered, engine, older } from './zhengpin.mjs';

const DAY = '2026-11-22';
const ISSUES = [
  ['cn/complaint', 'notice'],
  ['cn/complaint', 'counter_notice'],
  ['cn/complaint', 'notifier'],
  ['cn/complaint', 'platform'],
  ['cn/parallel-import', 'platform_rule'],
  ['cn/parallel-import', 'trademark'],
  ['cn/parallel-import', 'unfair_competition'],
  ['cn/parallel-import', 'patent'],
  ['cn/parallel-import', 'copyright'],
  ['taobao/findings', 'appeal'],
];
const ROUNDS = 7;

const median = (list) => list.sort((one, other) => one - other)[list.length >> 1];

/** Microseconds that one call takes. */
function timed(call, least = 40) {
  let count = 1;
  const of = () => {
    const begun = performance.now();
    for (let time = 0; time < count; time += 1) call();
    return performance.now() - begun;
  };
  while (of() < least) count *= 2;
  return (median(Array.from({ length: ROUNDS }, of)) / count) * 1000;
}

let state = 7;
const draw = (sides) => {
  state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
  return Math.floor((state / 2 ** 32) * sides);
};

/** A value of a fact as a request states it; nothing for days, which change the kind of the work. */
function answerTo(fact) {
  if (fact.kind === 'yes_no') return draw(2) === 1;
  if (fact.kind === 'choice') return fact.values[draw(fact.values.length)];
  if (fact.kind === 'set') return fact.values.filter(() => draw(3) === 0);
  if (fact.kind === 'number') return draw(10);
  return undefined;
}

/** The request as a build from before there were depths takes it. */
const past = ({ want, ...asked }) => asked;

/** A row that can be true: answers that contradict those before are left out. */
function rowOf(rulebook, facts, open) {
  const row = {};
  for (const fact of facts) {
    if (draw(100) < open) continue;
    const value = answerTo(fact);
    if (value === undefined) continue;
    const tried = { ...row, [fact.fact]: value };
    const asked = { rulebook, asOf: DAY, facts: tried, issues: [], want: 'verdict' };
    const refused = engine.decide(asked).error || older?.decide(past(asked)).error;
    if (!refused) row[fact.fact] = value;
  }
  return row;
}

const codeOf = {
  yes_no: (_, value) => (value ? 1 : 0),
  choice: (fact, value) => fact.values.indexOf(value),
  set: (fact, value) => value.reduce((bits, one) => bits | (1 << fact.values.indexOf(one)), 0),
  number: (_, value) => value,
};

function arraysOf(facts, rows) {
  const stated = facts.filter((fact) => rows.some((row) => fact.fact in row));
  return Object.fromEntries(
    stated.map((fact) => {
      const array = new globalThis[fact.array](rows.length);
      rows.forEach((row, place) => {
        const value = row[fact.fact];
        array[place] =
          value === undefined ? (fact.unknown ?? Number.NaN) : codeOf[fact.kind](fact, value);
      });
      return [fact.fact, array];
    }),
  );
}

function issue([rulebook, id]) {
  const columns = answered(engine.decisionColumns({ rulebook, asOf: DAY, issue: id }));
  const told = columns.describe();
  const facts = told.facts.filter((fact) => fact.bears);
  const rows = Array.from({ length: 400 }, (_, place) => rowOf(rulebook, facts, (place % 4) * 25));
  let next = 0;
  const asked = (want) => {
    next = (next + 1) % rows.length;
    return { rulebook, asOf: DAY, facts: rows[next], issues: [id], want };
  };
  const ask = (want) => answered(engine.decide(asked(want)));
  const [verdict, reasons, full] = ['verdict', 'reasons', 'full'].map((want) =>
    timed(() => ask(want)),
  );
  const before = older && timed(() => answered(older.decide(past(asked('full')))));
  const many = Array.from({ length: 20_000 }, (_, place) => rows[(place * 7) % rows.length]);
  const arrays = arraysOf(facts, many);
  // Every row alike is decided alike: the two ways are held together before they are timed.
  const decided = answered(columns.decide(arrays, { missing: true, because: true }));
  rows.forEach((row, place) => {
    const at = many.indexOf(row);
    const [answer] = answered(
      engine.decide({ rulebook, asOf: DAY, facts: row, issues: [id], want: 'verdict' }),
    ).issues;
    const found = decided.settled[at] ? told.verdicts[decided.verdict[at]] : null;
    if ((answer.settled ? answer.verdict : null) !== found) throw new Error(`${id}, row ${place}`);
  });
  const each = (wanted) => timed(() => columns.decide(arrays, wanted)) / many.length;
  const line = {
    kind: 'issue',
    rulebook,
    issue: id,
    verdict,
    reasons,
    full,
    before,
    columns: each({}),
    missing: each({ missing: true }),
    because: each({ missing: true, because: true }),
  };
  columns.free();
  console.log(JSON.stringify(line));
}

/** Findings of one seller, three days apart, over so many years as they take. */
function findingsOf(count) {
  const start = Date.UTC(2017, 3, 1);
  return Array.from({ length: count }, (_, place) => ({
    id: `${place}`,
    issued: new Date(start + Math.floor((place * 3000) / count) * 864e5).toISOString().slice(0, 10),
    tier: 'information',
  }));
}

function ledgers() {
  const rulebook = 'taobao/counterfeit';
  for (const count of [10, 100, 1000, 10_000]) {
    const findings = findingsOf(count);
    const run = (forecast) => answered(engine.simulate({ rulebook, findings, forecast }));
    const [bare, forecast] = [timed(() => run(false)), timed(() => run(true))];
    console.log(JSON.stringify({ kind: 'ledger', findings: count, bare, forecast }));
  }
  const ready = answered(engine.ledgerColumns({ rulebook }));
  const { tiers } = ready.describe();
  for (const count of [10, 100, 1000, 10_000, 100_000, 1_000_000]) {
    const day = new Int32Array(count);
    const tier = new Uint8Array(count).fill(tiers.indexOf('information'));
    const items = new Uint32Array(count);
    // Ten findings of each seller.
    const seller = Uint32Array.from({ length: count }, (_, place) => Math.floor(place / 10));
    for (let row = 0; row < count; row += 1) {
      day[row] = 17_257 + (row % 10) * 40 + draw(40);
      items[row] = 1 + draw(3);
    }
    const run = () => {
      answered(ready.run({ seller, day, tier, items }));
      ready.finish();
    };
    console.log(JSON.stringify({ kind: 'sellers', findings: count, took: timed(run) }));
  }
  ready.free();
}

for (const one of ISSUES) issue(one);
ledgers();
