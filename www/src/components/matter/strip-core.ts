import type { ReactiveController, ReactiveControllerHost } from 'lit';
import '../../i18n/words-matter.ts';
import type { Lang, Value } from '../../engine/types.ts';
import { today } from '../../i18n/dates.ts';
import { spoken } from '../../i18n/langs.ts';
import type { Words } from '../../i18n/words.ts';
import { fits } from '../../state/answers.ts';
import { isAlike, textOf } from '../../state/matter/alike.ts';
import { basisOf, daysOf, uncounted } from '../../state/matter/days.ts';
import {
  type Around,
  type Difference,
  differences,
  fill,
  merged,
  ownOf,
  type Taken,
  without,
} from '../../state/matter/fill.ts';
import { type Place, platformOf } from '../../state/matter/places.ts';
import { isEmpty, partOf, plain } from '../../state/matter/plain.ts';
import * as store from '../../state/matter/store.ts';
import { isNoted, note } from '../../state/matter/tab-copies.ts';
import {
  HELD,
  type HeldTool,
  type Left,
  type Matter,
  type Part,
  type Parts,
  type Stored,
} from '../../state/matter/types.ts';
import { isBegun, type Step } from '../../state/matter/ways.ts';
import { readers } from '../../state/outside/readers.ts';
import { type Arrived, dueDays, type Holder } from './holder.ts';
import { laidReady } from './onward.ts';
import type { Standing } from './strip-parts.ts';

/** The element of a tool, as its host's page says what it may do. */
export interface Host extends ReactiveControllerHost, HTMLElement {
  readonly matters: string | undefined;
  readonly storage: string | undefined;
  readonly entry: string;
}

/**
 * Keeps what stands in a tool with its matter, and puts in what was said in other tools. Whatever
 * would take the place of something that was said is asked first.
 */
export abstract class StripCore implements ReactiveController {
  /** The matter that this tab is about. */
  matter: Matter | undefined;
  standing: Standing = 'kept';
  /** What was put in because it was said elsewhere, by place. */
  taken = new Map<string, Taken>();
  /** What is said otherwise elsewhere. */
  differing: Difference[] = [];
  /** What was said here, and by all tools together. */
  protected own: Part = {};
  protected token: string | null = null;
  /** What was shown when it was last kept, as text. */
  private seen = '';
  protected begun = false;
  protected say: Words | undefined;
  /** The language in which names were put in. */
  private named: Lang | undefined;

  constructor(
    protected readonly host: Host,
    readonly tool: HeldTool,
    readonly holder: Holder,
  ) {}

  /** What all tools say, this one as it is shown. */
  get parts(): Parts {
    const stored = Object.entries(this.matter?.stored ?? {});
    const others = stored.map(([tool, { part }]) => [tool, part]);
    return { ...Object.fromEntries(others), [this.tool]: this.own };
  }

  /** The page of matters; those of the tools stand beside it under their names. */
  get page(): string {
    return this.host.matters ?? '';
  }

  /** The days by which something is due in this matter, earliest first, each once. */
  get due(): string[] {
    const stored = this.storedNow;
    const others = HELD.flatMap((tool) => (tool === this.tool ? [] : (daysOf(tool, stored) ?? [])));
    return [...new Set([...others, ...this.dueHere])].sort();
  }

  /** The days by which something that is asked here is due and not done, earliest first. */
  protected get dueHere(): string[] {
    // While deadlines are not drawn, what was due last stands.
    return dueDays(this.holder) ?? this.matter?.stored[this.tool]?.due ?? [];
  }

  /** The parts of the matter as they are kept, this one as it is shown. */
  private get storedNow(): Matter['stored'] {
    const { [this.tool]: mine, ...others } = this.matter?.stored ?? {};
    return mine ? { ...others, [this.tool]: { ...mine, part: this.own } } : others;
  }

  /** The tools whose days have to be counted anew, which they are once they are opened. */
  get uncounted(): HeldTool[] {
    return uncounted(this.storedNow, this.tool);
  }

  /** What is due here, and what it is counted from; as it was, while deadlines are not drawn. */
  protected get counted(): Pick<Stored, 'due' | 'basis'> {
    const { due = [], basis } = this.matter?.stored[this.tool] ?? {};
    const days = dueDays(this.holder);
    return days ? { due: days, basis: basisOf(this.tool, this.parts) } : { due, basis };
  }

  /** Whether what is due is not what the matter holds as due. */
  private get isDueAnew(): boolean {
    const stored = this.matter?.stored[this.tool];
    const { due, basis } = this.counted;
    return stored !== undefined && !(isAlike(stored.due, due) && stored.basis === basis);
  }

  private get lang(): Lang {
    return this.say?.lang ?? spoken(this.host.lang);
  }

  protected get around(): Around {
    const { [this.tool]: _, ...others } = this.parts;
    return {
      tool: this.tool,
      others,
      platform: platformOf(others, this.lang),
      day: this.holder.day?.() ?? today(),
      fits: (place, value) => this.fits(place, value),
    };
  }

  private fits({ fact }: Place, value: Value): boolean {
    if (fact === undefined) return typeof value === 'string';
    return fits(this.holder.asks?.().get(fact), value);
  }

  /** Takes up the matter of this tab, beside what stands in the tool and came there in some way. */
  begin(arrived: Arrived): void {
    this.take(arrived);
    const step = this.matter && laidReady(this.tool);
    if (step) this.go(step);
  }

  /** Goes to where a step is taken on this page. */
  abstract go(step: Pick<Step, 'name' | 'issue'>): void;

  private take(arrived: Arrived): void {
    this.begun = true;
    this.matter = store.readable(store.chosen());
    if (!this.matter) return;
    const shown = partOf(this.holder.left());
    const stored = this.readStored();
    if (!stored) return;
    this.own = stored;
    if (arrived === 'handed') {
      // What the tab kept of it holds what was taken over, too.
      const { taken } = fill(stored, this.around);
      const brought = without(shown, taken, this.around.day);
      const { part, against } = merged(stored, brought);
      this.own = part;
      if (against > 0) this.standing = 'apart';
      this.showFilled();
      if (this.standing === 'kept') this.write();
      return;
    }
    const filled = fill(stored, this.around);
    const inStep = isNoted(this.host.entry, this.matter.id, shown);
    if (isEmpty(shown) || inStep || isAlike(plain(shown), plain(filled.part))) {
      this.showFilled();
      return;
    }
    if (!isBegun(shown) && isEmpty({ drafts: stored.drafts ?? {} })) {
      // A finding that is half typed, and none is in the matter.
      this.own = { ...stored, drafts: { ...shown.drafts } };
      this.showFilled();
      if (this.standing === 'kept') this.write();
      return;
    }
    this.own = shown;
    this.standing = 'apart';
    this.look();
  }

  /** What the device keeps of this tool's part, as far as this version of the page can show it. */
  protected readStored(): Part | undefined {
    const stored = this.matter?.stored[this.tool];
    this.token = stored?.token ?? null;
    if (!stored) return {};
    const { state, drafts, declined } = stored.part;
    const ledger = this.tool === 'penalties';
    const read = (ledger ? readers.ledger : readers.decision)(state);
    const typed = (ledger ? readers.findingDrafts : readers.paperDrafts)(drafts);
    // What cannot be read must not be written over unasked.
    const none = state !== undefined && !read;
    if (none || (read?.lost ?? 0) + (typed?.lost ?? 0) > 0) this.standing = 'apart';
    return {
      ...(read ? { state: { ...read.kept } } : {}),
      ...(typed ? { drafts: { ...typed.kept } } : {}),
      ...(declined ? { declined } : {}),
    };
  }

  /** Shows what was said here with what was said elsewhere. */
  protected showFilled(): void {
    const { part, taken } = fill(this.own, this.around);
    this.taken = taken;
    this.named = this.lang;
    const shown = this.holder.left();
    if (!isAlike(plain(partOf(shown)), plain(part))) {
      const { state, drafts } = part;
      const anew =
        textOf(plain({ state: state ?? {} })) !==
        textOf(plain({ state: partOf(shown).state ?? {} }));
      this.holder.show({ state, drafts: drafts as Left['drafts'] }, anew);
      // What the rules of the day do not ask is not shown, and stays in the matter until the user
      // says otherwise.
      const now = partOf(this.holder.left());
      if (this.standing === 'kept' && !isAlike(plain(now), plain(part))) this.standing = 'apart';
    }
    this.look();
    this.note();
  }

  /** Remembers what is shown now, so that only what changes from here on is kept anew. */
  protected look(): void {
    this.seen = textOf(plain(partOf(this.holder.left())));
    this.differing = differences(this.own, this.around, this.matter?.apart ?? []);
    this.host.requestUpdate();
  }

  hostUpdated(): void {
    if (!this.begun || !this.matter) return;
    const text = textOf(plain(partOf(this.holder.left())));
    if (text !== this.seen) this.changed();
    else if (this.standing !== 'kept') return;
    else if (this.lang !== this.named) this.showFilled();
    else if (this.isDueAnew) this.write();
  }

  /** What a link brings in place of what stands here is not the matter's until the user says so. */
  came(): void {
    if (!this.matter || !['kept', 'refused'].includes(this.standing)) return;
    const shown = partOf(this.holder.left());
    if (isAlike(plain(shown), plain(fill(this.own, this.around).part))) return;
    this.own = shown;
    this.taken = new Map();
    this.standing = 'apart';
    this.look();
  }

  /** Keeps what the user has changed. */
  private changed(): void {
    this.own = ownOf(partOf(this.holder.left()), this.taken, this.own, this.around.day);
    if (this.standing === 'kept' || this.standing === 'refused') this.write();
    this.showFilled();
  }

  /** Writes what was said here into the matter, unless somebody else has written meanwhile. */
  protected write(): void {
    const { matter, own, token } = this;
    if (!matter) return;
    const written = store.write(matter.id, this.tool, {
      part: own,
      ...this.counted,
      after: token,
    });
    if (typeof written === 'string') {
      this.standing = written;
      return;
    }
    this.token = written.token;
    this.standing = 'kept';
    this.matter = store.readable(matter.id) ?? matter;
  }

  /** Notes whether what the tab keeps here is in the matter, too. */
  protected note(): void {
    const id = this.standing === 'kept' ? this.matter?.id : undefined;
    note(this.host.entry, id, partOf(this.holder.left()));
  }
}
