import { html, type TemplateResult } from 'lit';
import type { Question } from '../../exchange/types.ts';
import type { SellerAnswers, SellerColumn, SellersSeen } from '../../reading/sellers/types.ts';
import { choice } from '../import/choice.ts';
import { fileQuestion, linesPassed } from '../import/file-questions.ts';
import { importFile } from '../import/file-said.ts';
import type { View } from '../view.ts';
import { COLUMNS } from './words.ts';

type Say = (change: (said: SellerAnswers) => SellerAnswers) => void;

/** What the file was taken for, what each column holds, and what the list leaves open. */
export function sellerColumns(
  view: View,
  seen: SellersSeen,
  questions: Question[],
  answers: SellerAnswers,
  change: Say,
): TemplateResult {
  const { say } = view;
  const { file, columns, blocked } = seen;
  const heading = (place: number) =>
    columns[place]?.heading || say('mapping-no-heading', { number: place + 1 });
  return html`<details class="fold" ?open=${blocked}>
    <summary>${say('sellers-columns')}</summary>
    ${importFile(say, file, linesPassed(say, seen.passed, 'sellers-passed'), change)}
    <ul class="mapping">
      ${questions.map((question) => fileQuestion(say, question, answers, heading, change))}
    </ul>
    <h2 class="small">${say('mapping-title')}</h2>
    <ul class="mapping columns-read">
      ${columns.map(({ place, examples, is }) =>
        choice({
          id: `column-${place}`,
          label: heading(place),
          note: examples.join(say('list-separator')),
          options: [
            ...(is === undefined ? [['', say('mapping-choose')] as [string, string]] : []),
            ...Object.entries(COLUMNS).map(([id, message]): [string, string] => [id, say(message)]),
          ],
          chosen: is ?? '',
          open: is === undefined,
          choose: (id) =>
            change((now) => ({
              ...now,
              columns: { ...now.columns, [place]: id as SellerColumn },
            })),
        }),
      )}
    </ul>
  </details>`;
}
