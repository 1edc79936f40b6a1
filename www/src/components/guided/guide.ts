import {
  html,
  nothing,
  type ReactiveController,
  type ReactiveControllerHost,
  type TemplateResult,
} from 'lit';
import type { FactDescription, IssueAnswer, Value } from '../../engine/types.ts';
import type { Answers } from '../../state/answers.ts';
import { type Askable, screenOf } from '../../state/asking.ts';
import { question } from '../decision/question.ts';
import type { View } from '../view.ts';
import { given } from './given.ts';
import { isPicked, picks } from './picks.ts';
import { together } from './together.ts';
import { why } from './why.ts';

/** What a guide needs to know each time it is drawn. */
export interface Guided extends Askable {
  view: View;
  /** The issues that are asked about; none, where the answers contradict each other. */
  issues: IssueAnswer[];
  /** Takes answers, `undefined` to take one back. */
  give: (answers: Record<string, Value | null | undefined>) => void;
  /** What speaks against the answers, if they contradict each other. */
  trouble: TemplateResult | undefined;
  troubleWith: (fact: string) => string | undefined;
  /** Where things stand, in one line. */
  sofar: unknown;
  /** The verdicts and what follows from them, once all is asked. */
  conclusion: () => unknown;
}

/** The host of a guide: an element with the questions in its shadow root. */
type Host = ReactiveControllerHost & HTMLElement;

/** Asks one question after the other, on the state of the form; keeps only where one stands. */
export class Guide implements ReactiveController {
  /** The question that the user went back to. */
  private at: string | undefined;
  /** The questions that were answered last. */
  private last: string[] = [];
  /** Whether the questions of this screen are asked one by one. */
  private apart: string | undefined;
  private ticked = new Set<string>();

  constructor(private readonly host: Host) {
    host.addController(this);
  }

  hostConnected(): void {}

  /** Begins, with a question if one is named, without taking the focus. */
  async begin(fact: string | undefined): Promise<void> {
    this.at = fact;
    this.host.requestUpdate();
    await this.host.updateComplete;
    this.bringIntoView();
  }

  /** Goes to a question, or on with the next one. */
  to(fact: string | undefined): void {
    this.at = fact;
    this.ticked = new Set();
    this.host.requestUpdate();
    void this.show();
  }

  /** Puts the focus on what is asked now, and that into view. */
  private async show(): Promise<void> {
    await this.host.updateComplete;
    this.host.shadowRoot?.getElementById('guided-ask')?.focus({ preventScroll: true });
    this.bringIntoView();
  }

  /** Scrolls only where the question and its answers are not all to be seen. */
  private bringIntoView(): void {
    const heading = this.host.shadowRoot?.getElementById('guided-ask');
    const around = heading?.closest('.one')?.getBoundingClientRect();
    if (around && (around.top < 0 || around.bottom > innerHeight)) {
      heading?.scrollIntoView({ block: 'start' });
    }
  }

  render(guided: Guided): TemplateResult {
    const screen = this.screen(guided);
    const done = screen.length === 0;
    return html`<div class="guided" data-done=${done ? '' : nothing}>
      ${guided.sofar}
      ${done ? this.renderEnd(guided) : this.renderScreen(guided, screen)}
      ${given(guided.view, {
        open: guided.trouble !== undefined,
        change: (fact) => this.to(fact),
      })}
      ${done ? guided.conclusion() : nothing}
    </div>`;
  }

  /** The questions that are asked now. */
  private screen({ view, next, together, trouble }: Guided): string[] {
    const { at } = this;
    if (at !== undefined && view.facts.has(at)) return [at];
    if (trouble) {
      const [fact] = this.last.length > 0 ? this.last : Object.keys(view.answers).slice(-1);
      return fact === undefined ? [] : [fact];
    }
    const after = (fact: string) => view.facts.get(fact)?.after ?? [];
    const screen = screenOf({ next, together }, view.answers, after);
    const [first] = screen;
    const apart = this.apart !== undefined && screen.includes(this.apart);
    return apart && first !== undefined ? [first] : screen;
  }

  private renderScreen(guided: Guided, screen: string[]): TemplateResult {
    const { view, next, issues } = guided;
    const [fact = ''] = screen;
    const described = view.facts.get(fact);
    if (!described) return html``;
    const several = screen.length > 1;
    const key = `fact/${fact}`;
    const hint = several ? view.say('guided-together-hint') : view.law.maybe(`${key}/hint`);
    const left = next.filter((one) => !(one in view.answers) && !screen.includes(one)).length;
    return html`<section class="one" aria-labelledby="guided-ask" data-fact=${fact}>
      <p class="count">
        ${view.say('guided-count', { number: this.numberOf(view, fact), left })}
      </p>
      <h2 id="guided-ask" tabindex="-1" class=${described.kind === 'date' ? 'unseen' : nothing}>
        ${several ? view.say('guided-together') : view.law.say(`${key}/ask`)}
      </h2>
      ${hint && (several || isPicked(described)) ? html`<p class="hint" id="guided-hint">${hint}</p>` : nothing}
      ${guided.trouble ?? nothing}
      ${several ? this.renderTogether(guided, screen) : this.renderOne(guided, described)}
      ${this.renderBar(guided, screen, described)}
      ${why(view, screen, issues)}
    </section>`;
  }

  /** The place of a question: that of its answer, or behind all that were answered. */
  private numberOf(view: View, fact: string): number {
    const said = Object.keys(view.answers).filter((one) => view.facts.has(one));
    const place = said.indexOf(fact);
    return (place < 0 ? said.length : place) + 1;
  }

  private renderTogether(guided: Guided, screen: string[]): TemplateResult {
    return together(guided.view, {
      facts: screen,
      ticked: this.ticked,
      tick: (fact, on) => {
        if (on) this.ticked.add(fact);
        else this.ticked.delete(fact);
        this.host.requestUpdate();
      },
      give: (answers) => this.take(guided, answers),
      apart: () => {
        [this.apart] = screen.slice(-1);
        this.to(undefined);
      },
    });
  }

  private renderOne(guided: Guided, fact: FactDescription): TemplateResult {
    const { view } = guided;
    if (isPicked(fact)) {
      return picks(view, fact, (value) => this.take(guided, { [fact.id]: value }));
    }
    return question(view, {
      fact,
      next: false,
      trouble: guided.troubleWith(fact.id),
      answer: (id, value) => {
        // A set, a number or a day is answered when the user goes on.
        this.at = id;
        this.last = [id];
        guided.give({ [id]: value });
      },
      jump: (other) => this.to(other),
    });
  }

  /** Takes answers and goes on. */
  private take(guided: Guided, answers: Answers): void {
    this.last = Object.keys(answers);
    guided.give(answers);
    this.to(undefined);
  }

  /** Back, "I don't know", and on: at the thumb. */
  private renderBar(guided: Guided, screen: string[], { id }: FactDescription): TemplateResult {
    const { view } = guided;
    const said = Object.keys(view.answers).filter((one) => view.facts.has(one));
    const place = said.indexOf(id);
    const before = place < 0 ? said.at(-1) : said[place - 1];
    const button = (name: string, says: string, go: () => void, off = false) => html`<button
      type="button"
      data-go=${name}
      ?disabled=${off}
      @click=${go}
    >
      ${view.say(says)}
    </button>`;
    return html`<div class="guided-bar">
      ${button('back', 'guided-back', () => this.to(before), before === undefined)}
      ${
        screen.length > 1
          ? nothing
          : button('unknown', 'answer-unknown', () => this.take(guided, { [id]: null }))
      }
      ${id in view.answers ? button('next', 'guided-next', () => this.to(undefined)) : nothing}
    </div>`;
  }

  private renderEnd({ view, issues, next }: Guided): TemplateResult {
    const unknown = next.filter((fact) => view.answers[fact] === null);
    const settled = issues.every((issue) => issue.settled);
    return html`<section class="one end" aria-labelledby="guided-ask">
      <h2 id="guided-ask" tabindex="-1">${view.say('guided-done')}</h2>
      ${
        settled
          ? html`<p>${view.say('guided-done-settled')}</p>`
          : html`<p>${view.say('guided-done-open', { count: unknown.length })}</p>`
      }
      ${
        unknown.length === 0
          ? nothing
          : html`<ul class="unknowns">
              ${unknown.map(
                (fact) => html`<li>
                  <button type="button" class="link" @click=${() => this.to(fact)}>
                    ${view.law.say(`fact/${fact}/ask`)}
                  </button>
                </li>`,
              )}
            </ul>`
      }
    </section>`;
  }
}
