import { html, nothing, type TemplateResult } from 'lit';
import { answered } from '../../exchange/questions.ts';
import type { Answers, Asked, Question } from '../../exchange/types.ts';
import { choice } from './choice.ts';
import { type Change, type ImportWords, optionInWords, questionInWords } from './words.ts';

/** How many values of one question are shown; the rest is answered once these are. */
const SHOWN = 30;

/** What was said to a value; nothing, if empty. */
function said(
  { values, sheet, encoding }: Answers,
  { id, topic }: Question,
  { key }: Asked,
): string {
  if (topic === 'sheet') return sheet ?? '';
  if (topic === 'encoding') return encoding ?? '';
  return values?.[id]?.[key] ?? '';
}

/** The answers without the one to a value. */
function unanswered(answers: Answers, { id }: Question, { key }: Asked): Answers {
  const { [key]: _, ...others } = answers.values?.[id] ?? {};
  return { ...answers, values: { ...answers.values, [id]: others } };
}

/** The questions as they stand now, and those answered before, so that an answer can be changed. */
export function askedSoFar(before: Question[], now: Question[], answers: Answers): Question[] {
  const known = new Map(before.map((question) => [question.id, question]));
  for (const question of now) {
    const earlier = known.get(question.id)?.values ?? [];
    const fresh = new Set(question.values.map(({ key }) => key));
    const kept = earlier.filter((asked) => !fresh.has(asked.key) && said(answers, question, asked));
    known.set(question.id, { ...question, values: [...kept, ...question.values] });
  }
  const open = new Set(now.map(({ id }) => id));
  return [...known.values()].flatMap((question) => {
    if (open.has(question.id)) return known.get(question.id) ?? [];
    const values = question.values.filter((asked) => said(answers, question, asked));
    return values.length === 0 ? [] : { ...question, values, blocks: false };
  });
}

/** What the table leaves open: each word once for its whole column; what rows wait for first. */
export function importQuestions(
  words: ImportWords,
  questions: Question[],
  answers: Answers,
  change: (answer: Change) => void,
): TemplateResult | typeof nothing {
  if (questions.length === 0) return nothing;
  const { say } = words;
  return html`<section class="questions" aria-labelledby="questions-title">
    <h4 id="questions-title">${say('import-questions')}</h4>
    ${[...questions]
      .sort((a, b) => Number(b.blocks) - Number(a.blocks))
      .map((question) => one(words, question, answers, change))}
  </section>`;
}

function one(
  words: ImportWords,
  question: Question,
  answers: Answers,
  change: (answer: Change) => void,
): TemplateResult {
  const { say } = words;
  const { id, topic, values } = question;
  const more = values.length - SHOWN;
  const line = (asked: Asked) => {
    const { key, value, count, points, options } = asked;
    const chosen = said(answers, question, asked);
    return choice({
      id: `answer-${id}-${key}`,
      label: value || questionInWords(words, question),
      note: value === '' ? '' : say('ask-rows', { count, points: points ?? -1 }),
      options: [
        ['', say('mapping-choose')],
        ...options.map((option): [string, string] => [
          option,
          optionInWords(words, question, option),
        ]),
      ],
      chosen,
      open: question.blocks && chosen === '',
      choose: (option) =>
        change((now) =>
          option === '' ? unanswered(now, question, asked) : answered(now, question, option, key),
        ),
    });
  };
  const alone = values.length === 1 && values[0]?.value === '';
  return html`<div class="question-group" data-topic=${topic}>
    ${alone ? nothing : html`<p>${questionInWords(words, question)}</p>`}
    <ul class="mapping">
      ${values.slice(0, SHOWN).map(line)}
    </ul>
    ${more > 0 ? html`<p class="quiet">${say('ask-more', { count: more })}</p>` : nothing}
  </div>`;
}
