import type { Built } from './types.ts';

/** The element of a page in which the build writes what the modules are. */
export const BUILT = 'zhengpin-built';

/** The modules as they were built, from the page that tells them; nothing where none does. */
export function builtIn(page: Document): Built | undefined {
  const text = page.getElementById(BUILT)?.textContent;
  return text ? (JSON.parse(text) as Built) : undefined;
}
