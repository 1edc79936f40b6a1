// What engines read from files, in a browser: `in-chromium.mjs` serves them.
const bytes = async (address) => new Uint8Array(await (await fetch(address)).arrayBuffer());

/** The bytes of a file of a package. */
export const bytesOf = (path) => bytes(`/packages/${path}`);

/** The bytes of zhengpin. */
export const wasm = () => bytes('/zhengpin/zhengpin_bg.wasm');

/** The module of zhengpin. */
export function module() {
  const address = '/zhengpin/zhengpin.js';
  return import(address);
}
