import asset from 'virtual:engine-asset/deciding';
import init, * as wasm from '../../../pkg/deciding/zhengpin.js';
import { type Loader, loader } from './load.ts';
import { describing } from './source.ts';
import type { Engine } from './types.ts';

/** The engine that decides, compares and drafts; it holds every rulebook. */
export type DecidingEngine = Omit<Engine, 'simulate'>;

/** Loads that engine. */
export const loadDeciding: Loader<DecidingEngine> = loader(asset, async (source, texts) => {
  await init({ module_or_path: source });
  return {
    decide: wasm.decide,
    compare: wasm.compare,
    draft: wasm.draft,
    describe: describing(wasm.describe, texts),
    list: wasm.list,
  };
});
