import type { Answers } from './answers.ts';

/** What may be asked: in the engine's order, and what may be put as one question. */
export interface Askable {
  /** The questions that still matter, none before one that it presupposes. */
  next: string[];
  /** The first of them with those that are one question with it; empty, if none is. */
  together: string[];
}

/**
 * The questions of the next screen: one, or several that are one, such as which of these was
 * done to the goods; none, once everything is answered. What presupposes something that the
 * user does not know is asked last.
 */
export function screenOf(
  { next, together }: Askable,
  answers: Answers,
  presupposed: (fact: string) => string[],
): string[] {
  const open = next.filter((fact) => !(fact in answers));
  const sure = open.filter((fact) => presupposed(fact).every((one) => answers[one] !== null));
  const [first] = [...sure, ...open];
  if (first === undefined) return [];
  const some = together.filter((fact) => open.includes(fact));
  return some.includes(first) && some.length > 1 ? some : [first];
}
