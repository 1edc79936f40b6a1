import { html, nothing, type TemplateResult } from 'lit';
import type { Words } from '../../i18n/words.ts';
import type { Classroom } from '../../lessons/classroom.ts';
import { tick } from '../tick.ts';
import { writeIn } from '../write-in.ts';

/** A quiz that is put together, and what is done with it. */
export interface Making {
  picked: string[];
  title: string;
  pick: (lesson: string, on: boolean) => void;
  name: (title: string) => void;
  /** The address of the quiz; nothing while no lesson is picked. */
  link: string | undefined;
  copy: () => void;
}

/** Lessons to pick, a title, and the link to send. */
export function quizMaker(say: Words, { course }: Classroom, made: Making): TemplateResult {
  const { picked } = made;
  return html`<div class="quiz-maker">
    <p class="quiet">${say('quiz-how')}</p>
    ${writeIn({
      id: 'quiz-title',
      label: say('quiz-title'),
      value: made.title,
      wrong: undefined,
      write: made.name,
    })}
    <fieldset class="question stacked">
      <legend>${say('quiz-pick')}</legend>
      <div class="answers picks">
        ${course.lessons.map(({ id, title }) =>
          tick(title[say.lang], undefined, picked.includes(id), (on) => made.pick(id, on)),
        )}
      </div>
    </fieldset>
    <p class="quiet" role="status">${say('quiz-picked', { count: picked.length })}</p>
    ${
      made.link === undefined
        ? nothing
        : html`<p class="buttons">
            <button type="button" class="main" @click=${made.copy}>${say('quiz-copy')}</button>
            <a class="quiz-link" href=${made.link}>${say('quiz-open')}</a>
          </p>`
    }
  </div>`;
}
