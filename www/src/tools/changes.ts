import texts from 'virtual:engine-texts/all';
import { html, nothing, type TemplateResult, unsafeCSS } from 'lit';
import type { Telling } from '../components/comparison/result.ts';
import { rulebookChoice } from '../components/comparison/rulebook-choice.ts';
import { versionList } from '../components/comparison/version-list.ts';
import type { Held } from '../components/drafts/held.ts';
import { aboutRules } from '../components/sources.ts';
import { troubles } from '../components/troubles.ts';
import { makeView, type View } from '../components/view.ts';
import { type ComparingEngine, loadComparing } from '../engine/comparing.ts';
import type { LawDraft } from '../engine/drafts.ts';
import { EngineUnavailable, type Loader } from '../engine/load.ts';
import {
  type Comparison,
  type Description,
  type Facts,
  type Failure,
  isFailure,
} from '../engine/types.ts';
import { dayBefore, dayInWords, today } from '../i18n/dates.ts';
import { messageOf } from '../i18n/told.ts';
import type { GivenPart } from './given-element.ts';
import { ToolElement } from './tool-element.ts';
import '../i18n/words-changes.ts';
import { fits, knownFacts } from '../state/answers.ts';
import { breathe } from '../state/breathe.ts';
import type { Kept } from '../state/outside/reader.ts';
import type { Readers } from '../state/outside/readers.ts';
import type { ChangesShown } from '../state/shown.ts';
import type { ChangesState } from '../state/states.ts';
import { type Turn, Versions } from '../state/versions.ts';
import changes from '../styles/changes.css?inline';
import { tool } from '../styles/tool.ts';

const TELLING: Telling = {
  sum: 'compare-sum',
  begun: 'compare-begun',
  ended: 'compare-ended',
  others: 'compare-others',
  nothing: 'compare-nothing',
};

/** What shows a comparison, and holds drafts against the law. */
type Part = typeof import('../lazy/changes.ts');

/** Loads it; it is as needed as the engine. */
const loadPart = (): Promise<Part> =>
  import('../lazy/changes.ts').catch((cause) => {
    throw new EngineUnavailable('fetch', cause);
  });

/** What the engine said to it. */
interface Told {
  comparison: Comparison;
  days: [Description, Description];
  /** For each issue, the facts on which its change turns. */
  turning: Map<string, Set<string>>;
}

/**
 * `<zhengpin-changes>`: what a change of the rules changes, from one day to another.
 *
 * Attributes: `rulebook`, `from` and `to`, what is shown at first. Left out, these are the
 * first rulebook, its newest version that changes a verdict, and the day before. `facts`, the
 * answers of somebody who asks whether the change concerns them, as JSON.
 */
export class ZhengpinChanges extends ToolElement<ChangesState, ComparingEngine> {
  static readonly tag = 'zhengpin-changes';
  static override styles = [...tool, unsafeCSS(changes)];
  static override properties = {
    rulebook: {},
    from: {},
    to: {},
    facts: {},
    asked: { state: true },
    refused: { state: true },
    choosing: { state: true },
  };

  declare rulebook: string | undefined;
  declare from: string | undefined;
  declare to: string | undefined;
  /** What the host's page gives as answered: values by fact, or JSON. */
  declare facts: Facts | string | undefined;
  declare private asked: ChangesState | undefined;
  /** Days that the engine refused, which stay in their fields with what is said to them. */
  declare private refused: { asked: ChangesState; failure: Failure } | undefined;
  /** Whether the choice is unfolded where there is no room beside the result. */
  declare private choosing: boolean;

  protected readonly key = 'changes';
  /** The engine, and beside it what shows its answers. */
  protected readonly load: Loader<ComparingEngine> = async (wanted) => {
    const [engine, part] = await Promise.all([loadComparing(wanted), loadPart()]);
    this.take(part);
    return engine;
  };
  protected readonly texts = [texts];
  protected readonly reads = ({ changes, noDrafts }: Readers) => ({
    state: changes,
    drafts: noDrafts,
  });
  private told: Told | undefined;
  private versions: Versions | undefined;
  private showing: Part | undefined;
  private held: Held | undefined;

  constructor() {
    super();
    this.choosing = false;
  }

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

  protected restore({ rulebook, from, to, against, facts = {} }: ChangesState): number {
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
    this.asked = undefined;
    this.refused = undefined;
    this.begin();
  }

  /** What is shown at first. */
  private first(): ChangesState | undefined {
    const rulebook = this.rulebook ?? this.versions?.first;
    if (!this.versions || rulebook === undefined) return undefined;
    const to = this.to ?? this.versions.latest(rulebook);
    return { rulebook, from: this.from ?? dayBefore(to), to };
  }

  protected override willUpdate(): void {
    if (!this.engine || this.asked) return;
    this.versions ??= new Versions(this.engine);
    this.begin();
  }

  protected override async prepare(): Promise<void> {
    if (!this.engine) return;
    this.versions = new Versions(this.engine);
    const first = this.rulebook ?? this.versions.first;
    for (const _turn of this.versions.turning(first)) await breathe();
    for (const day of [this.first()?.from, this.first()?.to]) {
      if (first !== undefined && day !== undefined) this.versions.describe(first, day);
      await breathe();
    }
    this.begin();
  }

  private begin(): void {
    const first = this.first();
    if (first) this.ask(first);
  }

  /** The drafts that would have changed a rulebook. */
  private draftsOf(rulebook: string): LawDraft[] {
    return this.showing?.DRAFTS.filter(({ amends }) => amends === rulebook) ?? [];
  }

  private draft(rulebook: string, id: string | undefined): LawDraft | undefined {
    return this.draftsOf(rulebook).find((one) => one.rulebook === id);
  }

  /**
   * Compares two days, or asks for the comparison of one with a draft; says why it cannot, and
   * keeps what it has.
   */
  private ask({ rulebook, from, to, against, facts }: ChangesState): boolean {
    const { engine, versions, showing: part } = this;
    const [before, after] = [from, to].map((day) => versions?.describe(rulebook, day));
    const known = new Map(before?.facts.map((fact) => [fact.id, fact]));
    const given = Object.entries(facts ?? {}).filter(([id, value]) => fits(known.get(id), value));
    const kept = knownFacts(Object.fromEntries(given), before?.facts ?? []);
    const request: Pick<ChangesState, 'rulebook' | 'from' | 'to' | 'facts'> = {
      rulebook,
      from,
      to,
    };
    if (Object.keys(kept).length > 0) request.facts = kept;
    const asked: ChangesState = against === undefined ? request : { ...request, against };
    const limit = part?.MOST_PATTERNS ?? 0;
    const answer = engine?.compare({ ...request, limit });
    if (!engine || !part || !answer || isFailure(answer) || !before || !after) {
      if (answer && isFailure(answer)) this.refused = { asked, failure: answer };
      return false;
    }
    const days: Told['days'] = [before, after];
    this.told = { comparison: answer, days, turning: part.turningIn(engine, answer, days) };
    this.refused = undefined;
    this.asked = asked;
    this.weigh();
    return true;
  }

  /** Has the draft that is looked at, if one is, held against the law. */
  private readonly weigh = (): void => {
    const { showing: part, asked } = this;
    if (!part || asked?.against === undefined) return;
    const { rulebook, from: day, against, facts = {} } = asked;
    void this.held?.ask(against, { rulebook, day, facts, limit: part.MOST_PATTERNS });
    this.requestUpdate();
  };

  private readonly choose = (next: Partial<ChangesState>): void => {
    const { asked, refused } = this;
    if (!asked) return;
    if (this.ask({ ...(refused?.asked ?? asked), ...next })) {
      this.changed();
      this.announceResult();
    }
  };

  private readonly chooseRulebook = (rulebook: string): void => {
    const to = this.versions?.latest(rulebook) ?? today();
    this.refused = undefined;
    this.choose({ rulebook, from: dayBefore(to), to, against: undefined, facts: {} });
  };

  private readonly chooseTurn = ({ before, day }: Turn): void =>
    this.chooseWhat({ from: before, to: day, against: undefined });

  /** A draft is first held against the law of today. */
  private readonly chooseDraft = (against: string): void =>
    this.chooseWhat({ from: today(), to: today(), against });

  private chooseWhat(what: Partial<ChangesState>): void {
    this.refused = undefined;
    this.choosing = false;
    this.choose(what);
    void this.updateComplete.then(() => {
      if (this.wide) return;
      this.shadowRoot?.querySelector<HTMLElement>('.choice > summary')?.focus();
    });
  }

  private announceResult(): void {
    void this.updateComplete.then(() => {
      const sum = this.shadowRoot?.querySelector('.sum')?.textContent;
      if (sum) this.announce(sum);
      else this.hush();
    });
  }

  protected renderTool(): TemplateResult {
    const { asked, told, showing: part } = this;
    if (!asked || !told || !part) {
      const failure = this.refused?.failure ?? this.versions?.failed;
      return html`${failure ? troubles(this.words, failure) : nothing}`;
    }
    const answers = asked.facts ?? {};
    const view = makeView(
      part.bothDays(...told.days),
      answers,
      this.words,
      this.wide,
      this.reference,
    );
    return html`<div class="columns changes-columns">
        ${this.renderChoice(view, asked)}
        <section class="result" part="answer" aria-labelledby="result-title">
          ${asked.against === undefined ? this.renderResult(view, asked, told) : this.renderDraft(view, asked, told)}
        </section>
      </div>
      ${this.renderCommands()} ${aboutRules(view)}`;
  }

  private renderChoice(view: View, asked: ChangesState): TemplateResult {
    const turns = this.versions?.turnsOf(asked.rulebook) ?? [];
    const failed = this.versions?.failed;
    const choice = html`${this.versions && rulebookChoice(view, this.versions, asked.rulebook, this.chooseRulebook)}
      <h2>${view.say('compare-versions')}</h2>
      ${
        turns.length === 0
          ? html`<p class="quiet">${view.say('compare-one-version')}</p>`
          : versionList(view, turns, { ...asked, today: today() }, this.chooseTurn)
      }
      ${this.showing?.draftChoice(view, this.draftsOf(asked.rulebook), asked.against, this.chooseDraft)}
      ${failed ? troubles(view.say, failed) : nothing}
      ${this.renderDays(view, asked)}`;
    if (this.wide) return html`<div class="choice" part="questions">${choice}</div>`;
    return html`<details
      class="choice"
      part="questions"
      ?open=${this.choosing || this.refused !== undefined}
      @toggle=${(event: Event) => {
        if (event.target === event.currentTarget) {
          this.choosing = (event.currentTarget as HTMLDetailsElement).open;
        }
      }}
    >
      <summary>${view.law.say('title')} <span class="link">${view.say('compare-choose')}</span></summary>
      ${choice}
    </details>`;
  }

  /** Two free days, or that of the law beside a draft, with what the engine has to say against them. */
  private renderDays(view: View, asked: ChangesState): TemplateResult {
    const { refused } = this;
    const shown = refused?.asked ?? asked;
    const turns = this.versions?.turnsOf(asked.rulebook);
    const own = !turns?.some(({ before, day }) => before === asked.from && day === asked.to);
    const oneDay = shown.against !== undefined;
    const field = (key: 'from' | 'to', label: string) => html`<zhengpin-date-field
      class=${key}
      quiet
      lang=${view.say.lang}
      .value=${shown[key]}
      .label=${view.say(label)}
      .trouble=${this.troubleWith(key)}
      @day=${(event: CustomEvent<string | null>) => {
        const { detail: day } = event;
        if (day !== null) this.choose(oneDay ? { from: day, to: day } : { [key]: day });
      }}
    ></zhengpin-date-field>`;
    if (oneDay) return html`<div class="days">${field('from', 'draft-day')}</div>`;
    return html`<details class="fold days" ?open=${own || refused !== undefined}>
      <summary>${view.say('compare-days')}</summary>
      ${field('from', 'compare-from')} ${field('to', 'compare-to')}
    </details>`;
  }

  private troubleWith(key: 'from' | 'to'): string | undefined {
    if (!this.refused) return undefined;
    const { error } = this.refused.failure;
    const own = [error, ...error.more].find(({ path }) => path === `/${key}`);
    return own && messageOf(own, this.spoken);
  }

  private renderResult(view: View, asked: ChangesState, told: Told): TemplateResult {
    const { say } = view;
    const { comparison, turning } = told;
    return html`<h2 id="result-title">
        <span class="day">${dayInWords(asked.from, say.lang)}</span>
        <span class="day">
          <span class="arrow" role="img" aria-label=${say('compare-and-then')}>→</span>
          ${dayInWords(asked.to, say.lang)}
        </span>
      </h2>
      ${this.renderRefused()}
      ${this.showing?.result(view, { comparison, turning, facts: asked.facts, without: this.leaveOut }, TELLING)}`;
  }

  /** What the engine has against what was chosen, where it is not said beside a day. */
  private renderRefused(): TemplateResult | typeof nothing {
    const { refused } = this;
    const beside = this.troubleWith('from') ?? this.troubleWith('to');
    return refused && !beside ? troubles(this.words, refused.failure) : nothing;
  }

  private readonly leaveOut = (): void => this.choose({ facts: {} });

  /** What a draft would have changed, or that what tells it could not be loaded. */
  private renderDraft(view: View, asked: ChangesState, { days: [law] }: Told): unknown {
    const { engine, showing: part, held } = this;
    const draft = this.draft(asked.rulebook, asked.against);
    if (!engine || !part || !draft) return nothing;
    const decided = engine.decide({ rulebook: asked.rulebook, asOf: asked.from, facts: {} });
    const deadlines = isFailure(decided) ? [] : decided.deadlines;
    return html`${this.renderRefused()} ${part.draftResult(view, {
      draft,
      law,
      counts: new Map(deadlines.map(({ id, count }) => [id, count])),
      came: held?.came,
      turning: ({ comparison, described }) => part.turningIn(engine, comparison, [law, described]),
      facts: asked.facts,
      without: this.leaveOut,
      again: this.weigh,
    })}`;
  }
}
