import type { View } from './view.ts';

/**
 * The address of a page of the reference; none, where the element was not told where the
 * reference is. What the base carries behind a `?` is kept, and the language is added.
 */
function address({ reference, say }: View, path: string): string | undefined {
  if (!reference || !URL.canParse(reference, document.baseURI)) return undefined;
  const base = new URL(reference, document.baseURI);
  if (!base.protocol.startsWith('http')) return undefined;
  const page = new URL(base);
  page.pathname = `${base.pathname.replace(/\/$/, '')}/${path}`;
  if (say.lang === 'en') page.searchParams.set('lang', 'en');
  return page.href;
}

/** The page about a provision and the rules that rest on it. */
export function provisionPage(view: View, id: string): string | undefined {
  return address(view, `provisions/${id}.html`);
}

/** The page about all rules of the rulebook. */
export function rulebookPage(view: View): string | undefined {
  return address(view, `rulebooks/${view.description.rulebook}.html`);
}
