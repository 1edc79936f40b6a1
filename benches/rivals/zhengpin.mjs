// zhengpin, as built by `cargo xtask bench`: the engine for columns, which answers requests too.
import { readFileSync } from 'node:fs';
import { rulebook } from './rulebook.mjs';

const folder = process.env.ZHENGPIN;
// As data, because no package file beside it says that it is a module.
const code = readFileSync(`${folder}/zhengpin.js`).toString('base64');
const { default: init, ...engine } = await import(`data:text/javascript;base64,${code}`);
await init({ module_or_path: readFileSync(`${folder}/zhengpin_bg.wasm`) });

/** An answer, or an end of the run where something was refused. */
export function answered(answer) {
  if (answer.error) throw new Error(JSON.stringify(answer.error));
  return answer;
}

export { engine, rulebook };
