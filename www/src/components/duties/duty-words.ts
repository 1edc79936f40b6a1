import type { CitedProvision, DutyAnswer } from '../../engine/types.ts';
import { dayInWords } from '../../i18n/dates.ts';
import { joined, type View } from '../view.ts';

const FORCES: Record<DutyAnswer['force'], string> = {
  must: 'duties-force-must',
  should: 'duties-force-should',
  may: 'duties-force-may',
};

const EVERY: Record<NonNullable<DutyAnswer['every']>, string> = {
  once: 'duties-every-once',
  week: 'duties-every-week',
  month: 'duties-every-month',
};

/** With what force a text says something. */
export const forceInWords = ({ say }: View, force: DutyAnswer['force']): string =>
  say(FORCES[force]);

/** How often something is due. */
export const everyInWords = ({ say }: View, every: NonNullable<DutyAnswer['every']>): string =>
  say(EVERY[every]);

/** Those who have duties, or to whom somebody has them. */
export const partiesInWords = (view: View, parties: string[]): string =>
  joined(
    view,
    parties.map((party) => view.law.say(`party/${party}/title`)),
  );

/** The occasions of a duty. */
export const occasionsInWords = (view: View, { in: occasions }: DutyAnswer): string =>
  joined(
    view,
    occasions.map((occasion) => view.law.say(`occasion/${occasion}/title`)),
  );

/** Where something stands on the day: in force, ended and when, still to come. */
export function standsInWords(
  { say }: View,
  { standing, from, until, about }: Pick<CitedProvision, 'standing' | 'from' | 'until' | 'about'>,
): string {
  const words = (day: string | null) => (day === null ? '' : dayInWords(day, say.lang));
  switch (standing) {
    case 'in_force':
      return say('duties-in-force');
    case 'not_yet':
      return say('duties-not-yet', { day: words(from) });
    case 'superseded':
      return say('duties-superseded', { day: words(until) });
    default:
      return say(about ? 'duties-lapsed-about' : 'duties-lapsed', { day: words(until) });
  }
}

/** Who does what to whom, as a part of a sentence. */
export function inShort(view: View, duty: DutyAnswer): string {
  const { say, law } = view;
  const who = partiesInWords(view, duty.who);
  const what = law.say(`duty/${duty.id}/title`);
  return duty.to.length === 0
    ? say('duties-short', { who, what })
    : say('duties-short-to', { who, to: partiesInWords(view, duty.to), what });
}
