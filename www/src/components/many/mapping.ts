import { html, nothing, type TemplateResult } from 'lit';
import type { Question } from '../../exchange/types.ts';
import type {
  CaseAnswers,
  CaseColumn,
  CaseColumnRead,
  CasesSeen,
  ColumnWhy,
  WordAsked,
} from '../../reading/many/types.ts';
import { choice } from '../import/choice.ts';
import { fileQuestion, linesPassed } from '../import/file-questions.ts';
import { importFile } from '../import/file-said.ts';
import type { View } from '../view.ts';
import { whenOpen } from '../when-open.ts';
import type { ManyPart } from './many-part.ts';

type Say = (change: (said: CaseAnswers) => CaseAnswers) => void;

/** Why a column was taken for what it is; the usual reasons are not told. */
const WHY: Partial<Record<ColumnWhy, string>> = {
  part: 'many-why-part',
  asked: 'many-why-asked',
  unknown: 'many-why-unknown',
};

/** What the table leaves open, what the file was taken for, and what each column holds. */
export function caseColumns(
  view: View,
  seen: CasesSeen,
  { asked: questions, wordsAsked: words, answers, say: change }: ManyPart,
): TemplateResult {
  const { say } = view;
  const { columns, blocked } = seen;
  const heading = (place: number) =>
    columns[place]?.heading || say('mapping-no-heading', { number: place + 1 });
  const open = columns.filter(({ is }) => is === undefined);
  const waits = questions.filter(({ blocks }) => blocks);
  const others = questions.filter(({ blocks }) => !blocks);
  const column = (one: CaseColumnRead) => columnLine(view, one, heading, change);
  const ask = (question: Question) => fileQuestion(say, question, answers, heading, change);
  return html`${
    open.length + waits.length === 0
      ? nothing
      : html`<ul class="mapping open-columns">
            ${waits.map(ask)} ${open.map(column)}
          </ul>`
  }
    ${words.length === 0 ? nothing : wordList(view, words, answers, change)}
    <details class="fold columns-fold" ?open=${blocked && open.length + waits.length === 0}>
      <summary>${say('many-columns')} <span class="quiet">${keptColumns(view, columns)}</span></summary>
      ${whenOpen(
        () => html`${importFile(say, seen.file, linesPassed(say, seen.passed, 'many-passed'), change)}
          <ul class="mapping">
            ${others.map(ask)}
          </ul>
          <h2 class="small">${say('mapping-title')}</h2>
          <ul class="mapping columns-read">
            ${columns.filter(({ is }) => is !== undefined).map(column)}
          </ul>`,
      )}
    </details>`;
}

/** How many columns tell facts, which were known by a part of their name, and which go along only. */
function keptColumns({ say }: View, columns: CaseColumnRead[]): string {
  const facts = columns.filter(({ is }) => is?.startsWith('fact/'));
  const kept = columns.filter(({ is }) => is === 'kept').map(({ heading }) => heading);
  const parts = columns.filter(({ why }) => why === 'part').length;
  const list = kept.filter((name) => name !== '').join(say('list-separator'));
  return [
    say('many-columns-facts', { count: facts.length }),
    ...(parts > 0 ? [say('many-columns-parts', { count: parts })] : []),
    ...(kept.length > 0 ? [say('many-columns-kept', { count: kept.length, list })] : []),
  ].join(say('dot'));
}

function columnLine(
  view: View,
  { place, examples, is, why }: CaseColumnRead,
  heading: (place: number) => string,
  change: Say,
): TemplateResult {
  const { say, law, description } = view;
  const reason = WHY[why];
  const note = [examples.join(say('list-separator')), reason === undefined ? '' : say(reason)];
  const facts = description.facts.map(({ id }): [string, string] => [
    `fact/${id}`,
    law.say(`fact/${id}/ask`),
  ]);
  const known = is === undefined || facts.some(([id]) => id === is) || !is.startsWith('fact/');
  return choice({
    id: `column-${place}`,
    label: heading(place),
    note: note.filter(Boolean).join(say('mapping-note-separator')),
    options: [
      ...(is === undefined ? [['', say('mapping-choose')] as [string, string]] : []),
      ['kept', say('many-column-kept')],
      ['day', say('many-column-day')],
      // A fact that is asked on other days only.
      ...(known ? [] : [[is, is.slice('fact/'.length)] as [string, string]]),
      ...facts,
    ],
    chosen: is ?? '',
    open: is === undefined,
    choose: (id) =>
      change((now) => ({ ...now, columns: { ...now.columns, [place]: id as CaseColumn } })),
  });
}

/** Words that could not be read: what they mean is said once for all rows. */
function wordList(
  view: View,
  words: WordAsked[],
  answers: CaseAnswers,
  change: Say,
): TemplateResult {
  const { say, law } = view;
  const named = (option: string, fact: string | undefined) => {
    if (option === 'unknown') return say('answer-unknown');
    if (fact === undefined) return say(option === 'yes' ? 'answer-yes' : 'answer-no');
    return law.maybe(`fact/${fact}/choice/${option}`) ?? say('answer-none');
  };
  return html`<div class="words-asked">
    <h2 class="small">${say('many-words')}</h2>
    <ul class="mapping">
      ${words.map(({ id, key, value, count, fact, options }) =>
        choice({
          id: `${id}/${key}`,
          label: say('many-word', { value }),
          note: `${fact === undefined ? say('many-word-yes-no') : law.say(`fact/${fact}/ask`)}${say('dot')}${say('many-word-rows', { count })}`,
          options: [
            ['', say('many-word-aside')],
            ...options.map((option): [string, string] => [option, named(option, fact)]),
          ],
          chosen: answers.values?.[id]?.[key] ?? '',
          open: !answers.values?.[id]?.[key],
          choose: (meant) =>
            change((now) => ({
              ...now,
              values: { ...now.values, [id]: { ...now.values?.[id], [key]: meant } },
            })),
        }),
      )}
    </ul>
  </div>`;
}
