import all from 'virtual:engine-texts/all';
import complaint from 'virtual:engine-texts/cn/complaint';
import imports from 'virtual:engine-texts/cn/parallel-import';
import titles from 'virtual:engine-texts/titles';
import openings from 'virtual:opening/versions/cn/parallel-import';
import type { PropertyDeclarations } from 'lit';
import type { Held } from '../components/drafts/held.ts';
import { type ComparingEngine, loadComparing } from '../engine/comparing.ts';
import type { LawDraft } from '../engine/drafts.ts';
import { EngineUnavailable, type Loader, type TextFiles } from '../engine/load.ts';
import { openingOn } from '../engine/opening.ts';
import {
  type Comparison,
  type Description,
  type Facts,
  type Failure,
  isFailure,
  type Lang,
} from '../engine/types.ts';
import { dayBefore, today } from '../i18n/dates.ts';
import { fits, knownFacts } from '../state/answers.ts';
import { beginsEmpty } from '../state/begins.ts';
import { breathe, painted } from '../state/breathe.ts';
import type { Kept } from '../state/outside/reader.ts';
import type { Readers } from '../state/outside/readers.ts';
import { Picks } from '../state/picks.ts';
import type { ChangesShown } from '../state/shown.ts';
import type { ChangesState } from '../state/states.ts';
import { type Choices, choicesOf, Versions, type VersionsOpening } from '../state/versions.ts';
import type { GivenPart } from './given-element.ts';
import { ToolElement } from './tool-element.ts';

/** What shows a comparison, and holds drafts against the law. */
type Part = typeof import('../lazy/changes.ts');

/** Loads it; it is as needed as the engine. */
const loadPart = (): Promise<Part> =>
  import('../lazy/changes.ts').catch((cause) => {
    throw new EngineUnavailable('fetch', cause);
  });

/** The words of a rulebook that is often shown at first; all others come with it, or after it. */
const FIRST: Record<string, TextFiles> = {
  'cn/complaint': complaint,
  'cn/parallel-import': imports,
};

/** What is chosen of a comparison. */
interface Chosen extends Partial<ChangesState> {
  /** The newest version of the rulebook, which is known once all rulebooks are there. */
  newest?: true;
}

/** Milliseconds after which it is said that something is being compared. */
const PATIENCE = 150;

/** What the engine said to it. */
export interface Told {
  comparison: Comparison;
  days: [Description, Description];
}

/**
 * A comparison that is kept: of which rulebook, from which day to which or with which draft, and
 * what the engine makes of it. The element on top of it asks and shows.
 *
 * Attributes: `rulebook`, `from` and `to`, what is shown at first. Left out, these are the
 * first rulebook, its newest version that changes a verdict, and the day before. `facts`, the
 * answers of somebody who asks whether the change concerns them, as JSON.
 */
export abstract class ComparedTool extends ToolElement<ChangesState, ComparingEngine> {
  static override properties: PropertyDeclarations = {
    rulebook: {},
    from: {},
    to: {},
    facts: {},
    asked: { state: true },
    refused: { state: true },
    comparing: { state: true },
  };

  declare rulebook: string | undefined;
  declare from: string | undefined;
  declare to: string | undefined;
  /** What the host's page gives as answered: values by fact, or JSON. */
  declare facts: Facts | string | undefined;
  declare protected asked: ChangesState | undefined;
  /** Days that the engine refused, which stay in their fields with what is said to them. */
  declare protected refused: { asked: ChangesState; failure: Failure } | undefined;

  /** Whether another comparison is being made, for longer than nobody notices. */
  declare protected comparing: boolean | undefined;

  protected readonly key = 'changes';
  /** The engine, and beside it what shows its answers. */
  protected readonly load: Loader<ComparingEngine> = async (wanted) => {
    const [engine, part] = await Promise.all([loadComparing(wanted), loadPart()]);
    this.take(part);
    return engine;
  };
  /**
   * The words of all rulebooks, once somebody may choose among them, or a link has chosen. What all
   * are called stands in the opening, where there is one.
   */
  protected override get texts(): TextFiles[] {
    const { rulebook } = this;
    const some = !this.wantsAll && rulebook !== undefined && beginsEmpty(this, this.key);
    const first = some ? FIRST[rulebook] : undefined;
    if (!first) return [all];
    return openings.length > 0 ? [first] : [titles, first];
  }
  protected readonly reads = ({ changes, noDrafts }: Readers) => ({
    state: changes,
    drafts: noDrafts,
  });
  private wantsAll = false;
  private compared: InstanceType<Part['Compared']> | undefined;
  /** What was chosen and is not shown yet. */
  private readonly picks = new Picks<Chosen>({
    prepare: () => this.prepareChosen(),
    show: () => this.showChosen(),
    done: () => this.requestUpdate(),
  });
  protected told: Told | undefined;
  protected versions: Versions | undefined;
  /** What there is to choose from before the engine knows all rulebooks. */
  protected opening: VersionsOpening | undefined;
  private hearsAll = false;
  protected showing: Part | undefined;
  protected held: Held | undefined;
  /** On which facts which comparison turns. */
  private turns = new Map<string, Set<string>>();
  private turned: Told | undefined;

  protected snapshot(): ChangesState | undefined {
    const { asked } = this;
    return JSON.stringify(asked) === JSON.stringify(this.first()) ? undefined : asked;
  }

  private take(part: Part): void {
    if (this.showing) return;
    this.showing = part;
    this.adopt(part.css);
    this.held = new part.Held(
      this,
      () => this.files,
      () => {
        if (this.asked?.against === undefined) return;
        this.requestUpdate();
        this.announceResult();
      },
    );
  }

  /** A link may name any rulebook. */
  protected override async beforeRestoring(): Promise<void> {
    // What could not be fetched is said where it is asked for.
    await this.hearAll().catch(() => {});
  }

  protected restore({ rulebook, from, to, against, facts = {} }: ChangesState): number {
    this.picks.drop();
    this.refused = undefined;
    let gone = 0;
    const draft = this.draft(rulebook, against)?.rulebook;
    if (draft !== against) gone += 1;
    // A draft is held against the law of one day.
    const day = draft === undefined ? to : from;
    if (day !== to) gone += 1;
    if (!this.ask({ rulebook, from, to: day, against: draft, facts })) {
      // What the link asked for stays in its fields, with what the engine has against it.
      const { refused } = this;
      this.asked = undefined;
      this.begin();
      this.refused = refused;
      gone += 1;
    }
    const kept = this.asked?.facts ?? {};
    return gone + Object.keys(facts).filter((id) => !(id in kept)).length;
  }

  protected override get given(): unknown {
    return this.facts;
  }

  protected override readGiven(
    { plain }: GivenPart,
    { changes }: Readers,
  ): Kept<ChangesState> | undefined {
    const { facts, asked } = this;
    if (facts === undefined || facts === null || !asked) return undefined;
    return changes({ ...asked, facts: plain(facts) });
  }

  protected get answerShown() {
    const { asked, held } = this;
    if (asked?.against === undefined || this.refused) {
      return this.refused?.failure ?? this.told?.comparison ?? this.versions?.failed;
    }
    // While a draft is being held against the law, and where its engine is missing, there is none.
    const came = held?.came;
    if (!came || 'reason' in came) return undefined;
    return 'failure' in came ? came.failure : came.weighed.comparison;
  }

  protected override detail(): ChangesShown | undefined {
    const { answerShown: shown, asked } = this;
    if (!shown || isFailure(shown)) return undefined;
    return { ...shown, facts: asked?.facts ?? {} };
  }

  protected clear(): void {
    this.picks.drop();
    this.asked = undefined;
    this.refused = undefined;
    this.begin();
  }

  /** What is shown at first. */
  private first(): ChangesState | undefined {
    const rulebook = this.rulebook ?? this.versions?.first;
    if (!this.versions || rulebook === undefined) return undefined;
    const to = this.to ?? this.newestOf(rulebook).to;
    return { rulebook, from: this.from ?? dayBefore(to), to };
  }

  /** The newest version that changes something, and the day before. */
  private newestOf(rulebook: string): Pick<ChangesState, 'from' | 'to'> {
    const to = this.versions?.latest(rulebook) ?? today();
    return { from: dayBefore(to), to };
  }

  /** The rulebook that was chosen last, also while it is not compared yet. */
  protected get rulebookChosen(): string | undefined {
    return this.picks.last('rulebook') ?? this.asked?.rulebook;
  }

  protected override willUpdate(): void {
    if (!this.engine || this.asked) return;
    this.versions ??= new Versions(this.engine, this.opening);
    this.begin();
  }

  protected override async openEarly(lang: Lang): Promise<boolean> {
    const asked = [this.from, this.to, this.given].some((one) => one !== undefined);
    if (asked || !beginsEmpty(this, this.key)) return false;
    const opening = await openingOn<VersionsOpening>(openings, today(), lang, this.files);
    if (opening?.description.rulebook !== this.rulebook) return false;
    this.opening = opening;
    return !this.engine;
  }

  /** What there is to choose from: all of it, also while the engine knows some of it only. */
  protected get choices(): Choices | undefined {
    return (this.hearsAll ? undefined : this.opening && choicesOf(this.opening)) ?? this.versions;
  }

  protected override async prepare(): Promise<void> {
    if (!this.engine) return;
    this.versions = new Versions(this.engine, this.opening);
    const first = this.rulebook ?? this.versions.first;
    for (const _turn of this.versions.turning(first)) await breathe();
    for (const day of [this.first()?.from, this.first()?.to]) {
      if (first !== undefined && day !== undefined) this.versions.describe(first, day);
      await breathe();
    }
    this.compareWith(this.engine);
    this.begin();
  }

  /** Makes comparisons with an engine; the first one was made at the build, perhaps. */
  private compareWith(engine: ComparingEngine): void {
    const { opening, showing: part } = this;
    this.compared ??= part && new part.Compared(this, engine, () => this.files);
    if (opening) this.compared?.take(opening.request, opening.comparison);
  }

  /** Fetches the words of what can be chosen. */
  protected override async fetchBelow(): Promise<void> {
    await this.hearAll().catch(() => {
      this.notice = { id: 'fallback-fetch' };
    });
  }

  /** Nothing is fetched once somebody chooses. */
  protected override fetchLater(): void {
    super.fetchLater();
    this.compared?.open();
  }

  private async hearAll(): Promise<void> {
    this.wantsAll = true;
    await this.load({ texts: this.texts, langs: [this.spoken], base: this.files });
    if (!this.hearsAll) this.versions?.again();
    this.hearsAll = true;
  }

  /** The facts on which changes turn are looked for, and drawn, after what is to be chosen. */
  protected override drawMore(): boolean {
    const isKnown = this.turned === this.told;
    void this.turnsOn;
    return isKnown;
  }

  /** For each issue, the facts on which its change turns. */
  protected get turnsOn(): Map<string, Set<string>> {
    const { engine, showing: part, told } = this;
    if (engine && part && told && this.turned !== told) {
      const { opening } = this;
      this.turns =
        opening?.comparison === told.comparison
          ? new Map(Object.entries(opening.turning).map(([id, facts]) => [id, new Set(facts)]))
          : part.turningIn(engine, told.comparison, told.days);
      this.turned = told;
    }
    return this.turns;
  }

  private begin(): void {
    const first = this.first();
    if (first) this.ask(first);
  }

  /** The drafts that would have changed a rulebook. */
  protected draftsOf(rulebook: string): LawDraft[] {
    return this.showing?.DRAFTS.filter(({ amends }) => amends === rulebook) ?? [];
  }

  protected draft(rulebook: string, id: string | undefined): LawDraft | undefined {
    return this.draftsOf(rulebook).find((one) => one.rulebook === id);
  }

  /** What the engine is asked, with those of the facts that are asked on the first day. */
  private requestOf({ rulebook, from, to, facts }: ChangesState) {
    const before = this.versions?.describe(rulebook, from);
    const known = new Map(before?.facts.map((fact) => [fact.id, fact]));
    const given = Object.entries(facts ?? {}).filter(([id, value]) => fits(known.get(id), value));
    const kept = knownFacts(Object.fromEntries(given), before?.facts ?? []);
    const request: Pick<ChangesState, 'rulebook' | 'from' | 'to' | 'facts'> = {
      rulebook,
      from,
      to,
    };
    if (Object.keys(kept).length > 0) request.facts = kept;
    return { request, limited: { ...request, limit: this.showing?.MOST_PATTERNS ?? 0 } };
  }

  /**
   * Compares two days, or asks for the comparison of one with a draft; says why it cannot, and
   * keeps what it has.
   */
  private ask(state: ChangesState): boolean {
    const { rulebook, from, to, against } = state;
    const { engine, versions, showing: part } = this;
    const [before, after] = [from, to].map((day) => versions?.describe(rulebook, day));
    const { request, limited } = this.requestOf(state);
    const asked: ChangesState = against === undefined ? request : { ...request, against };
    const answer = (this.compared ?? engine)?.compare(limited);
    if (!engine || !part || !answer || isFailure(answer) || !before || !after) {
      if (answer && isFailure(answer)) this.refused = { asked, failure: answer };
      return false;
    }
    this.told = { comparison: answer, days: [before, after] };
    this.refused = undefined;
    this.asked = asked;
    this.weigh();
    return true;
  }

  /** Has the draft that is looked at, if one is, held against the law. */
  protected readonly weigh = (): void => {
    const { showing: part, asked } = this;
    if (!part || asked?.against === undefined) return;
    const { rulebook, from: day, against, facts = {} } = asked;
    void this.held?.ask(against, { rulebook, day, facts, limit: part.MOST_PATTERNS });
    this.requestUpdate();
  };

  /**
   * Shows another comparison, once it can be seen that it was asked for, and all rulebooks and
   * their words are there.
   */
  protected readonly choose = async (next: Chosen): Promise<void> => {
    this.picks.add(next);
    this.requestUpdate();
    if (this.opened) await this.picks.settle();
    else this.whenThere(() => void this.picks.settle());
  };

  /** What is chosen by now, on top of what is asked. */
  private get chosen(): ChangesState | undefined {
    const { asked, refused, picks } = this;
    const state = asked && { ...(refused?.asked ?? asked) };
    if (!state) return undefined;
    for (const { newest, ...part } of picks) {
      Object.assign(state, part, newest && this.newestOf(part.rulebook ?? state.rulebook));
    }
    // A draft of another rulebook may have been chosen while that was still shown.
    if (!this.draft(state.rulebook, state.against)) delete state.against;
    return state;
  }

  /** Fetches and compares what it takes to show what is chosen. */
  private async prepareChosen(): Promise<boolean> {
    await painted();
    try {
      await this.hearAll();
    } catch {
      this.notice = { id: 'fallback-fetch' };
      return false;
    }
    const { chosen } = this;
    if (chosen) await this.compareAhead(chosen);
    return true;
  }

  private showChosen(): void {
    const { chosen } = this;
    if (!chosen || !this.ask(chosen)) return;
    this.changed();
    this.announceResult();
  }

  /** Compares before it is asked; says that it does, where it takes a while. */
  private async compareAhead(state: ChangesState): Promise<void> {
    const done = this.compared?.ahead(this.requestOf(state).limited);
    const slow = setTimeout(() => {
      this.comparing = true;
    }, PATIENCE);
    await done;
    clearTimeout(slow);
    this.comparing = false;
  }

  protected announceResult(): void {
    void this.updateComplete.then(() => {
      const sum = this.shadowRoot?.querySelector('.sum')?.textContent;
      if (sum) this.announce(sum);
      else this.hush();
    });
  }
}
