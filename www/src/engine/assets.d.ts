declare module 'virtual:engine-asset/*' {
  /** A file of the engine, and the hash that the browser checks on loading it. */
  const asset: { file: string; integrity: string };
  export default asset;
}
