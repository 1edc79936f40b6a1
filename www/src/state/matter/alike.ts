/** A value as text that is the same for the same content, whatever the order of its keys. */
export function textOf(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(textOf).join()}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value ?? null);
  const entries = Object.entries(value)
    .filter(([, one]) => one !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, one]) => `${JSON.stringify(key)}:${textOf(one)}`).join()}}`;
}

/** Whether two answers say the same; the members of a set have no order. */
export function isAlike(one: unknown, other: unknown): boolean {
  const plain = (value: unknown) =>
    Array.isArray(value)
      ? [...value].sort()
      : typeof value === 'string'
        ? value.normalize('NFKC').trim()
        : value;
  return textOf(plain(one)) === textOf(plain(other));
}
