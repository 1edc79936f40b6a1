// Holds an engine against the rule by hand: node agree.mjs ENGINE. Fails where they differ.
import { agreed } from './agreed.mjs';

const [, , id] = process.argv;
const engine = await import(`./engines/${id}.mjs`);
const agrees = await agreed(await engine.make());
console.log(JSON.stringify({ engine: id, name: engine.name, agrees }));
