import { readFileSync } from 'node:fs';
import {
  CompiledRule,
  evaluate_with_trace,
  initSync,
} from '../node_modules/@goplasmatic/datalogic/web/datalogic_wasm.js';
import { answerOf } from '../rule.mjs';
import { rule } from './json-logic-rule.mjs';

export const name = '@goplasmatic/datalogic, compiled, wasm';
export const make = () => {
  const wasm = '../node_modules/@goplasmatic/datalogic/web/datalogic_wasm_bg.wasm';
  initSync({ module: readFileSync(new URL(wasm, import.meta.url)) });
  const text = JSON.stringify(rule);
  const compiled = new CompiledRule(text, false);
  return {
    decide: (facts) => answerOf(JSON.parse(compiled.evaluate(JSON.stringify(facts)))),
    explain: (facts) => JSON.parse(evaluate_with_trace(text, JSON.stringify(facts), false)),
  };
};
