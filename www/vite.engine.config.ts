import { defineConfig } from 'vite';
import { browsers } from './build/browsers.ts';
import { withoutDefaultWasm } from './build/engine-assets.ts';

/** The engine without any element, for browsers and Node, into `dist/embed/engine.js`. */
export default defineConfig({
  plugins: [withoutDefaultWasm()],
  publicDir: false,
  build: {
    ...browsers,
    outDir: 'dist/embed',
    emptyOutDir: false,
    lib: { entry: { engine: 'src/engine/index.ts' }, formats: ['es'] },
    rolldownOptions: { output: { minify: true } },
  },
});
