import type { PropertyDeclarations, PropertyValues } from 'lit';
import type { Arrived, Holder } from '../components/matter/holder.ts';
import type { Strip } from '../components/matter/strip.ts';
import type { Notice } from '../components/told.ts';
import { entryName } from '../state/entry-names.ts';
import type { Hindrance, Keeper, Left, Said } from '../state/keeper.ts';
import type { Readers, Reads } from '../state/outside/readers.ts';
import type { Drafts } from '../state/states.ts';
import { HostedElement } from './hosted-element.ts';

/** Whether nothing stands there. */
export function isEmpty({ state, drafts }: Left): boolean {
  return state === undefined && drafts === undefined;
}

/**
 * An element whose state outlives the page: in the fragment of the address and the storages of
 * the browser. Whatever takes the place of what stands there can be undone.
 */
export abstract class KeptElement<State, Typed extends Drafts = Drafts> extends HostedElement {
  static override properties: PropertyDeclarations = {
    fragment: {},
    storage: {},
    matters: {},
    notice: { state: true },
    hindrance: { state: true },
  };

  declare fragment: string | undefined;
  declare storage: string | undefined;
  /** The page that shows `<zhengpin-matters>`; no matter is kept, if left out. */
  declare matters: string | undefined;
  /** A message about the link or the last command, with a way back where there is one. */
  declare protected notice: Notice<State, Typed> | undefined;
  /** What keeps the state out of the address, where something does. */
  declare protected hindrance: Hindrance | undefined;

  /** The name of the tool, under which the fragment keeps its state. */
  protected abstract readonly key: string;
  /** That name, or one beside it where a page shows the tool twice. */
  declare entry: string;
  /** How it reads what comes from outside. */
  protected abstract readonly reads: (readers: Readers) => Reads<State, Typed>;
  protected keeping: typeof import('../lazy/keeping.ts') | undefined;
  protected keeper: Keeper<State, Typed> | undefined;
  /** Whether the browser keeps what was typed. */
  protected draftsKept = true;
  /** Whether what was kept or given has been taken up, so that what is shown is meant. */
  protected opened = false;
  /** Keeps what stands here with its matter, where the page keeps matters. */
  protected strip: Strip | undefined;
  /** Whether something was changed before it could be kept. */
  private unkept = false;
  /** How what was opened last came here. */
  private arrived: Arrived;
  /** What gets the focus back once a notice is gone. */
  private cameFrom: Element | null = null;

  /** What a link has to carry, or nothing while there is nothing to keep. */
  protected abstract snapshot(): State | undefined;
  /** Takes up a state of the right form; returns how many parts of it no longer exist. */
  protected abstract restore(state: State): number;
  /** Starts empty, without what was typed. */
  protected abstract clear(): void;
  /** Shows what is shown where no link says anything else. */
  protected startOver(): void {
    this.clear();
  }
  /** What was typed and stands in no link, by name; nothing while there is nothing. */
  protected drafts(): Typed | undefined {
    return undefined;
  }
  /** Takes up what was typed, in place of what stands there. */
  protected takeDrafts(_drafts: Typed | undefined): void {}

  /** Goes on once it is known whether anything was kept. */
  protected async begun(_found: boolean): Promise<void> {}

  override connectedCallback(): void {
    super.connectedCallback();
    this.entry = entryName(this, this.key);
    addEventListener('hashchange', this.followLink);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('hashchange', this.followLink);
  }

  /** Begins with what is kept, once the element can show it. */
  protected async resume(keeping: typeof this.keeping): Promise<void> {
    this.keeping = keeping;
    if (keeping) this.beginKeeping(keeping);
    else this.hindrance = 'unsupported';
    const found = await this.followLink();
    this.keepEntered(keeping);
    await this.begun(found);
    await keeping?.join(this, this.key, this.holder(), (strip) => {
      this.strip = strip;
      strip.begin(this.arrived);
      this.requestUpdate();
    });
    this.opened = true;
    this.requestUpdate();
  }

  private beginKeeping(keeping: NonNullable<typeof this.keeping>): void {
    this.keeper ??= new keeping.Keeper(this, this.key, this.reads(keeping.readers));
  }

  /** Keeps what was entered before it could be kept, whether or not it can be answered. */
  protected keepEntered(keeping: typeof this.keeping): void {
    if (!keeping || !this.unkept) return;
    this.beginKeeping(keeping);
    this.unkept = false;
    this.keepTyped();
    this.keep();
  }

  /** What its matter has to know of this element. */
  protected holder(): Holder {
    return {
      adopt: (css) => this.adopt(css),
      announce: (text) => this.announce(text),
      left: () => this.left(),
      letGo: () => {
        if (this.notice?.undo) this.notice = undefined;
      },
      fail: () => {
        this.notice = { id: 'fallback-fetch', top: true };
      },
      show: ({ state, drafts }, anew) => {
        if (anew && state === undefined) this.startOver();
        else if (anew) this.restore(state as State);
        this.takeDrafts(drafts as Typed | undefined);
        this.keepTyped();
        if (anew) this.keep();
      },
    };
  }

  /** What has to be there before a state can be restored. */
  protected async beforeRestoring(): Promise<void> {}

  /** Opens what is kept. Returns whether there was anything in place of what the tool begins with. */
  private readonly followLink = async (): Promise<boolean> => {
    const opened = await this.keeper?.open();
    if (!opened) return false;
    const { state, says, before, resumed, handed } = opened;
    const there = before ?? this.left();
    let said: Said | undefined = says;
    try {
      if (state !== undefined) {
        await this.beforeRestoring();
        const lost = (opened.lost ?? 0) + this.restore(state);
        if (lost > 0) said = { id: 'link-partly', count: lost, ...says };
      } else if (says) this.clearState();
    } catch {
      this.clearState();
      said = { id: 'link-broken' };
    }
    if (opened.drafts) {
      this.takeDrafts(opened.drafts);
      this.keepTyped();
    }
    this.hush();
    this.arrived = handed ? 'handed' : resumed || state === undefined ? 'kept' : 'link';
    if (resumed || handed) this.keep();
    else if (state !== undefined) this.tell();
    const undo = isEmpty(there) || resumed ? undefined : there;
    this.notice = said && {
      ...said,
      top: true,
      focus: resumed ? undefined : 'self',
      ...(undo ? { undo } : {}),
    };
    this.strip?.came();
    return state !== undefined || says !== undefined;
  };

  /** Starts empty, but for what was typed. */
  private clearState(): void {
    const drafts = this.drafts();
    this.clear();
    this.takeDrafts(drafts);
  }

  /** What stands here now. */
  protected left(): Left<State, Typed> {
    return { state: this.snapshot(), drafts: this.drafts() };
  }

  /** To be called after the user has changed something. */
  protected changed(): void {
    this.notice = undefined;
    if (!this.keeping) this.unkept = true;
    this.keep();
  }

  /** To be called after the user has typed something that goes into no link. */
  protected typed(): void {
    this.notice = undefined;
    if (!this.keeping) this.unkept = true;
    this.keepTyped();
  }

  private keepTyped(): void {
    this.draftsKept = this.keeper?.keepDrafts(this.drafts()) ?? false;
    this.requestUpdate();
  }

  /** Whether what was typed under a name outlives the tab. */
  protected onDevice(name: string): boolean {
    return this.keeper?.onDevice(name) ?? false;
  }

  protected setOnDevice(name: string, on: boolean): void {
    this.keeper?.setOnDevice(name, on);
    this.typed();
  }

  private keep(): void {
    this.tell();
    void this.write();
  }

  private tell(): void {
    this.keeper?.remember(this.tellChange());
    this.requestUpdate();
  }

  protected tellChange(): State | undefined {
    const detail = this.snapshot();
    this.dispatchEvent(new CustomEvent('zhengpin-change', { detail, bubbles: true }));
    return detail;
  }

  /** Writes what stands here into the address. Returns whether it still stands here then. */
  protected async write(): Promise<boolean> {
    const { keeper } = this;
    if (!keeper) return true;
    const hindrance = await keeper.write(this.snapshot());
    if (hindrance === 'superseded') return false;
    this.hindrance = hindrance;
    return true;
  }

  /** Replaces the state by another one, and offers the way back. */
  protected replaceBy(next: State | undefined, notice: string, focus?: 'way'): void {
    const take = () => (next === undefined ? this.clear() : this.restore(next));
    this.replace(notice, take, focus);
  }

  /** Does something that takes away what stands here, and offers the way back. */
  protected replace(notice: string, take: () => void, focus?: 'way'): void {
    const undo = this.left();
    take();
    this.hush();
    this.typed();
    this.keep();
    this.notice = isEmpty(undo) ? undefined : { id: notice, undo, top: true, focus };
  }

  protected readonly goBack = (): void => {
    const undo = this.notice?.undo;
    if (!undo) return;
    if (undo.state === undefined) this.startOver();
    else this.restore(undo.state);
    this.takeDrafts(undo.drafts);
    this.hush();
    this.typed();
    this.changed();
  };

  protected readonly empty = (): void => this.replaceBy(undefined, 'cleared', 'way');

  protected readonly dismiss = (): void => {
    this.notice = undefined;
  };

  protected override updated(changes: PropertyValues): void {
    super.updated(changes);
    if (changes.has('notice') && this.keeping && this.shadowRoot) {
      this.cameFrom = this.keeping.present(this.shadowRoot, this.notice, this.cameFrom);
    }
  }
}
