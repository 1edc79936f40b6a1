import { html, nothing, type PropertyDeclarations, type TemplateResult, unsafeCSS } from 'lit';
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
import { noOutcome, outcome } from '../components/decision/outcome.ts';
import { overall } from '../components/decision/overall.ts';
import { chooser, isConflict, overview, signs } from '../components/decision/overview.ts';
import { questions } from '../components/decision/questions.ts';
import { Stages } from '../components/decision/stages.ts';
import { exampleList } from '../components/example-list.ts';
import type { Holder } from '../components/matter/holder.ts';
import { aboutRules, sources } from '../components/sources.ts';
import { reasonIn, troubles } from '../components/troubles.ts';
import { lookOf, verdict, verdictMark } from '../components/verdict.ts';
import type { View } from '../components/view.ts';
import { type LaterVersion, type LaterVersions, warnings } from '../components/warnings.ts';
import type { Decision, FactDescription, IssueAnswer, Warning } from '../engine/types.ts';
import '../i18n/words-deciding.ts';
import { startName } from '../state/begins.ts';
import { type FactsExample, loadFactsExamples } from '../state/example.ts';
import { readFragment } from '../state/fragment.ts';
import { type Section, sections } from '../state/sections.ts';
import deciding from '../styles/deciding.css?inline';
import { tool } from '../styles/tool.ts';
import { AnsweredTool } from './answered-tool.ts';

type Guide = import('../components/guided/guide.ts').Guide;

/**
 * A form over a rulebook's facts, and the engine's answer beside it. Subclasses name the
 * rulebook and whether its issues are looked at one by one or all at once.
 *
 * Attributes: `changes`, the page that shows `<zhengpin-changes>`, to which a later version then
 * links. `cases`, the page that shows `<zhengpin-cases>`, to which the nearest decided cases then
 * link.
 */
export abstract class DecisionTool extends AnsweredTool {
  static override styles = [...tool, unsafeCSS(deciding)];
  static override properties: PropertyDeclarations = {
    changes: {},
    cases: {},
    open: { state: true },
    examples: { state: true },
  };

  declare changes: string | undefined;
  declare cases: string | undefined;
  /** Whether the answer is unfolded where there is no room beside the questions. */
  declare private open: boolean;
  /** Answers to look at. */
  declare private examples: FactsExample[];

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
  private guide: Guide | undefined;
  /** How many pieces are drawn of what stands below questions and answer. */
  protected lower = 0;
  /** How many questions the form has. */
  private asks = 0;
  private readonly stages = new Stages(this, () => ({
    questions: this.asks,
    reasons: this.prepared,
  }));

  constructor() {
    super();
    this.open = false;
    this.examples = [];
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.beginning !== undefined) void this.turn(true);
  }

  protected override async fetchBeside(): Promise<void> {
    this.examples = await loadFactsExamples();
  }

  /** What stands below questions and answer is drawn in two pieces. */
  protected override drawMore(): boolean {
    this.lower += 1;
    return this.lower > 1;
  }

  protected override async fetchBelow(): Promise<void> {
    await Promise.all([super.fetchBelow(), this.stages.finished]);
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
    return answered ? undefined : readFragment(startName(this.entry));
  }

  /** Asks one question at a time, or shows the whole form. */
  protected override async turn(guided: boolean): Promise<void> {
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
    this.stages.hurry();
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

  protected override holder(): Holder {
    return {
      ...super.holder(),
      view: () => this.view(),
      asks: () => this.askable(),
      day: () => this.day,
      jump: this.jump,
    };
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
    this.asks = shown.length;
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
      return html`${above} ${this.renderGuided(view, answer, shown)} ${this.engine ? this.renderCommands() : nothing}`;
    }
    return html`
      ${above} ${this.renderExamples(view)}
      ${this.decided ? this.renderVerdicts(view, this.decided, answer) : nothing}
      <div class="columns">
        <form class="questions" part="questions" autocomplete="off" @submit=${(event: Event) => event.preventDefault()}>
          <p class="quiet">${view.say('questions-lead')}</p>
          ${this.afterwards(() => this.renderQuestions(view, asked, next))} ${aboutRules(view)}
        </form>
        ${this.renderAnswer(view, answer, next)}
      </div>
      ${this.renderLater(view, shown)} ${this.engine ? this.renderCommands() : nothing}
    `;
  }

  private renderLater(view: View, shown: FactDescription[]): unknown {
    if (this.lower === 0) return nothing;
    return this.afterwards(() => this.renderBelow(view, this.decided, shown));
  }

  /** One question at a time; once all are answered, the verdicts and what follows from them. */
  private renderGuided(
    view: View,
    answer: IssueAnswer | undefined,
    shown: FactDescription[],
  ): TemplateResult {
    const { guide, decided, failure } = this;
    if (!guide || this.decisions.waits) return html`<p class="quiet">${view.say('loading')}</p>`;
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
      : html`<p class="sofar">${view.say('guided-sofar')}${view.say('gap')}${verdictMark(lookOf(view, answer))}</p>`;
  }

  /** Examples, until something is answered. */
  private renderExamples(view: View): TemplateResult | typeof nothing {
    if (Object.keys(this.answers).length > 0) return nothing;
    const examples = this.examples.filter(({ rulebook }) => rulebook === this.rulebook);
    const place = { folded: false, level: 2 } as const;
    return exampleList(view, examples, place, (example) => this.show(example));
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

  protected renderQuestions(view: View, asked: Section[], next: string | undefined) {
    const open = this.together ? this.decided?.next : this.alone?.next;
    return questions(view, {
      sections: asked,
      next,
      open: open && new Set(open),
      // On paper all of them stand, also where it is printed while they are drawn.
      most: this.printed.now ? Number.POSITIVE_INFINITY : this.stages.questions,
      troubleWith: (fact) => this.troubleWith(fact, view),
      answer: this.answer,
      jump: this.jump,
    });
  }

  private renderAnswer(
    view: View,
    answer: IssueAnswer | undefined,
    next: string | undefined,
  ): TemplateResult {
    const { decided, failure, open, together } = this;
    if (!answer) {
      return noOutcome(view, failure ? troubles(view.say, failure, reasonIn(view)) : nothing);
    }
    const isSeveral = together && decided;
    return outcome(view, {
      detail: this.engine ? this.renderDetail(view, answer, next) : this.renderEarly(view, answer),
      choice: isSeveral ? chooser(view, decided, answer.issue, this.choose) : nothing,
      bar: this.decisions.waits
        ? view.say('loading')
        : isSeveral
          ? signs(view, decided)
          : verdictMark(lookOf(view, answer)),
      open,
      turn: (on) => {
        this.open = on;
      },
    });
  }

  /** The verdict where nothing is answered; what led to it comes with the engine. */
  private renderEarly(view: View, answer: IssueAnswer): TemplateResult {
    return html`${this.decisions.waits ? nothing : verdict(view, answer)}
      <p class="quiet">${view.say('loading')}</p>`;
  }

  /** The verdict with its reasons, what is missing and what would change it. */
  private renderDetail(view: View, answer: IssueAnswer, next: string | undefined): TemplateResult {
    return html`
      ${clashes(view, this.decided?.byDates ?? [], answer.issue, this.jump)}
      ${verdict(view, answer)} ${this.renderBeside(view, answer)}
      ${
        next === undefined
          ? nothing
          : html`<p class="next">${view.say(answer.settled ? 'next-mend-lead' : 'next-lead')}${view.say('gap')}${jumpLink(view, next, this.jump)}</p>`
      }
      ${this.stages.reasons > 0 ? this.afterwards(() => this.renderReasons(view, answer)) : nothing}
    `;
  }

  private renderReasons(view: View, answer: IssueAnswer): TemplateResult {
    const later = this.laterVersions(view, answer);
    return html`
      ${missing(view, answer, this.jump)} ${changes(view, answer)}
      ${warnings(view, this.warningsFor(answer, later.versions), this.askAsOf, later)}
      ${this.later.failure ? troubles(view.say, this.later.failure) : nothing}
      ${because(view, answer, this.jump)}
      ${this.stages.reasons > 1 ? this.renderApplication(view, answer) : nothing}
    `;
  }

  /** The elements held against the facts, and what was decided elsewhere. */
  private renderApplication(view: View, answer: IssueAnswer): TemplateResult {
    return html`${application(view, answer)} ${cases(view, answer)}
      ${this.nearest.render(view, this.engine, answer.issue, this.cases)} ${sources(view, answer)}`;
  }

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
