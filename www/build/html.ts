import {
  parse,
  parseFragment,
  serialize,
  type DefaultTreeAdapterTypes as Tree,
  defaultTreeAdapter as tree,
} from 'parse5';

export type { Tree };

/** Pages are read as where no script runs: what stands in `noscript` is part of them. */
const READ = { scriptingEnabled: false };

/** A page as a tree. */
export const page = (html: string): Tree.Document => parse(html, READ);

/** A part of a page as a tree. */
export const fragment = (html: string): Tree.DocumentFragment => parseFragment(html, READ);

/** A tree as a page. */
export const text = (node: Tree.ParentNode): string => serialize(node, READ);

/** The nodes below a node, it and each of them before what it holds. */
export function* within(node: Tree.Node): Generator<Tree.Node> {
  yield node;
  if (!('childNodes' in node)) return;
  // A copy: whoever walks may put others in their places.
  for (const child of [...node.childNodes]) yield* within(child);
}

/** The elements below a node. */
export function* elements(node: Tree.Node): Generator<Tree.Element> {
  for (const one of within(node)) if (tree.isElementNode(one)) yield one;
}

/** The elements with a name. */
export function named(node: Tree.Node, name: string): Tree.Element[] {
  return [...elements(node)].filter(({ tagName }) => tagName === name);
}

/** An attribute of an element. */
export function attribute(element: Tree.Element, name: string): string | undefined {
  return element.attrs.find((one) => one.name === name)?.value;
}

/** Gives an element an attribute, or another value to the one it has. */
export function setAttribute(element: Tree.Element, name: string, value: string): void {
  const known = element.attrs.find((one) => one.name === name);
  if (known) known.value = value;
  else element.attrs.push({ name, value });
}

/** Puts nodes in the place of one. */
export function replaceBy(node: Tree.ChildNode, others: Tree.ChildNode[]): void {
  const parent = node.parentNode;
  if (!parent) return;
  for (const other of [...others]) {
    tree.detachNode(other);
    tree.insertBefore(parent, other, node);
  }
  tree.detachNode(node);
}
