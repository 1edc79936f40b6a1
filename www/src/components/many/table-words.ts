import type { CasesSeen, CaseTableWords } from '../../reading/many/types.ts';
import { citationName } from '../citation.ts';
import type { View } from '../view.ts';
import { standingName, traitInWords } from './words.ts';

/** The words in which a table is written. */
export function tableWords(view: View, issue: string, seen: CasesSeen): CaseTableWords {
  const { say, law, description } = view;
  const named = <T>(items: T[], id: (item: T) => string, name: (id: string) => string) =>
    Object.fromEntries(items.map((item) => [id(item), name(id(item))]));
  const verdicts = description.issues.flatMap((one) => (one.id === issue ? one.verdicts : []));
  const open = description.issues.find((one) => one.id === issue)?.open;
  const standings = ['open', 'none', ...(open ? [open] : []), ...verdicts.map(({ id }) => id)];
  const touched = seen.touched && 'groups' in seen.touched ? seen.touched.groups : [];
  const traits = touched.flatMap(({ apart }) => apart.flatMap((one) => one.traits));
  // A second side can have verdicts of its own.
  const others = touched.flatMap(({ from, to }) => [from, to]);
  return {
    lang: say.lang,
    headings: {
      row: say('many-row'),
      verdict: say('many-verdict'),
      settled: say('many-settled'),
      because: say('many-because'),
      missing: say('many-missing'),
      unknown: say('many-unknown'),
      provisions: say('many-provisions'),
      next: say('many-next'),
      refused: say('many-refused-reasons'),
      other: say('many-other-verdict'),
      apart: say('many-apart'),
    },
    standings: named([...standings, ...others], String, (id) => standingName(view, issue, id)),
    elements: named(
      description.elements,
      ({ id }) => id,
      (id) => law.say(`element/${id}/title`),
    ),
    facts: named(
      description.facts,
      ({ id }) => id,
      (id) => law.say(`fact/${id}/ask`),
    ),
    choices: Object.fromEntries(
      description.facts.map(({ id, choices }) => [
        id,
        named(choices, String, (choice) => law.say(`fact/${id}/choice/${choice}`)),
      ]),
    ),
    provisions: named(
      description.provisions,
      ({ id }) => id,
      (id) => citationName(view, id),
    ),
    traits: Object.fromEntries(
      traits.map((trait) => [JSON.stringify(trait), traitInWords(view, trait)]),
    ),
    yes: say('answer-yes'),
    no: say('answer-no'),
    nothing: say('answer-none'),
    is: say('many-is'),
    and: say('sentence-separator'),
  };
}
