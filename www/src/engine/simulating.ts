import asset from 'virtual:engine-asset/simulating';
import init, { describe, list, simulate } from '../../../pkg/simulating/zhengpin.js';
import { type Loader, loader } from './load.ts';
import { starting } from './source.ts';
import type { Engine } from './types.ts';

/** The engine that runs ledgers; it holds the rulebooks that have one. */
export type SimulatingEngine = Pick<Engine, 'simulate' | 'describe' | 'list'>;

/** Loads that engine. */
export const loadSimulating: Loader<SimulatingEngine> = loader(
  asset,
  starting((file: Response) => init({ module_or_path: file }), { simulate, describe, list }),
  async () => {
    const script = await import('../../../pkg/simulating/script-simulating.js');
    return starting(() => script.default(), script);
  },
);
