import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { FluentBundle, FluentResource } from '@fluent/bundle';
import type { Plugin } from 'vite';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

const escaped = (text: string) =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');

function seal(): string {
  const drawing = readFileSync(at('../src/parts/seal.svg'), 'utf8');
  return `data:image/svg+xml,${encodeURIComponent(drawing.replace(/\s*\n\s*/g, ''))}`;
}

function messages(lang: 'zh' | 'en'): (id: string) => string {
  const bundle = new FluentBundle(lang, { useIsolating: false });
  bundle.addResource(new FluentResource(readFileSync(at(`../messages/${lang}.ftl`), 'utf8')));
  return (id) => {
    const pattern = bundle.getMessage(id)?.value;
    if (!pattern) throw new Error(`no message ${id} in ${lang}.ftl`);
    return escaped(bundle.formatPattern(pattern));
  };
}

/**
 * A page with the shared parts and the Chinese words put in, so that it can be read before a
 * script has run, and without one. `up` leads from the page to the folder of all pages.
 *
 * `<!-- part: head -->` is replaced by `src/parts/head.html`, `%seal%` by the address of the
 * brand's seal, which holds the drawing itself: a browser fetches an icon anew whenever the
 * address of the page changes, and the tools change its fragment. An empty element with
 * `data-l10n` gets the message as its text, with `data-l10n-other` the English one beside
 * it; `data-l10n-label` fills `aria-label`, `data-l10n-content` a meta element.
 */
export function withParts(html: string, up = './'): string {
  const zh = messages('zh');
  const en = messages('en');
  return html
    .replace(/<!-- part: (\w+) -->/g, (_, part: string) =>
      readFileSync(at(`../src/parts/${part}.html`), 'utf8')
        .trim()
        .replaceAll('="./', `="${up}`),
    )
    .replaceAll('%seal%', seal())
    .replace(/(data-l10n="([\w-]+)"[^>]*>)(?=<)/g, (_, tag, id) => `${tag}${zh(id)}`)
    .replace(/(data-l10n-other="([\w-]+)"[^>]*>)(?=<)/g, (_, tag, id) => `${tag}${en(id)}`)
    .replace(/data-l10n-label="([\w-]+)"/g, (all, id) => `${all} aria-label="${zh(id)}"`)
    .replace(/data-l10n-content="([\w-]+)"/g, (all, id) => `${all} content="${zh(id)}"`);
}

/** Puts the shared parts and the Chinese words into the pages when they are built. */
export function pages(): Plugin {
  return {
    name: 'zhengpin-pages',
    transformIndexHtml: { order: 'pre', handler: (html) => withParts(html) },
  };
}

/** The hash of a built file, as a page states it. */
export function integrityOf(path: string): string {
  return `sha384-${createHash('sha384').update(readFileSync(path)).digest('base64')}`;
}

/** Writes the hash of every script and style sheet into the built pages. */
export function integrity(): Plugin {
  let outDir = '';
  return {
    name: 'zhengpin-integrity',
    apply: 'build',
    configResolved(config) {
      outDir = join(config.root, config.build.outDir);
    },
    writeBundle(_, bundle) {
      for (const name of Object.keys(bundle).filter((file) => file.endsWith('.html'))) {
        const path = join(outDir, name);
        const html = readFileSync(path, 'utf8').replace(
          /<(script|link)\b[^>]*? (?:src|href)="\.\/(assets\/[^"]+\.(?:js|css))"/g,
          (tag, _kind, file: string) => `${tag} integrity="${integrityOf(join(outDir, file))}"`,
        );
        writeFileSync(path, html);
      }
    },
  };
}
