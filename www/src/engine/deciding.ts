import asset from 'virtual:engine-asset/deciding';
import init, { compare, decide, describe, draft, duties, list } from '../../../pkg/deciding/zhengpin.js';
import { type Loader, loader } from './load.ts';
import { starting } from './source.ts';
import type { Engine } from './types.ts';

/** The engine that decides, compares, drafts and lists duties; it holds every rulebook. */
export type DecidingEngine = Omit<Engine, 'simulate'>;

/** Loads that engine. */
export const loadDeciding: Loader<DecidingEngine> = loader(
  asset,
  starting(init, { decide, compare, draft, duties, describe, list }),
);
