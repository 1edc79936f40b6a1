// zhengpin, as built by `cargo xtask bench`: the engine for columns, which answers requests too;
// and an older build beside it, where `AGAINST` names its package.
import { folder, module, olderFolder, wasm } from './load.mjs';
import { rulebook } from './rulebook.mjs';

async function load(where) {
  const { default: init, ...engine } = await module(where);
  await init({ module_or_path: await wasm(where) });
  return engine;
}

const engine = await load(folder);
const older = olderFolder && (await load(olderFolder));

/** An answer, or an end of the run where something was refused. */
export function answered(answer) {
  if (answer.error) throw new Error(JSON.stringify(answer.error));
  return answer;
}

export { engine, older, rulebook };
