// What a table of findings costs a shop: `node findings.mjs`, after `cargo xtask package` and
// `npm install` in this folder.
import { readFile } from 'node:fs/promises';
import { createEngine } from 'zhengpin';
import { readFindings } from 'zhengpin/exchange';

const rulebook = 'taobao/counterfeit';
const bytes = (address) => readFile(new URL(address));
const json = async (address) => JSON.parse(await bytes(address));
const engine = await createEngine({
  wasm: await bytes(import.meta.resolve('zhengpin/zhengpin_bg.wasm')),
  // The words by which a table names the tiers.
  texts: { zh: await json(import.meta.resolve('zhengpin/texts.zh.json')) },
});

// Nothing is guessed: what a table leaves open is a question, what cannot be read a refusal.
const table = await bytes(new URL('findings.csv', import.meta.url));
const read = await readFindings(table, { engine, rulebook, asOf: '2026-11-29' });
if (read.questions.length + read.refused.length > 0) throw new Error('the table leaves something open');

const findings = read.findings.map(({ finding: { id, day, tier, items, taken } }) => ({
  id,
  issued: day,
  tier,
  ...(items === undefined ? {} : { items }),
  ...(taken === undefined ? {} : { taken }),
}));
const answer = engine.simulate({ rulebook, findings });
if ('error' in answer) throw new Error(answer.error.message.en);

for (const { id, points, tier } of answer.entries) {
  const { issued, taken } = findings.find((finding) => finding.id === id);
  console.log(`${issued} ${tier}: ${points} by the rules, ${taken?.points} taken`);
}
const { open, points } = answer.status;
console.log(`${open ? 'open' : 'closed'} at ${points} points`);
