import type { View } from './view.ts';

/**
 * The address of a page of the reference; none, where the element was not told where the
 * reference is. What stands behind a `?` there is kept, and the language is added.
 */
function address({ reference, say }: View, path: string): string | undefined {
  if (!reference) return undefined;
  const [folder, query] = reference.split('?');
  const asked = new URLSearchParams(query);
  if (say.lang === 'en') asked.set('lang', 'en');
  return `${folder}${path}.html?${asked}`.replace(/\?$/, '');
}

/** The page about a provision and the rules that rest on it. */
export function provisionPage(view: View, id: string): string | undefined {
  return address(view, `provisions/${id}`);
}

/** The page about all rules of the rulebook. */
export function rulebookPage(view: View): string | undefined {
  return address(view, `rulebooks/${view.description.rulebook}`);
}

/** The place of a decided case on that page. */
export function casePage(view: View, id: string): string | undefined {
  const page = rulebookPage(view);
  return page === undefined ? undefined : `${page}#case-${id}`;
}
