import {
  html,
  nothing,
  type ReactiveController,
  type ReactiveControllerHost,
  type TemplateResult,
} from 'lit';
import type { DecidingEngine } from '../../engine/deciding.ts';
import { describeOnce } from '../../engine/describe-once.ts';
import { type Description, type Failure, isFailure } from '../../engine/types.ts';
import { legal } from '../../i18n/legal.ts';
import { knownFacts } from '../../state/answers.ts';
import type { ForYou } from '../comparison/for-you.ts';
import { LazyPart } from '../lazy-part.ts';
import type { View } from '../view.ts';
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

/** What tells the change, once it is loaded. */
interface Part {
  forYou: (view: View, asked: ForYou) => TemplateResult | typeof nothing;
  css: string;
}

/**
 * The later versions that touch the answers given, and what each changes for them, which is
 * loaded and told once it is unfolded.
 */
export class Later implements ReactiveController {
  /** The versions that are unfolded, by first day. */
  private readonly open = new Set<string>();
  private readonly part: LazyPart<Part>;
  /** Links by the state of which each is the link. */
  private readonly links = new Map<string, string | undefined>();
  /** Why later versions could not be looked for, where that was so. */
  failure: Failure | undefined;
  /** The versions found last, and for what. */
  private found: { of: string; versions: LaterVersion[] } | undefined;

  constructor(
    private readonly host: ReactiveControllerHost,
    /** Writes a state as a link does. */
    private readonly encode: (state: unknown) => Promise<string>,
    load: () => Promise<Part>,
    wear: (css: string) => void,
  ) {
    this.part = new LazyPart(host, load, wear);
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
    const want = 'reasons';
    const told = engine.decide({ rulebook, asOf: day, facts, issues: [issue], want });
    if (isFailure(told)) return { outcome: told.error.code, remarks: [] };
    const [answer] = told.issues;
    return {
      outcome: JSON.stringify([answer?.possible, answer?.provisions]),
      remarks: told.remarks.flatMap(({ code, about }) => (code === 'alert' ? (about ?? []) : [])),
    };
  }

  private describe(engine: DecidingEngine, rulebook: string, day: string): Description | undefined {
    const answer = describeOnce(engine, rulebook, day);
    return isFailure(answer) ? undefined : answer;
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
      ${this.open.has(day) ? this.part.told(view.say, (part) => this.told(part, view, asked)) : nothing}
    </details>`;
  }

  private turn(day: string, open: boolean): void {
    if (open) this.open.add(day);
    else this.open.delete(day);
    if (open) this.part.want();
    this.host.requestUpdate();
  }

  private told(part: Part, view: View, asked: Asked): TemplateResult | typeof nothing {
    const { engine, issue, from, day, page, jump } = asked;
    const { rulebook } = view.description;
    const before = this.describe(engine, rulebook, from);
    const after = this.describe(engine, rulebook, day);
    if (!before || !after) return nothing;
    return part.forYou(view, {
      engine,
      issue,
      before,
      after,
      asks: (fact) =>
        view.facts.has(fact) ? jumpLink(view, fact, jump) : view.law.say(`fact/${fact}/ask`),
      whole: (state) => this.link(page, state),
    });
  }

  /** The address at which the page of changes shows a state, once it is known. */
  private link(page: string | undefined, state: unknown): string | undefined {
    if (page === undefined || !URL.canParse(page, document.baseURI)) return undefined;
    const of = JSON.stringify([page, state]);
    if (!this.links.has(of)) void this.makeLink(page, state, of);
    return this.links.get(of);
  }

  private async makeLink(page: string, state: unknown, of: string): Promise<void> {
    this.links.set(of, undefined);
    const url = new URL(page, document.baseURI);
    url.hash = `changes=${await this.encode(state)}`;
    this.links.set(of, url.href);
    this.host.requestUpdate();
  }
}
