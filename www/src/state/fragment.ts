/**
 * The part of the address after `#`, as named entries: `#complaint=1.abc&penalties=1.def`.
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

/** Keeps `text` under `key`, or takes the entry away. The address changes in place. */
export function writeFragment(key: string, text: string | undefined): void {
  const rest = entries().filter((entry) => !entry.startsWith(`${key}=`));
  const hash = (text === undefined ? rest : [...rest, `${key}=${text}`]).join('&');
  const url = new URL(location.href);
  url.hash = hash;
  if (url.href !== location.href) history.replaceState(history.state, '', url);
}
