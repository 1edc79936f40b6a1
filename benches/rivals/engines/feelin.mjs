import { evaluate } from 'feelin';
import { answerOf } from '../rule.mjs';

export const name = 'feelin';
const parts = [
  ['identity', 'not(identity)'],
  ['contact', 'not(contact)'],
  ['right_proof', 'not(right_proof)'],
  ['authorization', 'is_agent and not(authorization)'],
  ['listing_urls', 'not(listing_urls)'],
  ['evidence', 'not(evidence)'],
  ['good_faith', 'not(good_faith)'],
  ['signature', 'not(signature)'],
  ['right_in_force', 'notice_date < right_from or notice_date > right_to'],
];
const lists = parts.map(([id, lacking]) => `if ${lacking} then ["${id}"] else []`);
const expression = `concatenate(${lists.join(', ')})`;

export const make = () => ({ decide: (facts) => answerOf(evaluate(expression, facts).value) });
