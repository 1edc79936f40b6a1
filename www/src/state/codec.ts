/** The version of the link format. A link says by which it was written. */
const VERSION = '1';

/** The longest state that a link may unpack to, so that no link can fill the memory. */
const MOST_BYTES = 200_000;

async function through(bytes: BlobPart, stream: GenericTransformStream): Promise<Uint8Array> {
  const reader = new Blob([bytes]).stream().pipeThrough(stream).getReader();
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    length += value.length;
    if (length > MOST_BYTES) {
      await reader.cancel();
      throw new RangeError('the state is too long');
    }
    chunks.push(value);
  }
  return new Uint8Array(await new Blob(chunks).arrayBuffer());
}

/** The state as text for a link: its version, then packed JSON in base64url. */
export async function encodeState(state: unknown): Promise<string> {
  const packed = await through(JSON.stringify(state), new CompressionStream('deflate-raw'));
  const base64 = btoa(String.fromCharCode(...packed));
  return `${VERSION}.${base64.replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '')}`;
}

/** The state that a link carries. Fails where the text is no such state. */
export async function decodeState(text: string): Promise<unknown> {
  const [version, body = ''] = text.split('.');
  if (version !== VERSION) throw new RangeError(`unknown version ${version}`);
  const base64 = body.replace(/-/g, '+').replace(/_/g, '/');
  const packed = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
  const json = await through(packed, new DecompressionStream('deflate-raw'));
  return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(json));
}
