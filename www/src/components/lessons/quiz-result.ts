import { html, nothing, type TemplateResult } from 'lit';
import type { Lang } from '../../engine/types.ts';
import type { Words } from '../../i18n/words.ts';
import { type Mark, markOf } from '../../lessons/mark.ts';
import type { Task } from '../../lessons/task.ts';
import type { QuizResult } from '../../state/states.ts';
import { makeView, type View } from '../view.ts';
import { markSign } from './explanation.ts';
import { optionInWords } from './option.ts';

/** A result that was read from a code, with the lessons of its quiz as they are set here. */
export interface Verified {
  result: QuizResult;
  /** Lessons that there are not are left out. */
  tasks: Task[];
}

/** How many answers got each mark. */
export function tally({ result, tasks }: Verified): Record<Mark, number> {
  const count: Record<Mark, number> = { right: 0, wrong: 0, unsure: 0, none: 0, void: 0 };
  for (const task of tasks) count[markOf(task, result.answers[task.lesson.id])] += 1;
  return count;
}

/** The view of a task in a language, by its own rulebook. */
export type Views = (task: Task) => View;

/** Views without links, where a result is shown away from its lessons. */
export const plainViews =
  (say: Words): Views =>
  ({ description }) =>
    makeView(description, {}, say, false, undefined);

/** What a result code says: each answer with its mark, the sum, and what it does not prove. */
export function quizResult(say: Words, verified: Verified, views: Views): TemplateResult {
  const { result, tasks } = verified;
  const { right, wrong, unsure, none, void: lost } = tally(verified);
  const gone = result.quiz.length - tasks.length;
  return html`<section class="quiz-result" aria-labelledby="quiz-result-title">
    <h3 id="quiz-result-title" tabindex="-1">${result.title || say('quiz-untitled')}</h3>
    ${result.by ? html`<p>${say('quiz-by', { name: result.by })}</p>` : nothing}
    <p class="sum">${say('quiz-sum', { right, all: tasks.length, wrong: wrong + lost, unsure, none })}</p>
    ${gone > 0 ? html`<p class="wrong">${say('quiz-gone', { count: gone })}</p>` : nothing}
    <table class="seen">
      <thead>
        <tr>
          <th scope="col">${say('quiz-lesson')}</th>
          <th scope="col">${say('quiz-answer')}</th>
          <th scope="col">${say('quiz-mark')}</th>
        </tr>
      </thead>
      <tbody>
        ${tasks.map((task) => resultRow(say.lang, views(task), task, result.answers[task.lesson.id]))}
      </tbody>
    </table>
    <p class="quiet">${say('quiz-proves')}</p>
  </section>`;
}

function resultRow(lang: Lang, view: View, task: Task, answer: string | undefined): TemplateResult {
  const mark = markOf(task, answer);
  const option = task.options.find(({ key }) => key === answer);
  return html`<tr>
    <th scope="row">${task.lesson.title[lang]}</th>
    <td>${option ? optionInWords(view, task, option.key) : view.say('quiz-no-option')}</td>
    <td>${markSign(view, mark)}</td>
  </tr>`;
}
