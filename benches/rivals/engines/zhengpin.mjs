import { answerOf } from '../rule.mjs';
import { answered, engine, older, rulebook } from '../zhengpin.mjs';

export const name = 'zhengpin, one request at a time';
export const make = () => {
  const kept = answered(engine.keep({ with: [rulebook] }));
  const ask = (facts, want) => answered(kept.decide({ rulebook: rulebook.rulebook, facts, want }));
  return {
    decide(facts) {
      const [issue] = ask(facts, 'reasons').issues;
      const failing = issue.missing.filter((one) => one.state === 'no');
      return answerOf(failing.map((one) => one.element.replace('has_', '')));
    },
    reasons: (facts) => ask(facts, 'reasons'),
    verdict: (facts) => ask(facts, 'verdict'),
    explain: (facts) => ask(facts, 'full'),
    // An older build has the rule among its own rulebooks.
    before: (facts) =>
      answered(older.decide({ rulebook: rulebook.rulebook, asOf: rulebook.as_of, facts })),
  };
};
