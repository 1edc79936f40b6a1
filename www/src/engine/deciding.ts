import asset from 'virtual:engine-asset/deciding';
import init, {
  compare,
  decide,
  describe,
  draft,
  list,
  precedents,
  schedule,
} from '../../../pkg/deciding/zhengpin.js';
import { type Loader, loader } from './load.ts';
import { starting } from './source.ts';
import type { Engine } from './types.ts';

/**
 * The engine that decides, compares, drafts, finds decided cases and tells when deadlines end; it
 * holds the rulebooks that decide.
 */
export type DecidingEngine = Omit<Engine, 'simulate' | 'duties'>;

/** Loads that engine. */
export const loadDeciding: Loader<DecidingEngine> = loader(
  asset,
  starting((file: Response) => init({ module_or_path: file }), {
    compare,
    decide,
    draft,
    precedents,
    schedule,
    describe,
    list,
  }),
  async () => {
    const script = await import('../../../pkg/deciding/script-deciding.js');
    return starting(() => script.default(), script);
  },
);
