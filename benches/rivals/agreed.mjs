// An engine held against the rule by hand.
import { byHand, inputs, same } from './rule.mjs';

/** How many inputs it agrees on; an error where it differs. */
export async function agreed({ decide }) {
  const rows = inputs(1000);
  for (const facts of rows) {
    const [found, expected] = [await decide(facts), byHand(facts)];
    if (!same(found, expected)) throw new Error(JSON.stringify({ facts, found, expected }));
  }
  return rows.length;
}
