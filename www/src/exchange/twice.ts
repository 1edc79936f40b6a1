/** What matters in JSON for finding keys: texts, brackets, and the colon behind a key. */
const TOKENS = /"(?:[^"\\]|\\.)*"|[{}[\]:]/g;

/**
 * A key that stands twice in one object of a JSON text, or nothing. `JSON.parse` keeps the last
 * of its values and says nothing of the others.
 */
export function keyTwice(json: string): string | undefined {
  const within: (Set<string> | undefined)[] = [];
  let last = '';
  for (const [token] of json.matchAll(TOKENS)) {
    if (token === '{') within.push(new Set());
    else if (token === '[') within.push(undefined);
    else if (token === '}' || token === ']') within.pop();
    else if (token !== ':') last = token;
    else {
      const key = JSON.parse(last) as string;
      const keys = within.at(-1);
      if (keys?.has(key)) return key;
      keys?.add(key);
    }
  }
  return undefined;
}
