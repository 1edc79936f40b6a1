import { type LitElement, unsafeCSS } from 'lit';

/** Wears one more style sheet, for what was loaded later. */
export function wear({ shadowRoot }: LitElement, css: string): void {
  const sheet = unsafeCSS(css).styleSheet;
  if (sheet && shadowRoot) {
    shadowRoot.adoptedStyleSheets = [...shadowRoot.adoptedStyleSheets, sheet];
  }
}

/**
 * Wears its own sheets and those of later anew, once an element stands in another document,
 * such as that of a frame: a browser takes those away that belong to the document before.
 */
export function wearAnew(element: LitElement, later: string[] = []): void {
  const { shadowRoot, ownerDocument } = element;
  const view = ownerDocument.defaultView as (Window & typeof globalThis) | null;
  if (!shadowRoot || !view) return;
  const { elementStyles } = element.constructor as typeof LitElement;
  const own = elementStyles.flatMap((style) => ('cssText' in style ? [style.cssText] : []));
  shadowRoot.adoptedStyleSheets = [...own, ...later].map((css) => {
    const sheet = new view.CSSStyleSheet();
    sheet.replaceSync(css);
    return sheet;
  });
}
