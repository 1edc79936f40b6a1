import { sourceOf } from './base.ts';
import { mapOf } from './markup.ts';
import type { Snippet } from './types.ts';

/** The policies on trusted types that the elements make. */
const TRUSTED = 'lit-html zhengpin-worker';

/** The hash of a script in the page, as a policy names it; nothing where it cannot be had. */
async function allowed(script: string): Promise<string | undefined> {
  // Only pages that came by an encrypted way can make hashes.
  if (!globalThis.crypto?.subtle) return undefined;
  const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(script));
  return `'sha256-${btoa(String.fromCharCode(...new Uint8Array(bytes)))}'`;
}

/**
 * The strictest content policy under which the snippet runs, as the value of the header; what
 * else the page has needs its own. Nothing where the hash of the import map cannot be had.
 */
export async function policyOf({
  base,
  built,
}: Pick<Snippet, 'base' | 'built'>): Promise<string | undefined> {
  const source = sourceOf(base);
  const map = built && (await allowed(mapOf(base, built)));
  if (built && !map) return undefined;
  const scripts = [source, "'wasm-unsafe-eval'", ...(map ? [map] : [])];
  return [
    "default-src 'none'",
    `script-src ${scripts.join(' ')}`,
    `connect-src ${source}`,
    // Workers cannot be made from another origin; tables are then read on the page itself.
    ...(source === "'self'" ? ["worker-src 'self'"] : []),
    "style-src 'self'",
    "img-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    `trusted-types ${TRUSTED}`,
  ].join('; ');
}
