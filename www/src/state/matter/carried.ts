import type { Facts, Lang } from '../../engine/types.ts';
import { today } from '../../i18n/dates.ts';
import type { Handed } from '../handover.ts';
import { FIRST } from '../ledger.ts';
import { fill } from './fill.ts';
import { platformName } from './places.ts';
import type { Part } from './types.ts';
import { COUNTER_NOTICE } from './ways.ts';

/**
 * What was said in an appeal and is the same thing in a counter-notice, for whoever goes on to one
 * without a matter. An appeal is one to the platform of the first ledger.
 */
export function toCounterNotice(appeal: Part, lang: Lang): Handed {
  const { taken } = fill(
    {},
    {
      tool: 'complaint',
      others: { appeal },
      platform: platformName(FIRST, lang),
      day: today(),
      // The tool that takes it over keeps what can be an answer there.
      fits: () => true,
    },
  );
  const facts: Facts = {};
  const fields: Handed['fields'] = {};
  for (const { place, value } of taken.values()) {
    const { fact, document = '', field = '' } = place;
    if (fact !== undefined) facts[fact] = value;
    else fields[document] = { ...fields[document], [field]: `${value}` };
  }
  const { issue } = COUNTER_NOTICE;
  return { facts, fields, ...(issue === undefined ? {} : { issue }) };
}
