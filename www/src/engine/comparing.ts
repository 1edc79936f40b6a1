import asset from 'virtual:engine-asset/comparing';
import init, { compare, decide, describe, list } from '../../../pkg/comparing/zhengpin.js';
import { type Loader, loader } from './load.ts';
import { starting } from './source.ts';
import type { Engine } from './types.ts';

/** The engine that compares and decides; it holds every rulebook. */
export type ComparingEngine = Pick<Engine, 'decide' | 'compare' | 'describe' | 'list'>;

/** Loads that engine. */
export const loadComparing: Loader<ComparingEngine> = loader(
  asset,
  starting((file: Response) => init({ module_or_path: file }), { compare, decide, describe, list }),
  async () => {
    const script = await import('../../../pkg/comparing/script-comparing.js');
    return starting(() => script.default(), script);
  },
);
