import { isAlike } from '../../state/matter/alike.ts';
import { isEmpty, parsed, plain } from '../../state/matter/plain.ts';
import * as store from '../../state/matter/store.ts';
import type { HeldTool } from '../../state/matter/types.ts';
import type { Holder } from './holder.ts';
import { type Host, StripCore } from './strip-core.ts';

/** Follows what other tabs write of the matter that this one is about. */
export abstract class StripTabs extends StripCore {
  constructor(host: Host, tool: HeldTool, holder: Holder) {
    super(host, tool, holder);
    host.addController(this);
  }

  hostConnected(): void {
    addEventListener('storage', this.heard);
    addEventListener('pageshow', this.lookAgain);
  }

  hostDisconnected(): void {
    removeEventListener('storage', this.heard);
    removeEventListener('pageshow', this.lookAgain);
  }

  /** Another tab has written. */
  private readonly heard = (event: StorageEvent): void => {
    const { matter } = this;
    const entry = event.key === null ? undefined : store.entryOf(event.key);
    if (event.key !== null && !entry) return;
    if (!matter || (entry && entry.id !== matter.id)) {
      this.host.requestUpdate();
      return;
    }
    const now = store.readable(matter.id);
    if (!now) {
      this.standing = 'gone';
      this.note();
      this.host.requestUpdate();
      return;
    }
    this.matter = now;
    if (!now.stored[this.tool] && (this.token !== null || this.standing === 'gone')) {
      // A file was read in its place that has nothing of what stands here.
      this.token = null;
      this.standing = isEmpty(this.own) ? 'kept' : 'behind';
      this.note();
      this.look();
      return;
    }
    if (entry?.tool !== this.tool) {
      // Another tool's part, or the name.
      if (this.standing === 'kept') this.showFilled();
      else this.look();
      return;
    }
    this.follow(store.asStored(parsed(event.newValue))?.after ?? null);
  };

  /** A page that comes back from the browser's memory heard nothing meanwhile. */
  private readonly lookAgain = (event: PageTransitionEvent): void => {
    const { matter } = this;
    if (!event.persisted || !matter) return;
    const now = store.readable(matter.id);
    if (now) this.matter = now;
    else this.standing = 'gone';
    // Meanwhile the tab may have been about another one.
    if (now) store.choose(matter.id);
    if (now && (now.stored[this.tool]?.token ?? null) !== this.token) this.follow(this.token);
    this.host.requestUpdate();
  };

  /**
   * Another tab wrote this part. Where it had seen what was written here, what it wrote is shown;
   * where it had not, one of the two would be lost, and the user is asked.
   */
  private follow(after: string | null): void {
    const stored = this.matter?.stored[this.tool];
    if (!stored || stored.token === this.token) return;
    const same = isAlike(plain(stored.part), plain(this.own));
    if (!same && (after !== this.token || this.standing !== 'kept')) {
      this.standing = 'behind';
      this.note();
      this.look();
      return;
    }
    this.standing = 'kept';
    this.holder.letGo();
    this.own = this.readStored() ?? this.own;
    this.showFilled();
    if (!same && this.say) this.holder.announce(this.say('matter-followed'));
  }
}
