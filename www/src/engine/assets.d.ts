declare module 'virtual:engine-asset/*' {
  /** A file of the engine, and the hash that the browser checks on loading it. */
  const asset: { file: string; integrity: string };
  export default asset;
}

declare module 'virtual:engine-texts/*' {
  /** The files with the words of some rulebooks, one in each language. */
  const files: Record<'zh' | 'en', { file: string; integrity: string }>;
  export default files;
}
