import type { PropertyDeclarations, PropertyValues } from 'lit';
import { guard } from 'lit/directives/guard.js';
import type { Answer } from '../components/decision/question.ts';
import { reasonIn } from '../components/troubles.ts';
import { lookOf } from '../components/verdict.ts';
import { makeView, type View } from '../components/view.ts';
import { type DecidingEngine, loadDeciding } from '../engine/deciding.ts';
import { describeOnce } from '../engine/describe-once.ts';
import { type Opening, type OpeningOf, openingOn } from '../engine/opening.ts';
import {
  type Decision,
  type Description,
  type FactDescription,
  type Failure,
  type IssueAnswer,
  isFailure,
  type Lang,
  type Party,
  type Value,
} from '../engine/types.ts';
import { today } from '../i18n/dates.ts';
import { messageOf } from '../i18n/told.ts';
import { type Answers, fits, knownFacts } from '../state/answers.ts';
import { beginsEmpty } from '../state/begins.ts';
import { breathe, painted } from '../state/breathe.ts';
import { Decisions } from '../state/decisions.ts';
import type { FactsExample } from '../state/example.ts';
import type { Kept } from '../state/outside/reader.ts';
import type { Readers } from '../state/outside/readers.ts';
import type { DecisionShown } from '../state/shown.ts';
import type { DecisionState, PaperDrafts } from '../state/states.ts';
import type { GivenPart } from './given-element.ts';
import { ToolElement } from './tool-element.ts';

/** The properties that a decision depends on. */
const DECIDES = ['engine', 'answers', 'day', 'issue', 'place', 'guided'];

/**
 * Answers to a rulebook's questions that are kept: the day, the issue looked at, and what the
 * engine makes of them. The element on top of it asks and shows.
 *
 * Attributes: `as-of`, the day as of which the law is applied; today, if left out. `facts`, what is
 * answered where no link says anything else, as JSON.
 */
export abstract class AnsweredTool extends ToolElement<DecisionState, DecidingEngine, PaperDrafts> {
  static override properties: PropertyDeclarations = {
    asOf: { attribute: 'as-of' },
    facts: {},
    answers: { state: true },
    issue: { state: true },
    day: { state: true },
    guided: { state: true },
  };

  protected readonly load = loadDeciding;
  protected readonly reads = ({ decision, paperDrafts }: Readers) => ({
    state: decision,
    drafts: paperDrafts,
  });
  /** The day from the attribute; the one in use is `day`. */
  declare asOf: string | undefined;
  /** What the host's page gives as answered: values by fact, or JSON. */
  declare facts: Answers | string | undefined;
  declare protected answers: Answers;
  declare protected issue: string | undefined;
  declare protected day: string;
  /** Whether one question is asked at a time. */
  declare protected guided: boolean;

  /** The day from which the days left are counted; today, if nothing. */
  protected counted: string | undefined;

  protected abstract readonly rulebook: string;
  /** Whether all issues are shown together. */
  protected abstract readonly together: boolean;

  /** What is shown until the engine is there, by version; nothing, where it is waited for. */
  protected readonly openings: readonly OpeningOf[] = [];

  protected described: Description | undefined;
  protected readonly decisions = new Decisions();
  /** Whether an answer was given on which nothing could be said yet. */
  private unannounced = false;
  /** The day that was asked for last while there was no engine. */
  private dayAsked: string | undefined;
  /** Whether an answer was given of which only what is looked at first is drawn. */
  private hasty = false;
  /** How often all was drawn. */
  private drawings = 0;
  /** Whether what is not looked at is decided on with the next drawing. */
  private goesOn = false;
  /** Until that is drawn. */
  private going: Promise<void> | undefined;
  /** Why the day asked for cannot be had. */
  protected dayFailure: Failure | undefined;
  /** Whether a link named no day. */
  private dayLost = false;

  constructor() {
    super();
    this.answers = {};
    this.day = '';
    this.guided = false;
  }

  /** What is decided on all issues. */
  protected get decided(): Decision | undefined {
    return this.decisions.all;
  }

  /** What is decided on the issue looked at alone, with the questions that still matter for it. */
  protected get alone(): Decision | undefined {
    const { alone } = this.decisions;
    const looked = this.described && this.looked(this.described);
    return alone?.issues.some(({ issue }) => issue === looked) ? alone : undefined;
  }

  protected get failure(): Failure | undefined {
    return this.decisions.failure;
  }

  /** Whether what is shown of the issues not looked at, and below the verdict, is as it was before. */
  protected get late(): boolean {
    return this.hasty || this.decisions.late;
  }

  protected override get complete(): boolean {
    return !this.late;
  }

  /** What is left as it is while there is more to decide: nobody looks at it first. */
  protected afterwards(content: () => unknown): unknown {
    return guard([this.drawings], content);
  }

  protected snapshot(): DecisionState | undefined {
    const { counted } = this;
    const untouched = Object.keys(this.answers).length === 0 && counted === undefined;
    if (untouched && this.day === this.firstDay) return undefined;
    return {
      asOf: this.day,
      answers: this.answers,
      ...(this.issue === undefined ? {} : { issue: this.issue }),
      ...(counted === undefined ? {} : { counted }),
      ...(this.guided ? { guided: true } : {}),
    };
  }

  protected restore({ asOf, issue, counted, guided, answers }: DecisionState): number {
    void this.turn(guided === true);
    const isDayLost = !this.restoreDay(asOf);
    const facts = this.askable();
    const given = Object.entries(answers);
    const kept = given.filter(([id, value]) => fits(facts.get(id), value));
    this.answers = Object.fromEntries(kept);
    const known = this.described?.issues.some(({ id }) => id === issue);
    this.issue = known ? issue : undefined;
    this.counted = counted;
    // A day that is missing, or has no form, is among the parts that are lost already.
    const dayToo = isDayLost && asOf !== undefined ? 1 : 0;
    return given.length - kept.length + dayToo;
  }

  /** Asks one question at a time, or shows the whole form. */
  protected async turn(guided: boolean): Promise<void> {
    this.guided = guided;
  }

  /** The facts of which answers are kept. */
  protected askable(): Map<string, FactDescription> {
    return new Map(this.described?.facts.map((fact) => [fact.id, fact]));
  }

  /** Takes up the law of the day of a link; without one, that of the first day, and says so. */
  private restoreDay(day: string | undefined): boolean {
    if (day !== undefined) this.describe(day);
    if (day !== undefined && !this.dayFailure) return true;
    const failure = day === undefined ? undefined : this.dayFailure;
    this.describe(this.firstDay);
    if (this.dayFailure) return false;
    this.dayFailure = failure;
    this.dayLost = day === undefined;
    return false;
  }

  protected override get given(): unknown {
    return this.facts;
  }

  protected override readGiven(
    { plain }: GivenPart,
    { decision }: Readers,
  ): Kept<DecisionState> | undefined {
    const { facts, day: asOf } = this;
    if (facts === undefined || facts === null) return undefined;
    return decision({ ...this.snapshot(), asOf, answers: plain(facts) });
  }

  protected get answerShown() {
    const { described, dayFailure, failure } = this;
    return this.decisions.whole ?? failure ?? (described ? undefined : dayFailure);
  }

  protected override detail(): DecisionShown | undefined {
    const { described, decided } = this;
    if (!described || !decided) return undefined;
    return { ...decided, facts: knownFacts(this.answers, described.facts) };
  }

  protected clear(): void {
    this.answers = {};
    this.issue = undefined;
    this.counted = undefined;
    this.forget();
    this.describe(this.firstDay);
  }

  /** Forgets what is in no link, where a tool keeps such. */
  protected forget(): void {}

  protected get firstDay(): string {
    return this.asOf || today();
  }

  protected override async openEarly(lang: Lang): Promise<boolean> {
    const { openings, firstDay, files } = this;
    if (!beginsEmpty(this, this.key) || this.given !== undefined) return false;
    const opening = await openingOn<Opening>(openings, firstDay, lang, files);
    if (!opening || this.engine || this.given !== undefined) return false;
    this.decisions.begin(opening, firstDay);
    this.described = opening.description;
    this.day = firstDay;
    return true;
  }

  protected override async prepare(): Promise<void> {
    this.describe(this.firstDay);
    if (this.dayAsked !== undefined) this.describe(this.dayAsked);
    await breathe();
    this.decide();
  }

  protected show({ asOf, issue, facts }: FactsExample): void {
    if (asOf !== undefined) this.describe(asOf);
    this.issue = issue;
    this.answers = { ...facts };
    this.changed();
    this.announceAnswer();
  }

  /** Takes up the law of a day, or says why it cannot be had and keeps the law it has. */
  protected describe(day: string): void {
    if (!this.engine) {
      this.dayAsked = day;
      return;
    }
    const answer = describeOnce(this.engine, this.rulebook, day);
    if (isFailure(answer)) {
      this.dayFailure = answer;
      return;
    }
    this.dayFailure = undefined;
    this.dayLost = false;
    this.described = answer;
    this.day = day;
  }

  protected override willUpdate(changes: PropertyValues): void {
    const { engine } = this;
    if (!engine) {
      if (Object.keys(this.answers).length > 0) this.decisions.wait();
      this.drawings += 1;
      return;
    }
    if (!this.described) this.describe(this.firstDay);
    else if (this.opened && changes.has('asOf')) this.askAsOf(this.firstDay);
    if (this.goesOn) this.decisions.goOn(engine);
    this.goesOn = false;
    if (DECIDES.some((name) => changes.has(name))) this.decide();
    if (!this.late) this.drawings += 1;
  }

  private decide(): void {
    const { engine, described, rulebook, day: asOf } = this;
    if (!engine || !described) return;
    const facts = knownFacts(this.answers, described.facts);
    // What is asked next of all issues together is decided on all of them.
    const all = described.issues.length < 2 || (this.together && this.guided);
    const looked = all ? undefined : this.looked(described);
    this.decisions.ask(engine, { rulebook, asOf, facts }, looked);
  }

  protected override updated(changes: PropertyValues): void {
    super.updated(changes);
    if (this.late) this.going ??= this.goOn();
    if (this.unannounced && this.prepared) this.announceAnswer();
  }

  /** Decides on what is not looked at, once the answer on what is can be seen, and draws all. */
  private async goOn(): Promise<void> {
    await painted();
    // What is thrown here is thrown again where it can be said.
    await this.decideRest().catch(() => {});
    this.goesOn = true;
    this.hasty = false;
    this.requestUpdate();
    try {
      await super.getUpdateComplete();
    } finally {
      this.going = undefined;
    }
  }

  /** Decides on what is not looked at, in pieces between which the page is heard. */
  protected async decideRest(): Promise<void> {
    const { engine } = this;
    if (engine) this.decisions.goOn(engine);
    await breathe();
  }

  /** All that was asked is drawn only when what is not looked at is decided, too. */
  protected override async getUpdateComplete(): Promise<boolean> {
    const isDone = await super.getUpdateComplete();
    await this.going;
    return isDone;
  }

  protected get dayTrouble(): string | undefined {
    if (this.dayLost) return this.words('link-no-day');
    return this.dayFailure && messageOf(this.dayFailure.error, this.spoken);
  }

  /** The issue looked at. */
  protected looked(description: Description): string | undefined {
    return this.issue ?? description.issues[0]?.id;
  }

  protected readonly answer: Answer = (id, value) => this.give({ [id]: value });

  protected readonly give = (given: Record<string, Value | null | undefined>): void => {
    const answers = { ...this.answers };
    for (const [id, value] of Object.entries(given)) {
      delete answers[id];
      if (value !== undefined) answers[id] = value;
    }
    this.answers = answers;
    this.hasty = true;
    this.changed();
    this.announceAnswer();
  };

  protected announceAnswer(): void {
    this.unannounced = !this.prepared;
    if (this.unannounced) return;
    void this.updateComplete.then(() => {
      const view = this.view();
      const answer = view && this.current(view);
      if (!view || !answer) return;
      this.announce(
        view.say('announce', {
          issue: view.law.say(`issue/${answer.issue}/title`),
          verdict: lookOf(view, answer).title,
          missing: answer.missing.filter(({ state }) => state === 'no').length,
        }),
      );
    });
  }

  protected readonly choose = (issue: string): void => {
    this.issue = issue;
    this.changed();
  };

  protected readonly askAsOf = (day: string | null): void => {
    if (day === null) return;
    this.describe(day);
    this.changed();
  };

  protected view(): View | undefined {
    return (
      this.described &&
      makeView(
        this.described,
        this.answers,
        this.words,
        this.wide,
        this.reference,
        this.decided?.byDates,
        this.strip?.told,
      )
    );
  }

  protected current(view: View): IssueAnswer | undefined {
    const wanted = this.looked(view.description);
    return this.decided?.issues.find(({ issue }) => issue === wanted) ?? this.decided?.issues[0];
  }

  /** Whose question is looked at; nothing, where it is nobody's in particular. */
  protected get party(): Party | undefined {
    const wanted = this.described && this.looked(this.described);
    return this.described?.issues.find(({ id }) => id === wanted)?.who ?? undefined;
  }

  protected troubleWith(fact: string, view: View): string | undefined {
    if (!this.failure) return undefined;
    const { error } = this.failure;
    const own = [error, ...error.more].find(({ path }) => path === `/facts/${fact}`);
    return own && (reasonIn(view)(own) ?? messageOf(own, this.spoken));
  }
}
