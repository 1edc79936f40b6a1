import { today } from '../i18n/dates.ts';
import { draftNames, type Owner, stateName, typedName } from './begins.ts';
import { decodeState, encodeState, LinkError, type Reason } from './codec.ts';
import { fragmentWith, readFragment, writeFragment } from './fragment.ts';
import { takeOver } from './handover.ts';
import { whole } from './outside/reader.ts';
import type { Reads } from './outside/readers.ts';
import { handed as HANDED } from './outside/schemas.ts';
import type { Drafts } from './states.ts';
import { get, namesAt, put } from './storage.ts';

/** What is said of a link that cannot be read. */
const UNREADABLE: Record<Reason, string> = {
  broken: 'link-broken',
  newer: 'link-newer',
  'too-long': 'link-too-long',
  unsupported: 'link-unsupported',
};

/** What a tool holds: what goes into a link, and what was typed besides. */
export interface Left<State = unknown, Typed = Drafts> {
  state: State | undefined;
  drafts: Typed | undefined;
}

/** Something to be told, by message, with its numbers. */
export interface Said {
  id: string;
  count?: number;
  all?: number;
}

/** What a tool begins with, or goes on with after the address has changed. */
export interface Opened<State, Typed> {
  state?: State;
  /** How many parts of the state could not be read. */
  lost?: number;
  drafts?: Typed | undefined;
  /** What has to be said of it, by message; without a state there was none to be read. */
  says?: Said;
  /** Whether it is what this tab kept. */
  resumed?: boolean;
  /** Whether another tool laid it ready. */
  handed?: boolean;
  /** What this tab kept and what was opened took the place of. */
  before?: Left<State, Typed>;
}

/** Why an address does not carry the state: as a link, or because the browser keeps the old one. */
export type Hindrance = Reason | 'refused';

/**
 * Keeps what a tool holds: answers in the fragment of the address and in the storage of the
 * tab; what was typed besides in the tab, or on the device where the user says so.
 */
export class Keeper<State, Typed extends Drafts> {
  private written: string | undefined;
  private begun = false;
  /** Whether what was typed still stands in the address from which it was read. */
  private typedRead = false;
  private writes = 0;
  /** Whether the tab keeps the state that was written last. */
  stateKept = false;
  /** The drafts that the device keeps beyond the tab. */
  private readonly device = new Set<string>();

  /** `tool` is what other tools call it that hand something over. */
  constructor(
    private readonly owner: Owner,
    private readonly tool: string,
    private readonly reads: Reads<State, Typed>,
  ) {}

  private get linked(): boolean {
    return this.owner.fragment !== 'off';
  }

  private get stored(): boolean {
    return this.owner.storage !== 'off';
  }

  private get stateName(): string {
    return stateName(this.owner.entry);
  }

  private get draftNames(): string {
    return draftNames(this.owner.entry);
  }

  private get typedEntry(): string {
    return typedName(this.owner.entry);
  }

  /** What to begin with; later, what a changed address brings, or nothing. */
  async open(): Promise<Opened<State, Typed> | undefined> {
    if (this.begun) return this.fromLink();
    this.begun = true;
    const kept = this.kept();
    const opened = this.handed() ?? (await this.fromLink());
    if (!opened) {
      const { state, drafts } = kept;
      if (state === undefined) return drafts && { drafts };
      return { state, drafts, says: { id: 'kept-back' }, resumed: true };
    }
    const replaced = Object.entries(opened.drafts ?? {}).some(([name, draft]) => {
      const own = kept.drafts?.[name];
      return own !== undefined && JSON.stringify(own) !== JSON.stringify(draft);
    });
    const lost = replaced || (opened.says !== undefined && kept.state !== undefined);
    const drafts = kept.drafts && opened.drafts ? { ...kept.drafts, ...opened.drafts } : undefined;
    return {
      ...opened,
      drafts: drafts ?? opened.drafts ?? kept.drafts,
      ...(replaced && !opened.says ? { says: { id: 'typed-replaced' } } : {}),
      ...(lost ? { before: kept } : {}),
    };
  }

  /** What this tab and this device keep. */
  private kept(): Left<State, Typed> {
    if (!this.stored) return { state: undefined, drafts: undefined };
    const drafts: Record<string, unknown> = {};
    for (const place of ['tab', 'device'] as const) {
      for (const name of namesAt(place, this.draftNames)) {
        if (place === 'device') this.device.add(name);
        drafts[name] = get(place, `${this.draftNames}${name}`);
      }
    }
    return {
      state: this.linked ? this.reads.state(get('tab', this.stateName))?.kept : undefined,
      drafts: Object.keys(drafts).length > 0 ? this.reads.drafts(drafts)?.kept : undefined,
    };
  }

  /** What another tool of this tab laid ready. */
  private handed(): Opened<State, Typed> | undefined {
    if (!this.stored) return undefined;
    const handed = whole(HANDED)(takeOver(this.tool));
    if (!handed) return undefined;
    const { facts, fields, asOf = today(), issue } = handed.kept;
    const state = { asOf, answers: facts, ...(issue === undefined ? {} : { issue }) };
    const [read, typed] = [this.reads.state(state), this.reads.drafts(fields)];
    if (!read) return undefined;
    return { state: read.kept, drafts: typed?.kept, says: { id: 'handed-over' }, handed: true };
  }

  /** What the address carries, if it is not what was written there last. */
  private async fromLink(): Promise<Opened<State, Typed> | undefined> {
    if (!this.linked) return undefined;
    const [text, typed] = [readFragment(this.owner.entry), readFragment(this.typedEntry)];
    const known = text === undefined || text === this.written;
    if (known && typed === undefined) return undefined;
    const opened: Opened<State, Typed> = {};
    if (!known) {
      try {
        const { state, damaged } = await decodeState(text);
        const read = this.reads.state(state);
        if (read) [opened.state, opened.lost] = [read.kept, read.lost];
        if (damaged) opened.says = saidOf(damaged);
        if (!read) opened.says = { id: UNREADABLE.broken };
      } catch (error) {
        opened.says = { id: UNREADABLE[reasonOf(error)] };
      }
      this.written = text;
    }
    if (typed !== undefined) {
      const { drafts, whole } = await this.typed(typed);
      opened.drafts = drafts;
      if (!whole) opened.says ??= { id: 'typed-damaged' };
      this.typedRead = true;
    }
    return opened;
  }

  /** What was typed, as far as a link carries it, and whether that is all of it. */
  private async typed(text: string): Promise<{ drafts?: Typed | undefined; whole: boolean }> {
    try {
      const { state, damaged } = await decodeState(text);
      const read = this.reads.drafts(state);
      return { drafts: read?.kept, whole: read?.lost === 0 && !damaged };
    } catch {
      return { whole: false };
    }
  }

  /** Keeps a state in the tab, for whoever comes back without a link. */
  remember(state: unknown): void {
    if (!this.linked) return;
    this.stateKept = this.stored && put('tab', this.stateName, state);
  }

  /**
   * Keeps a state in the address. Returns what keeps it out of the address, where
   * then no link stands, or `superseded`, if another one was written meanwhile.
   */
  async write(state: unknown): Promise<Hindrance | 'superseded' | undefined> {
    if (!this.linked) return undefined;
    this.writes += 1;
    const mine = this.writes;
    let [text, hindrance]: [string?, Hindrance?] = [];
    try {
      text = state === undefined ? undefined : await encodeState(state);
    } catch (error) {
      hindrance = reasonOf(error);
    }
    if (mine !== this.writes) return 'superseded';
    this.written = text;
    return writeFragment(this.owner.entry, text) ? hindrance : 'refused';
  }

  /** The address with the state as it was written last, and with drafts, if they are to go along. */
  async link(drafts: Drafts | undefined): Promise<string> {
    const typed = drafts && (await encodeState(drafts));
    return fragmentWith(this.typedEntry, typed);
  }

  /**
   * Keeps drafts, each where it belongs, and no others. Returns whether the browser does it.
   */
  keepDrafts(drafts: Drafts | undefined): boolean {
    if (!this.stored) return false;
    let kept = true;
    for (const place of ['tab', 'device'] as const) {
      const own = Object.entries(drafts ?? {}).filter(
        ([name]) => this.device.has(name) === (place === 'device'),
      );
      const names = own.map(([name]) => name);
      for (const name of namesAt(place, this.draftNames)) {
        if (!names.includes(name)) put(place, `${this.draftNames}${name}`, undefined);
      }
      for (const [name, draft] of own) {
        kept = put(place, `${this.draftNames}${name}`, draft) && kept;
      }
    }
    // Names and addresses stand in the address no longer than they have to.
    if (kept && this.typedRead) this.typedRead = !writeFragment(this.typedEntry, undefined);
    return kept;
  }

  /** Whether a draft outlives the tab. */
  onDevice(name: string): boolean {
    return this.device.has(name);
  }

  /** Says whether a draft outlives the tab; `keepDrafts` then does it. */
  setOnDevice(name: string, on: boolean): void {
    if (on) this.device.add(name);
    else this.device.delete(name);
  }
}

function saidOf({ read, all }: { read: number; all: number | undefined }): Said {
  return all === undefined
    ? { id: 'link-damaged-old', count: read }
    : { id: 'link-damaged', count: read, all };
}

function reasonOf(error: unknown): Reason {
  return error instanceof LinkError ? error.reason : 'broken';
}
