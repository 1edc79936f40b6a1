/** A folder that is on this page's own origin, whichever that is. */
const ANYWHERE = 'https://page.invalid/';

/**
 * The folder of the elements as modules are named by it: `zhengpin` is `./zhengpin/`. Nothing
 * for a text that names no folder of a page or of the web.
 */
export function folderOf(text: string): string | undefined {
  const typed = text.trim();
  if (typed === '' || /[\s"'<>`\\?#;,]/.test(typed)) return undefined;
  const folder = typed.endsWith('/') ? typed : `${typed}/`;
  const named = /^(?:[a-z][a-z\d+.-]*:|\.{0,2}\/)/i.test(folder) ? folder : `./${folder}`;
  try {
    return /^https?:$/.test(new URL(named, ANYWHERE).protocol) ? named : undefined;
  } catch {
    return undefined;
  }
}

/** The source by which a content policy names a folder: `'self'`, or its address elsewhere. */
export function sourceOf(folder: string): string {
  const url = new URL(folder, ANYWHERE);
  return url.origin === new URL(ANYWHERE).origin ? "'self'" : url.origin + url.pathname;
}
