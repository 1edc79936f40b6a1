import type { Rolldown } from 'vite';

/**
 * The modules that others load, themselves among them, by file: at once, or ever, which is on
 * demand too.
 */
export function loadedBy(
  bundle: Rolldown.OutputBundle,
  files: string[],
  when: 'at once' | 'ever',
): string[] {
  const found = new Set<string>();
  const waiting = [...files];
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    const chunk = bundle[file];
    if (found.has(file) || chunk?.type !== 'chunk') continue;
    found.add(file);
    waiting.push(...chunk.imports, ...(when === 'ever' ? chunk.dynamicImports : []));
  }
  return [...found];
}
