import { html, nothing, type TemplateResult } from 'lit';
import type { Words } from '../../i18n/words.ts';
import type { Classroom } from '../../lessons/classroom.ts';
import { courseList, type Listed } from './course-list.ts';
import { type Checking, quizCheck } from './quiz-check.ts';
import { type Making, quizMaker } from './quiz-maker.ts';

/** What is done on the page of all lessons. */
export interface AtHome {
  listed: Listed;
  /** Nothing where no link can be made. */
  making: Making | undefined;
  checking: Checking;
}

/** All paths; a quiz to put together, and a result to check, folded away. */
export function home(
  say: Words,
  room: Classroom,
  { listed, making, checking }: AtHome,
): TemplateResult {
  const fold = (says: string, body: TemplateResult) => html`<details class="fold quiz-part">
    <summary>${say(says)}</summary>
    ${body}
  </details>`;
  return html`${courseList(say, room, listed)}
    ${making ? fold('quiz-make', quizMaker(say, room, making)) : nothing}
    ${fold('quiz-check', quizCheck(say, checking))}`;
}
