import { createHash } from 'node:crypto';
import { basename, parse } from 'node:path';

/** A file beside the modules. */
export interface Asset {
  fileName: string;
  source: string | Uint8Array;
}

/** The name of such a file, as modules tell it, and the hash that the browser checks. */
export interface Told {
  file: string;
  integrity: string;
}

/**
 * A file beside the modules, and the module that tells its name and the hash that the browser
 * checks on loading it. Pages get a name with a hash in it; an embedding page gets a plain one.
 */
export function asset(
  name: string,
  source: Asset['source'],
  hashed: boolean,
): { emitted: Asset; told: Told } {
  const digest = createHash('sha384').update(source).digest();
  const { name: stem, ext } = parse(name);
  const fileName = hashed ? `assets/${stem}-${digest.toString('hex').slice(0, 8)}${ext}` : name;
  const told = { file: basename(fileName), integrity: `sha384-${digest.toString('base64')}` };
  return { emitted: { fileName, source }, told };
}
