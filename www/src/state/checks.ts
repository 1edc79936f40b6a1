/**
 * Checks within the text of a link. After every `DATA` characters stand `CHECK` that say
 * whether all characters up to there are as they were written, so that of a damaged link the
 * part before the damage can be told from the rest.
 */
const DATA = 61;
const CHECK = 3;

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** FNV-1a, going on from a sum. */
function summed(text: string, sum: number): number {
  let next = sum;
  for (let at = 0; at < text.length; at += 1) {
    next = Math.imul(next ^ text.charCodeAt(at), 0x01000193);
  }
  return next >>> 0;
}

function digits(sum: number): string {
  const folded = sum ^ (sum >>> 15);
  return Array.from({ length: CHECK }, (_, place) =>
    DIGITS.charAt((folded >>> (6 * place)) & 63),
  ).join('');
}

/** The text in base64url with its checks. */
export function withChecks(text: string): string {
  const parts: string[] = [];
  let sum = 0x811c9dc5;
  for (let at = 0; at < text.length; at += DATA) {
    const data = text.slice(at, at + DATA);
    sum = summed(data, sum);
    parts.push(data, digits(sum));
  }
  return parts.join('');
}

/** The text without its checks, as far as they hold. */
export function checked(text: string): string {
  let [held, sum] = ['', 0x811c9dc5];
  for (let at = 0; at < text.length; at += DATA + CHECK) {
    const part = text.slice(at, at + DATA + CHECK);
    const data = part.slice(0, -CHECK);
    sum = summed(data, sum);
    if (data === '' || part.slice(-CHECK) !== digits(sum)) break;
    held += data;
  }
  return held;
}
