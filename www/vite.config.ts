import { defineConfig } from 'vite';
import { browsers } from './build/browsers.ts';
import { engineAssets, withoutDefaultWasm } from './build/engine-assets.ts';
import { fluent } from './build/fluent.ts';
import { integrity, pages } from './build/pages.ts';

/** The pages, into `dist/`. */
export default defineConfig({
  base: './',
  appType: 'mpa',
  plugins: [pages(), fluent(), engineAssets({ hashed: true }), withoutDefaultWasm(), integrity()],
  server: { fs: { allow: ['..'] } },
  build: {
    ...browsers,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: ['index.html', 'penalties.html', 'complaint.html', 'parallel-import.html'],
    },
  },
});
