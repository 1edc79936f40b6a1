import { defineConfig } from 'vite';
import { browsers } from './build/browsers.ts';
import { programWasm } from './build/engine-assets.ts';
import { fluent } from './build/fluent.ts';

/**
 * The engines without any element, for browsers and Node, into `dist/embed`: `engine.js`, and
 * `author.js`, which also takes rulebooks with a request; `columns.js`, which takes many rows as
 * typed arrays; and `exchange.js`, which reads and writes tables of findings.
 */
export default defineConfig({
  plugins: [fluent(), programWasm()],
  publicDir: false,
  build: {
    ...browsers,
    outDir: 'dist/embed',
    emptyOutDir: false,
    lib: {
      entry: {
        engine: 'src/engine/index.ts',
        author: 'src/engine/author.ts',
        columns: 'src/engine/columns.ts',
        exchange: 'src/exchange/index.ts',
      },
      formats: ['es'],
    },
    rolldownOptions: { output: { minify: true, chunkFileNames: 'engine-[name].js' } },
  },
});
