import { html, type TemplateResult } from 'lit';
import { otherLang, type Words } from '../../i18n/words.ts';
import { isTrouble, type Task } from '../../lessons/task.ts';
import type { Trouble } from '../../lessons/trouble.ts';
import type { View } from '../view.ts';
import { scenario } from './scenario.ts';

/** What stands under a lesson's story: the question, or the answer. */
export type Below = (view: View, task: Task) => TemplateResult;

/** A lesson: title, story, what the engine is asked, and what is done with it. */
export function lessonArticle(
  say: Words,
  task: Task | Trouble,
  viewOf: (task: Task) => View,
  below: Below,
): TemplateResult {
  if (isTrouble(task)) {
    return html`<div class="troubles" role="alert">
      <p>${task.message[say.lang]}</p>
      <p class="quiet"><code>${task.code} ${task.path}</code></p>
    </div>`;
  }
  const { id, title, story } = task.lesson;
  const view = viewOf(task);
  const other = otherLang(say.lang);
  return html`<article class="lesson" data-lesson=${id}>
    <h2 class="lesson-title" tabindex="-1">${title[say.lang]}</h2>
    <p class="beside" lang=${other === 'zh' ? 'zh-CN' : 'en'}>${title[other]}</p>
    <p class="story">${story[say.lang]}</p>
    <p class="quiet">${view.law.say('title')}</p>
    ${scenario(view, task)} ${below(view, task)}
  </article>`;
}
