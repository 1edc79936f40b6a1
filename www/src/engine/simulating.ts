import asset from 'virtual:engine-asset/simulating';
import init, * as wasm from '../../../pkg/simulating/zhengpin.js';
import { type Loader, loader } from './load.ts';
import { describing } from './source.ts';
import type { Engine } from './types.ts';

/** The engine that runs ledgers; it holds the rulebooks that have one. */
export type SimulatingEngine = Pick<Engine, 'simulate' | 'describe' | 'list'>;

/** Loads that engine. */
export const loadSimulating: Loader<SimulatingEngine> = loader(asset, async (source, texts) => {
  await init({ module_or_path: source });
  return {
    simulate: wasm.simulate,
    describe: describing(wasm.describe, texts),
    list: wasm.list,
  };
});
