/**
 * The part of the address after `#`, as named entries: `#complaint=2.4.abc&penalties=2.1.def`.
 * Several elements on one page each keep their own, and entries of others stay as they are.
 */
function entries(): string[] {
  return location.hash.replace(/^#/, '').split('&').filter(Boolean);
}

/** The text kept under `key`, or nothing. */
export function readFragment(key: string): string | undefined {
  return entries()
    .find((entry) => entry.startsWith(`${key}=`))
    ?.slice(key.length + 1);
}

/** The address with `text` under `key`, or without such an entry. */
export function fragmentWith(key: string, text: string | undefined): string {
  const rest = entries().filter((entry) => !entry.startsWith(`${key}=`));
  const url = new URL(location.href);
  url.hash = (text === undefined ? rest : [...rest, `${key}=${text}`]).join('&');
  return url.href;
}

/**
 * Keeps `text` under `key`, or takes the entry away. The address changes in place. Returns
 * whether the browser does it; some refuse after many changes in a short time.
 */
export function writeFragment(key: string, text: string | undefined): boolean {
  const href = fragmentWith(key, text);
  try {
    if (href !== location.href) history.replaceState(history.state, '', href);
    return true;
  } catch {
    return false;
  }
}
