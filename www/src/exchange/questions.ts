import type { Met } from './row-draft.ts';
import type { Answers, Encoding, Question } from './types.ts';

/** Gathers what rows ask, each question and each value once. */
export class Questions {
  private readonly all = new Map<string, Question>();

  /** Takes up a question that is asked of the table as a whole. */
  add(question: Question): void {
    this.all.set(question.id, question);
  }

  /** Takes up what a row has met. */
  meet({ id, topic, place, column, blocks, ...asked }: Met, row: number): void {
    const known = this.all.get(id) ?? {
      id,
      topic,
      ...(place === undefined ? {} : { place }),
      ...(column === undefined ? {} : { column }),
      values: [],
      blocks,
    };
    this.all.set(id, known);
    const same = this.keys(known).get(asked.key);
    if (same === undefined) {
      this.keys(known).set(asked.key, known.values.length);
      known.values.push({ ...asked, count: 1, rows: [row] });
      return;
    }
    const value = known.values[same];
    if (!value) return;
    value.count += 1;
    if (value.rows.length < 3) value.rows.push(row);
    // What is possible on one day only is still possible for one of the rows.
    value.options = [...new Set([...value.options, ...asked.options])];
  }

  /** All questions, in the order in which they came up. */
  list(): Question[] {
    return [...this.all.values()];
  }

  private readonly places = new WeakMap<Question, Map<string, number>>();

  private keys(question: Question): Map<string, number> {
    const known = this.places.get(question) ?? new Map<string, number>();
    this.places.set(question, known);
    return known;
  }
}

/**
 * The answers with one more: `option` for a value of a question, or for the question as a whole
 * where it asks about no single value.
 *
 * @example
 * const [question] = read.questions;
 * const next = answered(answers, question, 'upheld', question.values[0].key);
 */
export function answered(answers: Answers, question: Question, option: string, key = ''): Answers {
  const { id, topic, place, column } = question;
  switch (topic) {
    case 'sheet':
      return { ...answers, sheet: option };
    case 'encoding':
      return { ...answers, encoding: option as Encoding };
    case 'column':
      return { ...answers, columns: { ...answers.columns, [`${place}`]: option as never } };
    case 'which': {
      const options = question.values[0]?.options ?? [];
      const others = option === 'none' ? options.filter((one) => one !== 'none') : [];
      const ignored = Object.fromEntries(others.map((one) => [one, 'ignored' as const]));
      const chosen = option === 'none' || !column ? {} : { [option]: column };
      return { ...answers, columns: { ...answers.columns, ...ignored, ...chosen } };
    }
    default: {
      const given = answers.values?.[id] ?? {};
      return { ...answers, values: { ...answers.values, [id]: { ...given, [key]: option } } };
    }
  }
}
