// What engines read from files: in Node. `load-in-browser.mjs` stands in for it in a browser.
import { readFileSync } from 'node:fs';

/** Where zhengpin is, and an older build of it to be held against it, if any. */
export const folder = process.env.ZHENGPIN;
export const olderFolder = process.env.AGAINST;

/** The bytes of a file of a package. */
export const bytesOf = (path) => readFileSync(new URL(`node_modules/${path}`, import.meta.url));

/** The bytes of zhengpin. */
export const wasm = async (where) => readFileSync(`${where}/zhengpin_bg.wasm`);

/** The module of zhengpin: as data, because no package file beside it says that it is one. */
export function module(where) {
  const code = readFileSync(`${where}/zhengpin.js`).toString('base64');
  // The place sets two builds with the same JavaScript apart: a module is made once.
  return import(`data:text/javascript;base64,${code}#${encodeURIComponent(where)}`);
}
