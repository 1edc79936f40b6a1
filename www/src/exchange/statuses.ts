import { setOf } from './says.ts';
import { plain } from './spelling.ts';
import type { AppealStatus } from './types.ts';

/**
 * Whether a column speaks of appeals (申诉状态), or of the finding as such (状态, 处罚状态):
 * there, 成立 and 驳回 would mean something else.
 */
export type Speaking = 'appeal' | 'state';

const LISTS: [string, AppealStatus][] = [
  ['word-none', 'none'],
  ['word-pending', 'pending'],
  ['word-upheld', 'upheld'],
  ['word-rejected', 'rejected'],
];
const BARE: [string, AppealStatus][] = [
  ['word-upheld-bare', 'upheld'],
  ['word-rejected-bare', 'rejected'],
];
const STATES: [string, AppealStatus][] = [
  ['word-standing', 'none'],
  ['word-revoked', 'upheld'],
];

/**
 * What a cell says of an appeal. An empty one says that there was none. Nothing for words and
 * codes that can mean several things: those are asked.
 */
export function readStatus(cell: string, speaking: Speaking): AppealStatus | undefined {
  return cell.trim() === '' ? 'none' : readAppeal(cell, speaking);
}

/** The status that a word names; nothing for any other word. */
export function readAppeal(cell: string, speaking: Speaking): AppealStatus | undefined {
  const word = plain(cell);
  if (word === '') return undefined;
  const lists = [...LISTS, ...(speaking === 'appeal' ? BARE : STATES)];
  return lists.find(([id]) => setOf(id).has(word))?.[1];
}
