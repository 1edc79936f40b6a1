import type { Deadline, Party } from '../../engine/types.ts';
import { isDay } from '../../i18n/dates.ts';
import type { View } from '../view.ts';

const PARTIES: Record<Party, string> = {
  rights_holder: 'deadline-rights-holder',
  seller: 'deadline-seller',
  platform: 'deadline-platform',
  court: 'deadline-court',
  either: 'deadline-either',
};

/** Who has to do what. */
export function named({ say, law }: View, { id, who }: Deadline): string {
  return say('deadline-who', { who: say(PARTIES[who]), what: law.say(`deadline/${id}/title`) });
}

/** Whether the notice itself states the last day. */
export function isStated(view: View, { stated }: Deadline): boolean {
  return stated !== null && isDay(view.answers[stated]);
}
