import type { Progress, Refused, TakenFinding } from '../exchange/types.ts';
import type { Look, Seen } from './types.ts';

/** What the page asks of the worker. */
export type Ask =
  | { id: number; ask: 'start'; base: string | undefined }
  | { id: number; ask: 'open'; bytes: Uint8Array | string }
  | { id: number; ask: 'look'; look: Look }
  | { id: number; ask: 'take' }
  | { id: number; ask: 'refused' }
  /** Ends the asking with this number. */
  | { id: number; ask: 'cancel' };

/** What the worker says. */
export type Say =
  | { id: number; say: 'progress'; progress: Progress }
  | { id: number; say: 'done'; value: Seen | TakenFinding[] | Refused[] | undefined }
  | { id: number; say: 'failed'; reason: string };
