import { fingerprint } from '../fingerprint.ts';
import { get, namesAt, put } from '../storage.ts';
import { isAlike, textOf } from './alike.ts';
import { plain } from './plain.ts';
import type { Part } from './types.ts';

/** Under these names the tab notes which of its copies stand in a matter, too. */
const ROOM = 'in-matter:';

const nameOf = (entry: string) => `${ROOM}${location.pathname}:${entry}`;
const print = (part: Part) => fingerprint(textOf(plain(part)));

/** Notes that what the tab keeps of a tool stands in a matter, too; or in none. */
export function note(entry: string, matter: string | undefined, part: Part): void {
  put('tab', nameOf(entry), matter === undefined ? undefined : [matter, print(part)]);
}

/** Whether what the tab kept was in the matter: then whatever stands there now came after it. */
export function isNoted(entry: string, matter: string, part: Part): boolean {
  return isAlike(get('tab', nameOf(entry)), [matter, print(part)]);
}

/** What the tab keeps of a matter goes with it; what is in no matter stays. */
export function forget(): void {
  for (const rest of namesAt('tab', ROOM)) {
    put('tab', `${ROOM}${rest}`, undefined);
    put('tab', `state:${rest}`, undefined);
    for (const name of namesAt('tab', `draft:${rest}:`)) {
      put('tab', `draft:${rest}:${name}`, undefined);
    }
  }
}
