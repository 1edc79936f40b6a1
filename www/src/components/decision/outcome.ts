import { html, nothing, type TemplateResult } from 'lit';
import type { View } from '../view.ts';

/** What an outcome shows, and what is done with it where it is folded. */
interface Shown {
  /** The verdict with its reasons. */
  detail: unknown;
  /** The issues to choose from; nothing, where they stand elsewhere. */
  choice: unknown;
  /** The verdict in one line. */
  bar: unknown;
  open: boolean;
  turn: (open: boolean) => void;
}

/** The answer beside the questions; where there is no room, folded at the foot of the window. */
export function outcome(view: View, shown: Shown): TemplateResult {
  const { say } = view;
  const { detail, choice, bar, open, turn } = shown;
  if (view.wide) {
    return html`<section class="outcome beside" part="answer" aria-labelledby="answer-title" tabindex="0">
      ${heading(view)} ${detail}
    </section>`;
  }
  return html`<section class="outcome below" part="answer" aria-labelledby="answer-title" data-open=${open ? '' : nothing}>
    ${heading(view)}
    <button
      type="button"
      class="bar"
      aria-expanded=${open}
      aria-controls="answer-detail"
      @click=${() => turn(!open)}
    >
      ${open ? html`<span>${say('answer-title')}</span>` : bar}
      <span class="bar-word">${say(open ? 'bar-close' : 'bar-open')}</span>
    </button>
    <div
      class="detail"
      id="answer-detail"
      ?hidden=${!open}
      tabindex="-1"
      @keydown=${(event: KeyboardEvent) => {
        if (event.key !== 'Escape') return;
        const section = (event.currentTarget as HTMLElement).closest('section');
        turn(false);
        section?.querySelector<HTMLElement>('.bar')?.focus();
      }}
    >
      ${choice} ${detail}
    </div>
  </section>`;
}

/** What speaks against the answers, where there is no verdict. */
export function noOutcome(view: View, trouble: unknown): TemplateResult {
  return html`<section class="outcome" part="answer" aria-labelledby="answer-title">
    ${heading(view)} ${trouble}
  </section>`;
}

function heading({ say }: View): TemplateResult {
  return html`<h2 class="unseen" id="answer-title">${say('answer-title')}</h2>`;
}
