import { decodeState, encodeState } from '../state/codec.ts';
import type { Reader } from '../state/outside/reader.ts';
import type { QuizResult } from '../state/states.ts';

/** How a result code begins, so that nobody takes it for a link. */
const START = 'zp-';

/**
 * The answers to a quiz as a code to send back. It holds the quiz and the answers, no marks:
 * whoever verifies it marks them anew.
 */
export async function resultCode(result: QuizResult): Promise<string> {
  return START + (await encodeState(result));
}

/**
 * What a code holds; nothing where it is not a whole code. One that was cut or mistyped is not
 * taken in part: its answers would count as missing.
 */
export async function readResult(
  code: string,
  read: Reader<QuizResult>,
): Promise<QuizResult | undefined> {
  const text = code.replace(/\s+/g, '');
  if (!text.startsWith(START)) return undefined;
  try {
    const { state, damaged } = await decodeState(text.slice(START.length));
    const found = damaged ? undefined : read(state);
    return found && found.lost === 0 ? found.kept : undefined;
  } catch {
    return undefined;
  }
}
