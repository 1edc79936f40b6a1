import { html, nothing, type TemplateResult } from 'lit';
import type { Words } from '../../i18n/words.ts';
import type { Lesson } from '../../lessons/types.ts';
import { writeIn } from '../write-in.ts';

/** A quiz as it is being answered. */
export interface Running {
  title: string | undefined;
  lessons: Lesson[];
  /** The lesson shown; none, once all have an answer. */
  shown: string | undefined;
  answered: (lesson: string) => boolean;
  handed: boolean;
  open: (lesson: string) => void;
}

/** What the quiz is called, and its lessons, of which each says whether it has an answer. */
export function quizHead(say: Words, quiz: Running): TemplateResult {
  return html`<header class="quiz-head">
    <h2>${quiz.title || say('quiz-untitled')}</h2>
    <p class="quiet">${say(quiz.handed ? 'quiz-handed' : 'quiz-takes')}</p>
    <ol class="quiz-lessons">
      ${quiz.lessons.map(
        ({ id, title }) => html`<li>
          <button
            type="button"
            class="link"
            aria-current=${id === quiz.shown ? 'step' : nothing}
            @click=${() => quiz.open(id)}
          >
            ${title[say.lang]}
          </button>
          <small>${say(quiz.answered(id) ? 'quiz-answered' : 'quiz-unanswered')}</small>
        </li>`,
      )}
    </ol>
  </header>`;
}

/** What is asked before the answers are handed in. */
export interface HandingIn {
  /** How many lessons have no answer. */
  left: number;
  by: string;
  name: (by: string) => void;
  done: () => void;
}

/** The end of a quiz: a name, and handing in. */
export function handIn(say: Words, one: HandingIn): TemplateResult {
  return html`<section class="hand-in" aria-labelledby="hand-in">
    <h2 id="hand-in" tabindex="-1">${say('quiz-hand-in')}</h2>
    ${one.left > 0 ? html`<p class="quiet">${say('quiz-left', { count: one.left })}</p>` : nothing}
    ${writeIn({
      id: 'quiz-by',
      label: say('quiz-name'),
      hint: say('quiz-name-hint'),
      value: one.by,
      wrong: undefined,
      write: one.name,
    })}
    <p class="buttons">
      <button type="button" class="main" @click=${one.done}>${say('quiz-done')}</button>
    </p>
  </section>`;
}

/** The result that was handed in, as a code to send back, and what it proves. */
export function handedIn(say: Words, code: string, copy: () => void): TemplateResult {
  return html`<section class="hand-in" aria-labelledby="quiz-code-title">
    <h2 id="quiz-code-title">${say('quiz-your-code')}</h2>
    <p class="quiet">${say('quiz-send-back')}</p>
    <div class="field reason">
      <label class="unseen" for="quiz-code-made">${say('quiz-code')}</label>
      <textarea id="quiz-code-made" rows="4" readonly spellcheck="false" .value=${code}></textarea>
    </div>
    <p class="buttons">
      <button type="button" class="main" @click=${copy}>${say('quiz-copy-code')}</button>
    </p>
    <p class="quiet">${say('quiz-proves')}</p>
  </section>`;
}
