import type { Built, Snippet } from './types.ts';

/** The module that registers the elements. */
export const ENTRY = 'define.js';

/** An attribute, in single quotes: what it holds is often JSON. */
function attribute(name: string, value: string): string {
  const safe = value.replace(/&/g, '&amp;').replace(/'/g, '&#39;').replace(/</g, '&lt;');
  return safe.includes('"') || safe.includes('&#39;') ? `${name}='${safe}'` : `${name}="${safe}"`;
}

/**
 * The text of the import map by which the browser checks every module that the elements load,
 * at once or later; a line for each.
 */
export function mapOf(folder: string, { hashes }: Built): string {
  const lines = Object.keys(hashes)
    .sort()
    .map((file) => `  ${JSON.stringify(folder + file)}: ${JSON.stringify(hashes[file])}`);
  return `{"integrity": {\n${lines.join(',\n')}\n}}`;
}

/** What stands once in the head of the page, before every other script. */
export function headOf({ base, built }: Pick<Snippet, 'base' | 'built'>): string {
  const checked = (file: string) => (built ? ` integrity="${built.hashes[file]}"` : '');
  const script = `<script type="module" src="${base}${ENTRY}"${checked(ENTRY)} crossorigin></script>`;
  if (!built) return script;
  // Browsers that know no hashes in maps still check what they are told to load early.
  const early = built.first.map(
    (file) => `<link rel="modulepreload" href="${base}${file}"${checked(file)} crossorigin>`,
  );
  const map = `<script type="importmap">${mapOf(base, built)}</script>`;
  return [map, ...early, script].join('\n');
}

/** The element itself, with what is said until it is there and where it cannot be had. */
export function elementOf(
  { tag, attributes }: Pick<Snippet, 'tag' | 'attributes'>,
  { loading, unavailable }: { loading: string; unavailable: string },
): string {
  const told = attributes.map(([name, value]) => `\n  ${attribute(name, value)}`).join('');
  return `<${tag}${told}${told ? '\n' : ''}>
  <p>${loading}</p>
  <p slot="fallback">${unavailable}</p>
</${tag}>`;
}
