import init, * as wasm from '../../../pkg/zhengpin.js';
import { describing, type EngineSource } from './source.ts';
import type { Engine } from './types.ts';

export type { EngineSource } from './source.ts';
export type * from './types.ts';
export { isFailure } from './types.ts';

/**
 * Loads the engine. It reads no clock, network or storage; whatever it should know stands
 * in the request.
 *
 * Fails where the browser refuses to run the file. Everything that is wrong with a request
 * comes back as a value instead.
 */
export async function createEngine({ wasm: source, texts = {} }: EngineSource): Promise<Engine> {
  await init({ module_or_path: source });
  return {
    decide: wasm.decide,
    simulate: wasm.simulate,
    compare: wasm.compare,
    draft: wasm.draft,
    describe: describing(wasm.describe, texts),
    list: wasm.list,
  };
}
