import { ZenEngine } from '@gorules/zen-engine';
import { answerOf } from '../rule.mjs';

export const name = '@gorules/zen-engine, native module';
const rows = [
  ['identity', 'not identity'],
  ['contact', 'not contact'],
  ['right_proof', 'not right_proof'],
  ['authorization', 'is_agent and not authorization'],
  ['listing_urls', 'not listing_urls'],
  ['evidence', 'not evidence'],
  ['good_faith', 'not good_faith'],
  ['signature', 'not signature'],
  [
    'right_in_force',
    'd(notice_date).isBefore(d(right_from)) or d(notice_date).isAfter(d(right_to))',
  ],
];
const position = { x: 0, y: 0 };
const table = {
  hitPolicy: 'collect',
  passThrough: false,
  inputField: null,
  outputPath: null,
  executionMode: 'single',
  inputs: [{ id: 'c', name: 'condition', type: 'expression', field: '' }],
  outputs: [{ id: 'o', name: 'missing', type: 'expression', field: 'missing' }],
  rules: rows.map(([id, c], place) => ({ _id: `${place}`, c, o: JSON.stringify(id) })),
};
const graph = {
  contentType: 'application/vnd.gorules.decision',
  nodes: [
    { id: 'in', type: 'inputNode', name: 'in', position },
    { id: 'table', type: 'decisionTableNode', name: 'table', position, content: table },
    { id: 'out', type: 'outputNode', name: 'out', position },
  ],
  edges: [
    { id: '1', sourceId: 'in', targetId: 'table', type: 'edge' },
    { id: '2', sourceId: 'table', targetId: 'out', type: 'edge' },
  ],
};

export const make = () => {
  const decision = new ZenEngine().createDecision(Buffer.from(JSON.stringify(graph)));
  return {
    async decide(facts) {
      const { result } = await decision.evaluate(facts);
      return answerOf((Array.isArray(result) ? result : []).map((row) => row.missing));
    },
    explain: (facts) => decision.evaluate(facts, { trace: true }),
  };
};
