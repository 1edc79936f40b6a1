import { breathe } from './breathe.ts';
import { checked, withChecks } from './checks.ts';
import { entriesIn, wholeEntries } from './salvage.ts';

/**
 * How a link writes a state: version, number of entries, then packed JSON in base64url with
 * checks in it: `2.14.eJyrVk…`. Version 1, which is still read, has neither number nor checks:
 * `1.q1ZKLM…`.
 */
const VERSION = '2';

/** How each version packs: `deflate` ends with a checksum, `deflate-raw` does not. */
const PACKED: Record<string, CompressionFormat> = { 1: 'deflate-raw', 2: 'deflate' };

/**
 * The longest state in bytes of JSON, whoever writes or reads it, so that what is written can
 * be read, and no link can fill the memory.
 */
export const MOST_BYTES = 200_000;

/** Why a link cannot be written or read. */
export type Reason =
  /** The state has more than `MOST_BYTES`. */
  | 'too-long'
  /** The browser cannot pack. */
  | 'unsupported'
  /** Written by a later version of the pages. */
  | 'newer'
  /** Nothing in it can be read. */
  | 'broken';

/** A state that no link carries, or a link that carries no state. */
export class LinkError extends Error {
  constructor(readonly reason: Reason) {
    super(reason);
  }
}

/** What a link carried. */
export interface Decoded {
  state: unknown;
  /** For a link that is damaged: how many entries could be read, and of how many. */
  damaged?: { read: number; all: number | undefined };
}

/** What unpacking led to: everything, the beginning of what has no end, or why nothing. */
type Unpacked = { bytes: Uint8Array<ArrayBuffer>; whole: boolean } | Reason;

async function unpack(packed: BufferSource, format: CompressionFormat): Promise<Unpacked> {
  const { writable, readable } = new DecompressionStream(format);
  const [writer, reader] = [writable.getWriter(), readable.getReader()];
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  const reading = (async () => {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      length += value.length;
      if (length > MOST_BYTES) return reader.cancel();
      chunks.push(value);
    }
  })();
  const ended = reading.then(
    () => true,
    () => false,
  );
  const bytes = async () => new Uint8Array(await new Blob(chunks).arrayBuffer());
  try {
    await writer.write(packed);
    // An error on closing drops what is not read yet.
    for (let before = -1; before < length; await breathe()) before = length;
  } catch {
    return length > MOST_BYTES ? 'too-long' : 'broken';
  }
  writer.close().catch(() => {});
  const whole = await ended;
  return length > MOST_BYTES ? 'too-long' : { bytes: await bytes(), whole };
}

/** Packs a text; the checksum is that of the format. */
async function pack(text: string): Promise<Uint8Array> {
  const packing = new CompressionStream(PACKED[VERSION] ?? 'deflate');
  return new Uint8Array(
    await new Response(new Blob([text]).stream().pipeThrough(packing)).arrayBuffer(),
  );
}

function toBase64(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
}

/** The bytes of a text; a character left over says nothing. */
function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  const body = text.length % 4 === 1 ? text.slice(0, -1) : text;
  const base64 = body.replace(/-/g, '+').replace(/_/g, '/');
  return Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
}

/** The state as text for a link. Fails with a `LinkError` where no link can carry it. */
export async function encodeState(state: unknown): Promise<string> {
  if (typeof CompressionStream === 'undefined') throw new LinkError('unsupported');
  const json = JSON.stringify(state);
  if (new TextEncoder().encode(json).length > MOST_BYTES) throw new LinkError('too-long');
  return `${VERSION}.${entriesIn(state)}.${withChecks(toBase64(await pack(json)))}`;
}

/**
 * The state that a link carries; of a damaged link, the whole entries before the damage. Fails
 * with a `LinkError` where nothing can be read.
 */
export async function decodeState(text: string): Promise<Decoded> {
  if (typeof DecompressionStream === 'undefined') throw new LinkError('unsupported');
  const [version = '', ...rest] = text.split('.');
  const format = PACKED[version];
  if (!format) throw new LinkError(/^[1-9]\d*$/.test(version) ? 'newer' : 'broken');
  const [count = '', body = ''] = version === '1' ? ['', ...rest] : rest;
  // The first character that no link has ends it: chats put their own behind.
  const [written = ''] = /^[\w-]*/.exec(body) ?? [];
  const unpacked = await unpack(fromBase64(version === '1' ? written : checked(written)), format);
  if (typeof unpacked === 'string') throw new LinkError(unpacked);
  try {
    return read(unpacked, /^\d{1,6}$/.test(count) ? Number(count) : undefined);
  } catch {
    throw new LinkError('broken');
  }
}

function read({ bytes, whole }: Exclude<Unpacked, string>, all: number | undefined): Decoded {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  if (whole) return { state: JSON.parse(decoder.decode(bytes)) };
  // What is left of a character that was cut is left out.
  const state: unknown = JSON.parse(wholeEntries(decoder.decode(bytes, { stream: true })) ?? '');
  const count = entriesIn(state);
  if (count === 0) throw new LinkError('broken');
  return { state, damaged: { read: count, all: all && all < count ? undefined : all } };
}
