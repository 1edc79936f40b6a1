// zhengpin, as built by `cargo xtask bench`: the engine for columns, which answers requests too.
import { module, wasm } from './load.mjs';
import { rulebook } from './rulebook.mjs';

const { default: init, ...engine } = await module();
await init({ module_or_path: await wasm() });

/** An answer, or an end of the run where something was refused. */
export function answered(answer) {
  if (answer.error) throw new Error(JSON.stringify(answer.error));
  return answer;
}

export { engine, rulebook };
