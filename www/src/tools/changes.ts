import { html, nothing, type TemplateResult, unsafeCSS } from 'lit';
import { guard } from 'lit/directives/guard.js';
import type { Telling } from '../components/comparison/result.ts';
import { rulebookChoice } from '../components/comparison/rulebook-choice.ts';
import { versionList } from '../components/comparison/version-list.ts';
import { aboutRules } from '../components/sources.ts';
import { troubles } from '../components/troubles.ts';
import { makeView, type View } from '../components/view.ts';
import { isFailure } from '../engine/types.ts';
import { dayInWords, today } from '../i18n/dates.ts';
import { messageOf } from '../i18n/told.ts';
import '../i18n/words-changes.ts';
import type { ChangesState } from '../state/states.ts';
import { newest, type Turn, type VersionsOpening } from '../state/versions.ts';
import changes from '../styles/changes.css?inline';
import choice from '../styles/choice.css?inline';
import { tool } from '../styles/tool.ts';
import { ComparedTool, type Told } from './compared-tool.ts';

const TELLING: Telling = {
  sum: 'compare-sum',
  begun: 'compare-begun',
  ended: 'compare-ended',
  others: 'compare-others',
  nothing: 'compare-nothing',
};

/**
 * `<zhengpin-changes>`: what a change of the rules changes, from one day to another.
 */
export class ZhengpinChanges extends ComparedTool {
  static readonly tag = 'zhengpin-changes';
  static override styles = [...tool, unsafeCSS(choice + changes)];
  static override properties = { choosing: { state: true } };

  /** Whether the choice is unfolded where there is no room beside the result. */
  declare private choosing: boolean;

  constructor() {
    super();
    this.choosing = false;
  }

  private readonly chooseRulebook = (rulebook: string): void => {
    this.refused = undefined;
    void this.choose({ rulebook, newest: true, against: undefined, facts: {} });
  };

  private readonly chooseTurn = ({ before, day }: Turn): void =>
    void this.chooseWhat({ from: before, to: day, against: undefined });

  /** A draft is first held against the law of today. */
  private readonly chooseDraft = (against: string): void =>
    void this.chooseWhat({ from: today(), to: today(), against });

  private async chooseWhat(what: Partial<ChangesState>): Promise<void> {
    this.refused = undefined;
    this.choosing = false;
    await this.choose(what);
    await this.updateComplete;
    // Who has gone on meanwhile stays there.
    const isHere = document.activeElement === document.body || this.matches(':focus-within');
    if (!this.wide && isHere) {
      this.shadowRoot?.querySelector<HTMLElement>('.choice > summary')?.focus();
    }
  }
  protected renderTool(): TemplateResult {
    const { asked, told, showing: part, opening } = this;
    if (opening && !this.engine) return this.renderOpening(opening);
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
    return html`${this.renderColumns(
      view,
      asked,
      asked.against === undefined
        ? this.renderResult(view, asked, told)
        : this.renderDraft(view, asked, told),
    )}
      ${this.whole ? html`${this.renderCommands()} ${aboutRules(view)}` : nothing}`;
  }

  /** What there is to choose from, and the days that are going to be compared. */
  private renderOpening({ description, turns }: VersionsOpening): TemplateResult {
    const view = makeView(description, {}, this.words, this.wide, this.reference);
    const turn = newest(turns);
    const [from, to] = turn ? [turn.before, turn.day] : [today(), today()];
    const days = this.renderCompared(view, { from, to });
    return this.renderColumns(
      view,
      { rulebook: description.rulebook, from, to },
      html`${days}<p class="quiet">${view.say('loading')}</p>`,
    );
  }

  private renderColumns(view: View, asked: ChangesState, result: unknown): TemplateResult {
    return html`<div class="columns changes-columns">
      ${this.renderChoice(view, asked)}
      <section class="result" part="answer" aria-labelledby="result-title">${result}</section>
    </div>`;
  }

  private renderChoice(view: View, asked: ChangesState): TemplateResult {
    const { choices } = this;
    // Versions of another rulebook are none to choose from while one is on its way.
    const turns = choices?.turnsOf(asked.rulebook) ?? [];
    const failed = choices?.failed;
    const chosen = this.rulebookChosen ?? asked.rulebook;
    const waits = chosen !== asked.rulebook;
    const choice = html`${choices && rulebookChoice(view, choices, chosen, this.chooseRulebook)}
      <h2>${view.say('compare-versions')}</h2>
      ${
        waits
          ? html`<p class="quiet">${view.say('loading')}</p>`
          : turns.length === 0
            ? html`<p class="quiet">${view.say('compare-one-version')}</p>`
            : versionList(view, turns, { ...asked, today: today() }, this.chooseTurn)
      }
      ${waits ? nothing : this.showing?.draftChoice(view, this.draftsOf(asked.rulebook), asked.against, this.chooseDraft)}
      ${failed ? troubles(view.say, failed) : nothing}
      ${waits ? nothing : this.renderDays(view, asked)}`;
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
    const turns = this.choices?.turnsOf(asked.rulebook);
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
        if (day !== null) void this.choose(oneDay ? { from: day, to: day } : { [key]: day });
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

  private renderResult(view: View, asked: ChangesState, { comparison }: Told): TemplateResult {
    const { say } = view;
    const shown = () => ({
      comparison,
      turning: this.turnsOn,
      facts: asked.facts,
      without: this.leaveOut,
    });
    // Patterns are put together anew only where something else is compared, or told otherwise.
    const words = Object.keys(view.description.texts).length;
    const depends = [comparison, asked.facts, say.lang, words, view.wide, view.reference];
    return html`${this.renderCompared(view, asked)} ${this.renderRefused()}
      ${this.whole && !this.comparing ? guard(depends, () => this.showing?.result(view, shown(), TELLING)) : html`<p class="quiet">${say('loading')}</p>`}`;
  }

  /** The two days that are compared. */
  private renderCompared(
    { say }: View,
    { from, to }: Pick<ChangesState, 'from' | 'to'>,
  ): TemplateResult {
    return html`<h2 id="result-title">
      <span class="day">${dayInWords(from, say.lang)}</span>
      <span class="day">
        <span class="arrow" role="img" aria-label=${say('compare-and-then')}>→</span>
        ${dayInWords(to, say.lang)}
      </span>
    </h2>`;
  }

  /** What the engine has against what was chosen, where it is not said beside a day. */
  private renderRefused(): TemplateResult | typeof nothing {
    const { refused } = this;
    const beside = this.troubleWith('from') ?? this.troubleWith('to');
    return refused && !beside ? troubles(this.words, refused.failure) : nothing;
  }

  private readonly leaveOut = (): void => void this.choose({ facts: {} });

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
