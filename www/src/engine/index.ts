import init, {
  compare,
  decide,
  describe,
  draft,
  duties,
  imports,
  list,
  precedents,
  schedule,
  simulate,
  take,
} from '../../../pkg/zhengpin.js';
import { beside, type EngineSource, starting } from './source.ts';
import type { Engine } from './types.ts';

export type { EngineSource, StartWasm, WasmFile, WasmInstance } from './source.ts';
export type * from './types.ts';
export { isFailure } from './types.ts';

/**
 * Loads the engine. It reads no clock, network or storage; whatever it should know stands
 * in the request.
 *
 * Fails where the browser refuses to run the file. Everything that is wrong with a request
 * comes back as a value instead.
 */
export const createEngine: (source: EngineSource) => Promise<Engine> = starting(
  beside({ default: init, imports, take }),
  {
    decide,
    simulate,
    compare,
    draft,
    precedents,
    schedule,
    duties,
    describe,
    list,
  },
);
