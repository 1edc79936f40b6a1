import { html, nothing, type TemplateResult } from 'lit';
import type { Facts } from '../../engine/types.ts';
import { dayInWords } from '../../i18n/dates.ts';
import { begun } from '../../i18n/sentence.ts';
import { type Mark, markOf } from '../../lessons/mark.ts';
import type { Task } from '../../lessons/task.ts';
import { isLedger } from '../../lessons/types.ts';
import { citationLink } from '../citation.ts';
import { why } from '../ledger/why.ts';
import { type Sign, sign, stateMark } from '../marks.ts';
import { factLines } from '../precedents/decided.ts';
import type { View } from '../view.ts';
import { apartInWords } from './apart.ts';
import { optionInWords } from './option.ts';

const MARKED: Record<Mark, string> = {
  right: 'lesson-right',
  wrong: 'lesson-wrong',
  unsure: 'lesson-was-unsure',
  none: 'lesson-was-none',
  void: 'lesson-was-void',
};

/** The sign and the words of a mark. */
export function markSign(view: View, mark: Mark): TemplateResult {
  const drawn =
    mark === 'right'
      ? stateMark('yes')
      : mark === 'wrong' || mark === 'void'
        ? stateMark('no')
        : stateMark('unknown');
  return html`<span class="marked" data-mark=${mark}>${drawn}<span>${view.say(MARKED[mark])}</span></span>`;
}

/**
 * What came out and why, once it was predicted; of a wrong prediction, the smallest thing that
 * separates it from the truth.
 */
export function explanation(view: View, task: Task, answer: string | undefined): TemplateResult {
  const { say } = view;
  const { lesson, truth, options } = task;
  const mark = markOf(task, answer);
  const chosen = options.find(({ key }) => key === answer);
  const others = options.filter(({ key, apart }) => apart && key !== answer);
  return html`<section class="explained" aria-labelledby="explained-${lesson.id}">
    <h3 id="explained-${lesson.id}" tabindex="-1">${markSign(view, mark)}</h3>
    <p class="truth">${say('lesson-truth', { truth: optionInWords(view, task, truth) })}</p>
    ${
      chosen?.apart
        ? html`<p class="separates">
            ${say('lesson-yours', { option: optionInWords(view, task, chosen.key) })}${say('gap')}${apartInWords(view, task, chosen.apart)}
          </p>`
        : nothing
    }
    <h4>${say('lesson-why')}</h4>
    ${isLedger(lesson) ? ledgerWhy(view, task) : caseWhy(view, task)}
    <p class="teaches">${lesson.teaches[say.lang]}</p>
    <ul class="lesson-cites">
      ${lesson.cite.map(
        (id) => html`<li>
          <span>${citationLink(view, id)}</span>
          <small>${view.law.maybe(`provision/${id}/says`) ?? ''}</small>
        </li>`,
      )}
    </ul>
    ${
      others.length === 0
        ? nothing
        : html`<details class="fold others">
            <summary>${say('lesson-others')}</summary>
            <ul>
              ${others.map(
                ({ key, apart }) => html`<li>
                  <b>${begun(optionInWords(view, task, key))}</b>${say('lesson-colon')}${apart ? apartInWords(view, task, apart) : nothing}
                </li>`,
              )}
            </ul>
          </details>`
    }
  </section>`;
}

/** What each finding led to, in a table, with a sentence for each. */
function ledgerWhy(view: View, { lesson, simulation, description }: Task): TemplateResult {
  if (!simulation || !isLedger(lesson)) return html``;
  const { say, law } = view;
  const { entries, yearEnds } = simulation;
  const tiers = description.ledger?.tiers ?? [];
  const strikes = (description.ledger?.strikesLimit ?? null) !== null;
  const points = (description.ledger?.pointsLimit ?? null) !== null;
  const cell = (label: string, value: number) =>
    html`<td class="figure" data-label=${label}>${value}</td>`;
  return html`<table class="seen">
    <thead>
      <tr>
        <th scope="col">${say('lesson-finding-day')}</th>
        ${points ? html`<th scope="col" class="figure">${say('ledger-points')}</th><th scope="col" class="figure">${say('ledger-total')}</th>` : nothing}
        ${strikes ? html`<th scope="col" class="figure">${say('ledger-strikes')}</th>` : nothing}
      </tr>
    </thead>
    <tbody>
      ${entries.map((entry) => {
        const stated = lesson.findings.find(({ id }) => id === entry.id);
        if (!stated) return nothing;
        const { id, issued, tier, items } = stated;
        const finding = {
          id,
          day: issued.slice(0, 10),
          tier,
          ...(items === undefined ? {} : { items }),
        };
        return html`<tr>
          <th scope="row">
            ${say('entry-name', { when: dayInWords(entry.issued, say.lang), tier: law.say(`tier/${tier}/title`) })}
            <small>${why(view, finding, entry, entries, tiers, strikes)}</small>
          </th>
          ${points ? html`${cell(say('ledger-points'), entry.points)}${cell(say('ledger-total'), entry.ledger)}` : nothing}
          ${strikes ? cell(say('ledger-strikes'), entry.strikes) : nothing}
        </tr>`;
      })}
      ${yearEnds.map(
        ({ year, pointsAfter, strikesAfter }) => html`<tr>
          <th scope="row">${say('lesson-year-end', { year })}</th>
          ${points ? html`<td></td>${cell(say('ledger-total'), pointsAfter)}` : nothing}
          ${strikes ? cell(say('ledger-strikes'), strikesAfter) : nothing}
        </tr>`,
      )}
    </tbody>
  </table>`;
}

/** The facts that settle the verdict, or what is still open. */
function caseWhy(view: View, { lesson, decision }: Task): TemplateResult | typeof nothing {
  if (!decision || isLedger(lesson)) return nothing;
  const { ask } = lesson;
  const answer = decision.issues.find(({ issue }) => issue === ask.of);
  if (!answer) return nothing;
  const known: Facts = { ...decision.presumed, ...lesson.facts };
  const { say, law } = view;
  if (!answer.settled) {
    const weights: Sign = 'open';
    return html`<p>${say('lesson-possible')}</p>
      <ul class="possible">
        ${answer.possible.map((id) => html`<li>${sign(weights)} ${law.say(`verdict/${ask.of}/${id}/title`)}</li>`)}
      </ul>`;
  }
  return html`<p>${say('lesson-because')}</p>
    ${factLines(view, answer.because, known)}`;
}
