import { html, nothing, type ReactiveController, type TemplateResult } from 'lit';
import type { DecidingEngine } from '../engine/deciding.ts';
import { type Comparison, type Description, type Failure, isFailure } from '../engine/types.ts';
import '../i18n/words-comparison.ts';
import { knownFacts } from '../state/answers.ts';
import { bothDays, turningFacts } from '../state/both-days.ts';
import { MOST_PATTERNS } from '../state/patterns.ts';
import { comparison } from './comparison.ts';
import { type Jump, jumpLink } from './missing.ts';
import type { ToolElement } from './tool-element.ts';
import { makeView, type View } from './view.ts';

/** What is asked about a later day. */
interface Asked {
  engine: DecidingEngine;
  /** The issue looked at. */
  issue: string;
  /** The day or the version that the later one follows, and the first day of the later one. */
  from: string;
  day: string;
  /** The page of changes; nothing, if the host named none. */
  page: string | undefined;
  jump: Jump;
}

/**
 * What a later version changes for the answers given, told once it is unfolded, and the way
 * to the page that tells the whole change.
 */
export class Later implements ReactiveController {
  /** The versions that are unfolded, by first day. */
  private readonly open = new Set<string>();
  /** Links by the state of which each is the link. */
  private readonly links = new Map<string, string | undefined>();

  constructor(private readonly host: ToolElement<unknown, unknown>) {
    host.addController(this);
  }

  hostConnected(): void {}

  /**
   * The first days of all later versions that touch an issue for the answers given, each held
   * against the one before; `first` is the first of them.
   */
  static days(engine: DecidingEngine, view: View, issue: string, first: string): string[] {
    const { rulebook } = view.description;
    const days = [first];
    for (let day: string | null | undefined = first; day; ) {
      const described: Description | Failure = engine.describe({ rulebook, asOf: day });
      if (isFailure(described)) break;
      const facts = knownFacts(view.answers, described.facts);
      const told = engine.decide({ rulebook, asOf: day, facts, issues: [issue] });
      if (isFailure(told)) break;
      day = told.warnings.find(({ code }) => code === 'later_version')?.from;
      if (day) days.push(day);
    }
    return days;
  }

  render(view: View, asked: Asked): TemplateResult {
    const { day } = asked;
    return html`<details
      class="for-you"
      ?open=${this.open.has(day)}
      @toggle=${(event: Event) => {
        if (event.target !== event.currentTarget) return;
        if ((event.currentTarget as HTMLDetailsElement).open) this.open.add(day);
        else this.open.delete(day);
        this.host.requestUpdate();
      }}
    >
      <summary>${view.say('compare-for-you')}</summary>
      ${this.open.has(day) ? this.renderAnswer(view, asked) : nothing}
    </details>`;
  }

  private renderAnswer(view: View, asked: Asked): TemplateResult | typeof nothing {
    const { engine, issue, from, day } = asked;
    const { rulebook } = view.description;
    const before = engine.describe({ rulebook, asOf: from });
    const after = engine.describe({ rulebook, asOf: day });
    if (isFailure(before) || isFailure(after)) return nothing;
    const facts = knownFacts(view.answers, before.facts);
    const told = engine.compare({
      rulebook,
      from,
      to: day,
      facts,
      issues: [issue],
      limit: MOST_PATTERNS,
    });
    if (isFailure(told)) return nothing;
    const days: [Description, Description] = [before, after];
    const both = {
      ...view,
      ...makeView(bothDays(...days), view.answers, view.say, view.wide, view.reference),
    };
    return html`${told.issues.map((one) =>
      comparison(both, {
        told: one,
        turning: turningFacts(engine, told, days, issue),
        given: true,
        asks: (fact) =>
          view.facts.has(fact)
            ? jumpLink(view, fact, asked.jump)
            : view.law.say(`fact/${fact}/ask`),
      }),
    )}
    ${this.renderLink(view, told, facts, asked.page)}`;
  }

  private renderLink(
    view: View,
    { rulebook, from, to }: Comparison,
    facts: ReturnType<typeof knownFacts>,
    page: string | undefined,
  ): TemplateResult | typeof nothing {
    if (page === undefined || !URL.canParse(page, document.baseURI)) return nothing;
    const state = { rulebook, from: from.asOf, to: to.asOf, facts };
    const of = JSON.stringify([page, state]);
    if (!this.links.has(of)) void this.makeLink(page, state, of);
    return html`<p><a class="whole" href=${this.links.get(of) ?? nothing}>${view.say('compare-whole')}</a></p>`;
  }

  private async makeLink(page: string, state: unknown, of: string): Promise<void> {
    this.links.set(of, undefined);
    const url = new URL(page, document.baseURI);
    const { encodeState } = await import('../lazy/keeping.ts');
    url.hash = `changes=${await encodeState(state)}`;
    this.links.set(of, url.href);
    this.host.requestUpdate();
  }
}
