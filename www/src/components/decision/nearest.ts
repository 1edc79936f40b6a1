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
import { LazyPart } from '../lazy-part.ts';
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
  private readonly part: LazyPart<Part>;

  constructor(
    private readonly host: ReactiveControllerHost,
    load: () => Promise<Part>,
    wear: (css: string) => void,
  ) {
    this.part = new LazyPart(host, load, wear);
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
        ${this.open ? this.part.told(view.say, (part) => this.told(part, view, engine, issue, page)) : nothing}
      </details>
    </section>`;
  }

  private turn(open: boolean): void {
    this.open = open;
    if (open) this.part.want();
    this.host.requestUpdate();
  }

  private told(
    part: Part,
    view: View,
    engine: DecidingEngine,
    issue: string,
    page: string | undefined,
  ) {
    const { rulebook, asOf, facts: asked } = view.description;
    const facts = knownFacts(view.answers, asked);
    const found = engine.precedents({ rulebook, issue, asOf, facts, most: MOST });
    return isFailure(found) ? nothing : part.nearest(view, found, page);
  }
}
