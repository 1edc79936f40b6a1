import {
  html,
  nothing,
  type ReactiveController,
  type ReactiveControllerHost,
  type TemplateResult,
} from 'lit';
import type { DecidingEngine } from '../../engine/deciding.ts';
import { isFailure, type Precedents } from '../../engine/types.ts';
import { knownFacts } from '../../state/answers.ts';
import type { View } from '../view.ts';

/** How many cases are told, and those besides that came out otherwise. */
const MOST = 3;

/** What shows the cases, once it is loaded. */
interface Part {
  nearest: (view: View, found: Precedents, page: string | undefined) => TemplateResult;
  css: string;
}

/** The decided cases nearest to the answers: looked for once they are unfolded. */
export class Nearest implements ReactiveController {
  private open = false;
  private part: Part | 'failed' | undefined;

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly load: () => Promise<Part>,
    private readonly wear: (css: string) => void,
  ) {
    host.addController(this);
  }

  hostConnected(): void {}

  render(
    view: View,
    engine: DecidingEngine | undefined,
    issue: string,
    /** The page of all cases; nothing, if the host named none. */
    page: string | undefined,
  ): TemplateResult | typeof nothing {
    if (!engine || view.description.cases.length === 0) return nothing;
    return html`<section class="part nearest">
      <details
        class="fold"
        ?open=${this.open}
        @toggle=${(event: Event) => {
          if (event.target === event.currentTarget) {
            this.turn((event.currentTarget as HTMLDetailsElement).open);
          }
        }}
      >
        <summary>${view.say('nearest-title')}</summary>
        ${this.open ? this.told(view, engine, issue, page) : nothing}
      </details>
    </section>`;
  }

  private turn(open: boolean): void {
    this.open = open;
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

  private told(view: View, engine: DecidingEngine, issue: string, page: string | undefined) {
    const { part } = this;
    if (!part) return html`<p class="quiet">${view.say('loading')}</p>`;
    if (part === 'failed') return html`<p class="quiet">${view.say('fallback-fetch')}</p>`;
    const { rulebook, asOf, facts: asked } = view.description;
    const facts = knownFacts(view.answers, asked);
    const found = engine.precedents({ rulebook, issue, asOf, facts, most: MOST });
    return isFailure(found) ? nothing : part.nearest(view, found, page);
  }
}
