// Times an engine in a process of its own: node time.mjs ENGINE WHAT, where WHAT is one of the
// functions of the engine, or `rows` for columns. Writes how many decisions there are a second.
import { timed } from './timed.mjs';

const [, , id, what] = process.argv;
const engine = await (await import(`./engines/${id}.mjs`)).make();
console.log(JSON.stringify(await timed(engine, what)));
