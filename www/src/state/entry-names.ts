/** The names in use on this page, each with the element that has it. */
const used = new Map<string, Element>();

/**
 * The name under which an element keeps its state: its tool's key; for a second element of the
 * kind on a page the key with the element's id behind it, or with its number.
 */
export function entryName(owner: Element, key: string): string {
  const names = [key, ...(owner.id ? [`${key}.${encodeURIComponent(owner.id)}`] : [])];
  for (let place = 0; ; place += 1) {
    const name = names[place] ?? `${key}.${place + 2 - names.length}`;
    const other = used.get(name);
    if (other !== undefined && other !== owner && other.isConnected) continue;
    used.set(name, owner);
    return name;
  }
}
