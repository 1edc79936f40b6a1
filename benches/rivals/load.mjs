// What engines read from files: in Node. `load-in-browser.mjs` stands in for it in a browser.
import { readFileSync } from 'node:fs';

const folder = process.env.ZHENGPIN;

/** The bytes of a file of a package. */
export const bytesOf = (path) => readFileSync(new URL(`node_modules/${path}`, import.meta.url));

/** The bytes of zhengpin. */
export const wasm = async () => readFileSync(`${folder}/zhengpin_bg.wasm`);

/** The module of zhengpin: as data, because no package file beside it says that it is one. */
export function module() {
  const code = readFileSync(`${folder}/zhengpin.js`).toString('base64');
  return import(`data:text/javascript;base64,${code}`);
}
