// How many decisions an engine makes in a second.
import { inputs } from './rule.mjs';

/** Milliseconds that a round takes at least. */
const ROUND = 60;
const ROUNDS = 9;

/** Decisions a second of one of the functions of an engine, or of `rows` for columns: the median
 * of nine rounds, and of how many decisions each. */
export async function timed(engine, what) {
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
  const of = async (times) => {
    const begun = performance.now();
    await run(times);
    return performance.now() - begun;
  };
  const warm = performance.now() + 500;
  while (performance.now() < warm) {
    const took = await of(count);
    if (took < ROUND) count = Math.ceil(count * Math.min(8, 90 / Math.max(took, 0.5)));
  }
  const found = [];
  for (let round = 0; round < ROUNDS; round += 1)
    found.push((count * each) / ((await of(count)) / 1000));
  found.sort((one, other) => one - other);
  return { perSecond: found[ROUNDS >> 1], n: count * each };
}
