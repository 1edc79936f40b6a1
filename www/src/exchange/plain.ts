/** A text without case, width, spaces, punctuation, and what stands in brackets. */
export function plain(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\(.*?\)/g, '')
    .replace(/[\s\p{P}]/gu, '');
}

/** Of several names, the one that a text is, or else the only one that it contains or that contains it. */
export function named<T>(text: string, names: [T, string][]): T | undefined {
  const wanted = plain(text);
  if (wanted === '') return undefined;
  const exact = names.find(([, name]) => plain(name) === wanted);
  if (exact) return exact[0];
  const near = names.filter(([, name]) => {
    const known = plain(name);
    return (
      known.length > 1 && wanted.length > 1 && (wanted.includes(known) || known.includes(wanted))
    );
  });
  const found = new Set(near.map(([one]) => one));
  return found.size === 1 ? [...found][0] : undefined;
}
