/** How the bytes of a file were read. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030';

/**
 * The text of a file. A byte order mark says what it is written in; without one it is UTF-8,
 * unless its bytes are none: then GBK, which older spreadsheets write in China.
 */
export function decode(bytes: Uint8Array): { text: string; encoding: Encoding } {
  const encoding = marked(bytes) ?? (isUtf8(bytes) ? 'utf-8' : 'gb18030');
  return { text: new TextDecoder(encoding).decode(bytes), encoding };
}

function marked([first, second]: Uint8Array): Encoding | undefined {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : undefined;
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
