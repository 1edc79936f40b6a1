/**
 * The oldest browsers the pages are built for: those with `light-dark()`, container
 * queries and `CompressionStream('deflate-raw')`.
 */
export const browsers = {
  target: ['chrome123', 'firefox120', 'safari17.5'],
  cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
};
