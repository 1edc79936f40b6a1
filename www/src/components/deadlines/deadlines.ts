import { html, nothing, type TemplateResult } from 'lit';
import type { Deadline } from '../../engine/types.ts';
import { sentence } from '../../i18n/sentence.ts';
import '../../i18n/words-drafting.ts';
import { confidenceInWords, notes } from '../citation.ts';
import { type Jump, jumpLink } from '../decision/jump.ts';
import { type Answer, question } from '../decision/question.ts';
import type { View } from '../view.ts';
import { isStated, named } from './deadline-words.ts';
import { due } from './due.ts';

/** What the list of deadlines needs beside the deadlines. */
export interface Counting {
  /** The day from which the days left are counted. */
  from: string;
  count: (day: string | null) => void;
  /** Facts that are asked among the questions; the others are asked here. */
  asked: Set<string>;
  answer: Answer;
  jump: Jump;
  trouble: (fact: string) => string | undefined;
  /** The way to take them into a calendar, once it has been loaded. */
  calendar: TemplateResult | typeof nothing;
}

/**
 * What has to be done, by whom and by when, with the days left from a day of the user's. Of a
 * deadline whose first day is not known the day is asked for.
 */
export function deadlines(
  view: View,
  items: Deadline[],
  counting: Counting,
): TemplateResult | typeof nothing {
  if (items.length === 0) return nothing;
  const here = new Set<string>();
  return html`<section class="part deadlines" aria-labelledby="deadlines-title">
    <h2 id="deadlines-title">${view.say('deadlines-title')}</h2>
    <zhengpin-date-field
      class="count-from"
      quiet
      lang=${view.say.lang}
      .value=${counting.from}
      .label=${view.say('deadlines-from')}
      .hint=${view.say('deadlines-from-hint')}
      @day=${(event: CustomEvent<string | null>) => counting.count(event.detail)}
    ></zhengpin-date-field>
    <ul>
      ${items.map((item) => one(view, item, counting, here))}
    </ul>
    ${counting.calendar}
  </section>`;
}

function one(view: View, item: Deadline, counting: Counting, here: Set<string>): TemplateResult {
  const { say, law } = view;
  const reading = law.maybe(`deadline/${item.id}/reading`);
  const facts = [item.since, item.stated, item.done].filter((fact) => fact !== null);
  return html`<li class="noted" data-deadline=${item.id}>
    <div>
      <p class="deadline-name">
        ${named(view, item)}
      </p>
      ${due(view, item, counting.from)}
      ${isStated(view, item) ? html`<p class="quiet">${say('deadline-stated')}</p>` : nothing}
      ${item.applies === 'unknown' ? html`<p class="quiet">${say('deadline-may-apply')}</p>` : nothing}
      <p>${law.say(`deadline/${item.id}/says`)}</p>
      ${
        reading || item.confidence !== 'high'
          ? html`<p class="quiet">
              ${[
                item.confidence === 'high'
                  ? undefined
                  : sentence(say, confidenceInWords(view, item.confidence)),
                reading,
              ]
                .filter((text) => text !== undefined)
                .join(say('gap'))}
            </p>`
          : nothing
      }
      ${facts.map((fact) => ask(view, fact, counting, here))}
    </div>
    ${notes(view, item.citations)}
  </li>`;
}

/** The question about a day, or the way to it where it is asked elsewhere. */
function ask(view: View, id: string, counting: Counting, here: Set<string>) {
  const fact = view.facts.get(id);
  if (!fact) return nothing;
  if (counting.asked.has(id) || here.has(id)) return jumpLink(view, id, counting.jump);
  here.add(id);
  return question(view, {
    fact,
    next: false,
    trouble: counting.trouble(id),
    answer: counting.answer,
    jump: counting.jump,
  });
}
