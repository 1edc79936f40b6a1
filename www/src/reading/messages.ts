import type { Progress } from '../exchange/types.ts';

/** What is read, kept or compared at a desk. */
export type DeskKind = 'findings' | 'sellers' | 'drafts' | 'cases' | 'changes';

/** What the page asks of the worker. */
export type Ask =
  | { id: number; ask: 'start'; desk: DeskKind; base: string | undefined }
  /** Calls a method of the desk. */
  | { id: number; ask: 'call'; method: string; given: unknown[] }
  /** Ends the asking with this number. */
  | { id: number; ask: 'cancel' };

/** What the worker says. */
export type Say =
  | { id: number; say: 'progress'; progress: Progress }
  | { id: number; say: 'done'; value: unknown }
  | { id: number; say: 'failed'; reason: string };
