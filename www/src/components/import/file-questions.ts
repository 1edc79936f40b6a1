import { html, nothing, type TemplateResult } from 'lit';
import type { Answers, Encoding, Order, Passing, Question } from '../../exchange/types.ts';
import type { Words } from '../../i18n/words.ts';
import { choice } from './choice.ts';
import { ORDERS } from './messages.ts';

/** What is said of the encoding and of orders of dates. */
type Said = Pick<Answers, 'encoding' | 'values'>;

/** A question about the encoding or the order of dates. */
export function fileQuestion<Whole extends Said>(
  say: Words,
  question: Question,
  answers: Said,
  heading: (place: number) => string,
  change: (change: (said: Whole) => Whole) => void,
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

/** Which lines hold no row: nothing is left out in silence. */
export function linesPassed(
  say: Words,
  passed: Partial<Record<Passing, number>>,
  says: string,
): TemplateResult | typeof nothing {
  const { title = 0, total = 0, repeated_headings: repeated = 0 } = passed;
  const list = [
    ...(title > 0 ? [say('passed-title', { count: title })] : []),
    ...(total > 0 ? [say('passed-total', { count: total })] : []),
    ...(repeated > 0 ? [say('passed-repeated_headings', { count: repeated })] : []),
  ];
  if (list.length === 0) return nothing;
  return html`<p class="quiet">${say(says, { list: list.join(say('list-separator')) })}</p>`;
}
