import { LogicEngine } from 'json-logic-engine';
import { answerOf } from '../rule.mjs';
import { rule } from './json-logic-rule.mjs';

export const name = 'json-logic-engine, compiled';
export const make = () => {
  const compiled = new LogicEngine().build(rule);
  return { decide: (facts) => answerOf(compiled(facts)) };
};
