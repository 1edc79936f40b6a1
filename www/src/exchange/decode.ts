import type { Encoding } from './types.ts';

export type { Encoding } from './types.ts';

/** A text, and how its bytes were read. */
export interface Decoded {
  text: string;
  encoding: Encoding;
  /** Other ways in which the bytes can be read, where they do not tell. */
  also: Encoding[];
}

/**
 * The text of a file. A byte order mark says what it is written in, whatever single bytes are
 * wrong behind it; without one it is UTF-8, unless its bytes are none: then UTF-16 where every
 * other byte is zero, or what spreadsheets write in China or Taiwan. Bytes that cannot be read
 * become U+FFFD.
 */
export function decode(bytes: Uint8Array, said?: Encoding): Decoded {
  const found = said === undefined ? encodingOf(bytes) : { encoding: said, also: [] };
  const text = new TextDecoder(found.encoding).decode(bytes);
  return { text, ...found };
}

function encodingOf(bytes: Uint8Array): { encoding: Encoding; also: Encoding[] } {
  const [first, second, third] = bytes;
  const only = (encoding: Encoding) => ({ encoding, also: [] });
  if (first === 0xff && second === 0xfe) return only('utf-16le');
  if (first === 0xfe && second === 0xff) return only('utf-16be');
  if (first === 0xef && second === 0xbb && third === 0xbf) return only('utf-8');
  const wide = widthOf(bytes);
  if (wide) return only(wide);
  const { good, bad } = sequences(bytes);
  // One bad byte among many good characters is damage, not another encoding.
  if (bad === 0 || good > bad * 50) return only('utf-8');
  const low = lowTrails(bytes);
  const big5 = low > 0.05 && reads(bytes, 'big5');
  if (!big5) return only('gb18030');
  // In GB 2312 no character ends in such a byte, in Big5 four of ten do.
  if (low > 0.2) return { encoding: 'big5', also: reads(bytes, 'gb18030') ? ['gb18030'] : [] };
  return { encoding: 'gb18030', also: ['big5'] };
}

/** UTF-16 without a mark: the separators and digits of a table have a zero byte each. */
function widthOf(bytes: Uint8Array): Encoding | undefined {
  const sample = bytes.subarray(0, 4_000);
  let [even, odd] = [0, 0];
  for (const [place, byte] of sample.entries()) {
    if (byte !== 0) continue;
    if (place % 2 === 0) even += 1;
    else odd += 1;
  }
  if (odd + even < sample.length / 16) return undefined;
  if (odd > even * 4) return 'utf-16le';
  return even > odd * 4 ? 'utf-16be' : undefined;
}

/** How many characters beyond ASCII are well formed as UTF-8, and how many bytes are in none. */
function sequences(bytes: Uint8Array): { good: number; bad: number } {
  let [good, bad] = [0, 0];
  for (let place = 0; place < bytes.length; ) {
    const lead = bytes[place] ?? 0;
    const more = lead < 0x80 ? 0 : lead >= 0xf0 ? 3 : lead >= 0xe0 ? 2 : 1;
    const starts = lead < 0x80 || (lead >= 0xc2 && lead <= 0xf4);
    const rest = bytes.subarray(place + 1, place + 1 + more);
    const whole = rest.length === more && rest.every((byte) => (byte & 0xc0) === 0x80);
    if (!starts || !whole) {
      bad += 1;
      place += 1;
      continue;
    }
    if (more > 0) good += 1;
    place += 1 + more;
  }
  return { good, bad };
}

/** The share of characters of two bytes whose second byte is below 0x80. */
function lowTrails(bytes: Uint8Array): number {
  let [pairs, low] = [0, 0];
  for (let place = 0; place < bytes.length; place += 1) {
    if ((bytes[place] ?? 0) < 0x81) continue;
    place += 1;
    pairs += 1;
    if ((bytes[place] ?? 0) < 0x80) low += 1;
  }
  return pairs === 0 ? 0 : low / pairs;
}

function reads(bytes: Uint8Array, encoding: Encoding): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
