import { CompiledRule, evaluate_with_trace, initSync } from '@goplasmatic/datalogic/web';
import { bytesOf } from '../load.mjs';
import { answerOf } from '../rule.mjs';
import { rule } from './json-logic-rule.mjs';

export const name = '@goplasmatic/datalogic, compiled, wasm';
export const make = async () => {
  initSync({ module: await bytesOf('@goplasmatic/datalogic/web/datalogic_wasm_bg.wasm') });
  const text = JSON.stringify(rule);
  const compiled = new CompiledRule(text, false);
  return {
    decide: (facts) => answerOf(JSON.parse(compiled.evaluate(JSON.stringify(facts)))),
    explain: (facts) => JSON.parse(evaluate_with_trace(text, JSON.stringify(facts), false)),
  };
};
