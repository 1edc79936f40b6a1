import asset from 'virtual:engine-asset/comparing';
import init, { compare, decide, describe, hold, list } from '../../../pkg/comparing/zhengpin.js';
import { type Holding, type Loader, loader } from './load.ts';
import { starting } from './source.ts';
import type { Engine } from './types.ts';

/** The engine that compares and decides; it is handed the rulebooks that it is asked, of all. */
export type ComparingEngine = Pick<Engine, 'decide' | 'compare' | 'describe' | 'list'>;

/** Loads that engine. */
export const loadComparing: Loader<ComparingEngine> = loader<ComparingEngine & Holding>(
  asset,
  starting((file: Response) => init({ module_or_path: file }), {
    compare,
    decide,
    describe,
    hold,
    list,
  }),
  async () => {
    const script = await import('../../../pkg/comparing/script-comparing.js');
    return starting(() => script.default(), script);
  },
  ({ hold }) => hold,
);
