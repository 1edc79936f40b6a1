import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { UNSURE } from '../../lessons/mark.ts';
import type { Task } from '../../lessons/task.ts';
import { choice } from '../tick.ts';
import type { View } from '../view.ts';
import { askInWords, optionInWords } from './option.ts';

/** What is done with a prediction. */
export interface Predicting {
  /** What is marked, before or after it was sent. */
  chosen: string | undefined;
  /** Why, in the user's own words. */
  reason: string;
  choose: (key: string) => void;
  write: (reason: string) => void;
  send: () => void;
  /** What the button says. */
  sends: string;
}

/** The question of a lesson, with its options, "not sure" and a reason. */
export function prediction(view: View, task: Task, one: Predicting): TemplateResult {
  const { say } = view;
  const { lesson, options } = task;
  const id = `ask-${lesson.id}`;
  const radio = (key: string, label: string) =>
    choice({
      name: id,
      value: key,
      label,
      checked: one.chosen === key,
      choose: () => one.choose(key),
    });
  return html`<form
    class="prediction"
    autocomplete="off"
    @submit=${(event: Event) => {
      event.preventDefault();
      one.send();
    }}
  >
    <fieldset class="question stacked">
      <legend>${askInWords(view, task)}</legend>
      <div class="answers">
        ${options.map(({ key }) => radio(key, optionInWords(view, task, key)))}
        <div class="unsure">${radio(UNSURE, say('lesson-unsure'))}</div>
      </div>
    </fieldset>
    <div class="field reason">
      <label for="reason-${lesson.id}">${say('lesson-reason')}</label>
      <textarea
        id="reason-${lesson.id}"
        rows="2"
        .value=${live(one.reason)}
        @input=${(event: Event) => one.write((event.target as HTMLTextAreaElement).value)}
      ></textarea>
      <p class="hint">${say('lesson-reason-stays')}</p>
    </div>
    ${
      one.sends === ''
        ? nothing
        : html`<p class="buttons">
            <button type="submit" class="main" ?disabled=${one.chosen === undefined}>${one.sends}</button>
          </p>`
    }
  </form>`;
}
