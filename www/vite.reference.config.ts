import { defineConfig } from 'vite';
import { browsers } from './build/browsers.ts';
import { fluent } from './build/fluent.ts';
import { reference, SCRIPT } from './build/reference.ts';

/**
 * The reference, into `dist/reference/`. It has a build of its own, so that its script and
 * those of the tools need not be cut along what they share.
 */
export default defineConfig({
  base: './',
  publicDir: false,
  plugins: [fluent(), reference()],
  build: {
    ...browsers,
    outDir: 'dist/reference',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: { input: SCRIPT },
  },
});
