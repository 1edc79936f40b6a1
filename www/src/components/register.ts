/** An element that knows the name it is registered under. */
export type Named = CustomElementConstructor & { readonly tag: string };

/** Registers elements under their names, but for those whose name is taken. */
export function register(...elements: Named[]): void {
  for (const element of elements) {
    if (!customElements.get(element.tag)) customElements.define(element.tag, element);
  }
}
