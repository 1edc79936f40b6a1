import type { Words } from './words.ts';

/** Words that begin a line, told as they stand within a sentence. */
export function begun(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** A whole sentence, of words told as they stand within one. */
export function sentence(say: Words, text: string): string {
  return say('sentence', { text: begun(text) });
}
