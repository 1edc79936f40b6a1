// Requests, one a line, answered by the wasm of the pages: `node answer.mjs decide < requests`.
import { readFileSync } from 'node:fs';
import * as engine from '../../../pkg/zhengpin.js';

engine.initSync({ module: readFileSync(new URL('../../../pkg/zhengpin_bg.wasm', import.meta.url)) });
const answer = engine[process.argv[2]];
const requests = readFileSync(0, 'utf8').trimEnd().split('\n');
console.log(requests.map((request) => JSON.stringify(answer(JSON.parse(request)))).join('\n'));
