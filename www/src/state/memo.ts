/** Works out once for each object what follows from it alone, for as long as the object lives. */
export function once<K extends object, V>(work: (of: K) => V): (of: K) => V {
  const known = new WeakMap<K, { value: V }>();
  return (of) => {
    const found = known.get(of) ?? { value: work(of) };
    known.set(of, found);
    return found.value;
  };
}

/** The items of a list by id; a list is read once, however often it is asked. */
export const byId: <T extends { id: string }>(items: T[]) => Map<string, T> = (() => {
  const read = once((items: { id: string }[]) => new Map(items.map((item) => [item.id, item])));
  return <T extends { id: string }>(items: T[]) => read(items) as Map<string, T>;
})();
