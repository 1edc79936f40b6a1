import { createHash } from 'node:crypto';
import { basename, parse } from 'node:path';

/** A file beside the modules. */
export interface Asset {
  fileName: string;
  source: string | Uint8Array;
}

/**
 * A file beside the modules, and the module that tells its name and the hash that the browser
 * checks on loading it. Pages get a name with a hash in it; an embedding page gets a plain one.
 */
export function asset(
  name: string,
  source: Asset['source'],
  hashed: boolean,
): { emitted: Asset; told: { file: string; integrity: string } } {
  const digest = createHash('sha384').update(source).digest();
  const { name: stem, ext } = parse(name);
  const fileName = hashed ? `assets/${stem}-${digest.toString('hex').slice(0, 8)}${ext}` : name;
  const told = { file: basename(fileName), integrity: `sha384-${digest.toString('base64')}` };
  return { emitted: { fileName, source }, told };
}
