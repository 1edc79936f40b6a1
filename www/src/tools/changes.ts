import texts from 'virtual:engine-texts/all';
import { html, nothing, type PropertyValues, type TemplateResult, unsafeCSS } from 'lit';
import { comparison } from '../components/comparison/comparison.ts';
import { type Turn, versionList } from '../components/comparison/version-list.ts';
import { besides, isEmpty, turnOfRules } from '../components/rules.ts';
import { aboutRules } from '../components/sources.ts';
import { troubles } from '../components/troubles.ts';
import { answerInWords, joined, makeView, type View } from '../components/view.ts';
import { type ComparingEngine, loadComparing } from '../engine/comparing.ts';
import {
  type Comparison,
  type Description,
  type Facts,
  type Failure,
  type IssueComparison,
  isFailure,
  type Listed,
} from '../engine/types.ts';
import { dayBefore, dayInWords, today } from '../i18n/dates.ts';
import { messageOf } from '../i18n/told.ts';
import { ToolElement } from './tool-element.ts';
import '../i18n/words-changes.ts';
import '../i18n/words-comparison.ts';
import { fits, knownFacts } from '../state/answers.ts';
import { bothDays, turningFacts } from '../state/both-days.ts';
import type { Kept } from '../state/outside/reader.ts';
import type { Readers } from '../state/outside/readers.ts';
import { MOST_PATTERNS } from '../state/patterns.ts';
import type { ChangesShown } from '../state/shown.ts';
import type { ChangesState } from '../state/states.ts';
import changes from '../styles/changes.css?inline';
import compared from '../styles/comparison.css?inline';
import { tool } from '../styles/tool.ts';

type GivenPart = typeof import('../lazy/given.ts');

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
  static override styles = [...tool, unsafeCSS(compared + changes)];
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
  protected readonly load = loadComparing;
  protected readonly texts = [texts];
  protected readonly reads = ({ changes, noDrafts }: Readers) => ({
    state: changes,
    drafts: noDrafts,
  });
  private told: Told | undefined;
  /** Why a part of what is shown could not be had. */
  private failed: Failure | undefined;
  private readonly turned = new Map<string, Turn[]>();
  private readonly described = new Map<string, Description>();

  constructor() {
    super();
    this.choosing = false;
  }

  protected snapshot(): ChangesState | undefined {
    const { asked } = this;
    return JSON.stringify(asked) === JSON.stringify(this.first()) ? undefined : asked;
  }

  protected restore({ rulebook, from, to, facts = {} }: ChangesState): number {
    this.refused = undefined;
    let gone = 0;
    if (!this.ask({ rulebook, from, to, facts })) {
      // What the link asked for stays in its fields, with what the engine has against it.
      const { refused } = this;
      this.asked = undefined;
      this.begin();
      this.refused = refused;
      gone = 1;
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

  protected get shown() {
    return this.refused?.failure ?? this.told?.comparison ?? this.failed;
  }

  protected override detail(): ChangesShown | undefined {
    const { told, asked } = this;
    return told && { ...told.comparison, facts: asked?.facts ?? {} };
  }

  protected clear(): void {
    this.asked = undefined;
    this.refused = undefined;
    this.begin();
  }

  private get listed(): Listed[] {
    const listed = this.engine?.list();
    if (listed && isFailure(listed)) this.failed = listed;
    return listed && !isFailure(listed) ? listed.rulebooks : [];
  }

  /** What is shown at first. */
  private first(): ChangesState | undefined {
    const first = this.listed.find(({ issues }) => issues.length > 0) ?? this.listed[0];
    const rulebook = this.rulebook ?? first?.rulebook;
    if (rulebook === undefined) return undefined;
    const to = this.to ?? this.latest(rulebook);
    return { rulebook, from: this.from ?? dayBefore(to), to };
  }

  /** The first day of the newest version that changes a verdict, or of the newest of all. */
  private latest(rulebook: string): string {
    const turns = this.turnsOf(rulebook);
    const turn = turns.findLast(({ differs }) => differs) ?? turns.at(-1);
    return turn?.day ?? today();
  }

  private begin(): void {
    const first = this.first();
    if (first) this.ask(first);
  }

  /** A rulebook as of a day, described once however often it is shown. */
  private describe(rulebook: string, asOf: string): Description | undefined {
    const key = `${rulebook} ${asOf}`;
    const known = this.described.get(key);
    if (known) return known;
    const answer = this.engine?.describe({ rulebook, asOf });
    if (!answer || isFailure(answer)) return undefined;
    this.described.set(key, answer);
    return answer;
  }

  /** Compares two days; says why it cannot, and keeps what it has. */
  private ask({ rulebook, from, to, facts }: ChangesState): boolean {
    const { engine } = this;
    const [before, after] = [this.describe(rulebook, from), this.describe(rulebook, to)];
    const known = new Map(before?.facts.map((fact) => [fact.id, fact]));
    const given = Object.entries(facts ?? {}).filter(([id, value]) => fits(known.get(id), value));
    const kept = knownFacts(Object.fromEntries(given), before?.facts ?? []);
    const asked: ChangesState = { rulebook, from, to };
    if (Object.keys(kept).length > 0) asked.facts = kept;
    const answer = engine?.compare({ ...asked, limit: MOST_PATTERNS });
    if (!engine || !answer || isFailure(answer) || !before || !after) {
      if (answer && isFailure(answer)) this.refused = { asked, failure: answer };
      return false;
    }
    const days: Told['days'] = [before, after];
    const changed = answer.issues.filter(({ differences }) => differences.length > 0);
    this.told = {
      comparison: answer,
      days,
      turning: new Map(
        changed.map(({ issue }) => [issue, turningFacts(engine, answer, days, issue)]),
      ),
    };
    this.refused = undefined;
    this.asked = asked;
    return true;
  }

  /** Every version but the first, with whether some verdict differs from the day before. */
  private turnsOf(rulebook: string): Turn[] {
    const known = this.turned.get(rulebook);
    if (known) return known;
    const turns = this.findTurns(rulebook);
    this.turned.set(rulebook, turns);
    return turns;
  }

  private findTurns(rulebook: string): Turn[] {
    const listed = this.listed.find((one) => one.rulebook === rulebook);
    const days = listed?.versions.slice(1) ?? [];
    return days.map((day) => {
      const before = dayBefore(day);
      const answer = this.engine?.compare({ rulebook, from: before, to: day, limit: 0 });
      if (answer && isFailure(answer)) this.failed = answer;
      const issues = answer && !isFailure(answer) ? answer.issues : [];
      return { day, before, differs: issues.some(({ concerned }) => concerned !== 'no') };
    });
  }

  protected override willUpdate(properties: PropertyValues): void {
    if (properties.has('engine') && !this.asked) this.begin();
  }

  private readonly choose = (next: Partial<ChangesState>): void => {
    const { asked, refused } = this;
    if (!asked) return;
    if (this.ask({ ...(refused?.asked ?? asked), ...next })) {
      this.changed();
      this.announceResult();
    }
  };

  private readonly chooseRulebook = (rulebook: string): void => {
    const to = this.latest(rulebook);
    this.refused = undefined;
    this.choose({ rulebook, from: dayBefore(to), to, facts: {} });
  };

  private readonly chooseTurn = ({ before, day }: Turn): void => {
    this.refused = undefined;
    this.choosing = false;
    this.choose({ from: before, to: day });
    void this.updateComplete.then(() => {
      if (this.wide) return;
      this.shadowRoot?.querySelector<HTMLElement>('.choice > summary')?.focus();
    });
  };

  private announceResult(): void {
    void this.updateComplete.then(() => {
      const sum = this.shadowRoot?.querySelector('.sum')?.textContent;
      if (sum) this.announce(sum);
      else this.hush();
    });
  }

  protected renderTool(): TemplateResult {
    const { asked, told } = this;
    if (!asked || !told) {
      const failure = this.refused?.failure ?? this.failed;
      return html`${failure ? troubles(this.words, failure) : nothing}`;
    }
    const answers = asked.facts ?? {};
    const view = makeView(bothDays(...told.days), answers, this.words, this.wide, this.reference);
    return html`<div class="columns changes-columns">
        ${this.renderChoice(view, asked)}
        <section class="result" part="answer" aria-labelledby="result-title">
          ${this.renderResult(view, asked, told)}
        </section>
      </div>
      ${this.renderCommands()} ${aboutRules(view)}`;
  }

  private renderChoice(view: View, asked: ChangesState): TemplateResult {
    const turns = this.turnsOf(asked.rulebook);
    const choice = html`${this.renderRulebooks(view, asked)}
      <h2>${view.say('compare-versions')}</h2>
      ${
        turns.length === 0
          ? html`<p class="quiet">${view.say('compare-one-version')}</p>`
          : versionList(view, turns, { ...asked, today: today() }, this.chooseTurn)
      }
      ${this.failed ? troubles(view.say, this.failed) : nothing}
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

  private renderRulebooks(view: View, { rulebook }: ChangesState): TemplateResult {
    return html`<h2>${view.say('compare-rulebook')}</h2>
      <ul class="books">
        ${this.listed.map((listed) => {
          const described =
            listed.rulebook === rulebook
              ? view.description
              : this.describe(listed.rulebook, listed.asOf);
          const title = described ? described.texts[view.say.lang]?.title : undefined;
          return html`<li>
            <button
              type="button"
              data-rulebook=${listed.rulebook}
              aria-pressed=${listed.rulebook === rulebook}
              @click=${() => this.chooseRulebook(listed.rulebook)}
            >
              ${title ?? listed.rulebook}
            </button>
          </li>`;
        })}
      </ul>`;
  }

  /** Two free days, with what the engine has to say against them. */
  private renderDays(view: View, asked: ChangesState): TemplateResult {
    const { refused } = this;
    const shown = refused?.asked ?? asked;
    const turns = this.turnsOf(asked.rulebook);
    const own = !turns.some(({ before, day }) => before === asked.from && day === asked.to);
    const field = (key: 'from' | 'to', label: string) => html`<zhengpin-date-field
      class=${key}
      quiet
      lang=${view.say.lang}
      .value=${shown[key]}
      .label=${view.say(label)}
      .trouble=${this.troubleWith(key)}
      @day=${(event: CustomEvent<string | null>) => {
        if (event.detail !== null) this.choose({ [key]: event.detail });
      }}
    ></zhengpin-date-field>`;
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
    const { say, law } = view;
    const { issues, begun, ended } = told.comparison;
    const touched = issues.filter(
      (one) => one.concerned !== 'no' || !isEmpty(one.begun) || !isEmpty(one.ended),
    );
    const untouched = issues.filter((one) => !touched.includes(one));
    const others = [besides(begun, touched, 'begun'), besides(ended, touched, 'ended')] as const;
    const nothingElse = others.every(isEmpty);
    const refusedFacts = this.refused && !this.troubleWith('from') && !this.troubleWith('to');
    return html`<h2 id="result-title">
        <span class="day">${dayInWords(asked.from, say.lang)}</span>
        <span class="day">
          <span class="arrow" role="img" aria-label=${say('compare-and-then')}>→</span>
          ${dayInWords(asked.to, say.lang)}
        </span>
      </h2>
      ${refusedFacts && this.refused ? troubles(say, this.refused.failure) : nothing}
      ${issues.length > 0 ? html`<p class="sum">${this.sum(view, issues)}</p>` : nothing}
      ${this.renderFacts(view, asked.facts)}
      ${touched.map((one) => this.renderIssue(view, one, told, asked.facts !== undefined))}
      ${
        untouched.length > 0 && touched.length > 0
          ? html`<p class="untouched">
              ${say('compare-unchanged', {
                issues: joined(
                  view,
                  untouched.map(({ issue }) => law.say(`issue/${issue}/title`)),
                ),
              })}
            </p>`
          : nothing
      }
      ${
        nothingElse
          ? nothing
          : html`<section class="part others">
              ${issues.length > 0 ? html`<h3>${say('compare-others')}</h3>` : nothing}
              <div class="sides">${turnOfRules(view, ...others)}</div>
            </section>`
      }
      ${touched.length === 0 && nothingElse ? html`<p class="sum">${say('compare-nothing')}</p>` : nothing}`;
  }

  private sum({ say }: View, issues: IssueComparison[]): string {
    const count = issues.filter(({ concerned }) => concerned !== 'no').length;
    return say('compare-sum', { count, all: issues.length });
  }

  /** The answers that a link brought along. */
  private renderFacts(view: View, facts: Facts | undefined): TemplateResult | typeof nothing {
    if (!facts) return nothing;
    const given = Object.entries(facts);
    return html`<details class="fold given">
      <summary>${view.say('compare-given', { count: given.length })}</summary>
      <ul class="criteria">
        ${given.map(
          ([id, value]) => html`<li>
            ${view.law.say(`fact/${id}/ask`)} <b>${answerInWords(view, id, value)}</b>
          </li>`,
        )}
      </ul>
      <button type="button" class="link" @click=${() => this.choose({ facts: {} })}>
        ${view.say('compare-without')}
      </button>
    </details>`;
  }

  private renderIssue(
    view: View,
    one: IssueComparison,
    { turning }: Told,
    given: boolean,
  ): TemplateResult {
    return html`<section class="part compared" data-issue=${one.issue}>
      <h3>${view.law.say(`issue/${one.issue}/title`)}</h3>
      <div class="noted">
        <div>
          ${comparison(view, {
            told: one,
            turning: turning.get(one.issue) ?? new Set(),
            given,
            asks: (fact) => view.law.say(`fact/${fact}/ask`),
          })}
        </div>
        <div class="notes">${turnOfRules(view, one.begun, one.ended)}</div>
      </div>
    </section>`;
  }
}
