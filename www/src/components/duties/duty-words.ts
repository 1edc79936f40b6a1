import type { CitedProvision, DutyAnswer } from '../../engine/types.ts';
import { dayInWords } from '../../i18n/dates.ts';
import { joined, type View, within } from '../view.ts';

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

const named = (view: View, parties: string[]) =>
  parties.map((party) => view.law.say(`party/${party}/title`));

/** Those who have duties, or to whom somebody has them. */
export const partiesInWords = (view: View, parties: string[]): string =>
  joined(view, named(view, parties));

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
  // A single one is named as it stands; where there are several, each is set off.
  const parties = (all: string[]) =>
    all.length > 1 ? within(view, named(view, all)) : named(view, all).join('');
  const who = parties(duty.who);
  const what = law.say(`duty/${duty.id}/title`);
  return duty.to.length === 0
    ? say('duties-short', { who, what })
    : say('duties-short-to', { who, to: parties(duty.to), what });
}
