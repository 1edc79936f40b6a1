import asset from 'virtual:engine-asset/deciding';
import init, {
  compare,
  decide,
  describe,
  draft,
  hold,
  list,
  precedents,
  schedule,
} from '../../../pkg/deciding/zhengpin.js';
import { type Holding, type Loader, loader } from './load.ts';
import { starting } from './source.ts';
import type { Engine } from './types.ts';

/**
 * The engine that decides, compares, drafts, finds decided cases and tells when deadlines end; it
 * is handed the rulebooks that it is asked, of those that decide.
 */
export type DecidingEngine = Omit<Engine, 'simulate' | 'duties'>;

/** Loads that engine. */
export const loadDeciding: Loader<DecidingEngine> = loader<DecidingEngine & Holding>(
  asset,
  starting((file: Response) => init({ module_or_path: file }), {
    compare,
    decide,
    draft,
    hold,
    precedents,
    schedule,
    describe,
    list,
  }),
  async () => {
    const script = await import('../../../pkg/deciding/script-deciding.js');
    return starting(() => script.default(), script);
  },
  ({ hold }) => hold,
);
