import { defineConfig } from 'vite';
import { browsers } from './build/browsers.ts';
import { drafts } from './build/drafts.ts';
import { elementsManifest } from './build/elements-manifest.ts';
import { engineAssets } from './build/engine-assets.ts';
import { engineTexts } from './build/engine-texts.ts';
import { fluent } from './build/fluent.ts';
import { integrityMap } from './build/integrity.ts';
import { lessons } from './build/lessons.ts';
import { licences } from './build/licences.ts';
import { noOpenings } from './build/openings.ts';
import { snippetPages } from './build/snippet-pages.ts';

/** The modules that read tables; what saves a file is shared by others too. */
const TABLES =
  /src\/exchange\/(?!download)|src\/reading\/(?:page-size|refused-table|worker-line)|src\/components\/import\/|messages:\w+\/(?:reading|table)/;

/** What desks share that read tables of one kind of rows, where no worker can be made. */
const LINES =
  /src\/reading\/(?:read-rows|row-faults|seen-columns|sheet-lines)|src\/exchange\/(?:clock|cut|days|decode|headings|line-fault|mended|numbers|open|pace|reading|sheets|sniff)\.ts/;

/** What reads rulebooks of somebody's own. */
const YAML = /node_modules\/yaml\//;

/** The engine that takes drafts and rulebooks of somebody's own. */
const AUTHOR = /pkg\/author\/|src\/engine\/(?:author|own)\.ts/;

/** What reads requests, for the import of tables and for what a page gives. */
const REQUESTS = /src\/exchange\/(?:json|twice)\.ts/;

/** What tells why a finding led to what it led to, in the record of a ledger and in lessons. */
const WHY = /src\/components\/ledger\/why|src\/i18n\/words-record|messages:\w+\/record/;

/** What knows matters, for the strip above a tool and for their page. */
const MATTERS = /src\/state\/matter\/|src\/i18n\/words-matter|messages:\w+\/matter/;

/** What reads what comes from outside, beside the engine and for the files of matters. */
const OUTSIDE = /node_modules\/valibot\/|src\/state\/outside\//;

/**
 * The custom elements for other people's pages, into `dist/embed/`: one module and the parts
 * that it loads when they are needed, the wasm file, the texts, and `define.js`, which
 * registers the elements (copied from `embed/`).
 */
export default defineConfig({
  base: './',
  plugins: [
    fluent(),
    lessons(),
    engineAssets({ hashed: false }),
    drafts({ hashed: false }),
    engineTexts({ hashed: false }),
    noOpenings(),
    licences(),
    elementsManifest(),
    integrityMap(),
    snippetPages(),
  ],
  publicDir: 'embed',
  worker: {
    format: 'es',
    plugins: () => [
      fluent(),
      engineAssets({ hashed: false }),
      engineTexts({ hashed: false }),
      drafts({ hashed: false }),
    ],
    rolldownOptions: {
      output: {
        entryFileNames: 'zhengpin-worker.js',
        chunkFileNames: 'zhengpin-worker-[name].js',
        codeSplitting: { groups: [{ name: 'yaml', test: YAML }] },
      },
    },
  },
  build: {
    ...browsers,
    outDir: 'dist/embed',
    lib: {
      entry: { 'zhengpin-elements': 'src/elements.ts' },
      formats: ['es'],
    },
    rolldownOptions: {
      output: {
        minify: true,
        chunkFileNames: 'zhengpin-[name].js',
        codeSplitting: {
          groups: [
            // What the parts share with the module is one file.
            {
              name: 'base',
              test: (id) => ![TABLES, LINES, AUTHOR].some((apart) => apart.test(id)),
              minShareCount: 2,
              priority: 3,
            },
            // Two parts that load on demand share it, and the module does not need it.
            { name: 'why', test: WHY, minShareCount: 2, priority: 4 },
            { name: 'requests', test: REQUESTS, minShareCount: 2, priority: 5 },
            // Two parts again, which load where matters are kept.
            { name: 'held', test: MATTERS, minShareCount: 2, priority: 6 },
            { name: 'outside', test: OUTSIDE, minShareCount: 2, priority: 7 },
            { name: 'lines', test: LINES, minShareCount: 2 },
            { name: 'yaml', test: YAML, priority: 8 },
            { name: 'own', test: AUTHOR, minShareCount: 2, priority: 2 },
            // What reads tables is another, for the parts that do.
            {
              name: 'table',
              test: (id) => TABLES.test(id) && !LINES.test(id),
              minShareCount: 2,
              priority: 1,
            },
          ],
        },
      },
    },
  },
});
