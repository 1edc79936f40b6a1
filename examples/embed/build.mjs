// Builds the pages with each bundler into `dist/BUNDLER/`, and the content system's as it is.
import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import * as esbuild from 'esbuild';
import { build as vite } from 'vite';

const webpack = createRequire(import.meta.url)('webpack');
const at = (path) => fileURLToPath(new URL(path, import.meta.url));
const ELEMENTS = at('../../www/dist/embed/');
const APPS = ['plain', 'react', 'vue'];
const entries = Object.fromEntries(APPS.map((app) => [app, at(`src/${app}.js`)]));
/** Builds are for production: React and Vue leave out what only developers need. */
const define = { 'process.env.NODE_ENV': '"production"' };

const BUNDLERS = {
  vite: (outDir) =>
    vite({
      configFile: false,
      root: at('src'),
      base: './',
      logLevel: 'warn',
      define,
      build: {
        outDir,
        emptyOutDir: false,
        rolldownOptions: { input: entries, output: { entryFileNames: '[name].js' } },
      },
    }),
  webpack: (path) =>
    new Promise((done, fail) => {
      const config = {
        mode: 'production',
        context: at('.'),
        entry: entries,
        experiments: { outputModule: true },
        output: {
          path,
          filename: '[name].js',
          module: true,
          chunkFormat: 'module',
          publicPath: 'auto',
        },
        performance: { hints: false },
      };
      webpack(config, (error, stats) => {
        if (error || stats.hasErrors()) fail(error ?? new Error(stats.toString('errors-only')));
        else done();
      });
    }),
  esbuild: (outdir) =>
    esbuild.build({
      entryPoints: entries,
      bundle: true,
      splitting: true,
      format: 'esm',
      minify: true,
      logLevel: 'warning',
      define,
      outdir,
    }),
};

/** The package as npm would install it. */
async function install() {
  const folder = at('node_modules/zhengpin/');
  await rm(folder, { recursive: true, force: true });
  await cp(ELEMENTS, folder, { recursive: true });
  await cp(at('../../xtask/src/npm.json'), `${folder}package.json`);
}

/** What the elements fetch while they run, and a bundler leaves where it is. */
async function copyEngines(to) {
  await mkdir(to, { recursive: true });
  for (const file of await readdir(ELEMENTS)) {
    if (/\.(wasm|json|bin)$/.test(file)) await cp(ELEMENTS + file, to + file);
  }
}

await rm(at('dist'), { recursive: true, force: true });
await install();
const page = await readFile(at('src/page.html'), 'utf8');
for (const [name, build] of Object.entries(BUNDLERS)) {
  const folder = at(`dist/${name}/`);
  await mkdir(folder, { recursive: true });
  await build(folder);
  await copyEngines(`${folder}zhengpin/`);
  for (const app of APPS) await writeFile(`${folder}${app}.html`, page.replace('NAME', app));
}
const system = at('dist/content-system/');
await cp(ELEMENTS, `${system}zhengpin/`, { recursive: true });
for (const file of ['facts.js', 'heard.js', 'theme.css'])
  await cp(at(`src/${file}`), system + file);
await cp(at('src/content-system.html'), `${system}index.html`);
