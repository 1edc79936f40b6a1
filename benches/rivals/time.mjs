// Times an engine in a process of its own: node time.mjs ENGINE WHAT, where WHAT is one of the
// functions of the engine, or `rows` for columns. Writes how many decisions there are a second.
import { performance } from 'node:perf_hooks';
import { inputs } from './rule.mjs';

const [, , id, what] = process.argv;
const ROUND = 60;
const ROUNDS = 9;
const engine = await (await import(`./engines/${id}.mjs`)).make();

/** Milliseconds of so many decisions. */
async function of(count) {
  const begun = performance.now();
  await run(count);
  return performance.now() - begun;
}

let run;
let each = 1;
let count = 20;
if (what === 'rows') {
  // Rows of which no two need be alike: nothing of one helps with the next.
  const rows = inputs(100_000);
  const arrays = engine.arrays(rows);
  each = rows.length;
  count = 1;
  run = (times) => {
    for (let time = 0; time < times; time += 1) engine.rows(arrays);
  };
} else {
  const rows = inputs(1000);
  const ask = engine[what];
  const waits = ask(rows[0]) instanceof Promise;
  run = waits
    ? async (times) => {
        for (let time = 0; time < times; time += 1) await ask(rows[time % 1000]);
      }
    : (times) => {
        for (let time = 0; time < times; time += 1) ask(rows[time % 1000]);
      };
}
const warm = performance.now() + 500;
while (performance.now() < warm) {
  const took = await of(count);
  if (took < ROUND) count = Math.ceil(count * Math.min(8, 90 / Math.max(took, 0.5)));
}
const found = [];
for (let round = 0; round < ROUNDS; round += 1)
  found.push((count * each) / ((await of(count)) / 1000));
found.sort((one, other) => one - other);
console.log(JSON.stringify({ perSecond: found[ROUNDS >> 1], n: count * each }));
