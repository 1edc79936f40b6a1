// zhengpin, as built by `cargo xtask bench`: the engine for columns, which answers requests too;
// and an older build beside it, where `AGAINST` names its package.
import { readFileSync } from 'node:fs';
import { rulebook } from './rulebook.mjs';

async function load(folder) {
  // As data, because no package file beside it says that it is a module.
  const code = readFileSync(`${folder}/zhengpin.js`).toString('base64');
  // The place sets two builds with the same JavaScript apart: a module is made once.
  const url = `data:text/javascript;base64,${code}#${encodeURIComponent(folder)}`;
  const { default: init, ...engine } = await import(url);
  await init({ module_or_path: readFileSync(`${folder}/zhengpin_bg.wasm`) });
  return engine;
}

const engine = await load(process.env.ZHENGPIN);
const older = process.env.AGAINST && (await load(process.env.AGAINST));

/** An answer, or an end of the run where something was refused. */
export function answered(answer) {
  if (answer.error) throw new Error(JSON.stringify(answer.error));
  return answer;
}

export { engine, older, rulebook };
