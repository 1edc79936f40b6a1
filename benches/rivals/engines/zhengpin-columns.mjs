import { answerOf, DAYS, FLAGS } from '../rule.mjs';
import { answered, engine, rulebook } from '../zhengpin.mjs';

const DAY = 24 * 60 * 60 * 1000;

/** The facts of rows as typed arrays. */
export function arraysOf(rows) {
  const flags = FLAGS.map((id) => [id, Uint8Array.from(rows, (row) => (row[id] ? 1 : 0))]);
  const days = DAYS.map((id) => [
    id,
    Int32Array.from(rows, (row) => Date.parse(`${row[id]}T00:00:00Z`) / DAY),
  ]);
  return Object.fromEntries([...flags, ...days]);
}

export const name = 'zhengpin, in columns, wasm';
export const make = () => {
  const columns = answered(
    engine.decisionColumns({ rulebook: rulebook.rulebook, issue: 'notice', with: [rulebook] }),
  );
  const { elements, verdicts, words } = columns.describe();
  const all = (rows) => answered(columns.decide(arraysOf(rows), { missing: true }));
  return {
    decide(facts) {
      const { verdict, failing } = all([facts]);
      const found = elements.filter((_, place) => (failing[place >> 5] >> (place & 31)) & 1);
      const told = answerOf(found.map((id) => id.replace('has_', '')));
      if (verdicts[verdict[0]] !== told.verdict || words !== 1) throw new Error('not as described');
      return told;
    },
    arrays: arraysOf,
    rows: (arrays) => answered(columns.decide(arrays, { missing: true })),
  };
};
