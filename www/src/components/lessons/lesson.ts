import { html, nothing, type TemplateResult } from 'lit';
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
  /** The entry of the address that leads to it; nothing, where it stands among others. */
  entry?: string,
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
    ${entry === undefined ? nothing : anchor(say, entry, id)}
    <p class="story">${story[say.lang]}</p>
    <p class="quiet">${view.law.say('title')}</p>
    ${scenario(view, task)} ${below(view, task)}
  </article>`;
}

/** The address of a lesson, to be copied or kept. */
function anchor(say: Words, entry: string, id: string): TemplateResult {
  return html`<p class="anchor">
    <a href=${`#${entry}=${id}`} aria-label=${say('lesson-anchor', { id })}>#</a>
  </p>`;
}
