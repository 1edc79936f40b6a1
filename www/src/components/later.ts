import { html, nothing, type ReactiveController, type TemplateResult } from 'lit';
import type { DecidingEngine } from '../engine/deciding.ts';
import { type Comparison, type Description, isFailure } from '../engine/types.ts';
import '../i18n/words-comparison.ts';
import { knownFacts } from '../state/answers.ts';
import { bothDays, turningFacts } from '../state/both-days.ts';
import { encodeState } from '../state/codec.ts';
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
  /** The first day of the later version. */
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
  private open = false;
  /** The link, and the state of which it is the link. */
  private link: { of: string; href?: string } | undefined;

  constructor(private readonly host: ToolElement<unknown, unknown>) {
    host.addController(this);
  }

  hostConnected(): void {}

  render(view: View, asked: Asked): TemplateResult {
    return html`<details
      class="for-you"
      ?open=${this.open}
      @toggle=${(event: Event) => {
        if (event.target !== event.currentTarget) return;
        this.open = (event.currentTarget as HTMLDetailsElement).open;
        this.host.requestUpdate();
      }}
    >
      <summary>${view.say('compare-for-you')}</summary>
      ${this.open ? this.renderAnswer(view, asked) : nothing}
    </details>`;
  }

  private renderAnswer(view: View, asked: Asked): TemplateResult | typeof nothing {
    const { engine, issue, day } = asked;
    const before = view.description;
    const { rulebook, asOf: from } = before;
    const facts = knownFacts(view.answers, before.facts);
    const after = engine.describe({ rulebook, asOf: day });
    const told = engine.compare({
      rulebook,
      from,
      to: day,
      facts,
      issues: [issue],
      limit: MOST_PATTERNS,
    });
    if (isFailure(told) || isFailure(after)) return nothing;
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
    if (this.link?.of !== of) void this.makeLink(page, state, of);
    return html`<p><a class="whole" href=${this.link?.href ?? nothing}>${view.say('compare-whole')}</a></p>`;
  }

  private async makeLink(page: string, state: unknown, of: string): Promise<void> {
    this.link = { of };
    const url = new URL(page, document.baseURI);
    url.hash = `changes=${await encodeState(state)}`;
    if (this.link.of !== of) return;
    this.link = { of, href: url.href };
    this.host.requestUpdate();
  }
}
