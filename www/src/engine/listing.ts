import asset from 'virtual:engine-asset/listing';
import init, { describe, duties, list } from '../../../pkg/listing/zhengpin.js';
import { type Loader, loader } from './load.ts';
import { starting } from './source.ts';
import type { Engine } from './types.ts';

/** The engine that lists duties; it holds the rulebooks that do nothing else. */
export type ListingEngine = Pick<Engine, 'duties' | 'describe' | 'list'>;

/** Loads that engine. */
export const loadListing: Loader<ListingEngine> = loader(
  asset,
  starting((file: Response) => init({ module_or_path: file }), { duties, describe, list }),
  async () => {
    const script = await import('../../../pkg/listing/script-listing.js');
    return starting(() => script.default(), script);
  },
);
