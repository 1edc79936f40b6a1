// What engines read from files, in a browser: `in-chromium.mjs` serves them.
const bytes = async (address) => new Uint8Array(await (await fetch(address)).arrayBuffer());

/** Where zhengpin is; in a browser it is held against no older build. */
export const folder = '/zhengpin';
export const olderFolder = undefined;

/** The bytes of a file of a package. */
export const bytesOf = (path) => bytes(`/packages/${path}`);

/** The bytes of zhengpin. */
export const wasm = (where) => bytes(`${where}/zhengpin_bg.wasm`);

/** The module of zhengpin. */
export function module(where) {
  const address = `${where}/zhengpin.js`;
  return import(address);
}
