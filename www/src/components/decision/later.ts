import {
  html,
  nothing,
  type ReactiveController,
  type ReactiveControllerHost,
  type TemplateResult,
} from 'lit';
import type { DecidingEngine } from '../../engine/deciding.ts';
import { type Comparison, type Description, type Failure, isFailure } from '../../engine/types.ts';
import { legal } from '../../i18n/legal.ts';
import { knownFacts } from '../../state/answers.ts';
import { makeView, type View } from '../view.ts';
import type { LaterVersion } from '../warnings.ts';
import { type Jump, jumpLink } from './jump.ts';

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

/** What tells the comparison, once it is loaded. */
type Part = typeof import('../../state/both-days.ts') &
  Pick<typeof import('../comparison/comparison.ts'), 'comparison'> &
  Pick<typeof import('../../state/patterns.ts'), 'MOST_PATTERNS'> & { css: string };

/**
 * What a later version changes for the answers given, told once it is unfolded, and the way
 * to the page that tells the whole change.
 */
export class Later implements ReactiveController {
  /** The versions that are unfolded, by first day. */
  private readonly open = new Set<string>();
  /** Links by the state of which each is the link. */
  private readonly links = new Map<string, string | undefined>();
  private readonly described = new Map<string, Description | undefined>();
  /** Why later versions could not be looked for, where that was so. */
  failure: Failure | undefined;
  /** The versions found last, and for what. */
  private found: { of: string; versions: LaterVersion[] } | undefined;
  private part: Part | 'failed' | undefined;

  constructor(
    private readonly host: ReactiveControllerHost,
    /** Writes a state as a link does. */
    private readonly encode: (state: unknown) => Promise<string>,
    private readonly load: () => Promise<Part>,
    private readonly wear: (css: string) => void,
  ) {
    host.addController(this);
  }

  hostConnected(): void {}

  /**
   * All later versions that touch an issue for the answers given, each held against the one
   * before: its verdicts, what they rest on, the remarks on it.
   */
  versions(engine: DecidingEngine, view: View, issue: string): LaterVersion[] {
    const { rulebook, asOf } = view.description;
    const of = JSON.stringify([rulebook, asOf, issue, view.answers, view.say.lang]);
    if (this.found?.of === of) return this.found.versions;
    const listed = engine.list();
    this.failure = isFailure(listed) ? listed : undefined;
    const days = isFailure(listed)
      ? []
      : (listed.rulebooks.find((one) => one.rulebook === rulebook)?.versions ?? []);
    let before = this.standing(engine, view, issue, asOf);
    const versions: LaterVersion[] = [];
    for (const day of days.filter((one) => one > asOf)) {
      const now = this.standing(engine, view, issue, day);
      const remarks = now.remarks.filter((one) => !before.remarks.includes(one));
      const ended = before.remarks.some((one) => !now.remarks.includes(one));
      const decides = now.outcome !== before.outcome;
      if (decides || ended || remarks.length > 0) {
        const described = this.describe(engine, rulebook, day);
        const law = described && legal(described, view.say.lang);
        const named = remarks.map((one) => law?.say(`alert/${one}/title`) ?? one);
        versions.push({ day, after: versions.at(-1)?.day ?? asOf, decides, remarks: named });
      }
      before = now;
    }
    this.found = { of, versions };
    return versions;
  }

  /** What an issue comes to on a day, and the remarks on it. */
  private standing(engine: DecidingEngine, view: View, issue: string, day: string) {
    const { rulebook } = view.description;
    const described = this.describe(engine, rulebook, day);
    const facts = knownFacts(view.answers, described?.facts ?? []);
    const told = engine.decide({ rulebook, asOf: day, facts, issues: [issue] });
    if (isFailure(told)) return { outcome: told.error.code, remarks: [] };
    const [answer] = told.issues;
    const cited = answer?.citations.map(({ provision }) => provision);
    return {
      outcome: JSON.stringify([answer?.possible, cited]),
      remarks: told.warnings.flatMap(({ code, about }) => (code === 'alert' ? (about ?? []) : [])),
    };
  }

  /** A rulebook as of a version, described once. */
  private describe(engine: DecidingEngine, rulebook: string, day: string): Description | undefined {
    const key = `${rulebook} ${day}`;
    if (!this.described.has(key)) {
      const answer = engine.describe({ rulebook, asOf: day });
      this.described.set(key, isFailure(answer) ? undefined : answer);
    }
    return this.described.get(key);
  }

  render(view: View, asked: Asked): TemplateResult {
    const { day } = asked;
    return html`<details
      class="for-you"
      ?open=${this.open.has(day)}
      @toggle=${(event: Event) => {
        if (event.target !== event.currentTarget) return;
        this.turn(day, (event.currentTarget as HTMLDetailsElement).open);
      }}
    >
      <summary>${view.say('compare-for-you')}</summary>
      ${this.open.has(day) ? this.renderAnswer(view, asked) : nothing}
    </details>`;
  }

  private turn(day: string, open: boolean): void {
    if (open) this.open.add(day);
    else this.open.delete(day);
    if (open && (!this.part || this.part === 'failed')) void this.fetch();
    this.host.requestUpdate();
  }

  private async fetch(): Promise<void> {
    this.part = undefined;
    const part = await this.load().catch(() => 'failed' as const);
    if (part !== 'failed') this.wear(part.css);
    this.part = part;
    this.host.requestUpdate();
  }

  private renderAnswer(view: View, asked: Asked): TemplateResult | typeof nothing {
    const { part } = this;
    if (!part) return html`<p class="quiet">${view.say('loading')}</p>`;
    if (part === 'failed') return html`<p class="quiet">${view.say('fallback-fetch')}</p>`;
    const { engine, issue, from, day } = asked;
    const { rulebook } = view.description;
    const before = this.describe(engine, rulebook, from);
    const after = this.describe(engine, rulebook, day);
    if (!before || !after) return nothing;
    const facts = knownFacts(view.answers, before.facts);
    const told = engine.compare({
      rulebook,
      from,
      to: day,
      facts,
      issues: [issue],
      limit: part.MOST_PATTERNS,
    });
    if (isFailure(told)) return nothing;
    const days: [Description, Description] = [before, after];
    const both = {
      ...view,
      ...makeView(part.bothDays(...days), view.answers, view.say, view.wide, view.reference),
    };
    return html`${told.issues.map((one) =>
      part.comparison(both, {
        told: one,
        turning: part.turningFacts(engine, told, days, issue),
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
    url.hash = `changes=${await this.encode(state)}`;
    this.links.set(of, url.href);
    this.host.requestUpdate();
  }
}
