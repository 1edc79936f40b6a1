import {
  html,
  nothing,
  type PropertyDeclarations,
  type PropertyValues,
  type TemplateResult,
  unsafeCSS,
} from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { changes } from '../components/comparison/changes.ts';
import { application } from '../components/decision/application.ts';
import { asOfLine } from '../components/decision/as-of.ts';
import { because } from '../components/decision/because.ts';
import { clashes } from '../components/decision/by-dates.ts';
import { cases } from '../components/decision/cases.ts';
import { jumpLink, questionId } from '../components/decision/jump.ts';
import { Later } from '../components/decision/later.ts';
import { missing } from '../components/decision/missing.ts';
import { Nearest } from '../components/decision/nearest.ts';
import { overall } from '../components/decision/overall.ts';
import { chooser, isConflict, overview, signs } from '../components/decision/overview.ts';
import { type Answer, question } from '../components/decision/question.ts';
import { exampleList } from '../components/example-list.ts';
import type { Holder } from '../components/matter/holder.ts';
import { aboutRules, sources } from '../components/sources.ts';
import { reasonIn, troubles } from '../components/troubles.ts';
import { lookOf, verdict, verdictMark } from '../components/verdict.ts';
import { makeView, type View } from '../components/view.ts';
import { type LaterVersion, type LaterVersions, warnings } from '../components/warnings.ts';
import { type DecidingEngine, loadDeciding } from '../engine/deciding.ts';
import {
  type Decision,
  type Description,
  type FactDescription,
  type Failure,
  type IssueAnswer,
  isFailure,
  type Party,
  type Value,
  type Warning,
} from '../engine/types.ts';
import { today } from '../i18n/dates.ts';
import { messageOf } from '../i18n/told.ts';
import '../i18n/words-deciding.ts';
import { type Answers, fits, knownFacts } from '../state/answers.ts';
import { type FactsExample, loadFactsExamples } from '../state/example.ts';
import { readFragment } from '../state/fragment.ts';
import type { Kept } from '../state/outside/reader.ts';
import type { Readers } from '../state/outside/readers.ts';
import { type Section, sections } from '../state/sections.ts';
import type { DecisionShown } from '../state/shown.ts';
import type { DecisionState, PaperDrafts } from '../state/states.ts';
import deciding from '../styles/deciding.css?inline';
import { tool } from '../styles/tool.ts';
import type { GivenPart } from './given-element.ts';
import { ToolElement } from './tool-element.ts';

type Guide = import('../components/guided/guide.ts').Guide;

/** The properties that a decision depends on. */
const DECIDES = ['engine', 'answers', 'day', 'issue', 'place'];

/**
 * A form over a rulebook's facts, and the engine's answer beside it. Subclasses name the
 * rulebook and whether its issues are looked at one by one or all at once.
 *
 * Attributes: `as-of`, the day as of which the law is applied; today, if left out. `facts`, what is
 * answered where no link says anything else, as JSON. `changes`,
 * the page that shows `<zhengpin-changes>`, to which a later version then links. `cases`, the
 * page that shows `<zhengpin-cases>`, to which the nearest decided cases then link.
 */
export abstract class DecisionTool extends ToolElement<DecisionState, DecidingEngine, PaperDrafts> {
  static override styles = [...tool, unsafeCSS(deciding)];
  static override properties: PropertyDeclarations = {
    asOf: { attribute: 'as-of' },
    facts: {},
    changes: {},
    cases: {},
    answers: { state: true },
    issue: { state: true },
    day: { state: true },
    open: { state: true },
    guided: { state: true },
    examples: { state: true },
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
  declare changes: string | undefined;
  declare cases: string | undefined;
  declare protected answers: Answers;
  declare private issue: string | undefined;
  declare protected day: string;
  /** Whether the answer is unfolded where there is no room beside the questions. */
  declare private open: boolean;
  /** Whether one question is asked at a time. */
  declare private guided: boolean;
  /** Answers to look at. */
  declare private examples: FactsExample[];

  /** The day from which the days left are counted; today, if nothing. */
  protected counted: string | undefined;

  protected abstract readonly rulebook: string;
  /** Whether all issues are shown together. */
  protected abstract readonly together: boolean;

  private readonly later = new Later(
    this,
    async (state) => (await import('../lazy/keeping.ts')).encodeState(state),
    () => import('../lazy/comparison.ts'),
    (css) => this.adopt(css),
  );
  private readonly nearest = new Nearest(
    this,
    () => import('../lazy/precedents.ts'),
    (css) => this.adopt(css),
  );
  private described: Description | undefined;
  private decided: Decision | undefined;
  /** The decision on the issue looked at alone, with the questions that still matter for it. */
  private alone: Decision | undefined;
  private guide: Guide | undefined;
  private failure: Failure | undefined;
  /** Why the day asked for cannot be had. */
  private dayFailure: Failure | undefined;
  /** Whether a link named no day. */
  private dayLost = false;

  constructor() {
    super();
    this.answers = {};
    this.day = '';
    this.open = false;
    this.guided = false;
    this.examples = [];
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.beginning !== undefined) void this.turn(true);
  }

  protected override async fetchBeside(): Promise<void> {
    this.examples = await loadFactsExamples();
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
    this.turn(guided === true);
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

  /**
   * Begins one question at a time where the address says so, as in `#complaint-start=notice`: the
   * issue, and behind a stroke the question to begin with. A link with answers says itself how.
   */
  protected override async resume(keeping: typeof this.keeping): Promise<void> {
    await super.resume(keeping);
    const [issue, fact] = this.beginning?.split('/') ?? [];
    if (issue === undefined) return;
    if (!this.described) this.describe(this.firstDay);
    if (this.described?.issues.some(({ id }) => id === issue)) this.issue = issue;
    await this.turn(true);
    const asked = fact && this.askable().has(fact) && !(fact in this.answers);
    void this.guide?.begin(asked ? fact : undefined);
  }

  private get beginning(): string | undefined {
    const answered = readFragment(this.entry) !== undefined;
    return answered ? undefined : readFragment(`${this.entry}-start`);
  }

  /** Asks one question at a time, or shows the whole form. */
  private async turn(guided: boolean): Promise<void> {
    this.guided = guided;
    if (!guided || this.guide) return;
    const part = await import('../lazy/guided.ts').catch(() => undefined);
    if (part && !this.guide) {
      this.adopt(part.css);
      this.guide = new part.Guide(this);
    }
    if (!part) {
      this.guided = false;
      this.notice = { id: 'fallback-fetch' };
    }
    this.requestUpdate();
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
    return this.decided ?? this.failure ?? (this.described ? undefined : this.dayFailure);
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

  private get firstDay(): string {
    return this.asOf || today();
  }

  protected override async prepare(): Promise<void> {
    this.describe(this.firstDay);
  }

  /** Takes up the law of a day, or says why it cannot be had and keeps the law it has. */
  protected describe(day: string): void {
    const answer = this.engine?.describe({ rulebook: this.rulebook, asOf: day });
    if (!answer) return;
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
    if (!this.engine) return;
    if (!this.described) this.describe(this.firstDay);
    else if (this.opened && changes.has('asOf')) this.askAsOf(this.firstDay);
    if (!this.described || !DECIDES.some((name) => changes.has(name))) return;
    const request = {
      rulebook: this.rulebook,
      asOf: this.day,
      facts: knownFacts(this.answers, this.described.facts),
      mend: true,
    };
    const answer = this.engine.decide(request);
    this.failure = isFailure(answer) ? answer : undefined;
    this.decided = isFailure(answer) ? undefined : answer;
    const looked = this.looked(this.described);
    const alone = looked && this.decided && this.engine.decide({ ...request, issues: [looked] });
    this.alone = alone && !isFailure(alone) ? alone : undefined;
  }

  private get dayTrouble(): string | undefined {
    if (this.dayLost) return this.words('link-no-day');
    return this.dayFailure && messageOf(this.dayFailure.error, this.spoken);
  }

  /** The issue looked at. */
  private looked(description: Description): string | undefined {
    return this.issue ?? description.issues[0]?.id;
  }

  protected readonly answer: Answer = (id, value) => this.give({ [id]: value });

  private readonly give = (given: Record<string, Value | null | undefined>): void => {
    const answers = { ...this.answers };
    for (const [id, value] of Object.entries(given)) {
      delete answers[id];
      if (value !== undefined) answers[id] = value;
    }
    this.answers = answers;
    this.changed();
    this.announceAnswer();
  };

  private announceAnswer(): void {
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

  private readonly choose = (issue: string): void => {
    this.issue = issue;
    this.changed();
  };

  private readonly askAsOf = (day: string | null): void => {
    if (day === null) return;
    this.describe(day);
    this.changed();
  };

  /** Goes to the question about a fact, by way of an issue that asks it. */
  protected readonly jump = async (fact: string): Promise<void> => {
    this.open = false;
    const description = this.described;
    const issues = description?.facts.find(({ id }) => id === fact)?.issues ?? [];
    const looked = description && this.looked(description);
    if (!this.together && looked !== undefined && !issues.includes(looked)) {
      this.issue = issues[0] ?? this.issue;
    }
    if (this.guided && this.guide) {
      this.guide.to(fact);
      return;
    }
    await this.updateComplete;
    const place = this.shadowRoot?.getElementById(questionId(fact));
    if (!place) return;
    place.closest('details')?.setAttribute('open', '');
    place.scrollIntoView({ block: 'center' });
    const field =
      place.querySelector<HTMLElement>('input:checked') ??
      place.querySelector<HTMLElement>('zhengpin-date-field, input, select');
    field?.focus({ preventScroll: true });
  };

  private view(): View | undefined {
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

  protected override holder(): Holder {
    return {
      ...super.holder(),
      view: () => this.view(),
      day: () => this.day,
      jump: this.jump,
    };
  }

  private current(view: View): IssueAnswer | undefined {
    const wanted = this.looked(view.description);
    return this.decided?.issues.find(({ issue }) => issue === wanted) ?? this.decided?.issues[0];
  }

  /** Whose question is looked at; nothing, where it is nobody's in particular. */
  protected get party(): Party | undefined {
    const wanted = this.described && this.looked(this.described);
    return this.described?.issues.find(({ id }) => id === wanted)?.who ?? undefined;
  }

  /** The facts that bear on what is looked at, and those that bear on remarks only. */
  private sections(view: View): Section[] {
    const wanted = this.looked(view.description) ?? '';
    return sections(view.description, ({ issues }) =>
      this.together ? issues.length > 0 : issues.includes(wanted),
    );
  }

  /** The version of the law that is told beside the day. */
  protected versionTold(): string | undefined {
    return this.decided?.version;
  }

  protected renderTool(): TemplateResult {
    const view = this.view();
    if (!view) return html`${this.dayFailure ? troubles(this.words, this.dayFailure) : nothing}`;
    const answer = this.current(view);
    const asked = this.sections(view);
    const shown = asked.flatMap(({ facts }) => facts);
    const next = this.alone?.next.find((id) => !(id in this.answers));
    const above = html`${asOfLine(view, this.day, this.versionTold(), this.dayTrouble, this.askAsOf)}
      <p class="way">
        <button
          type="button"
          data-way=${this.guided ? 'whole' : 'guided'}
          @click=${async () => {
            await this.turn(!this.guided);
            this.changed();
            if (this.guided) this.guide?.to(undefined);
          }}
        >
          ${view.say(this.guided ? 'guided-whole' : 'guided-start')}
        </button>
      </p>`;
    if (this.guided) {
      return html`${above} ${this.renderGuided(view, answer, shown)} ${this.renderCommands()}`;
    }
    return html`
      ${above} ${this.renderExamples(view)}
      ${this.decided ? this.renderVerdicts(view, this.decided, answer) : nothing}
      <div class="columns">
        <form class="questions" part="questions" autocomplete="off" @submit=${(event: Event) => event.preventDefault()}>
          <p class="quiet">${view.say('questions-lead')}</p>
          ${this.renderQuestions(view, asked, next)} ${aboutRules(view)}
        </form>
        ${this.renderAnswer(view, answer, next)}
      </div>
      ${this.whole ? this.renderBelow(view, this.decided, shown) : nothing} ${this.renderCommands()}
    `;
  }

  /** One question at a time; once all are answered, the verdicts and what follows from them. */
  private renderGuided(
    view: View,
    answer: IssueAnswer | undefined,
    shown: FactDescription[],
  ): TemplateResult {
    const { guide, decided, failure } = this;
    if (!guide) return html`<p class="quiet">${view.say('loading')}</p>`;
    const asks = this.together ? decided : this.alone;
    return html`${this.together || !decided ? nothing : this.renderChoice(view, decided, answer)}
    ${guide.render({
      view,
      next: asks?.next ?? [],
      together: asks?.together ?? [],
      issues: (this.together ? decided?.issues : answer && [answer]) ?? [],
      give: this.give,
      trouble: failure && troubles(view.say, failure, reasonIn(view)),
      troubleWith: (fact) => this.troubleWith(fact, view),
      sofar: answer && this.renderSofar(view, answer),
      conclusion: () => html`${
        this.together && decided ? this.renderVerdicts(view, decided, answer) : nothing
      }
        ${answer ? html`<section class="ended">${this.renderDetail(view, answer, undefined)}</section>` : nothing}
        ${this.renderBelow(view, decided, shown)}`,
    })}`;
  }

  /** The issues to choose from; folded where they would push the question off the screen. */
  private renderChoice(view: View, decided: Decision, answer: IssueAnswer | undefined) {
    const choice = this.renderVerdicts(view, decided, answer);
    if (view.wide || !answer) return choice;
    return html`<details class="fold guided-issue">
      <summary>${view.law.say(`issue/${answer.issue}/title`)}${view.say('guided-other')}</summary>
      ${choice}
    </details>`;
  }

  /** Where things stand: the sentence over all issues, or the verdict. */
  private renderSofar(view: View, answer: IssueAnswer): TemplateResult {
    return this.together && this.decided
      ? overall(view, this.decided)
      : html`<p class="sofar">${view.say('guided-sofar')} ${verdictMark(lookOf(view, answer))}</p>`;
  }

  /** Examples, until something is answered. */
  private renderExamples(view: View): TemplateResult | typeof nothing {
    if (Object.keys(this.answers).length > 0) return nothing;
    const examples = this.examples.filter(({ rulebook }) => rulebook === this.rulebook);
    const place = { folded: false, level: 2 } as const;
    return exampleList(view, examples, place, (example) => this.show(example));
  }

  private show({ asOf, issue, facts }: FactsExample): void {
    if (asOf !== undefined) this.describe(asOf);
    this.issue = issue;
    this.answers = { ...facts };
    this.changed();
    this.announceAnswer();
  }

  /** All verdicts above the questions, or the issues to choose from. */
  protected renderVerdicts(
    view: View,
    decided: Decision,
    answer: IssueAnswer | undefined,
  ): TemplateResult | typeof nothing {
    if (!this.together) return chooser(view, decided, answer?.issue, this.choose);
    return html`${this.guided ? nothing : overall(view, decided)}
    ${overview(view, decided, answer?.issue, this.choose)}`;
  }

  /** Forgets what is in no link, where a tool keeps such. */
  protected forget(): void {}

  /** What stands below questions and answer, for tools that have more to say. */
  protected renderBelow(
    _view: View,
    _decided: Decision | undefined,
    _shown: FactDescription[],
  ): unknown {
    return nothing;
  }

  /** What stands below the verdict, for tools that have more to say. */
  protected renderBeside(_view: View, _answer: IssueAnswer): TemplateResult | typeof nothing {
    return nothing;
  }

  /**
   * The questions by group. Groups in which none matters any more stand folded at the end, with
   * those of the last group, and so do all that bear on remarks only: no two folds in a row say
   * the same.
   */
  private renderQuestions(view: View, all: Section[], next: string | undefined) {
    const asked = this.together ? this.decided?.next : (this.alone?.next ?? []);
    const open = this.decided && new Set(asked);
    const idle = ({ id }: FactDescription) =>
      open !== undefined &&
      !open.has(id) &&
      !view.said.has(id) &&
      (this.answers[id] ?? null) === null;
    const rest = all.filter(({ facts }) => facts.every(idle));
    const ask = (facts: FactDescription[]) => this.renderFacts(view, facts, next);
    const groups = all.filter((section) => !rest.includes(section));
    const last = rest.length > 0 ? groups.at(-1) : undefined;
    const spare = [...(last?.facts.filter(idle) ?? []), ...rest.flatMap(({ facts }) => facts)];
    return html`${repeat(
      groups,
      ({ group }) => group,
      (section) => this.renderGroup(view, section, idle, ask, section !== last),
    )}
    ${this.renderSpare(view, 'group-spare', spare, ask)}
    ${this.renderSpare(
      view,
      'group-aside',
      all.flatMap(({ aside }) => aside),
      ask,
    )}`;
  }

  private renderGroup(
    view: View,
    { group, facts }: Section,
    idle: (fact: FactDescription) => boolean,
    ask: (facts: FactDescription[]) => unknown,
    folds: boolean,
  ): TemplateResult {
    const done = facts.filter(
      ({ id }) => id in this.answers || view.said.get(id)?.bearing === 'settles',
    ).length;
    const note = view.law.maybe(`group/${group}/note`);
    return html`<section class="group">
      <header>
        <h2>${view.law.say(`group/${group}/title`)}</h2>
        <p class="count">${view.say('group-count', { done, all: facts.length })}</p>
      </header>
      ${note ? html`<p class="quiet">${note}</p>` : nothing}
      ${ask(facts.filter((fact) => !idle(fact)))}
      ${folds ? this.renderSpare(view, 'group-spare', facts.filter(idle), ask) : nothing}
    </section>`;
  }

  private renderFacts(view: View, facts: FactDescription[], next: string | undefined) {
    return repeat(
      facts,
      ({ id }) => id,
      (fact) =>
        question(view, {
          fact,
          next: fact.id === next,
          trouble: this.troubleWith(fact.id, view),
          answer: this.answer,
          jump: this.jump,
        }),
    );
  }

  /**
   * Questions whose answers cannot matter any more, or for remarks only: folded, still there
   * to answer.
   */
  private renderSpare(
    view: View,
    why: 'group-spare' | 'group-aside',
    facts: FactDescription[],
    ask: (facts: FactDescription[]) => unknown,
  ): TemplateResult | typeof nothing {
    if (facts.length === 0) return nothing;
    const answered = facts.some(({ id }) => (this.answers[id] ?? null) !== null);
    return html`<details class="spare" data-why=${why} ?open=${answered}>
      <summary>${view.say(why, { count: facts.length })}</summary>
      ${ask(facts)}
    </details>`;
  }

  protected troubleWith(fact: string, view: View): string | undefined {
    if (!this.failure) return undefined;
    const { error } = this.failure;
    const own = [error, ...error.more].find(({ path }) => path === `/facts/${fact}`);
    return own && (reasonIn(view)(own) ?? messageOf(own, this.spoken));
  }

  private renderAnswer(
    view: View,
    answer: IssueAnswer | undefined,
    next: string | undefined,
  ): TemplateResult {
    const heading = html`<h2 class="unseen" id="answer-title">${view.say('answer-title')}</h2>`;
    if (!answer) {
      return html`<section class="outcome" part="answer" aria-labelledby="answer-title">
        ${heading} ${this.failure ? troubles(view.say, this.failure, reasonIn(view)) : nothing}
      </section>`;
    }
    const detail = this.renderDetail(view, answer, next);
    if (view.wide) {
      return html`<section class="outcome beside" part="answer" aria-labelledby="answer-title" tabindex="0">
        ${heading} ${detail}
      </section>`;
    }
    return html`<section class="outcome below" part="answer" aria-labelledby="answer-title" data-open=${this.open ? '' : nothing}>
      ${heading}
      <button
        type="button"
        class="bar"
        aria-expanded=${this.open}
        aria-controls="answer-detail"
        @click=${() => {
          this.open = !this.open;
        }}
      >
        ${this.renderBar(view, answer)}
        <span class="bar-word">${view.say(this.open ? 'bar-close' : 'bar-open')}</span>
      </button>
      <div class="detail" id="answer-detail" ?hidden=${!this.open} tabindex="-1" @keydown=${this.escape}>
        ${this.together && this.decided ? chooser(view, this.decided, answer.issue, this.choose) : nothing}
        ${detail}
      </div>
    </section>`;
  }

  /** The verdict with its reasons, what is missing and what would change it. */
  private renderDetail(view: View, answer: IssueAnswer, next: string | undefined): TemplateResult {
    const later = this.laterVersions(view, answer);
    return html`
      ${clashes(view, this.decided?.byDates ?? [], answer.issue, this.jump)}
      ${verdict(view, answer)} ${this.renderBeside(view, answer)}
      ${
        next === undefined
          ? nothing
          : html`<p class="next">${view.say(answer.settled ? 'next-mend-lead' : 'next-lead')} ${jumpLink(view, next, this.jump)}</p>`
      }
      ${missing(view, answer, this.jump)} ${changes(view, answer)}
      ${warnings(view, this.warningsFor(answer, later.versions), this.askAsOf, later)}
      ${this.later.failure ? troubles(view.say, this.later.failure) : nothing}
      ${because(view, answer, this.jump)}
      ${application(view, answer)} ${cases(view, answer)}
      ${this.nearest.render(view, this.engine, answer.issue, this.cases)} ${sources(view, answer)}
    `;
  }

  /** What the folded answer shows: the verdict, or the signs of all. */
  private renderBar(view: View, answer: IssueAnswer): TemplateResult {
    if (this.open) return html`<span>${view.say('answer-title')}</span>`;
    return this.together && this.decided
      ? signs(view, this.decided)
      : verdictMark(lookOf(view, answer));
  }

  private readonly escape = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    this.open = false;
    this.shadowRoot?.querySelector<HTMLElement>('.bar')?.focus();
  };

  private laterVersions(view: View, { issue }: IssueAnswer): LaterVersions {
    const { engine, changes: page, jump } = this;
    return {
      versions: engine && this.whole ? this.later.versions(engine, view, issue) : [],
      tell: ({ after: from, day }) =>
        engine ? this.later.render(view, { engine, issue, from, day, page, jump }) : html``,
    };
  }

  /** The warnings that bear on an issue or on all, unless they hang under the verdicts. */
  private warningsFor({ issue }: IssueAnswer, versions: LaterVersion[]): Warning[] {
    const hung = this.together && this.wide;
    const all = this.decided?.warnings ?? [];
    const [first] = versions;
    // The engine names those that touch any issue; here stand those that touch this one.
    const later: Warning[] = first
      ? [{ code: 'later_version', about: null, issues: [issue], from: first.day, citations: [] }]
      : [];
    return [...all.filter(({ code }) => code !== 'later_version'), ...later]
      .filter(({ issues }) => issues.length === 0 || issues.includes(issue))
      .filter((warning) => !(hung && isConflict(warning)));
  }
}
