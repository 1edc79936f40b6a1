import jsonLogic from 'json-logic-js';
import { answerOf } from '../rule.mjs';
import { rule } from './json-logic-rule.mjs';

export const name = 'json-logic-js';
export const make = () => ({ decide: (facts) => answerOf(jsonLogic.apply(rule, facts)) });
