/** What is told of many cases, in words. */
import type { Standing, Trait } from '../../reading/many/types.ts';
import { criterionInWords } from '../comparison/criterion.ts';
import type { Sign } from '../marks.ts';
import { type View, verdictOf } from '../view.ts';

/** How a case stands. */
export function standingName({ say, law }: View, issue: string, standing: Standing): string {
  if (standing === 'none') return say('many-not-arising');
  const name = law.maybe(`verdict/${issue}/${standing}/title`);
  return name ?? (standing === 'open' ? say('verdict-open') : standing);
}

/** The shape beside it. */
export function standingSign(view: View, issue: string, standing: Standing): Sign {
  return verdictOf(view, issue, standing)?.weight ?? 'open';
}

/** A trait: the question, and the answer that is asked for. */
export function traitInWords(view: View, trait: Trait): string {
  const ask = view.law.say(`fact/${trait.fact}/ask`);
  return `${ask}${view.say('many-is')}${traitAnswer(view, trait)}`;
}

/** The answer that a trait asks for; also that there is none. */
export function traitAnswer(view: View, trait: Trait): string {
  return 'unknown' in trait ? view.say('answer-unknown') : criterionInWords(view, trait);
}
