/** Links, storages and what is told of them, which load beside the engine. */
import '../i18n/words-keeping.ts';

export { present, told } from '../components/told.ts';
export { encodeState } from '../state/codec.ts';
export { Keeper } from '../state/keeper.ts';
export { readers } from '../state/outside/readers.ts';
