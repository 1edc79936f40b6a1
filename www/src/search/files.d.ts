declare module 'virtual:search/*' {
  /** What can be found in one language, and the hash that the browser checks on loading it. */
  const asset: { file: string; integrity: string };
  export default asset;
}
