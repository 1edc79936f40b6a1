declare module 'virtual:engine-assets' {
  /** The engine's files, by what they hold. */
  const assets: Record<'wasm' | 'zh' | 'en', { file: string; integrity: string }>;
  export default assets;
}
