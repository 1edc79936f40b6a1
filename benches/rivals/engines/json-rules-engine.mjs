import { Engine } from 'json-rules-engine';
import { answerOf, ELEMENTS } from '../rule.mjs';

export const name = 'json-rules-engine';
const is = (fact, value) => ({ fact, operator: 'equal', value });
const alone = (id) => [id, { all: [is(id, false)] }];
const rules = [
  ...['identity', 'contact', 'right_proof'].map(alone),
  ['authorization', { all: [is('is_agent', true), is('authorization', false)] }],
  ...['listing_urls', 'evidence', 'good_faith', 'signature'].map(alone),
  [
    'right_in_force',
    {
      any: [
        { fact: 'notice_date', operator: 'before', value: { fact: 'right_from' } },
        { fact: 'notice_date', operator: 'after', value: { fact: 'right_to' } },
      ],
    },
  ],
];

export const make = () => {
  const engine = new Engine();
  engine.addOperator('before', (one, other) => one < other);
  engine.addOperator('after', (one, other) => one > other);
  for (const [name, conditions] of rules) {
    engine.addRule({ name, conditions, event: { type: 'missing', params: { id: name } } });
  }
  return {
    async decide(facts) {
      const { events } = await engine.run(facts);
      const found = new Set(events.map((event) => event.params.id));
      return answerOf(ELEMENTS.filter((id) => found.has(id)));
    },
    explain: (facts) => engine.run(facts),
  };
};
