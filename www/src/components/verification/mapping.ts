import { html, nothing, type TemplateResult } from 'lit';
import type { Encoding, Order, Question } from '../../exchange/types.ts';
import type { SellerAnswers, SellerColumn, SellersSeen } from '../../reading/sellers/types.ts';
import { choice } from '../import/choice.ts';
import { importFile } from '../import/file-said.ts';
import { ORDERS } from '../import/messages.ts';
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
    ${importFile(say, file, passedOver(view, seen), change)}
    <ul class="mapping">
      ${questions.map((question) => asked(view, question, answers, heading, change))}
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

/** A question about the encoding or the order of dates. */
function asked(
  { say }: View,
  question: Question,
  answers: SellerAnswers,
  heading: (place: number) => string,
  change: Say,
): TemplateResult {
  const { id, topic, place = 0, values, blocks } = question;
  const [value] = values;
  const isOrder = topic === 'order';
  return choice({
    id: `answer-${id}`,
    label: isOrder ? say('ask-order', { column: heading(place) }) : say('ask-encoding'),
    note: isOrder ? (value?.value ?? '') : '',
    options: [
      ['', say('mapping-choose')],
      ...(value?.options ?? []).map((option): [string, string] => [
        option,
        isOrder ? say(ORDERS[option as Order]) : option,
      ]),
    ],
    chosen: (isOrder ? answers.values?.[id]?.[''] : answers.encoding) ?? '',
    open: blocks,
    choose: (option) =>
      change((now) =>
        isOrder
          ? { ...now, values: { ...now.values, [id]: { '': option } } }
          : { ...now, encoding: option as Encoding },
      ),
  });
}

/** Which lines hold no seller: nothing is left out in silence. */
function passedOver({ say }: View, { passed }: SellersSeen): TemplateResult | typeof nothing {
  const { title = 0, total = 0, repeated_headings: repeated = 0 } = passed;
  const list = [
    ...(title > 0 ? [say('passed-title', { count: title })] : []),
    ...(total > 0 ? [say('passed-total', { count: total })] : []),
    ...(repeated > 0 ? [say('passed-repeated_headings', { count: repeated })] : []),
  ];
  if (list.length === 0) return nothing;
  return html`<p class="quiet">${say('sellers-passed', { list: list.join(say('list-separator')) })}</p>`;
}
