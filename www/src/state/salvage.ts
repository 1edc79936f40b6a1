/**
 * What can be saved of a state whose end is missing. A state is an object; the first list or
 * object in it holds its entries: the findings of a ledger, the answers of a case. An entry is
 * saved whole or not at all, and so is everything beside the entries.
 */

/** How many entries a state has. */
export function entriesIn(state: unknown): number {
  if (typeof state !== 'object' || state === null) return 0;
  const [held = {}] = Object.values(state).filter((one) => typeof one === 'object' && one !== null);
  return Object.keys(held).length;
}

const CLOSES: Record<string, string> = { '{': '}', '[': ']' };

/** The beginning of a JSON text up to its last whole entry, closed; nothing, if there is none. */
export function wholeEntries(json: string): string | undefined {
  const open: string[] = [];
  let [quoted, escaped] = [false, false];
  /** How many objects and lists stood in the state so far. */
  let held = 0;
  let kept: string | undefined;
  const mayCut = () => open.length === 1 || (open.length === 2 && held === 1);
  for (let at = 0; at < json.length; at += 1) {
    const char = json.charAt(at);
    if (quoted) {
      if (escaped) escaped = false;
      else if (char === '\\') escaped = true;
      else if (char === '"') quoted = false;
    } else if (char === '"') quoted = true;
    else if (char in CLOSES) {
      open.push(CLOSES[char] ?? '');
      if (open.length === 2) held += 1;
    } else if (char === open.at(-1)) {
      open.pop();
      if (open.length === 0) return json.slice(0, at + 1);
      if (mayCut()) kept = json.slice(0, at + 1) + [...open].reverse().join('');
    } else if (char === ',' && mayCut()) {
      kept = json.slice(0, at) + [...open].reverse().join('');
    }
  }
  return kept;
}
