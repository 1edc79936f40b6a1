import { html, nothing, type TemplateResult } from 'lit';
import type { Words } from '../../i18n/words.ts';
import type { Classroom } from '../../lessons/classroom.ts';
import type { Lesson, Path } from '../../lessons/types.ts';
import { stateMark } from '../marks.ts';

/** What a list of lessons is told by its host. */
export interface Listed {
  /** Whether a lesson was predicted. */
  done: (lesson: string) => boolean;
  open: (path: string, lesson: string) => void;
}

/** The paths, each with its lessons in their order. */
export function courseList(say: Words, { course }: Classroom, listed: Listed): TemplateResult {
  return html`<div class="paths">
    ${course.paths.map((path) => pathList(say, path, lessonsOf(path, course.lessons), listed))}
  </div>`;
}

function lessonsOf({ lessons }: Path, all: Lesson[]): Lesson[] {
  return lessons.flatMap((id) => all.filter((lesson) => lesson.id === id));
}

function pathList(say: Words, path: Path, lessons: Lesson[], listed: Listed): TemplateResult {
  const done = lessons.filter(({ id }) => listed.done(id)).length;
  const first = lessons.find(({ id }) => !listed.done(id));
  return html`<section class="path" aria-labelledby="path-${path.id}">
    <header>
      <h2 id="path-${path.id}" tabindex="-1">${path.title[say.lang]}</h2>
      <span class="count">${say('lessons-done', { done, all: lessons.length })}</span>
    </header>
    <p class="quiet">${path.says[say.lang]}</p>
    <div>
      <ol class="lessons">
        ${lessons.map(
          ({ id, title }) => html`<li>
            ${stateMark(listed.done(id) ? 'yes' : 'unknown')}
            <button type="button" class="link" @click=${() => listed.open(path.id, id)}>
              ${title[say.lang]}
            </button>
            ${listed.done(id) ? html`<span class="unseen">${say('lessons-done-one')}</span>` : nothing}
          </li>`,
        )}
      </ol>
      ${
        first
          ? html`<p class="buttons">
              <button type="button" class="main" @click=${() => listed.open(path.id, first.id)}>
                ${say(done === 0 ? 'lessons-begin' : 'lessons-go-on')}
              </button>
            </p>`
          : nothing
      }
    </div>
  </section>`;
}
