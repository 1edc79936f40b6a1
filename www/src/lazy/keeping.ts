/** Links, storages and what is told of them, which load beside the engine. */
import '../i18n/words-keeping.ts';
import type { Holder } from '../components/matter/holder.ts';
import type { Strip } from '../components/matter/strip.ts';
import { get } from '../state/storage.ts';

export { present, told } from '../components/told.ts';
export { encodeState } from '../state/codec.ts';
export { Keeper } from '../state/keeper.ts';
export { readers } from '../state/outside/readers.ts';

/** An element whose contents a matter can hold. */
type Host = ConstructorParameters<typeof Strip>[0];

/**
 * Takes up the matter to which belongs what stands in a tool, where its page keeps matters: at
 * once, if the tab is about one, otherwise when the page is idle.
 */
export async function join(
  host: Host,
  key: string,
  holder: Holder,
  then: (strip: Strip) => void,
): Promise<void> {
  if (!host.matters || host.storage === 'off') return;
  const take = async () => {
    try {
      const part = await import('./matter.ts');
      holder.adopt(part.css);
      const tool = part.heldTool(key);
      if (tool) then(new part.Strip(host, tool, holder));
    } catch {
      holder.fail();
    }
  };
  if (get('tab', 'matter') !== undefined) return take();
  const idle = globalThis.requestIdleCallback ?? ((later: () => void) => setTimeout(later, 200));
  idle(() => void take());
}
