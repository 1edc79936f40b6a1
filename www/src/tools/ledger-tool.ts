import texts from 'virtual:engine-texts/simulating';
import type { PropertyDeclarations, PropertyValues } from 'lit';
import { countedIn } from '../components/ledger/columns.ts';
import { standingOf } from '../components/ledger/standing.ts';
import { type LedgerOpening, type OpeningOf, openingOn, standIn } from '../engine/opening.ts';
import { loadSimulating, type SimulatingEngine } from '../engine/simulating.ts';
import {
  type Description,
  type Failure,
  isFailure,
  type Finding as Judged,
  type Lang,
  type LedgerDescription,
  type Simulation,
  type WhatIf,
} from '../engine/types.ts';
import { today } from '../i18n/dates.ts';
import { sentence } from '../i18n/sentence.ts';
import { messageOf } from '../i18n/told.ts';
import { beginsEmpty } from '../state/begins.ts';
import { breathe } from '../state/breathe.ts';
import { Described } from '../state/described.ts';
import type { Example } from '../state/example.ts';
import {
  accepted,
  FIRST,
  isSame,
  type Ledger,
  type LedgerState,
  tidy,
  toLedgerRequest,
} from '../state/ledger.ts';
import type { Kept } from '../state/outside/reader.ts';
import type { Readers } from '../state/outside/readers.ts';
import type { LedgerShown } from '../state/shown.ts';
import type { FindingDrafts } from '../state/states.ts';
import type { GivenPart } from './given-element.ts';
import { ToolElement } from './tool-element.ts';

/**
 * A ledger that is kept: which rulebook it follows, what is in it, with what it is compared,
 * and what the engine makes of it. The element on top of it shows and asks.
 *
 * Attributes: `rulebook`, the one that is shown at first; `findings`, what is in the ledger where no
 * link says anything else, as the engine reads it, as JSON.
 */
export abstract class LedgerTool extends ToolElement<LedgerState, SimulatingEngine, FindingDrafts> {
  static override properties: PropertyDeclarations = {
    rulebook: {},
    findings: {},
    chosen: { state: true },
    ledger: { state: true },
    base: { state: true },
    untilWrong: { state: true },
  };

  declare rulebook: string | undefined;
  /** What the host's page gives as entered: findings of a request, or JSON. */
  declare findings: Judged[] | string | undefined;
  /** The rulebook that the user or a link chose. */
  declare protected chosen: string | undefined;
  declare protected ledger: Ledger;
  /** The ledger with which this one is compared. */
  declare protected base: Ledger | undefined;
  declare protected untilWrong: string | undefined;

  protected readonly key: string = 'penalties';
  protected readonly load = loadSimulating;
  protected readonly texts = [texts];
  protected readonly reads = ({ ledger, findingDrafts }: Readers) => ({
    state: ledger,
    drafts: findingDrafts,
  });
  protected simulated: Simulation | undefined;
  /** Why the engine has no answer to the ledger, where it has none. */
  protected refusal: Failure | undefined;
  /** What distinguishes the ledger from the one with which it is compared. */
  protected difference: { was: Simulation; is: WhatIf } | undefined;
  /** What the first rulebook says at first, by version; nothing, where the engine is waited for. */
  protected readonly openings: readonly OpeningOf[] = [];
  private descriptions: Described | undefined;
  /** What stands in for the engine until it is there. */
  private stands: Pick<SimulatingEngine, 'list' | 'describe'> | undefined;

  constructor() {
    super();
    this.ledger = { findings: [] };
  }

  /** The rulebooks to choose from. */
  protected get described(): Described | undefined {
    const asked = this.engine ?? this.stands;
    if (asked && this.descriptions?.engine !== asked) this.descriptions = new Described(asked);
    return this.descriptions;
  }

  /** The rulebook that the ledger follows. */
  protected get book(): string {
    const listed = this.described?.listed.map(({ rulebook }) => rulebook) ?? [];
    const wanted = [this.chosen, this.rulebook, FIRST].find((one) => one && listed.includes(one));
    return wanted ?? listed[0] ?? FIRST;
  }

  /**
   * What the engine has against the rulebook that the host names, while nothing else was chosen or
   * entered: what another one says must not be taken for its answer.
   */
  private get stray(): Failure | undefined {
    const { chosen, rulebook, ledger, book } = this;
    if (!rulebook || chosen || rulebook === book || ledger.findings.length > 0) return undefined;
    const answer = this.engine?.simulate({ rulebook, findings: [], forecast: false });
    return answer && isFailure(answer) ? answer : undefined;
  }

  /** The rulebook as of a day. */
  protected describe(day?: string): Description | undefined {
    return this.described?.of(this.book, day);
  }

  /** The day on which the ledger ends; none, while it is empty. */
  protected get day(): string | undefined {
    const { until, findings } = this.ledger;
    return (
      until ??
      findings
        .map(({ day }) => day)
        .sort()
        .at(-1)
    );
  }

  /** The tables of the ledger. */
  protected get tables(): LedgerDescription | undefined {
    return this.describe()?.ledger ?? undefined;
  }

  protected snapshot(): LedgerState | undefined {
    const { book, ledger, base } = this;
    const followed = book === (this.rulebook ?? FIRST);
    const parts = { ...tidy(ledger), ...(base ? { base: tidy(base) } : {}) };
    if (ledger.findings.length === 0 && Object.keys(parts).length === 1 && followed) {
      return undefined;
    }
    return { ...(book === FIRST ? {} : { rulebook: book }), ...parts };
  }

  protected restore({ rulebook = FIRST, base, ...own }: LedgerState): number {
    this.chosen = rulebook;
    const tables = this.tables;
    const known = this.chosen === this.book;
    if (!tables || !known) {
      this.ledger = { findings: [] };
      this.base = undefined;
      return own.findings.length;
    }
    const take = (given: Ledger) => accepted(given, (one) => this.simulate(one), tables);
    const { ledger, lost } = take(own);
    const other = base && take(base);
    this.ledger = ledger;
    this.base = other?.ledger;
    this.untilWrong = undefined;
    return lost + (other?.lost ?? 0);
  }

  protected override get given(): unknown {
    return this.findings;
  }

  protected override readGiven({ readFindings }: GivenPart): Kept<LedgerState> | undefined {
    const { findings, book, tables, engine } = this;
    if (findings === undefined || findings === null || !tables || !engine) return undefined;
    if (this.stray) return undefined;
    const ask = (some: Judged[]) =>
      engine.simulate({ rulebook: book, findings: some, forecast: false });
    return readFindings(findings, book, tables, ask);
  }

  protected get answerShown() {
    return this.simulated ?? this.refusal ?? this.described?.failure;
  }

  protected override detail(): LedgerShown | undefined {
    const { tables, day, simulated } = this;
    const version = this.describe(day)?.version;
    if (!tables || !simulated || version === undefined) return undefined;
    return { asOf: day ?? null, version, ...toLedgerRequest(this.ledger, tables), ...simulated };
  }

  protected clear(): void {
    this.ledger = { findings: [] };
    this.base = undefined;
    this.untilWrong = undefined;
  }

  /** Clearing keeps the platform; starting over does not. */
  protected override startOver(): void {
    this.chosen = undefined;
    this.clear();
  }

  /** What the engine makes of a ledger, or why it refuses it; with what may come, if asked. */
  protected simulate(ledger: Ledger, forecast = false): Simulation | Failure | undefined {
    const { tables } = this;
    if (!tables) return undefined;
    const request = { rulebook: this.book, ...toLedgerRequest(ledger, tables) };
    return this.engine?.simulate(forecast ? request : { ...request, forecast });
  }

  protected override async openEarly(lang: Lang): Promise<boolean> {
    const { openings, files, rulebook = FIRST } = this;
    if (!beginsEmpty(this, this.key) || this.given !== undefined || rulebook !== FIRST)
      return false;
    const opening = await openingOn<LedgerOpening>(openings, today(), lang, files);
    if (!opening || this.engine || this.given !== undefined) return false;
    this.stands = standIn(opening, lang);
    return true;
  }

  /** Asks for what takes a while, in pieces between which the page is heard. */
  protected override async prepare(): Promise<void> {
    for (const { rulebook } of this.described?.listed ?? []) {
      await breathe();
      this.described?.of(rulebook);
    }
    await breathe();
  }

  protected override willUpdate(changes: PropertyValues): void {
    if (!this.engine) return;
    if (changes.has('rulebook') && changes.get('rulebook') !== undefined) {
      this.chosen = undefined;
      this.clear();
    }
    if (['engine', 'ledger', 'base', 'chosen', 'rulebook'].some((name) => changes.has(name))) {
      const answer = this.stray ?? this.simulate(this.ledger, true);
      this.refusal = answer && isFailure(answer) ? answer : undefined;
      this.simulated = answer && !isFailure(answer) ? answer : undefined;
      this.difference = this.compare();
    }
  }

  private compare(): typeof this.difference {
    const { base, tables } = this;
    if (!base || !tables || isSame(base, this.ledger)) return undefined;
    const { reading = {}, amounts = {}, ...other } = toLedgerRequest(this.ledger, tables);
    const answer = this.engine?.simulate({
      rulebook: this.book,
      ...toLedgerRequest(base, tables),
      forecast: false,
      whatIf: { reading, amounts, ...other },
    });
    if (!answer || isFailure(answer) || !answer.whatIf) return undefined;
    return { was: answer, is: answer.whatIf };
  }

  /** Takes a part of the ledger in place of what was; says what is wrong, if the engine refuses. */
  protected take(part: { [key in keyof Ledger]?: Ledger[key] | undefined }): string | undefined {
    const next = tidy({ ...this.ledger, ...part } as Ledger);
    const answer = this.simulate(next);
    if (answer && isFailure(answer)) return messageOf(answer.error, this.spoken);
    this.ledger = next;
    this.changed();
    this.announceStatus();
    return undefined;
  }

  /** Runs the ledger on to a day, or says why it cannot be. */
  protected runTo(until: string | undefined): void {
    this.untilWrong = this.take({ until });
  }

  /** Reads an ambiguous text in one of its ways. */
  protected read(reading: string, choice: string): void {
    this.take({ reading: { ...this.ledger.reading, [reading]: choice } });
  }

  /** Keeps the ledger as it is, to compare with it what becomes of it. */
  protected keepBase(): void {
    this.base ??= this.ledger;
    this.changed();
  }

  /** Takes the ledger as it is, or goes back to the one that was kept. */
  protected dropBase(back: boolean): void {
    const { base } = this;
    this.base = undefined;
    if (back && base) this.ledger = base;
    this.changed();
    this.announceStatus();
  }

  /** Follows another rulebook, with an empty ledger. */
  protected choose(rulebook: string): void {
    this.replaceBy({ rulebook, findings: [] }, 'platform-changed');
  }

  protected show({ rulebook, findings, until, reading, amounts }: Example): void {
    const parts = { findings, until, reading, amounts } as Ledger;
    this.replaceBy({ rulebook, ...tidy(parts) }, 'example-shown');
    this.announceStatus();
  }

  protected announceStatus(): void {
    void this.updateComplete.then(() => {
      const standing = this.standing();
      if (standing) this.announce(standing);
      else this.hush();
    });
  }

  /** Where the account stands, in a sentence, once there is a finding. */
  protected standing(): string | undefined {
    if (!this.simulated || this.ledger.findings.length === 0) return undefined;
    const { simulated, words } = this;
    const text = standingOf(words, simulated.status, countedIn(simulated));
    return sentence(words, text);
  }
}
