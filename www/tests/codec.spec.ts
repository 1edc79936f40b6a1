import { expect, test } from '@playwright/test';
import { decodeState, encodeState, LinkError, MOST_BYTES } from '../src/state/codec.ts';
import { entriesIn, wholeEntries } from '../src/state/salvage.ts';

// The codec runs in Node as it does in the browser: every cut and every changed character of
// a link can be tried.

const LEDGER = {
  rulebook: 'kuaishou/counterfeit',
  findings: Array.from({ length: 12 }, (_, place) => ({
    id: `f${place + 1}`,
    day: `2026-0${(place % 9) + 1}-1${place % 10}`,
    tier: place % 2 ? 'a' : 'b',
    items: 12 * place,
    labels: { right: `甲“${place}”\\"},]` },
  })),
  until: '2026-12-31',
  base: { findings: [{ id: 'f1', day: '2026-01-01', tier: 'a' }], until: '2027-01-01' },
};
const CASE = {
  asOf: '2026-11-22',
  answers: { n_locate: false, rights: ['a', 'b'], day: '2026-01-02', none: null, count: 12 },
  issue: 'notice',
};

/** Why a link is refused, or what it carries. */
async function outcome(text: string): Promise<unknown> {
  try {
    return await decodeState(text);
  } catch (error) {
    expect(error).toBeInstanceOf(LinkError);
    return (error as LinkError).reason;
  }
}

/** A link as version 1 wrote it: packed without a checksum. */
async function first(state: unknown): Promise<string> {
  const packing = new Blob([JSON.stringify(state)])
    .stream()
    .pipeThrough(new CompressionStream('deflate-raw'));
  const bytes = Buffer.from(await new Response(packing).arrayBuffer());
  return `1.${bytes.toString('base64url')}`;
}

/** What was saved is as it was written: entries from the first on, all else whole. */
function isBeginning(read: unknown, state: object): void {
  for (const [key, value] of Object.entries(read as object)) {
    const was: unknown = state[key as keyof typeof state];
    if (key === 'findings') expect(value).toEqual((was as unknown[]).slice(0, value.length));
    else if (key === 'answers') expect(was).toMatchObject(value as Record<string, unknown>);
    else expect(value).toEqual(was);
  }
}

for (const [name, state] of Object.entries({ LEDGER, CASE })) {
  test(`${name}: what is written is read`, async () => {
    expect(await decodeState(await encodeState(state))).toEqual({ state });
    expect(await decodeState(await first(state))).toEqual({ state });
  });

  // Source: break.md, P7: of 12,285 changed links 1,871 gave another state.
  test(`${name}: no changed character gives another state`, async () => {
    const link = await encodeState(state);
    const from = link.lastIndexOf('.') + 1;
    for (let at = from; at < link.length; at += 1) {
      for (const char of 'AZaz09-_%') {
        if (link[at] === char) continue;
        const told = await outcome(link.slice(0, at) + char + link.slice(at + 1));
        if (typeof told === 'string') continue;
        const { state: read, damaged } = told as Awaited<ReturnType<typeof decodeState>>;
        if (damaged) isBeginning(read, state);
        else expect(read).toEqual(state);
      }
    }
  });

  // Source: chats take underscores for italics, and break lines at hyphens.
  test(`${name}: a character that was lost or put in gives no other state`, async () => {
    const link = await encodeState(state);
    for (let at = link.lastIndexOf('.') + 1; at < link.length; at += 1) {
      for (const char of ['', 'Ax']) {
        const told = await outcome(link.slice(0, at) + char + link.slice(at + 1));
        if (typeof told === 'string') continue;
        const { state: read, damaged } = told as Awaited<ReturnType<typeof decodeState>>;
        if (damaged) isBeginning(read, state);
        else expect(read).toEqual(state);
      }
    }
  });

  for (const [version, write] of [
    ['now', encodeState],
    ['version 1', first],
  ] as const) {
    // Source: review-use.md, A1.5: chats cut links.
    test(`${name}, ${version}: a cut link gives whole entries, and says so`, async () => {
      const link = await write(state);
      let saved = 0;
      for (let end = 0; end < link.length; end += 1) {
        const told = await outcome(link.slice(0, end));
        if (typeof told === 'string') {
          expect(told).toBe('broken');
          continue;
        }
        const { state: read, damaged } = told as Awaited<ReturnType<typeof decodeState>>;
        // What version 1 lacks at its end may be no more than padding.
        if (damaged === undefined) {
          expect(version).toBe('version 1');
          expect(read).toEqual(state);
          continue;
        }
        saved += 1;
        expect(damaged.all).toBe(version === 'now' ? entriesIn(state) : undefined);
        expect(damaged.read).toBe(entriesIn(read));
        isBeginning(read, state);
      }
      expect(saved).toBeGreaterThan(name === 'LEDGER' ? 100 : 20);
    });
  }

  test(`${name}: every beginning of its JSON is closed to a part of it`, () => {
    const json = JSON.stringify(state);
    for (let end = 0; end < json.length; end += 1) {
      const kept = wholeEntries(json.slice(0, end));
      if (kept !== undefined) JSON.parse(kept);
    }
    expect(wholeEntries(json)).toBe(json);
  });
}

test('what a chat adds behind a link does no harm', async () => {
  const link = await encodeState(CASE);
  for (const after of ['。', '%E3%80%82', '）', ',', '.', ' 看看']) {
    expect(await decodeState(link + after)).toEqual({ state: CASE });
  }
});

// Source: break.md, P2: what is written can be read, and 10,000 findings are no RangeError.
test('one bound holds for both sides', async () => {
  const fits = { text: 'x'.repeat(MOST_BYTES - '{"text":""}'.length) };
  expect(await decodeState(await encodeState(fits))).toEqual({ state: fits });
  await expect(encodeState({ text: `${fits.text}x` })).rejects.toThrow('too-long');
  const many = Array.from({ length: 10_000 }, (_, place) => ({ id: `f${place}`, day: `${place}` }));
  await expect(encodeState({ findings: many })).rejects.toThrow('too-long');
  expect(await outcome(await first({ text: `${fits.text}x` }))).toBe('too-long');
  // Text that hardly packs makes the longest links.
  const noise = Array.from({ length: 90_000 }, () => String.fromCharCode(33 + Math.random() * 90));
  const dense = { text: noise.join('') };
  expect(await decodeState(await encodeState(dense))).toEqual({ state: dense });
});

test('a link says which version wrote it', async () => {
  expect(await outcome('3.1.eJw')).toBe('newer');
  expect(await outcome('9.q1ZKLM')).toBe('newer');
  for (const text of ['', '0.a', '1.', '2.', '2.1.', 'x.y', '2.1.%%%', '1.%%%']) {
    expect(await outcome(text), text).toBe('broken');
  }
});
