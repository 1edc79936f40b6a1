// The rule as a rulebook of one's own.
import { DAYS, ELEMENTS, FLAGS } from './rule.mjs';

const text = (said) => ({ zh: said, en: said });

const fact = (id, kind) => [
  id,
  {
    kind,
    group: 'g',
    ask: text(id),
    proof: 'rights_holder',
    change: kind === 'date' ? 'no' : 'yes',
  },
];

const asked = {
  authorization: { any: [{ not: 'is_agent' }, 'authorization'] },
  right_in_force: {
    all: [
      { notice_date: { on_or_after: { fact: 'right_from' } } },
      { notice_date: { on_or_before: { fact: 'right_to' } } },
    ],
  },
};

const element = (id) => [
  `has_${id}`,
  { title: text(id), ...(asked[id] ?? { all: [id] }), cite: ['ecl/42/1'], mend: text(id) },
];

const verdict = (id, weight, rule) => [id, { title: text(id), says: text(id), weight, ...rule }];

export const rulebook = {
  format: 1,
  rulebook: 'bench/notice',
  title: text('bench'),
  summary: text('bench'),
  as_of: '2026-06-01',
  in_force: { from: '2019-01-01' },
  groups: { g: { title: text('g') } },
  facts: Object.fromEntries([
    ...FLAGS.map((id) => fact(id, 'yes_no')),
    ...DAYS.map((id) => fact(id, 'date')),
  ]),
  elements: Object.fromEntries([
    ...ELEMENTS.map(element),
    [
      'complete',
      { title: text('complete'), all: ELEMENTS.map((id) => `has_${id}`), cite: ['ecl/42/1'] },
    ],
  ]),
  issues: {
    notice: {
      title: text('notice'),
      asks: text('notice'),
      verdicts: Object.fromEntries([
        verdict('deficient', 'severe', { unless: 'complete' }),
        verdict('qualifies', 'clear', { otherwise: true }),
      ]),
    },
  },
};
