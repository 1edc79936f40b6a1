// Holds an engine against the rule by hand: node agree.mjs ENGINE. Fails where they differ.
import { byHand, inputs, same } from './rule.mjs';

const [, , id] = process.argv;
const engine = await import(`./engines/${id}.mjs`);
const { decide } = await engine.make();
const rows = inputs(1000);
for (const facts of rows) {
  const [found, expected] = [await decide(facts), byHand(facts)];
  if (!same(found, expected)) {
    throw new Error(`${id}: ${JSON.stringify({ facts, found, expected })}`);
  }
}
console.log(JSON.stringify({ engine: id, name: engine.name, agrees: rows.length }));
