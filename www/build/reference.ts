import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin, Rolldown } from 'vite';
import { integrityOf, withParts } from './pages.ts';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** The folder that `zhengpin reference` fills. */
const WRITTEN = at('../reference');

/** The script of these pages; it brings their style. */
export const SCRIPT = 'src/pages/reference.ts';

/**
 * Publishes the reference under `reference/`: each page gets the parts that all pages share,
 * and the built script and style. They are put in after the build: as inputs of the build,
 * some hundred pages that share one script would make it slow.
 */
export function reference(): Plugin {
  let outDir = '';
  return {
    name: 'zhengpin-reference',
    apply: 'build',
    configResolved(config) {
      outDir = join(config.root, config.build.outDir);
    },
    writeBundle(_, bundle) {
      const linked = filesOf(bundle).map((file) => ({
        file,
        integrity: integrityOf(join(outDir, file)),
      }));
      for (const page of readdirSync(WRITTEN, { recursive: true, encoding: 'utf8' })) {
        if (!page.endsWith('.html')) continue;
        const up = '../'.repeat(page.split(sep).length);
        const tags = linked.map(({ file, integrity }, place) => {
          const rest = `crossorigin integrity="${integrity}"`;
          if (file.endsWith('.css')) return `<link rel="stylesheet" ${rest} href="${up}${file}">`;
          return place === 0
            ? `<script type="module" ${rest} src="${up}${file}"></script>`
            : `<link rel="modulepreload" ${rest} href="${up}${file}">`;
        });
        const html = withParts(readFileSync(join(WRITTEN, page), 'utf8'), up);
        const path = join(outDir, 'reference', page);
        mkdirSync(dirname(path), { recursive: true });
        writeFileSync(
          path,
          html.replace('</head>', () => `${tags.join('')}</head>`),
        );
      }
    },
  };
}

/** The built script of the reference, then what it imports, then the style of all of them. */
function filesOf(bundle: Rolldown.OutputBundle): string[] {
  const chunks = new Map<string, Rolldown.OutputChunk>();
  const add = (chunk: Rolldown.OutputAsset | Rolldown.OutputChunk | undefined) => {
    if (chunk?.type !== 'chunk' || chunks.has(chunk.fileName)) return;
    chunks.set(chunk.fileName, chunk);
    for (const file of chunk.imports) add(bundle[file]);
  };
  add(
    Object.values(bundle).find(
      (one) => one.type === 'chunk' && one.facadeModuleId === at(`../${SCRIPT}`),
    ),
  );
  if (chunks.size === 0) throw new Error(`${SCRIPT} was not built`);
  const styles = [...chunks.values()].flatMap((chunk) => [
    ...(chunk.viteMetadata?.importedCss ?? []),
  ]);
  return [...chunks.keys(), ...new Set(styles)];
}
