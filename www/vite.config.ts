import { defineConfig } from 'vite';
import { browsers } from './build/browsers.ts';
import { drafts } from './build/drafts.ts';
import { engineAssets } from './build/engine-assets.ts';
import { engineTexts } from './build/engine-texts.ts';
import { fluent } from './build/fluent.ts';
import { integrity } from './build/integrity.ts';
import { lessons } from './build/lessons.ts';
import { licences } from './build/licences.ts';
import { offeredElements } from './build/offered.ts';
import { openings } from './build/openings.ts';
import { pages } from './build/pages.ts';
import { preloads } from './build/preloads.ts';
import { search } from './build/search.ts';
import { TOOL_PAGES, toolPages } from './build/tool-pages.ts';

/** Small modules that need no larger one, for all that is kept, named or written in. */
const SMALL = new RegExp(
  [
    'src/state/(?:answers|begins|example|fragment|handover|states|storage)\\.ts',
    'src/state/(?:fingerprint|notes|places|safe-day|shape)\\.ts',
    'lit(?:-html)?/directives/guard\\.js',
    'src/(?:components/(?:sources|write-in)|engine/opening|exchange/download)\\.ts',
  ].join('|'),
);

/** Small parts of what several tools show. */
const SHOWN = new RegExp(
  [
    'src/components/(?:dockets|example-list|verdict|warnings)\\.ts',
    'src/components/decision/(?:as-of|cases)\\.ts',
    'src/components/deadlines/entered\\.ts',
    'src/state/(?:described|findings|ledger)\\.ts',
    'src/i18n/spans\\.ts',
    'lit(?:-html)?/directives/repeat\\.js',
  ].join('|'),
);

/** What asks for answers and shows what follows from them, without the engine that decides. */
const ASKING = /src\/tools\/(?:case-tool|decision-tool)\.ts/;

/** What keeps and reads again what was entered. */
const KEEPING = /src\/lazy\/keeping\.ts/;

/** The pages, into `dist/`. */
export default defineConfig({
  base: './',
  appType: 'mpa',
  plugins: [
    toolPages(),
    pages(),
    fluent(),
    lessons(),
    engineAssets({ hashed: true }),
    drafts({ hashed: true }),
    engineTexts({ hashed: true }),
    openings(),
    search(),
    offeredElements(),
    licences(),
    preloads(),
    integrity(),
  ],
  // What reads tables beside the page, with an engine of its own.
  worker: {
    format: 'es',
    plugins: () => [
      fluent(),
      engineAssets({ hashed: true }),
      engineTexts({ hashed: true }),
      drafts({ hashed: true }),
    ],
  },
  server: { fs: { allow: ['..'] } },
  build: {
    ...browsers,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: ['index.html', 'snippet-preview.html', ...TOOL_PAGES],
      // What ten pages share is one file, which packs better than two, and so are small things that
      // fewer share: each file costs a way there and back where a server answers one at a time.
      output: {
        codeSplitting: {
          groups: [
            { name: 'tool', minShareCount: 10, priority: 2 },
            { name: 'small', test: SMALL, minShareCount: 2, priority: 1 },
            { name: 'shown', test: SHOWN, minShareCount: 2, priority: 1 },
            { name: 'deciding', test: /src\/engine\/deciding\.ts/, priority: 1 },
            { name: 'asking', test: ASKING },
            { name: 'keeping', test: KEEPING },
          ],
        },
      },
    },
  },
});
