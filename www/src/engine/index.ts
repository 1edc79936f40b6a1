import init, * as wasm from '../../../pkg/zhengpin.js';
import { joinTexts } from './texts.ts';
import type { Catalogue, Engine, Lang } from './types.ts';
import { isFailure } from './types.ts';

export type * from './types.ts';
export { isFailure } from './types.ts';

/** Where the engine comes from, and which words it speaks. */
export interface EngineSource {
  /** The wasm file: its address, a response, or its bytes, which is what Node passes. */
  wasm: URL | string | Response | Promise<Response> | BufferSource;
  /** The text catalogues. Without one, `describe` leaves its language out. */
  texts?: Partial<Record<Lang, Catalogue>>;
}

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
    describe(request) {
      const bare = wasm.describe(request);
      return isFailure(bare) ? bare : { ...bare, texts: joinTexts(bare, texts) };
    },
    list: wasm.list,
  };
}
